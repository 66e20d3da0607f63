"""Promise 20: work on the network is cancelled within a second, whatever state the network is in."""

import threading
import time
from pathlib import Path

import pytest

from desktop.domain.errors import Cancelled
from desktop.domain.progress import Job
from desktop.sources.pdf_download import download
from desktop.system.part_file import PartFile
from tests.unit.sources.silent_states import STATES, State

CANCEL_S = 1.0
ROUNDS = 3


@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
def test_a_cancelled_download_ends_within_a_second(tmp_path: Path, state: State) -> None:
    took = []
    for number in range(ROUNDS):
        folder = tmp_path / str(number)
        folder.mkdir()
        with state(folder) as network:
            job, cancelled_at = Job(), [0.0]

            def cancel(job: Job = job, cancelled_at: list[float] = cancelled_at) -> None:
                cancelled_at[0] = time.monotonic()
                job.cancel()

            threading.Timer(0.31 + number / 30, cancel).start()
            with pytest.raises(Cancelled):
                download(network, "2301.00012", None, PartFile(folder, "2301.00012"), job)
            took.append(time.monotonic() - cancelled_at[0])
    print(f"cancelled within {max(took) * 1000:.0f} ms")
    assert max(took) <= CANCEL_S

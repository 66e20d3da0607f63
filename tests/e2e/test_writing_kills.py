"""A program that is killed while a model writes pays for nothing twice: no answer that it had is asked for again.

40 papers in a usual run, 200 in a full one; three kills, at moments that the seed gives. What a program had not read
yet, or was reading when it was killed, was under way: one answer at most for each request at a time.
"""

import random
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.e2e.written_library import WrittenLibrary
from tests.model_server import Call, ModelServer

KILLS = 3
PARALLEL = 8


class Had:
    """Which answers a program had, and which were asked for again."""

    def __init__(self) -> None:
        self._good: dict[tuple[str, str], bool] = {}
        self.again = self.under_way = 0

    def add(self, calls: Sequence[Call]) -> None:
        """The calls of the next program."""
        for call in calls:
            known = [self._good.pop(key) for key in self._keys(call) if key in self._good]
            self.again += any(known)
            self.under_way += bool(known) and not any(known)
        for call in calls:
            if call.fault is None:
                self._good.update(dict.fromkeys(self._keys(call), call.delivered and call.followed))

    def _keys(self, call: Call) -> list[tuple[str, str]]:
        return [(call.title, key) for key in call.keys]


@pytest.mark.timeout(600)
def test_what_was_answered_before_a_kill_is_not_asked_for_again(tmp_path: Path, full_run: bool) -> None:
    seed = random.SystemRandom().randrange(2**32)
    chance = random.Random(seed)
    papers = 200 if full_run else 40
    library = WrittenLibrary(tmp_path / "library", papers)
    had = Had()
    with ModelServer(latency_s=0.2, bad_every=10) as server:
        for kill in range(KILLS + 1):
            begun = len(server.calls)
            child = library.child(server.url, PARALLEL)
            if kill < KILLS:
                share = papers // (KILLS + 1)
                server.wait_for(len(server.delivered) + chance.randrange(share // 2, share))
                child.kill()
            child.communicate()
            had.add(server.calls[begun:])
        total = len(server.calls)
    stored, failed = library.stored(), library.failed()
    print(f"seed {seed}: {total} calls, {had.again} asked again, {had.under_way} that were under way")
    assert had.again == 0
    assert had.under_way <= PARALLEL * KILLS
    assert sum(len(keys) for keys in stored.values()) + len(failed) == 4 * papers
    assert len({wish.paper for wish in failed}) <= papers // 20, failed
    assert not kept(library).exists()


@pytest.mark.timeout(120)
def test_answers_outlive_a_program_whose_disk_stores_nothing(tmp_path: Path) -> None:
    library = WrittenLibrary(tmp_path / "library", 40)
    with ModelServer() as server:
        child = library.child(server.url, PARALLEL, "stores nothing")
        wait_for_answers(library, 40)
        child.kill()
        child.communicate()
        assert not library.stored()
        assert kept(library).stat().st_mode & 0o777 == 0o600
        library.child(server.url, PARALLEL).communicate()
        assert len(server.calls) == 40
    assert sum(len(keys) for keys in library.stored().values()) == 4 * 40
    assert not kept(library).exists()


def kept(library: WrittenLibrary) -> Path:
    return library.folder / "model-answers.jsonl"


def wait_for_answers(library: WrittenLibrary, count: int) -> None:
    until = time.monotonic() + 60
    while not kept(library).exists() or len(kept(library).read_bytes().split(b"\n")) <= count:
        assert time.monotonic() < until
        time.sleep(0.01)

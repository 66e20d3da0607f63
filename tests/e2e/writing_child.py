"""The child of the kill harness: wishes for the texts of all papers once, then has them written until none waits.

Run as a program: library folder, address of the model, requests at a time; with a fourth argument nothing is stored, as
if the disk had stopped. It prints the seconds that it took to
import what asks, to ask and to store, and how many calls were answered.
"""

import sys
import time
from pathlib import Path
from threading import Event

from desktop.app.held_library import opened, take
from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing
from desktop.domain.model_texts import ModelEndpoint, TextOptions
from desktop.domain.progress import Job
from desktop.services.keep_prompts import KeepPrompts
from desktop.services.library import LibraryServices
from desktop.ui.resources import resource_path


def main() -> None:
    """Go on where the last one was killed."""
    folder, url, parallel = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    prompts = KeepPrompts(resource_path("prompts"), folder / "no-prompts").all()
    with opened(take(folder), LibraryServices(folder)) as services:
        print("open", flush=True)
        pending = services.summarising.pending()
        if not pending.wanted and not pending.failed:
            papers = [PaperId(paper) for paper in services.browse.list_papers(Listing()).ids]
            services.summarising.want(services.summarising.plan(papers, TextOptions(), prompts))
        if sys.argv[4:]:
            setattr(services.summarising, "store", lambda answers: Event().wait())  # noqa: B010 - for mypy
        begun = time.monotonic()
        endpoint = ModelEndpoint(url, "made-up-large", parallel, allowed=True)
        report = services.summarising.run(endpoint, "", prompts, Job())
        print("took", time.monotonic() - begun, report.calls, len(report.failed), flush=True)
    print("end", flush=True)


if __name__ == "__main__":
    main()

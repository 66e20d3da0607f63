"""The child of the kill harness: marks a paper, recolours and deletes, and names each step when it is stored.

A line with a name is printed only after `apply` returned, that is after COMMIT; "?" and the name before a deletion
begins. Run as a program: library folder, number of the run.
"""

import sys
from itertools import count
from pathlib import Path

from desktop.app.held_library import opened, take
from desktop.domain.ids import PaperId
from desktop.domain.mark import Mark, MarkChange, MarkKind, MarkStep
from desktop.services.library import LibraryServices

MARKS = 3
"""Of each step."""


def main() -> None:
    """Go on until killed."""
    folder, run = Path(sys.argv[1]), sys.argv[2]
    with opened(take(folder), LibraryServices(folder)) as services:
        paper = PaperId(services.browse.rows([PaperId(1)])[0].id)
        sha256 = services.reading.open(paper).file.sha256
        print("open", flush=True)
        for number in count():
            name = f"{run}.{number}"
            step = made(name, paper, sha256)
            services.marking.apply(step, {f"{name}.0": name.encode() * 1000})
            print("+", name, flush=True)
            if number % 3 == 2:
                gone = f"{run}.{number - 1}"
                print("?", gone, flush=True)
                services.marking.apply(made(gone, paper, sha256).reversed())
                print("-", gone, flush=True)


def made(name: str, paper: PaperId, sha256: str) -> MarkStep:
    """A step that makes marks, all or none."""
    at = (1.0, 2.0, 3.0, 4.0)
    marks = (
        Mark(f"{name}.{n}", paper, sha256, n, MarkKind.AREA, n + 1, box=at, comment=f"墙 {name}", tags=(name,))
        for n in range(MARKS)
    )
    return MarkStep(tuple(MarkChange(None, mark) for mark in marks))


if __name__ == "__main__":
    main()

"""Starts the program over a library, lets somebody use it and prints, as JSON, how long the GUI thread was deaf.

Arguments: the library folder, then digests of 5,000 new papers, one for each round, or `scroll=3` for so many rounds of
scrolling alone; without any the window is left alone after its start. The last line holds
{"rounds": [{deed: [[ms between two beats, ms of CPU meanwhile], …]}, …], "memory": {"VmHWM": MB, "VmRSS": MB}}.
"""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.watched_program import use_program

if TYPE_CHECKING:
    from desktop.app.container import Container
    from tests.benchmarks.person import Person


SCROLL = "scroll="


def memory() -> dict[str, int]:
    """MB of this process: at most, and now."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    found = dict(line.split(":", 1) for line in lines)
    return {name: int(found[name].split()[0]) // 1024 for name in ("VmHWM", "VmRSS")}


def main(library: str, digests: list[Path], scrolling: int) -> None:
    """Let somebody work with digests."""

    def sit_down(program: "Container") -> "Person":
        from tests.benchmarks.person import Person

        return Person(program, digests, scrolling=scrolling)

    print(json.dumps({"rounds": use_program(library, sit_down).rounds, "memory": memory()}))


if __name__ == "__main__":
    library, *rest = sys.argv[1:]
    if rest and rest[0].startswith(SCROLL):
        main(library, [], int(rest[0].removeprefix(SCROLL)))
    else:
        main(library, [Path(name) for name in rest], 0)

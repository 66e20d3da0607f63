"""Starts the program over a library, triages the inbox in it and prints, as JSON, how long each key took.

Arguments: the library folder, and how many papers to decide about. The last line holds
{"keys": [[ms from a key to the painted next paper, ms that the GUI thread computed meanwhile], …]}.
"""

import json
import sys
from typing import TYPE_CHECKING

from tests.benchmarks.watched_program import use_program

if TYPE_CHECKING:
    from desktop.app.container import Container
    from tests.benchmarks.triager import Triager


def main(library: str, papers: int) -> None:
    """Let somebody decide about so many papers."""

    def sit_down(program: "Container") -> "Triager":
        from tests.benchmarks.triager import Triager

        return Triager(program, papers)

    print(json.dumps({"keys": use_program(library, sit_down).keys}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))

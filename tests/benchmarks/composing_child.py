"""Starts the program over a library, works on a digest in it and prints, as JSON, how long the GUI thread was deaf.

Arguments: the library folder, the number of the digest, how many rounds. The last line holds
{"rounds": [{deed: [[ms between two beats, ms of CPU meanwhile], …]}, …]}.
"""

import json
import sys
from typing import TYPE_CHECKING

from tests.benchmarks.watched_program import use_program

if TYPE_CHECKING:
    from desktop.app.container import Container
    from tests.benchmarks.composer import Composer


def main(library: str, digest: int, rounds: int) -> None:
    """Let somebody work on the digest."""

    def sit_down(program: "Container") -> "Composer":
        from tests.benchmarks.composer import Composer

        return Composer(program, digest, rounds)

    print(json.dumps({"rounds": use_program(library, sit_down).rounds}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))

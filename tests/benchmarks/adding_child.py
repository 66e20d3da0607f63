"""Starts the program over a library, lets somebody paste 500 ids and add them, twice, and prints as JSON how long that
took and how long the GUI thread was deaf meanwhile.

Arguments: the library folder, the year (two digits) of which the ids are; the library holds none of them. The last
line is a list of rounds: {"shown": ms from the key that pastes until all ids are shown, "known": ms until it is shown
what each means to the library, "added": ms from the key that adds until the new papers stand in the table, "gaps": [[ms
between two beats, ms of CPU meanwhile], …]}.
"""

import json
import sys
from typing import TYPE_CHECKING

from tests.benchmarks.watched_program import use_program

if TYPE_CHECKING:
    from desktop.app.container import Container
    from tests.benchmarks.adding_person import AddingPerson


def main(library: str, year: str) -> None:
    """Let somebody add papers."""

    def sit_down(program: "Container") -> "AddingPerson":
        from tests.benchmarks.adding_person import AddingPerson

        return AddingPerson(program, year)

    print(json.dumps(use_program(library, sit_down).told))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])

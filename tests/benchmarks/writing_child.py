"""Starts the program over a library, lets a language model write the texts of its newest digest, and prints as JSON how
long the GUI thread was busy meanwhile.

Arguments: the library folder, the address of the endpoint, the number of papers. The last line holds
{"rounds": {name: [[ms between two beats, ms that the GUI thread computed meanwhile], …]}, "seconds": {name: s}}.
"""

import json
import sys
from typing import TYPE_CHECKING

from tests.benchmarks.watched_program import use_program

if TYPE_CHECKING:
    from desktop.app.container import Container
    from tests.benchmarks.writing_person import WritingPerson


def main(library: str, url: str, papers: int) -> None:
    """Let somebody have texts written."""

    def sit_down(program: "Container") -> "WritingPerson":
        from tests.benchmarks.writing_person import WritingPerson

        return WritingPerson(program, url, papers)

    person = use_program(library, sit_down)
    print(json.dumps({"rounds": person.told, "seconds": person.seconds}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))

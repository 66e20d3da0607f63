"""Starts the program over a library, lets somebody fetch from servers that misbehave, and prints as JSON how long the
GUI thread was deaf meanwhile and how long it took to cancel.

Arguments: the library folder, then name=address for each server. The last line holds
{"rounds": [{name: {"gaps": [[ms between two beats, ms of CPU meanwhile], …], "cancelled": [ms, …]}}],
"closed": ms from closing the window in the midst of a download to the end}.
"""

import json
import sys
import time
from typing import TYPE_CHECKING

from tests.benchmarks.watched_program import use_program

if TYPE_CHECKING:
    from desktop.app.container import Container
    from tests.benchmarks.network_person import NetworkPerson


def main(library: str, servers: dict[str, str]) -> None:
    """Let somebody fetch."""

    def sit_down(program: "Container") -> "NetworkPerson":
        from tests.benchmarks.network_person import NetworkPerson

        return NetworkPerson(program, servers)

    person = use_program(library, sit_down)
    closed = 1000 * (time.perf_counter() - person.closed_at)
    print(json.dumps({"rounds": person.told, "closed": closed}))


if __name__ == "__main__":
    main(sys.argv[1], dict(server.split("=", 1) for server in sys.argv[2:]))

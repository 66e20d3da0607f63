"""Starts the program over a library, lets somebody use it and prints, as JSON, how long the GUI thread was deaf.

Arguments: the library folder, then digests of 5,000 new papers, one for each round; without any the window is left
alone after its start. The last line holds
{"rounds": [{deed: [[ms between two beats, ms of CPU meanwhile], …]}, …], "memory": {"VmHWM": MB, "VmRSS": MB}}.
"""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.benchmarks.person import Person


def memory() -> dict[str, int]:
    """MB of this process: at most, and now."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    found = dict(line.split(":", 1) for line in lines)
    return {name: int(found[name].split()[0]) // 1024 for name in ("VmHWM", "VmRSS")}


def main(library: str, digests: list[Path]) -> None:
    """Start the program as a person does, with a person before it."""
    from desktop.app import window
    from desktop.app.arguments import parse
    from desktop.app.paths import find_paths

    people: list[Person] = []
    usual = window.name_application

    def watch(app: Any) -> None:  # a QApplication; nothing of Qt is imported before the program does it
        usual(app)
        from desktop.app import container
        from tests.benchmarks.person import Person

        class Watched(container.Container):
            def __init__(self, *arguments: Any) -> None:
                super().__init__(*arguments)
                people.append(Person(self, digests))

        container.Container = Watched  # type: ignore[misc, assignment]  # in this process only

    window.name_application = watch
    window.open_window(find_paths(), parse(["--library", library]))
    print(json.dumps({"rounds": people[0].rounds, "memory": memory()}))


if __name__ == "__main__":
    main(sys.argv[1], [Path(name) for name in sys.argv[2:]])

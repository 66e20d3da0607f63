"""The commands of the command line. Each module has `run(args, services, output, job) -> Outcome`; no Qt here.

They run in the process that holds the library: in the command's own, or in a window on its lane for the library.
"""

from dataclasses import dataclass, field

from desktop.app.exit_codes import ExitCode
from desktop.domain.changes import Changes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command came to. `changes` lets a window refresh what it shows."""

    code: ExitCode = ExitCode.DONE
    changes: Changes = field(default_factory=Changes)

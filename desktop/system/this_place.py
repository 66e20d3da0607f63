"""Where a library lies: on which computer, in which folder. A copy made by hand lies elsewhere."""

import sys
import uuid
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

_MACHINE = Path("/etc/machine-id")


def this_place(folder: Path) -> str:
    """The same for the same folder of the same computer, another for any other; tells nobody which they are."""
    return sha256(f"{_computer()}\n{folder.resolve()}".encode()).hexdigest()[:32]


def _computer() -> str:
    if sys.platform.startswith("linux"):
        with suppress(OSError, UnicodeDecodeError):
            return _MACHINE.read_text().strip()
    return str(uuid.getnode())

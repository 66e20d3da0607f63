"""Where the program's data files are: in the source tree, or inside the installed package."""

from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    package = Path(__file__).resolve().parent.parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def resource_path(name: str) -> Path:
    """The file or folder of that name (relative, with forward slashes) below `resources`."""
    return _root() / name

"""The files of this repository, as the tests of its architecture see them."""

import shutil
import subprocess
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
CODE = ("desktop", "db", "packaging", "tests")
NOT_OURS = {".git", ".venv", "__pycache__", "build", "dist", "node_modules"}


@cache
def files() -> tuple[Path, ...]:
    """Return the files that git knows or would add, relative to the repository; without git, those that lie there."""
    if (REPOSITORY / ".git").exists() and (git := shutil.which("git")):
        command = [git, "-c", f"safe.directory={REPOSITORY}", "ls-files", "-z", "-co", "--exclude-standard"]
        listing = subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True).stdout
        names = [Path(name.decode()) for name in listing.split(b"\0") if name]
    else:
        names = [path.relative_to(REPOSITORY) for path in REPOSITORY.rglob("*")]
    return tuple(sorted(name for name in names if (REPOSITORY / name).is_file() and not NOT_OURS & set(name.parts)))


@cache
def modules() -> dict[Path, str]:
    """Return the text of each Python module of the code."""
    paths = [name for name in files() if name.suffix == ".py" and name.parts[0] in CODE]
    return {name: (REPOSITORY / name).read_text(encoding="utf-8") for name in paths}

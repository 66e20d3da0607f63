"""Makes the pictures of the README: the sample library and its triage, light and dark, the reader, a digest.

    .venv/bin/python packaging/make_screenshots.py

They are those that `papershelf --tour` takes, so they always show what the program is now.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
PICTURES = REPOSITORY / "resources" / "screenshots"
NAMES = (
    "window-light.png",
    "window-dark.png",
    "triage-light.png",
    "triage-dark.png",
    "reader-light.png",
    "digest-light.png",
)


def main() -> int:
    """Take the tour, keep its pictures. Returns the exit code of the tour."""
    with tempfile.TemporaryDirectory() as folder:
        code = subprocess.run(
            [sys.executable, "-m", "desktop", "--tour", folder], cwd=REPOSITORY, check=False
        ).returncode
        if code == 0:
            PICTURES.mkdir(exist_ok=True)
            for name in NAMES:
                shutil.copyfile(Path(folder) / name, PICTURES / name)
    return code


if __name__ == "__main__":
    sys.exit(main())

"""What leaves the library can be read by others as far as the person's umask says; all else by the person alone."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.domain.errors import FileError
from desktop.system.handed_on_files import folder_for_others

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows knows no umask")

# A process of its own: the umask is that with which a program begins.
_CHILD = """
import sys
from pathlib import Path
from desktop.system.rights import keep_to_oneself
keep_to_oneself()
from desktop.system.atomic_write import write_atomically
from desktop.system.handed_on_files import folder_for_others, hand_on
folder = Path(sys.argv[1])
folder_for_others(folder / "site" / "2026-11-22")
hand_on(folder / "site" / "2026-11-22" / "cs.CV.md", b"new")
hand_on(folder / "was there", b"new")
write_atomically(folder / "kept", b"new")
"""


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize(
    ("umask", "folder", "file"), [(0o022, 0o755, 0o644), (0o002, 0o775, 0o664), (0o077, 0o700, 0o600)]
)
def test_rights_are_those_that_other_programs_give(tmp_path: Path, umask: int, folder: int, file: int) -> None:
    (tmp_path / "was there").write_bytes(b"old")
    (tmp_path / "was there").chmod(0o640)
    root = Path(__file__).parents[3]
    subprocess.run([sys.executable, "-c", _CHILD, tmp_path], cwd=root, umask=umask, check=True)
    day = tmp_path / "site" / "2026-11-22"
    assert [rights(place) for place in (day.parent, day, day / "cs.CV.md")] == [folder, folder, file]
    assert rights(tmp_path / "kept") == 0o600
    assert rights(tmp_path / "was there") == 0o640


def test_a_folder_that_is_there_keeps_its_rights_and_a_file_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir(mode=0o700)
    folder_for_others(tmp_path / "mine")
    assert rights(tmp_path / "mine") == 0o700
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileError):
        folder_for_others(tmp_path / "file")
    with pytest.raises(FileError):
        folder_for_others(tmp_path / "file" / "below")

"""Network and cloud folders are recognised, and the library there does without a log (promise 13)."""

from pathlib import Path

import pytest

from db.folder_kinds import folder_kind
from db.library_file import LibraryFile
from desktop.domain.folder_kind import FolderKind

NETWORK = ("nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "afs", "ceph", "fuse.rclone", "davfs")
CLOUD = ("Dropbox", "Dropbox (Work)", "OneDrive - University", "Google Drive", "Nextcloud", "坚果云")


def mount_table(tmp_path: Path, *mounts: tuple[str, str]) -> Path:
    path = tmp_path / "mountinfo"
    lines = [
        f"{n} 1 0:{n} / {point} rw,relatime shared:{n} - {kind} source rw" for n, (point, kind) in enumerate(mounts)
    ]
    path.write_text("\n".join(["20 1 8:1 / / rw - ext4 /dev/sda1 rw", *lines, ""]), encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", NETWORK)
def test_a_network_mount_is_recognised(tmp_path: Path, kind: str) -> None:
    table = mount_table(tmp_path, ("/mnt/公用\\040disk", kind))
    assert folder_kind(Path("/mnt/公用 disk/papers"), table) is FolderKind.NETWORK
    assert folder_kind(Path("/mnt/elsewhere"), table) is FolderKind.LOCAL


def test_the_innermost_mount_counts(tmp_path: Path) -> None:
    table = mount_table(tmp_path, ("/net", "nfs4"), ("/net/local", "ext4"))
    assert folder_kind(Path("/net/local/library"), table) is FolderKind.LOCAL
    assert folder_kind(Path("/net/library"), table) is FolderKind.NETWORK


@pytest.mark.parametrize("name", CLOUD)
def test_a_cloud_folder_is_recognised_by_its_name(tmp_path: Path, name: str) -> None:
    assert folder_kind(tmp_path / name / "papers") is FolderKind.CLOUD


def test_a_cloud_folder_is_recognised_by_its_mark(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert folder_kind(tmp_path / "papers") is FolderKind.CLOUD


@pytest.mark.parametrize("name", ["papers", "boxes", "drive", "my clouds"])
def test_an_ordinary_folder_is_local(tmp_path: Path, name: str) -> None:
    assert folder_kind(tmp_path / name) is FolderKind.LOCAL


def test_a_library_in_a_cloud_folder_keeps_no_log_and_one_that_moves_out_does(tmp_path: Path) -> None:
    library = LibraryFile(tmp_path / "Dropbox" / "library")
    modes = []
    for folder in ("Dropbox", "moved"):
        if folder == "moved":
            (tmp_path / "Dropbox").rename(tmp_path / "moved")
            library = LibraryFile(tmp_path / "moved" / "library")
        library.open()
        pragmas = ("journal_mode", "synchronous")
        modes.append([library.connection.execute(f"PRAGMA {pragma}").fetchone()[0] for pragma in pragmas])
        library.close()
    assert modes == [["delete", 3], ["wal", 2]]

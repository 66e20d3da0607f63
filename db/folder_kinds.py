"""Recognising folders in which a library needs more care: those of the network and of cloud services."""

import os
import re
from pathlib import Path

from desktop.domain.folder_kind import FolderKind

_ESCAPED = re.compile(r"\\([0-7]{3})")

_NETWORK_FILE_SYSTEMS = frozenset(
    [
        "9p",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "fuse.davfs2",
        "fuse.glusterfs",
        "fuse.gvfsd-fuse",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
        "gfs2",
        "glusterfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs3",
        "nfs4",
        "ocfs2",
        "orangefs",
        "prl_fs",
        "smb2",
        "smb3",
        "smbfs",
        "vboxsf",
        "vmhgfs",
    ]
)
_CLOUD_FOLDERS = (
    "box sync",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud drive",
    "icloudrive",
    "com~apple~clouddocs",
    "mega",
    "nextcloud",
    "nutstore",
    "onedrive",
    "owncloud",
    "pclouddrive",
    "seafile",
    "坚果云",
)
_CLOUD_MARKS = (".dropbox", ".dropbox.cache", ".stfolder", ".nextcloudsync.log", ".owncloudsync.log", ".sync_state.db")
"""What synchronising programs put into the folder that they copy."""


def folder_kind(folder: Path, mount_table: Path = Path("/proc/self/mountinfo")) -> FolderKind:
    """The kind of a folder, which need not exist yet. What cannot be told is taken for local."""
    found = folder.resolve()
    if str(found).startswith("\\\\") or _file_system(found, mount_table) in _NETWORK_FILE_SYSTEMS:
        return FolderKind.NETWORK
    places = (found, *found.parents)
    named = any(place.name.casefold().startswith(_CLOUD_FOLDERS) for place in places)
    if named or any(os.path.lexists(place / mark) for place in places for mark in _CLOUD_MARKS):
        return FolderKind.CLOUD
    return FolderKind.LOCAL


def _file_system(folder: Path, mount_table: Path) -> str:
    """The type of the file system that holds the folder, by the longest mount point above it (proc(5), mountinfo)."""
    try:
        lines = mount_table.read_text(encoding="utf-8", errors="surrogateescape").split("\n")
    except OSError:
        return ""
    depth, kind = 0, ""
    for line in lines:
        fields, _, rest = line.partition(" - ")
        columns = fields.split(" ")
        if len(columns) < 5 or not rest:
            continue
        point = Path(_ESCAPED.sub(lambda octal: chr(int(octal[1], 8)), columns[4]))
        if (point == folder or point in folder.parents) and len(point.parts) >= depth:
            depth, kind = len(point.parts), rest.split(" ")[0]
    return kind

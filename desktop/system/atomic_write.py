"""Write a file whole or not at all.

Temporary file in the same folder (O_EXCL, 0600), write, flush, fsync, `os.replace`, fsync of the folder: whenever the
process or the machine stops, the name holds the old file or the new one.
"""

import errno
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from desktop.domain.errors import FileError, Reason

PART_SUFFIX = ".part"
"""What unfinished files end in; a leftover may be deleted whenever nobody writes."""

_FULL = {errno.ENOSPC, errno.EDQUOT}
_REFUSED = {
    errno.EACCES,
    errno.EPERM,
    errno.EROFS,
    errno.ENOENT,
    errno.ENOTDIR,
    errno.EISDIR,
    errno.EEXIST,
    errno.ENAMETOOLONG,
    errno.EINVAL,
}


def file_error(error: OSError | ValueError, path: Path) -> FileError:
    """The FileError that tells what went wrong while `path` was written."""
    if isinstance(error, ValueError):  # a NUL or a lone surrogate in the name
        return FileError(Reason.NOT_WRITABLE, str(path), str(error))
    detail = error.strerror or str(error)
    if error.errno in _FULL:
        return FileError(Reason.DISK_FULL, str(path), detail)
    return FileError(Reason.NOT_WRITABLE if error.errno in _REFUSED else Reason.IO, str(path), detail)


def write_atomically(
    path: Path, data: bytes | Iterable[bytes], *, check: Callable[[Path], object] | None = None, mode: int = 0o600
) -> None:
    """Replace the file at `path` by `data`, unless `check`, given the finished temporary file, raises.

    A link is followed; a file that was there keeps its access rights, a new one gets those of `mode`. Raises FileError
    with DISK_FULL, NOT_WRITABLE or IO; the file is then as it was and no temporary file is left. What an iterable or
    `check` raises goes through likewise.
    """
    temporary: Path | None = None
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            raise FileError(Reason.NOT_WRITABLE, str(path), "not an ordinary file")
        temporary = target.parent / f".papershelf-{os.urandom(8).hex()}{PART_SUFFIX}"
        _write_new(temporary, (data,) if isinstance(data, bytes) else data)
        if check is not None:
            check(temporary)
        _give_rights(temporary, target, mode)
        os.replace(temporary, target)
        temporary = None
        sync_folder(target.parent)
    except (OSError, ValueError) as error:
        raise file_error(error, path) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _give_rights(temporary: Path, target: Path, mode: int) -> None:
    if target.exists():
        temporary.chmod(target.stat().st_mode & 0o777)
    elif mode != 0o600:
        with suppress(OSError):  # disks that know no rights
            temporary.chmod(mode)


def _write_new(path: Path, chunks: Iterable[bytes]) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    with open(os.open(path, flags, 0o600), "wb") as file:
        for chunk in chunks:
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` last through a power loss. Raises OSError. Windows has no such call."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network and FUSE folders refuse to be synced; there is nothing more that could be done for them.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)

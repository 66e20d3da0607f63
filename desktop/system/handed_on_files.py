"""Files and folders that leave the library: others may read them, as far as the person's umask says."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from desktop.system.atomic_write import file_error, write_atomically
from desktop.system.rights import handed_on_file, handed_on_folder


def hand_on(path: Path, data: bytes | Iterable[bytes], *, check: Callable[[Path], object] | None = None) -> None:
    """Write a file as `write_atomically` does, which raises what this raises."""
    write_atomically(path, data, check=check, mode=handed_on_file())


def folder_for_others(folder: Path) -> None:
    """Make the folder, and those that it lies in, if they are not there. Raises FileError."""
    try:
        missing = [place for place in (folder, *folder.parents) if not place.exists()]
        for place in reversed(missing):
            place.mkdir(exist_ok=True)
            with suppress(OSError):  # disks that know no rights
                place.chmod(handed_on_folder())
        folder.mkdir(exist_ok=True)  # tells of a file of this name
    except (OSError, ValueError) as error:
        raise file_error(error, folder) from error

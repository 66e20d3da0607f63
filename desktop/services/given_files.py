"""The files that a person gives to the program: named ones, and those of folders."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from desktop.domain.errors import AppError, FileError, Reason


def files_of(paths: Sequence[Path], library: Path, refused: list[tuple[str, AppError]]) -> list[Path]:
    """The files themselves and those of the folders, in order of their names; hidden ones are left out, and the
    library's own where a folder holds it. Folders that cannot be read are added to `refused`, with the reason.
    """
    own, named = library.resolve(), set(paths)
    return [path for path in _below(paths, refused) if path in named or own not in path.resolve().parents]


def _below(paths: Sequence[Path], refused: list[tuple[str, AppError]]) -> Iterator[Path]:
    for path in paths:
        try:
            with reading(path):
                inside = sorted(found for found in path.rglob("*") if found.is_file()) if path.is_dir() else None
        except FileError as error:
            refused.append((shown(path), error))
            continue
        if inside is None:
            yield path
            continue
        yield from (
            found for found in inside if not any(part.startswith(".") for part in found.relative_to(path).parts)
        )


def shown(path: Path | str) -> str:
    """A name that can be stored: Linux allows file names that are no UTF-8; their odd bytes become U+FFFD."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turns what the system says of a file or folder that cannot be read, or is gone, into FileError(UNREADABLE)."""
    try:
        yield
    except (OSError, ValueError) as error:
        detail = error.strerror if isinstance(error, OSError) else None
        raise FileError(Reason.UNREADABLE, shown(path), detail or str(error)) from error


def bytes_of(path: Path, most: int) -> bytes:
    """What an ordinary file holds. Raises FileError: UNREADABLE, TOO_LARGE for more than `most` bytes."""
    with reading(path):
        if path.exists() and not path.is_file():
            raise FileError(Reason.UNREADABLE, shown(path), "not an ordinary file")
        if path.stat().st_size > most:
            raise FileError(Reason.TOO_LARGE, shown(path), f"larger than {most // 1024 // 1024} MB")
        return path.read_bytes()


def head_of(path: Path, size: int) -> bytes:
    """The first bytes of a file. Raises FileError(UNREADABLE)."""
    with reading(path):
        if path.exists() and not path.is_file():  # a named pipe would never end
            raise FileError(Reason.UNREADABLE, shown(path), "not an ordinary file")
        with path.open("rb") as file:
            return file.read(size)

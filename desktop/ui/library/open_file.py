"""Files of the library in other programs of the system."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop.domain.errors import FileError, Reason


def open_file(library: Path, path: str) -> FileError | None:
    """Open the file, whose path is relative to the library, with the program that the system has for it. Says why if
    that did not work, or if the path leads elsewhere."""
    folder = library.resolve()
    file = (folder / path).resolve()
    inside = file.is_relative_to(folder)
    if inside and file.is_file() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
        return None
    return FileError(Reason.UNREADABLE, path)


def is_gone(library: Path, path: str) -> bool:
    """Whether there is nothing at that place of the library."""
    folder = library.resolve()
    file = (folder / path).resolve()
    return file.is_relative_to(folder) and not file.exists()


def show_folder(folder: Path) -> None:
    """Open the folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def show_folder_of(library: Path, path: str) -> None:
    """Show the folder of that file in the system's file manager."""
    folder = library.resolve()
    inside = (folder / path).resolve().parent
    if inside.is_relative_to(folder):
        show_folder(inside)

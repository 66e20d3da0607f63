"""Where exports go: the folder, and which of the names are taken there."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from desktop.ui.session import Session

_FOLDER = "export-folder"


def export_folder(session: Session) -> Path:
    """The folder of the last export; at first the person's documents, or their home where there is no such folder."""
    kept = session.recall(_FOLDER)
    if kept:
        return Path(kept)
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if documents.is_dir() else Path.home()


def remember_export_folder(session: Session, folder: Path) -> None:
    """Propose that folder the next time."""
    session.remember(_FOLDER, str(folder))


def is_file_name(name: str) -> bool:
    """Whether a file can be called so, on any system, as far as its characters tell."""
    return bool(name) and name not in (".", "..") and not set(name) & set('/\\\0\n\r\t:*?"<>|')


def same_files(folder: Path, names: Iterable[str]) -> frozenset[str]:
    """Which of these names are taken in the folder. Waits for the disk."""
    try:
        return frozenset(name for name in names if (folder / name).exists())
    except (OSError, ValueError):
        return frozenset()


def show_in_folder(path: str) -> None:
    """Open the folder of that file in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(path).parent)))

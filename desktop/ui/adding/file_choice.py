"""Asking for files and folders to take in."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.ui.session import Session

_FOLDER = "import-folder"


def choose_files(parent: QWidget, session: Session, title: str) -> list[Path]:
    """The files that the person chooses, from where the last ones came; none if they think better of it."""
    filters = (
        QCoreApplication.translate(
            "FileChoice",
            "What holds papers (*.md *.markdown *.txt *.pdf *.bib *.ris *.json *.tex *.html *.htm *.csv)",
        ),
        QCoreApplication.translate("FileChoice", "All files (*)"),
    )
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, session.recall(_FOLDER), ";;".join(filters))
    if chosen:
        session.remember(_FOLDER, str(Path(chosen[0]).parent))
    return [Path(name) for name in chosen]


def choose_folder(parent: QWidget, session: Session, title: str) -> Path | None:
    """The folder that the person chooses, None if they think better of it."""
    chosen = QFileDialog.getExistingDirectory(parent, title, session.recall(_FOLDER))
    if not chosen:
        return None
    session.remember(_FOLDER, chosen)
    return Path(chosen)

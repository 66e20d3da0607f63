"""What the files of a paper are called."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.pdf_document import PdfFile
from desktop.ui.library.labels import short_text


def short_name(file: PdfFile) -> str:
    """As in "v2", or the name that the file came with."""
    if file.version is not None:
        return f"v{file.version}"
    return short_text(file.name) or QCoreApplication.translate("FileNames", "PDF")


def menu_names(files: Sequence[PdfFile]) -> list[str]:
    """The files as a menu lists them, newest first; the newest version is told."""
    newest = QCoreApplication.translate("FileNames", "{version} (newest)")
    names = [short_name(file) for file in files]
    if len(files) > 1 and files[0].version is not None:
        names[0] = newest.format(version=names[0])
    return names

"""What the files of a paper are called."""

from collections import Counter
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.pdf_document import PdfFile
from desktop.ui.library.labels import short_text


def short_name(file: PdfFile) -> str:
    """As in "v2", or the name that the file came with."""
    if file.version is not None:
        return f"v{file.version}"
    return short_text(file.name) or QCoreApplication.translate("FileNames", "PDF")


def menu_names(files: Sequence[PdfFile]) -> list[str]:
    """The files as a menu lists them, newest first; the newest version is told. Of those that would be called the same
    it is told what they came as, and when."""
    short = Counter(map(short_name, files))
    return [
        " · ".join((name, *_origin(file))) if short[short_name(file)] > 1 else name
        for name, file in zip(_versions(files), files, strict=True)
    ]


def _versions(files: Sequence[PdfFile]) -> Iterator[str]:
    newest = QCoreApplication.translate("FileNames", "{version} (newest)")
    several = len({file.version for file in files}) > 1
    for file in files:
        name, version = short_name(file), files[0].version
        yield newest.format(version=name) if several and version is not None and file.version == version else name


def _origin(file: PdfFile) -> Iterator[str]:
    if file.version is not None and file.name:
        yield short_text(file.name)
    if file.added_at is not None:
        yield f"{file.added_at.astimezone():%Y-%m-%d %H:%M}"

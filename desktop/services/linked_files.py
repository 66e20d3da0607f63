"""The PDFs that entries of a bibliography name, where they are found."""

import os
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from desktop.domain.bibliography import FileLink
from desktop.domain.bibliography_import import LinkedPdf
from desktop.domain.errors import FileError
from desktop.domain.paper import PaperFile
from desktop.domain.pdf_marks import HEAD, begins_like_pdf
from desktop.services.given_files import head_of
from desktop.system.paper_files import file_sha256


def linked_pdfs(
    links: Iterable[FileLink], folder: Path | None, held: Iterable[PaperFile] = ()
) -> tuple[list[LinkedPdf], list[FileLink]]:
    """The PDFs that are there and that the paper does not hold, and the links that lead nowhere.

    Relative ones start at `folder`, where the bibliography lies; without one they lead nowhere.
    """
    found: list[LinkedPdf] = []
    gone: list[FileLink] = []
    sizes = {file.size: file.sha256 for file in held}
    for link in links:
        path = _path(link.path, folder)
        if path is None:
            gone.append(link)
        elif not _holds(path, sizes) and str(path) not in {one.path for one in found}:
            found.append(LinkedPdf(str(path), link.description))
    return found, gone


def _path(told: str, folder: Path | None) -> Path | None:
    text = unquote(urlsplit(told).path) if told.lower().startswith("file:") else told
    if not text or "\0" in text:
        return None
    # Programs on Windows write backslashes, here part of a name at most; Mendeley leaves out the first slash.
    for spelling in dict.fromkeys((text, text.replace("\\", "/"), f"/{text}")):
        path = Path(os.path.expanduser(spelling))
        if not path.is_absolute():
            if folder is None:
                return None
            path = folder / path
        if _is_pdf(path):
            return path
    return None


def _is_pdf(path: Path) -> bool:
    try:
        return path.is_file() and begins_like_pdf(head_of(path, HEAD))
    except (FileError, OSError, ValueError):
        return False


def _holds(path: Path, sizes: dict[int, str]) -> bool:
    try:
        size = path.stat().st_size
        return size in sizes and file_sha256(path) == sizes[size]
    except (FileError, OSError):
        return False

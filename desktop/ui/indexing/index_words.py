"""How far the index of the words of PDFs is, in words."""

from PySide6.QtCore import QCoreApplication

from desktop.ui import wording
from desktop.ui.indexing.indexer import IndexView


def status_words(view: IndexView) -> str:
    """One line for the status bar; empty while nothing is being read."""
    if not view.title or view.resting:
        return ""
    words = QCoreApplication.translate("Indexing", "Reading PDFs for the search: {done} of {files}")
    numbers = {"done": wording.number(view.overview.done), "files": wording.number(view.overview.files)}
    return words.format(**numbers)


def progress_words(view: IndexView) -> str:
    """Why not everything is found yet; empty if all PDFs were read."""
    translate = QCoreApplication.translate
    waiting = view.overview.waiting
    if not waiting:
        return ""
    if view.paused:
        words = translate("Indexing", "{pdfs} not read yet: reading is paused.")
    elif view.on_battery:
        words = translate("Indexing", "{pdfs} not read yet: this waits until the computer no longer runs on battery.")
    else:
        words = translate("Indexing", "{pdfs} still to be read for the search.")
    return words.format(pdfs=wording.pdfs(waiting))


def textless_words(view: IndexView) -> str:
    """How many PDFs hold no text; empty if none does."""
    count = view.overview.without_text
    words = QCoreApplication.translate("Indexing", "{pdfs} without text")
    return words.format(pdfs=wording.pdfs(count)) if count else ""


def failed_words(view: IndexView) -> str:
    """How many PDFs could not be read; empty if all could."""
    count = view.overview.failed
    words = QCoreApplication.translate("Indexing", "{pdfs} could not be read")
    return words.format(pdfs=wording.pdfs(count)) if count else ""

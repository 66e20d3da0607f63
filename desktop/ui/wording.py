"""Numbers and steps in words, in the language of the window."""

import math
from collections.abc import Iterable
from functools import reduce

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.domain.undo import UndoKind, UndoLabel
from desktop.ui.language import QT_TRANSLATE_NOOP


def number(value: int) -> str:
    """The number with the separators of the language: 65,538."""
    return QLocale().toString(value)


def listed(parts: Iterable[str]) -> str:
    """Things beside each other: 5 papers, 1 digest."""
    return QCoreApplication.translate("Wording", ", ").join(parts)


def sentences(parts: Iterable[str]) -> str:
    """Sentences after each other. Chinese puts no space between them."""
    two = QCoreApplication.translate("Wording", "{sentence} {next}")
    return reduce(lambda before, then: two.format(sentence=before, next=then), parts, "").strip()


def papers(count: int) -> str:
    """1 paper, 65,538 papers."""
    if count == 1:
        return QCoreApplication.translate("Wording", "1 paper")
    return QCoreApplication.translate("Wording", "{count} papers").format(count=number(count))


def digests(count: int) -> str:
    """1 digest, 124 digests."""
    if count == 1:
        return QCoreApplication.translate("Wording", "1 digest")
    return QCoreApplication.translate("Wording", "{count} digests").format(count=number(count))


def marks(count: int) -> str:
    """1 mark, 12 marks."""
    if count == 1:
        return QCoreApplication.translate("Wording", "1 mark")
    return QCoreApplication.translate("Wording", "{count} marks").format(count=number(count))


def pdfs(count: int) -> str:
    """1 PDF, 12 PDFs."""
    if count == 1:
        return QCoreApplication.translate("Wording", "1 PDF")
    return QCoreApplication.translate("Wording", "{count} PDFs").format(count=number(count))


def size(count: int) -> str:
    """So many bytes: 1.2 MB."""
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def duration(seconds: float) -> str:
    """A time to wait, rounded up: 40 s, 3 min, 1 h 6 min. It is not broken into two lines."""
    whole = max(math.ceil(seconds), 1)
    hours, minutes = divmod(math.ceil(whole / 60), 60)
    if whole < 60:
        text = QCoreApplication.translate("Wording", "{seconds} s")
    elif not hours:
        text = QCoreApplication.translate("Wording", "{minutes} min")
    else:
        text = QCoreApplication.translate("Wording", "{hours} h {minutes} min")
    return text.format(seconds=whole, minutes=minutes, hours=number(hours)).replace(" ", "\N{NO-BREAK SPACE}")


_STEPS = {
    UndoKind.EDIT_TEXT: QT_TRANSLATE_NOOP("Wording", "edit of {papers}"),
    UndoKind.EDIT_FACT: QT_TRANSLATE_NOOP("Wording", "edit of {papers}"),
    UndoKind.REVERT_TEXT: QT_TRANSLATE_NOOP("Wording", "return to the digest’s text"),
    UndoKind.SPLIT: QT_TRANSLATE_NOOP("Wording", "split of a paper"),
    UndoKind.TRASH: QT_TRANSLATE_NOOP("Wording", "move of {papers} to Trash"),
    UndoKind.RESTORE: QT_TRANSLATE_NOOP("Wording", "restoring of {papers}"),
    UndoKind.REMOVE_DIGEST: QT_TRANSLATE_NOOP("Wording", "removal of a digest"),
    UndoKind.IMPORT: QT_TRANSLATE_NOOP("Wording", "import of {papers}"),
    UndoKind.ADD: QT_TRANSLATE_NOOP("Wording", "adding of {papers}"),
    UndoKind.ATTACH: QT_TRANSLATE_NOOP("Wording", "PDF attached to {papers}"),
    UndoKind.MATCH: QT_TRANSLATE_NOOP("Wording", "arXiv id taken over for {papers}"),
    UndoKind.NEW_VERSION: QT_TRANSLATE_NOOP("Wording", "newest version of {papers}"),
}


def step(label: UndoLabel) -> str:
    """A step as it stands behind Undo: "move of 3 papers to Trash"."""
    text = QCoreApplication.translate("Wording", _STEPS[label.kind])
    return text.format(papers=papers(label.count))


_DONE = {
    UndoKind.EDIT_TEXT: QT_TRANSLATE_NOOP("Wording", "Edited {papers}."),
    UndoKind.EDIT_FACT: QT_TRANSLATE_NOOP("Wording", "Edited {papers}."),
    UndoKind.REVERT_TEXT: QT_TRANSLATE_NOOP("Wording", "The digest’s text is back."),
    UndoKind.SPLIT: QT_TRANSLATE_NOOP("Wording", "The entry is a paper of its own now."),
    UndoKind.TRASH: QT_TRANSLATE_NOOP("Wording", "Moved {papers} to the Trash."),
    UndoKind.RESTORE: QT_TRANSLATE_NOOP("Wording", "Restored {papers}."),
    UndoKind.REMOVE_DIGEST: QT_TRANSLATE_NOOP("Wording", "Removed the digest."),
    UndoKind.IMPORT: QT_TRANSLATE_NOOP("Wording", "Imported {papers}."),
    UndoKind.ADD: QT_TRANSLATE_NOOP("Wording", "Added {papers}."),
    UndoKind.ATTACH: QT_TRANSLATE_NOOP("Wording", "PDF attached to {papers}."),
    UndoKind.MATCH: QT_TRANSLATE_NOOP("Wording", "Took over the arXiv id of {papers}."),
    UndoKind.NEW_VERSION: QT_TRANSLATE_NOOP("Wording", "The newest version of {papers} is shown."),
}


def done(label: UndoLabel) -> str:
    """A step as it is told once it was done: "Moved 3 papers to the Trash."."""
    return QCoreApplication.translate("Wording", _DONE[label.kind]).format(papers=papers(label.count))

"""What happened to a paper, in quiet lines."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.history import Event, HistoryEntry
from desktop.domain.undo import UndoKind
from desktop.services.library import LibraryServices
from desktop.ui.language import QT_TRANSLATE_NOOP
from desktop.ui.library.folded_section import FoldedSection, wrapped
from desktop.ui.library.labels import plain_label
from desktop.ui.library.origin_words import day
from desktop.ui.tasks import TaskRunner
from desktop.ui.theme import theme

_Kind = UndoKind
_WORDS: dict[tuple[UndoKind | Event, str], str] = {
    (Event.ADDED, ""): QT_TRANSLATE_NOOP("History", "Added to the library"),
    (Event.IN_DIGEST, "*"): QT_TRANSLATE_NOOP("History", "Imported with {detail}"),
    (Event.VERSION_TOLD, "*"): QT_TRANSLATE_NOOP("History", "arXiv told of {detail}"),
    (Event.PDF_CAME, ""): QT_TRANSLATE_NOOP("History", "PDF added"),
    (Event.PDF_CAME, "*"): QT_TRANSLATE_NOOP("History", "PDF added: {detail}"),
    (Event.FIRST_MARK, ""): QT_TRANSLATE_NOOP("History", "First mark"),
    (Event.LAST_MARK, ""): QT_TRANSLATE_NOOP("History", "Newest mark"),
    (Event.LAST_READ, ""): QT_TRANSLATE_NOOP("History", "Last open in the reader"),
    (_Kind.STATUS, "inbox"): QT_TRANSLATE_NOOP("History", "Moved to the inbox"),
    (_Kind.STATUS, "queued"): QT_TRANSLATE_NOOP("History", "Queued"),
    (_Kind.STATUS, "reading"): QT_TRANSLATE_NOOP("History", "Reading began"),
    (_Kind.STATUS, "read"): QT_TRANSLATE_NOOP("History", "Marked as read"),
    (_Kind.STATUS, "archived"): QT_TRANSLATE_NOOP("History", "Archived"),
    (_Kind.STATUS, "*"): QT_TRANSLATE_NOOP("History", "Status changed"),
    (_Kind.STAR, ""): QT_TRANSLATE_NOOP("History", "Starred"),
    (_Kind.UNSTAR, ""): QT_TRANSLATE_NOOP("History", "Star taken off"),
    (_Kind.PRIORITY, "0"): QT_TRANSLATE_NOOP("History", "Priority taken off"),
    (_Kind.PRIORITY, "1"): QT_TRANSLATE_NOOP("History", "Low priority"),
    (_Kind.PRIORITY, "2"): QT_TRANSLATE_NOOP("History", "Medium priority"),
    (_Kind.PRIORITY, "3"): QT_TRANSLATE_NOOP("History", "High priority"),
    (_Kind.PRIORITY, "*"): QT_TRANSLATE_NOOP("History", "Priority changed"),
    (_Kind.DUE, ""): QT_TRANSLATE_NOOP("History", "Due date taken off"),
    (_Kind.DUE, "*"): QT_TRANSLATE_NOOP("History", "Due on {detail}"),
    (_Kind.TAG, "*"): QT_TRANSLATE_NOOP("History", "Tagged “{detail}”"),
    (_Kind.UNTAG, "*"): QT_TRANSLATE_NOOP("History", "Tag “{detail}” taken off"),
    (_Kind.COLLECT, "*"): QT_TRANSLATE_NOOP("History", "Put into “{detail}”"),
    (_Kind.UNCOLLECT, "*"): QT_TRANSLATE_NOOP("History", "Taken out of “{detail}”"),
    (_Kind.EDIT_TEXT, ""): QT_TRANSLATE_NOOP("History", "Text edited"),
    (_Kind.EDIT_FACT, ""): QT_TRANSLATE_NOOP("History", "Facts edited"),
    (_Kind.REVERT_TEXT, ""): QT_TRANSLATE_NOOP("History", "Went back to the text as it came"),
    (_Kind.NEW_VERSION, ""): QT_TRANSLATE_NOOP("History", "Newest version shown"),
    (_Kind.MATCH, ""): QT_TRANSLATE_NOOP("History", "arXiv id taken over"),
    (_Kind.SPLIT, ""): QT_TRANSLATE_NOOP("History", "Split off from another paper"),
    (_Kind.MERGE_PAPERS, ""): QT_TRANSLATE_NOOP("History", "Merged with another paper"),
    (_Kind.KEEP_APART, ""): QT_TRANSLATE_NOOP("History", "Kept apart from a paper that looks alike"),
    (_Kind.TRASH, ""): QT_TRANSLATE_NOOP("History", "Moved to the Trash"),
    (_Kind.RESTORE, ""): QT_TRANSLATE_NOOP("History", "Restored from the Trash"),
    (_Kind.REMOVE_DIGEST, ""): QT_TRANSLATE_NOOP("History", "Went to the Trash with its digest"),
}
"""By kind and detail; "*" stands for any detail that has no words of its own, "" for none, and for any where the words
tell no detail."""


class HistorySection(FoldedSection[HistoryEntry]):
    """The newest first."""

    def __init__(self, tasks: TaskRunner, services: LibraryServices, parent: QWidget | None = None) -> None:
        super().__init__(tasks, lambda paper: services.reading_list.history(paper), parent)
        self._name()

    def line(self, found: HistoryEntry) -> QWidget:
        """A day, and what happened."""
        line = QWidget(self)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().space(2))
        date = plain_label("muted", day(found.at), parent=line)
        date.setToolTip(f"{found.at.astimezone():%Y-%m-%d %H:%M}")
        layout.addWidget(date)
        layout.addWidget(wrapped("", entry_words(found), line), 1)
        return line

    def nothing(self) -> str:
        """What is said where nothing was found."""
        return self.tr("Nothing is known of what happened to this paper.")

    def _name(self) -> None:
        self.heading.setText(self.tr("History"))

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)


def entry_words(entry: HistoryEntry) -> str:
    """What happened, in a few words."""
    keys = ((entry.what, entry.detail), (entry.what, "*"), (entry.what, ""))
    text = next((_WORDS[key] for key in keys if key in _WORDS), "{detail}")
    return QCoreApplication.translate("History", text).format(detail=entry.detail)

"""What the fields of a search and their choices look for, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from desktop.ui.language import QT_TRANSLATE_NOOP

_FIELDS = {
    "title": QT_TRANSLATE_NOOP("SearchFields", "words of the title, original or translated"),
    "author": QT_TRANSLATE_NOOP("SearchFields", "a name among the authors"),
    "abstract": QT_TRANSLATE_NOOP("SearchFields", "words of the abstract"),
    "summary": QT_TRANSLATE_NOOP("SearchFields", "words of the one-sentence summary"),
    "note": QT_TRANSLATE_NOOP("SearchFields", "words of your own note"),
    "mark": QT_TRANSLATE_NOOP("SearchFields", "words that you marked, or wrote on a mark"),
    "pdf": QT_TRANSLATE_NOOP("SearchFields", "words of its PDFs"),
    "id": QT_TRANSLATE_NOOP("SearchFields", "the beginning of an arXiv id or DOI"),
    "year": QT_TRANSLATE_NOOP("SearchFields", "a year, a month, or from–to"),
    "in": QT_TRANSLATE_NOOP("SearchFields", "a part of a digest’s name"),
    "feed": QT_TRANSLATE_NOOP("SearchFields", "what a feed brought"),
    "tag": QT_TRANSLATE_NOOP("SearchFields", "a tag, with those below it"),
    "collection": QT_TRANSLATE_NOOP("SearchFields", "a collection, with those below it"),
    "search": QT_TRANSLATE_NOOP("SearchFields", "what a saved search finds"),
    "status": QT_TRANSLATE_NOOP("SearchFields", "how far you are"),
    "is": QT_TRANSLATE_NOOP("SearchFields", "starred, due or overdue"),
    "priority": QT_TRANSLATE_NOOP("SearchFields", "how urgent it is"),
    "due": QT_TRANSLATE_NOOP("SearchFields", "today, week, 14d or a date: when it is due"),
    "added": QT_TRANSLATE_NOOP("SearchFields", "today, week, 7d or a date: when it came in"),
    "read": QT_TRANSLATE_NOOP("SearchFields", "today, week, 7d or a date: when you had read it"),
    "has": QT_TRANSLATE_NOOP("SearchFields", "what a paper has"),
}
_CHOICES = {
    ("has", "pdf"): QT_TRANSLATE_NOOP("SearchFields", "a PDF is in the library"),
    ("has", "note"): QT_TRANSLATE_NOOP("SearchFields", "a note of your own"),
    ("has", "marks"): QT_TRANSLATE_NOOP("SearchFields", "marks on its PDFs"),
    ("has", "summary"): QT_TRANSLATE_NOOP("SearchFields", "a one-sentence summary"),
    ("has", "translation"): QT_TRANSLATE_NOOP("SearchFields", "a translated title or abstract"),
    ("has", "abstract"): QT_TRANSLATE_NOOP("SearchFields", "an abstract"),
    ("has", "update"): QT_TRANSLATE_NOOP("SearchFields", "a newer version on arXiv"),
    ("has", "tags"): QT_TRANSLATE_NOOP("SearchFields", "a tag, whichever"),
    ("has", "collections"): QT_TRANSLATE_NOOP("SearchFields", "a place in a collection, whichever"),
    ("has", "due"): QT_TRANSLATE_NOOP("SearchFields", "a due date"),
    ("status", "inbox"): QT_TRANSLATE_NOOP("SearchFields", "not sorted yet"),
    ("status", "queued"): QT_TRANSLATE_NOOP("SearchFields", "in the queue"),
    ("status", "reading"): QT_TRANSLATE_NOOP("SearchFields", "begun"),
    ("status", "read"): QT_TRANSLATE_NOOP("SearchFields", "read to the end"),
    ("status", "archived"): QT_TRANSLATE_NOOP("SearchFields", "put aside without being read"),
    ("status", "unread"): QT_TRANSLATE_NOOP("SearchFields", "inbox, queued or reading"),
    ("is", "starred"): QT_TRANSLATE_NOOP("SearchFields", "with a star"),
    ("is", "due"): QT_TRANSLATE_NOOP("SearchFields", "due by the end of this week, or overdue"),
    ("is", "overdue"): QT_TRANSLATE_NOOP("SearchFields", "was due before today"),
    ("priority", "high"): QT_TRANSLATE_NOOP("SearchFields", "most urgent"),
    ("priority", "medium"): QT_TRANSLATE_NOOP("SearchFields", "urgent"),
    ("priority", "low"): QT_TRANSLATE_NOOP("SearchFields", "less urgent"),
    ("priority", "none"): QT_TRANSLATE_NOOP("SearchFields", "without a priority"),
}


def field_words(field: str) -> str:
    """What a field looks for; empty for one that is not known."""
    words = _FIELDS.get(field, "")
    return QCoreApplication.translate("SearchFields", words)


def choice_words(field: str, choice: str) -> str:
    """What a choice of a field looks for; empty for one that is not known."""
    words = _CHOICES.get((field, choice), "")
    return QCoreApplication.translate("SearchFields", words)

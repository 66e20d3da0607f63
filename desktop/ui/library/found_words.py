"""Where a search found its words, counted as Qt counts characters (UTF-16 units)."""

from collections.abc import Sequence

from desktop.domain.search_marks import Needles, find_marks


def found_words(text: str, needles: Needles, field: str) -> list[tuple[int, int]]:
    """(start, length) of the hits in the text, for QTextLayout and QTextCursor. `field` is the search field it is."""
    return as_qt_counts(text, find_marks(text, needles, field))


def as_qt_counts(text: str, marks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """(start, length) for each (start, end) in the text."""
    if not marks or text.isascii() or max(text) <= "\uffff":
        return [(start, end - start) for start, end in marks]
    offsets = [0]
    for character in text:
        offsets.append(offsets[-1] + (2 if character > "\uffff" else 1))
    return [(offsets[start], offsets[end] - offsets[start]) for start, end in marks]

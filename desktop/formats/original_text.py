"""Files that no grammar explains: their bytes are kept, and single strings are replaced where they stand.

A `Span.field` is the name of an entry's string, or a form of it: `table_title` (see `digest_markdown`), or `line NAME`
for a string on a line that has lost its indentation because it was empty.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desktop.domain.digest import ENTRY_FIELDS, Digest, DigestFormat, Entry, Span
from desktop.formats.digest_markdown import table_title

TABLE_TITLE = "table_title"
_BARE_LINE = "line "
_BYTE_ORDER_MARK = "\ufeff"
_DAILY_PAPERS_FIELDS = ("title", "abstract", "listing")


def bare_line(field: str) -> str:
    """The form of a string whose line must be indented before it can hold text."""
    return _BARE_LINE + field


def field_of(form: str) -> str:
    """The name of the string that a `Span.field` is a form of."""
    return "title" if form == TABLE_TITLE else form.removeprefix(_BARE_LINE)


class Line(NamedTuple):
    """text[start:end] is a line without its line end (and byte order mark), text[first] its first visible character."""

    number: int
    """From 1."""
    start: int
    first: int
    end: int


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank. Lines end at LF or CR LF and nowhere else."""
    lines: list[Line] = []
    position = int(text.startswith(_BYTE_ORDER_MARK))
    for number, line in enumerate(text[position:].split("\n"), 1):
        end = position + len(line)
        if visible := line.lstrip(" \t\r"):
            lines.append(Line(number, position, end - len(visible), end - (visible[-1] == "\r")))
        position = end + 1
    return lines


def as_written(entry: Entry, form: str, one_line: bool = False) -> str:
    """What stands in the file where a string stands in that form; `one_line` where titles may not hold line feeds."""
    if form == TABLE_TITLE:
        return table_title(entry.title)
    field = field_of(form)
    value: str = getattr(entry, field)
    if field != "listing" and (one_line or field != "title") and "\n" in value:
        value = value.replace("\n", " ")
    return "    " + value if value and form != field else value


def true_spans(text: str, entries: Sequence[Entry], spans: Iterable[Span]) -> tuple[Span, ...]:
    """Those spans that hold what their entry says, in the order of the text.

    A table row that tells something else than the footnote it belongs to is thus left as it is.
    """
    agreeing = {span for span in spans if text[span.start : span.end] == as_written(entries[span.entry], span.field)}
    return tuple(sorted(agreeing, key=lambda span: span.start))


def write_original(digest: Digest, original: bytes) -> bytes:
    """The original bytes, with the strings replaced that the entries now tell otherwise."""
    text = original.decode()
    one_line = digest.format is DigestFormat.DAILY_PAPERS
    pieces: list[str] = []
    position = 0
    for span in digest.spans:
        was = text[span.start : span.end]
        entry = digest.entries[span.entry]
        if as_written(entry, span.field) != was:
            pieces += (text[position : span.start], as_written(entry, span.field, one_line))
            position = span.end
    if not pieces:
        return original
    return b"".join(piece.encode() for piece in (*pieces, text[position:]))


def has_place(digest: Digest, entry: int, field: str) -> bool:
    """Whether that string of entry number `entry` (from 0) can be written into the digest's file at all."""
    if digest.original is not None:
        return any(span.entry == entry and field_of(span.field) == field for span in digest.spans)
    if digest.format is DigestFormat.DAILY_PAPERS:
        return field in _DAILY_PAPERS_FIELDS
    return field in ENTRY_FIELDS and field != "listing" and not (field == "summary_en" and digest.generation == 1)

"""A digest that the grammar does not explain: edited by hand, cut off, with other headings, line ends or numbers.

What looks like a table row or a footnote is read, everything else is reported, and each string is remembered with its
place in the file, so that nothing has to be written anew. Linear in the size of the text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.digest import Digest, DigestFormat, Entry, Span
from desktop.formats.original_text import TABLE_TITLE, Line, bare_line, field_of, lines_of, true_spans
from desktop.formats.row_matching import Place, Row, matched_rows

_ROW = re.compile(r"\|[ \t]*\[\^([0-9]{1,9})\][ \t]*\|[ \t]*\[")
_FOOTNOTE = re.compile(r"\[\^([0-9]{1,9})\]:[ \t]?")
_HEADING = re.compile(r"#{1,6}[ \t]")
_TABLE_RULE = re.compile(r"\|[ \t:|-]+")
_TABLE_CELL_END = re.compile(r"\)[ \t]*\|")
_NEXT_CELL = re.compile(r"[ \t]*\| ?")
_INDENT = 4
_FIELDS = {1: ("translated_abstract", "abstract"), 2: ("summary", "summary_en", "translated_abstract", "abstract")}
_FEWER_FIELDS = {
    1: (("abstract",),),
    2: (("abstract",), ("translated_abstract", "abstract"), ("summary", "translated_abstract", "abstract")),
}
"""Which strings a footnote holds that has only one, two or three of them."""

_Places = list[tuple[str, Place]]
"""Form of a string (`Span.field`) and where it stands."""


@dataclass(slots=True)
class _Footnote:
    """The detail of one paper, as far as it was understood."""

    number: int
    head: Line
    translated_title: Place
    lines: Sequence[Line] = ()
    """All that are not blank, after the first."""
    stop: int = 0
    """Number of the line after the last, blank ones included."""
    title: Place | None = None
    indented: bool = False
    link: str | None = None
    links: tuple[Place, ...] = ()
    before: Line | None = None
    """The line that the other strings come after."""
    fields: Sequence[Line] = ()
    strange: Sequence[Line] = ()
    """Lines among them that are none: not indented as they are, or a link that is cut off."""

    @property
    def is_paper(self) -> bool:
        """Whether it says enough to be told from a footnote of another kind of text."""
        return self.title is not None and (self.indented or self.link is not None)


def read_loose_digest(data: bytes, text: str) -> Digest | None:
    """What can be read, with `original` and `spans`; None if there is not one entry in it."""
    if "[^" not in text:
        return None
    rows, footnotes, strange = _parts(text, lines_of(text))
    for footnote in footnotes:
        if footnote.lines:
            _split_footnote(text, footnote)
    few = all(len(footnote.fields) <= len(_FIELDS[1]) for footnote in footnotes)
    generation = 1 if footnotes and few else 2
    entries: list[Entry] = []
    spans: list[Span] = []
    titles = [(note.number, note.link, text[slice(*note.title)] if note.title else "") for note in footnotes]
    for row, index in matched_rows(text, rows, titles):
        places = _row_places(row) if row else []
        if index is not None:
            footnote, is_last = footnotes[index], index == len(footnotes) - 1
            if row is None and not footnote.is_paper:
                strange += [footnote.head, *footnote.lines]
                continue
            from_row = places
            places = _footnote_places(text, footnote, strange, generation, is_last=is_last)
            places = (_uncut(text, from_row, dict(places)) if is_last else []) + places + from_row
        spans += [Span(len(entries), form, *place) for form, place in places]
        entries.append(_entry(text, places))
    if not entries:
        return None
    numbers = tuple(sorted({line.number for line in strange}))
    true = true_spans(text, entries, spans)
    return Digest(DigestFormat.DIGEST, tuple(entries), generation, original=data, spans=true, not_understood=numbers)


def _parts(text: str, lines: list[Line]) -> tuple[list[Row], list[_Footnote], list[Line]]:
    """Table rows, footnotes with their lines, and lines that are neither (headings and table heads aside)."""
    rows: list[Row] = []
    footnotes: list[_Footnote] = []
    strange: list[Line] = []
    open_footnote: _Footnote | None = None
    own: list[Line] = strange
    for line in lines:
        mark = text[line.first] if line.first - line.start < _INDENT else ""
        footnote = None
        if mark == "[" and (start := _FOOTNOTE.match(text, line.first, line.end)):
            footnote = _Footnote(int(start[1]), line, (start.end(), line.end))
            footnotes.append(footnote)
        elif mark == "|" and (start := _ROW.match(text, line.first, line.end)):
            _take_row(text, start, line, rows, strange)
        elif not (mark and mark in "|#" and _is_furniture(text, line, strange)):
            own.append(line)
            continue
        if open_footnote is not None:
            open_footnote.stop = line.number
        open_footnote = footnote
        own = strange if footnote is None else []
        if footnote is not None:
            footnote.lines = own
    if open_footnote is not None:
        open_footnote.stop = text.count("\n") + 2
    return rows, footnotes, strange


def _is_furniture(text: str, line: Line, strange: list[Line]) -> bool:
    """Whether the line is a heading or the rule of a table, which explains the line before it too."""
    if _TABLE_RULE.fullmatch(text, line.first, line.end):
        if strange and strange[-1].number == line.number - 1:
            strange.pop()
        return True
    return _HEADING.match(text, line.start, line.end) is not None


def _take_row(text: str, start: re.Match[str], line: Line, rows: list[Row], strange: list[Line]) -> None:
    """Read the row whose title begins where `start` ends: the first `](link) |` without white space in the link ends
    the title. A row without one is strange."""
    searched = start.end()
    for cell_end in _TABLE_CELL_END.finditer(text, searched, line.end):
        middle, link_end = text.rfind("](", searched, cell_end.start()), cell_end.start()
        if middle >= 0 and not any(map(str.isspace, text[middle + 2 : link_end])):
            cell = _NEXT_CELL.match(text, link_end + 1, line.end)
            summary = cell.end() if cell else line.end
            last = (summary, _row_end(text, summary, line.end))
            rows.append(Row(int(start[1]), (start.end(), middle), (middle + 2, link_end), last))
            return
        searched = cell_end.end()
    strange.append(line)


def _row_end(text: str, start: int, end: int) -> int:
    """Where the last cell's text ends: before one space and the closing bar, if there is one."""
    cell = text[start:end].rstrip(" \t")
    return start + len(cell[:-1].removesuffix(" ")) if cell.endswith("|") else end


def _split_footnote(text: str, footnote: _Footnote) -> None:
    """Find the title, the link line and the lines of the other strings."""
    lines = footnote.lines
    at = next((index for index, line in enumerate(lines) if _is_link(text, line, footnote)), None)
    titles = lines[:1] if at is None else lines[:at]
    if titles:
        start = _text_start(text, titles[0])
        footnote.title, footnote.indented = (start, titles[-1].end), start > titles[0].start
    after = 0 if at is None else at
    footnote.before = lines[after]
    footnote.fields, footnote.strange = [], []
    for line in lines[after + 1 :]:
        is_cut_link = at is None and line is lines[-1] and text[line.first] == "["
        is_field = not is_cut_link and (line.first > line.start or not footnote.indented)
        (footnote.fields if is_field else footnote.strange).append(line)


def _is_link(text: str, line: Line, footnote: _Footnote) -> bool:
    """Take `[link](link)`, or any link to a web page that has the line for itself."""
    if text[line.first] != "[":
        return False
    written = text[line.first : line.end].rstrip(" \t")
    half = (len(written) - 4) // 2
    twice = f"[{written[1 : half + 1]}]({written[1 : half + 1]})" == written
    middle = half + 1 if twice else written.find("](")
    link = written[middle + 2 : -1]
    if not written.endswith(")") or middle < 0 or not (twice or ("://" in link and len(link.split()) == 1)):
        return False
    last = (line.first + middle + 2, line.first + len(written) - 1)
    footnote.link = link
    footnote.links = ((line.first + 1, line.first + middle), last) if twice else (last,)
    return True


def _text_start(text: str, line: Line) -> int:
    """Where the text of an indented line begins: after four spaces or a tab, the rest belongs to the text."""
    return line.start + 1 if text[line.start] == "\t" else min(line.first, line.start + _INDENT)


def _footnote_places(text: str, footnote: _Footnote, strange: list[Line], generation: int, *, is_last: bool) -> _Places:
    """Where the strings of a footnote stand; adds its other lines to `strange`."""
    places: _Places = [("translated_title", footnote.translated_title)]
    if footnote.title is not None:
        places.append(("title", footnote.title))
    places += [("link", place) for place in footnote.links]
    names = _FIELDS[generation]
    standing = {line.number: line for line in footnote.fields}
    numbers = _by_position(footnote, len(names), is_last=is_last)
    if not numbers and 0 < len(standing) < len(names):
        names = _FEWER_FIELDS[generation][len(standing) - 1]
    for name, number in zip(names, numbers or list(standing), strict=False):
        line = standing.pop(number, None)
        places.append(
            (name, (_text_start(text, line), line.end)) if line else _blank_place(text, name, footnote, number)
        )
    strange += [*footnote.strange, *standing.values()]
    return places


def _by_position(footnote: _Footnote, count: int, *, is_last: bool) -> list[int]:
    """The line numbers of `count` strings if each second line is blank, as in the grammar.

    Also where empty strings have lost their indentation, and up to the end of a last footnote that is cut off. Empty if
    the lines stand otherwise.
    """
    if footnote.before is None:
        return []
    first = footnote.before.number + 2
    last = first + 2 * (count - 1)
    inside = [line.number for line in footnote.fields if line.number <= last]
    beyond = any(line.number == last + 2 for line in footnote.fields)  # notes below, while the last string is empty
    complete = last in inside or footnote.stop == last + 2 or beyond
    if any((number - first) % 2 for number in inside) or not (complete or is_last):
        return []
    return list(range(first, (last if complete else max(inside, default=0)) + 1, 2))


def _blank_place(text: str, name: str, footnote: _Footnote, number: int) -> tuple[str, Place]:
    """The place of an empty string, or one of spaces, on line `number` after the link."""
    line = footnote.before
    assert line is not None
    start = line.end
    for _ in range(number - line.number):
        start = text.find("\n", start) + 1
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    end -= text.endswith("\r", start, end)
    return (name, (start + _INDENT, end)) if end - start >= _INDENT else (bare_line(name), (end, end))


def _row_places(row: Row) -> _Places:
    return [(TABLE_TITLE, row.title), ("link", row.link), ("summary", row.summary)]


def _uncut(text: str, row: _Places, footnote: dict[str, Place]) -> _Places:
    """Those places of a row whose strings go on where the last footnote of a file is cut off."""

    def goes_on(whole: str, begun: str) -> bool:
        return len(whole) > len(begun) and whole.startswith(begun)

    told = [(form, place, footnote.get(field_of(form))) for form, place in row]
    return [(form, place) for form, place, cut in told if cut and goes_on(text[slice(*place)], text[slice(*cut)])]


def _entry(text: str, places: _Places) -> Entry:
    """The entry of these places; the first place of a string tells it."""
    values: dict[str, str] = {}
    for form, (start, end) in places:
        values.setdefault(field_of(form), text[start:end])
    return Entry(**{"title": "", **values})

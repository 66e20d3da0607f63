"""A digest that the grammar does not explain: edited by hand, cut off, with other headings, line ends or numbers.

What looks like a table row or a footnote is read, everything else is reported, and each string is remembered with its
place in the file, so that nothing has to be written anew. Linear in the size of the text.
"""

import re
from dataclasses import dataclass, field

from desktop.domain.digest import Digest, DigestFormat, Entry, Span
from desktop.formats.original_text import TABLE_TITLE, Line, bare_line, field_of, lines_of, true_spans
from desktop.formats.row_matching import Place, Row, matched_rows

_ROW = re.compile(r" {0,3}\|[ \t]*\[\^([0-9]{1,9})\][ \t]*\|[ \t]*\[")
_FOOTNOTE = re.compile(r" {0,3}\[\^([0-9]{1,9})\]:[ \t]?")
_HEADING = re.compile(r"#{1,6}[ \t]")
_TABLE_RULE = re.compile(r"[ \t]*\|[ \t:|-]+")
_TABLE_CELL_END = re.compile(r"\)[ \t]*\|")
_NEXT_CELL = re.compile(r"[ \t]*\| ?")
_INDENT = re.compile(r" {1,4}|\t")
_FIELDS = {1: ("translated_abstract", "abstract"), 2: ("summary", "summary_en", "translated_abstract", "abstract")}
_FEWER_FIELDS = {
    1: (("abstract",),),
    2: (("abstract",), ("translated_abstract", "abstract"), ("summary", "translated_abstract", "abstract")),
}
"""Which strings a footnote holds that has only one, two or three of them."""

_Places = list[tuple[str, Place]]
"""Form of a string (`Span.field`) and where it stands."""


@dataclass(slots=True)
class Footnote:
    """The detail of one paper, as far as it was understood."""

    number: int
    translated_title: Place
    head: Line
    lines: list[Line] = field(default_factory=list)
    """All after the first."""
    title: Place | None = None
    indented: bool = False
    link: str | None = None
    links: tuple[Place, ...] = ()
    fields: list[Line] = field(default_factory=list)
    """The lines after the link."""


def read_loose_digest(data: bytes, text: str) -> Digest | None:
    """What can be read, with `original` and `spans`; None if there is not one entry in it."""
    rows, footnotes, strange = _parts(text, lines_of(text))
    for footnote in footnotes:
        _split_footnote(text, footnote)
    few = all(len(_field_lines(text, footnote)) <= len(_FIELDS[1]) for footnote in footnotes)
    generation = 1 if footnotes and few else 2
    titles = [(note.number, note.link, text[slice(*note.title)] if note.title else "") for note in footnotes]
    entries: list[Entry] = []
    spans: list[Span] = []
    for row, index in matched_rows(text, rows, titles):
        places: _Places = []
        if index is not None:
            footnote = footnotes[index]
            if row is None and not (footnote.title and (footnote.indented or footnote.link)):
                strange += [footnote.head, *(line for line in footnote.lines if not line.blank)]
                continue
            places += _footnote_places(text, footnote, strange, generation, is_last=index == len(footnotes) - 1)
        places += _row_places(row) if row else []
        spans += [Span(len(entries), form, *place) for form, place in places]
        entries.append(_entry(text, places))
    if not entries:
        return None
    numbers = tuple(sorted({line.number for line in strange}))
    true = true_spans(text, entries, spans)
    return Digest(DigestFormat.DIGEST, tuple(entries), generation, original=data, spans=true, not_understood=numbers)


def _parts(text: str, lines: list[Line]) -> tuple[list[Row], list[Footnote], list[Line]]:
    """Table rows, footnotes with their lines, and lines that are neither (headings and table heads aside)."""
    rows: list[Row] = []
    footnotes: list[Footnote] = []
    strange: list[Line] = []
    inside = False
    for line in lines:
        if start := _FOOTNOTE.match(text, line.start, line.end):
            footnotes.append(Footnote(int(start[1]), (start.end(), line.end), line))
            inside = True
        elif start := _ROW.match(text, line.start, line.end):
            if row := _row(text, int(start[1]), start.end(), line.end):
                rows.append(row)
            else:
                strange.append(line)
            inside = False
        elif _is_furniture(text, line, strange):
            inside = False
        elif inside:
            footnotes[-1].lines.append(line)
        elif not line.blank:
            strange.append(line)
    return rows, footnotes, strange


def _is_furniture(text: str, line: Line, strange: list[Line]) -> bool:
    """Whether the line is a heading or the rule of a table, which explains the line before it too."""
    if _TABLE_RULE.fullmatch(text, line.start, line.end):
        if strange and strange[-1].number == line.number - 1:
            strange.pop()
        return True
    return _HEADING.match(text, line.start, line.end) is not None


def _row(text: str, number: int, start: int, end: int) -> Row | None:
    """The row whose title begins at `start`: the first `](link) |` without white space in the link ends it."""
    searched = start
    for cell_end in _TABLE_CELL_END.finditer(text, start, end):
        middle = text.rfind("](", searched, cell_end.start())
        if middle >= 0 and not any(map(str.isspace, text[middle + 2 : cell_end.start()])):
            summary = _NEXT_CELL.match(text, cell_end.start() + 1, end)
            last = _row_end(text, summary.end() if summary else end, end)
            return Row(
                number,
                (start, middle),
                (middle + 2, cell_end.start()),
                (summary.end(), last) if summary else (end, end),
            )
        searched = cell_end.end()
    return None


def _row_end(text: str, start: int, end: int) -> int:
    """Where the last cell's text ends: before one space and the closing bar, if there is one."""
    cell = text[start:end].rstrip(" \t")
    return start + len(cell[:-1].removesuffix(" ")) if cell.endswith("|") else end


def _split_footnote(text: str, footnote: Footnote) -> None:
    """Find the title, the link line and the lines of the other strings."""
    lines = footnote.lines
    filled = [index for index, line in enumerate(lines) if not line.blank]
    if not filled:
        return
    at = next((index for index in filled if _is_link(text, lines[index], footnote)), None)
    titles = filled[:1] if at is None else [index for index in filled if index < at]
    if titles:
        first, last = lines[titles[0]], lines[titles[-1]]
        start = _text_start(text, first)
        footnote.title, footnote.indented = (start, last.end), start > first.start
    footnote.fields = lines[(filled[0] if at is None else at) + 1 :]


def _is_link(text: str, line: Line, footnote: Footnote) -> bool:
    """Take `[link](link)`, or any link to a web page that has the line for itself."""
    start = _text_start(text, line)
    written = text[start : line.end].rstrip(" \t")
    if not (written.startswith("[") and written.endswith(")")):
        return False
    half = (len(written) - 4) // 2
    middle = half + 1 if written == f"[{written[1 : half + 1]}]({written[1 : half + 1]})" else written.find("](")
    shown, link = written[1:middle], written[middle + 2 : -1]
    if middle < 0 or (shown != link and ("://" not in link or any(map(str.isspace, written)))):
        return False
    places = (start + 1, start + middle), (start + middle + 2, start + len(written) - 1)
    footnote.link = link
    footnote.links = places if shown == link else places[1:]
    return True


def _text_start(text: str, line: Line) -> int:
    indent = _INDENT.match(text, line.start, line.end)
    return indent.end() if indent else line.start


def _field_lines(text: str, footnote: Footnote) -> list[int]:
    """Indexes of the lines that hold a string; in an indented footnote they are indented."""
    return [
        index
        for index, line in enumerate(footnote.fields)
        if not line.blank and (not footnote.indented or text[line.start] in " \t")
    ]


def _footnote_places(text: str, footnote: Footnote, strange: list[Line], generation: int, *, is_last: bool) -> _Places:
    """Where the strings of a footnote stand; adds its other lines to `strange`."""
    places: _Places = [("translated_title", footnote.translated_title)]
    if footnote.title is not None:
        places.append(("title", footnote.title))
    places += [("link", place) for place in footnote.links]
    filled = _field_lines(text, footnote)
    assigned = _by_position(footnote, filled, generation, is_last=is_last) or _by_count(filled, generation)
    for name, index in assigned.items():
        places.append(_field_place(text, name, footnote.fields[index]))
    used = set(assigned.values())
    strange += [line for index, line in enumerate(footnote.fields) if not line.blank and index not in used]
    return places


def _by_position(footnote: Footnote, filled: list[int], generation: int, *, is_last: bool) -> dict[str, int]:
    """String names and line indexes if each second line is blank, as in the grammar; also where empty strings lost
    their indentation, and in a last footnote that is cut off. Empty if the lines stand otherwise."""
    names = _FIELDS[generation]
    length = 2 * len(names)
    inside = [index for index in filled if index < length]
    complete = length - 1 in inside or len(footnote.fields) == length + 1
    if any(index % 2 == 0 for index in inside) or not (complete or is_last):
        return {}
    end = length if complete else max(inside, default=-1) + 1
    return {name: index for name, index in zip(names, range(1, end, 2), strict=False)}


def _by_count(filled: list[int], generation: int) -> dict[str, int]:
    names = _FIELDS[generation]
    if 0 < len(filled) < len(names):
        names = _FEWER_FIELDS[generation][len(filled) - 1]
    return dict(zip(names, filled, strict=False))


def _field_place(text: str, name: str, line: Line) -> tuple[str, Place]:
    start = _text_start(text, line)
    if line.blank and start < line.start + 4:
        return bare_line(name), (line.end, line.end)
    return name, (start, line.end)


def _row_places(row: Row) -> _Places:
    return [(TABLE_TITLE, row.title), ("link", row.link), ("summary", row.summary)]


def _entry(text: str, places: _Places) -> Entry:
    """The entry of these places; the first place of a string tells it."""
    values: dict[str, str] = {}
    for form, (start, end) in places:
        values.setdefault(field_of(form), text[start:end])
    return Entry(**{"title": "", **values})

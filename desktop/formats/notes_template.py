"""Templates of notes: Markdown with places to be filled, and nothing that could act.

`${name}` stands for a value. Lines that begin with `%%` are for the template itself: `%% if name` … `%% end` is left
out where the value is empty, `%% for marks` … `%% end` is repeated for each mark, any other `%%` line is a remark.
Further lines of a value stand as the line of its place does: in the same quotation or list.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.domain.errors import InputError, Reason

Values = Mapping[str, str]
PAPER_NAMES = frozenset(
    {
        "title",
        "translated_title",
        "authors",
        "published",
        "arxiv_id",
        "link",
        "place",
        "pdf",
        "summary",
        "translated_summary",
        "note",
        "marks",
    }
)
MARK_NAMES = frozenset(
    {"page", "color", "kind", "quote", "comment", "tags", "author", "date", "place", "pdf", "picture"}
)
"""Within `for marks`; the names of the paper hold there, too, but for those that a mark has itself."""

_PLACE = re.compile(r"\$(?:\$|\{([a-z_]+)\})")
_LEAD = re.compile(r"(?:[ >]|[-*+] )*")
LONGEST = 100_000
"""Characters of a template."""
_DEEPEST = 8


@dataclass
class _Part:
    """Lines and parts, to be shown if `name` has a value, or for each mark."""

    name: str = ""
    for_marks: bool = False
    content: "list[str | _Part]" = field(default_factory=list)


def check(template: str) -> None:
    """Raise InputError(BAD_TEMPLATE) if this is no template; the detail says what is wrong in which line."""
    _parsed(template)


def filled(template: str, paper: Values, marks: Sequence[Values]) -> str:
    """The template with these values, which are Markdown already. Raises InputError(BAD_TEMPLATE)."""
    whole = {**paper, "marks": "marks" if marks else ""}
    lines = "\n".join(_lines(_parsed(template), whole, marks)).split("\n")
    return "\n".join(_without_gaps(lines)).strip("\n") + "\n"


def _parsed(template: str) -> _Part:
    if len(template) > LONGEST:
        raise InputError(Reason.BAD_TEMPLATE, "", "it is too long")
    open_parts = [_Part()]
    for number, line in enumerate(template.lstrip("\ufeff").splitlines(), 1):
        if line.startswith("%%"):
            _follow(line[2:].split(), open_parts, number)
        else:
            _know(_PLACE.findall(line), open_parts, number)
            open_parts[-1].content.append(line)
    if len(open_parts) > 1:
        raise _wrong(number, "%% end is missing")
    return open_parts[0]


def _follow(words: Sequence[str], open_parts: list[_Part], number: int) -> None:
    """Do what a line for the template itself says."""
    if words == ["end"]:
        if len(open_parts) == 1:
            raise _wrong(number, "%% end without a beginning")
        open_parts.pop()
    elif words == ["for", "marks"] or words[:1] == ["if"]:
        part = _Part(words[1] if len(words) == 2 and words[0] == "if" else "", for_marks=words[0] == "for")
        _know([part.name or "" if not part.for_marks else "marks"], open_parts, number)
        if part.for_marks and any(each.for_marks for each in open_parts):
            raise _wrong(number, "marks within marks")
        if len(open_parts) > _DEEPEST:
            raise _wrong(number, "too deep")
        open_parts[-1].content.append(part)
        open_parts.append(part)


def _know(names: Sequence[str], open_parts: Sequence[_Part], number: int) -> None:
    known = PAPER_NAMES | (MARK_NAMES if any(part.for_marks for part in open_parts) else frozenset())
    for name in names:
        if name not in known and name:
            raise _wrong(number, f"nothing is called {name}")


def _wrong(number: int, what: str) -> InputError:
    return InputError(Reason.BAD_TEMPLATE, f"line {number}", what)


def _lines(part: _Part, values: Values, marks: Sequence[Values]) -> Iterator[str]:
    for piece in part.content:
        if isinstance(piece, str):
            yield _filled_line(piece, values)
        elif piece.for_marks:
            for mark in marks:
                yield from _lines(piece, {**values, **mark}, ())
        elif values.get(piece.name):
            yield from _lines(piece, values, marks)


def _filled_line(line: str, values: Values) -> str:
    """The line with its values; each further line of a value begins as the line does."""
    lead = _LEAD.match(line)
    assert lead is not None
    further = "\n" + re.sub(r"[-*+]", " ", lead[0])
    return _PLACE.sub(lambda found: values.get(found[1], "").replace("\n", further) if found[1] else "$", line)


def _without_gaps(lines: Sequence[str]) -> Iterator[str]:
    """Never two empty lines in a row: what was left out leaves no gap."""
    last = ""
    for line in lines:
        if line.strip() or last.strip():
            yield line.rstrip(" ")
        last = line

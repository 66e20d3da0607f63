"""BibTeX and biblatex: files to references and back. `bibtexparser` finds the entries and what is broken."""

import logging
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count

from bibtexparser.exceptions import ParserStateException
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ExplicitComment,
    ImplicitComment,
    ParsingFailedBlock,
    String,
)
from bibtexparser.splitter import Splitter

from desktop.domain.bibliography import Bibliography, BibliographyFormat, BrokenEntry, Fault, Reference, usable
from desktop.domain.bibtex_text import is_enclosed
from desktop.domain.publication_dates import MONTHS
from desktop.formats.bibliography_text import EACH, Heard, decoded
from desktop.formats.bibtex_fields import entry_type_of, fields_of, reference_of

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what is broken is told by `Bibliography.broken`

_BLOCK_START = re.compile(r"^[ \t]*@\w*[ \t]*[{(]", re.MULTILINE)
_PARTS = re.compile(r'(?<!\\)[{}"#]')
_LONGEST_MACRO = 100_000
"""Characters. Macros made of macros could double thirty times."""
_SHOWN = 2_000
_ENTRY_IN_COMMENT = re.compile(r"^[ \t]*@(?!comment)\w+", re.MULTILINE | re.IGNORECASE)
_TREE_LINE = re.compile(r"^(\d{1,3}) \w*Group:((?:[^\\;\n]|\\[^;\n])*)", re.MULTILINE)
_NOT_BARE = frozenset('{}"=,# \t\n')
_KEY = re.compile(r"[^\s,{}()\"'%#~\\=]+")
_NOT_INHERITED = frozenset({"title", "crossref", "key", "ids", "label", "keywords", "file", "abstract", "groups"})


def read(data: bytes, heard: Heard) -> Bibliography:
    """What a .bib file tells. An entry that is broken is listed, the others are read. Raises InputError(NOT_TEXT) and
    what `heard` raises."""
    text = decoded(data)
    reader = _Reader()
    for number, (start, line, block) in enumerate(_blocks(text)):
        if number % EACH == 0:
            heard(start / len(text) / 2)
        reader.take(line, block)
    return Bibliography(BibliographyFormat.BIBTEX, tuple(reader.references(heard)), reader.in_order())


def _blocks(text: str) -> Iterator[tuple[int, int, Block]]:
    """The blocks of a file, with the place where what holds each begins and its line, from 1.

    A line that begins like a block begins one, whatever stands open above it, for the library, too. So it is given one
    at a time: the file is never there twice, and one can stop between two of them.
    """
    start, line = 0, 1
    for end in (*(found.start() for found in _BLOCK_START.finditer(text)), len(text)):
        part = text[start:end]
        try:
            for block in Splitter(part).split().blocks:
                yield start, line + (block.start_line or 0), block
        except ParserStateException as error:  # pragma: no cover  # the library's own bug
            yield start, line, ParsingFailedBlock(error, raw=part)
        start, line = end, line + part.count("\n")


class _Reader:
    """Puts together what blocks of a file tell of each other: macros, cross-references, the tree of groups."""

    def __init__(self) -> None:
        self.broken: list[BrokenEntry] = []
        self._macros = {month: month for month in MONTHS}
        self._entries: deque[tuple[int, str, str, dict[str, str]]] = deque()
        self._groups: dict[str, tuple[str, ...]] = {}

    def in_order(self) -> tuple[BrokenEntry, ...]:
        """What is broken, by its place in the file."""
        return tuple(sorted(self.broken, key=lambda one: one.line))

    def take(self, line: int, block: Block | None) -> None:
        """Take the next block, which begins in that line."""
        while isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
            block = block.ignore_error_block
        if isinstance(block, Entry):
            self._take_entry(line, block)
        elif isinstance(block, String):
            self._macros[block.key.lower()] = self._value(str(block.value))
        elif isinstance(block, ExplicitComment):
            self._take_tree(block.comment)
        elif isinstance(block, ImplicitComment):
            self._take_comment(line, block)
        elif isinstance(block, ParsingFailedBlock):
            self._take_broken(line, block)

    def _take_entry(self, line: int, block: Entry) -> None:
        fields: dict[str, str] = {}
        for field in block.fields:
            name, written = field.key.lower(), str(field.value)
            if not _is_expression(written):
                self.broken.append(BrokenEntry(line, Fault.BAD_FIELD, (block.raw or "")[:_SHOWN].strip()))
                return
            _add(fields, name, self._value(written))
        self._entries.append((line, block.entry_type.lower(), block.key, fields))

    def _value(self, written: str) -> str:
        """The value of an expression: strings, numbers and macros, joined by #."""
        if _is_one_string(written):
            return written[1:-1].strip()
        return "".join(self._part(part.strip()) for part in _operands(written))[:_LONGEST_MACRO].strip()

    def _part(self, part: str) -> str:
        if len(part) > 1 and (part[0], part[-1]) in (("{", "}"), ('"', '"')):
            return part[1:-1]
        return self._macros.get(part.lower(), part)

    def _take_tree(self, comment: str) -> None:
        """JabRef's tree of groups, in which entries name the leaves alone."""
        if not comment.startswith("jabref-meta: grouping:"):
            return
        above: list[str] = []
        for depth, name in _TREE_LINE.findall(comment):
            if int(depth):
                above = [*above[: int(depth) - 1], name.replace("\\", "")]
                self._groups.setdefault(above[-1], tuple(above))

    def _take_comment(self, line: int, block: ImplicitComment) -> None:
        for found in _ENTRY_IN_COMMENT.finditer(block.comment):
            line += block.comment.count("\n", 0, found.start())
            text = block.comment[found.start() : found.start() + _SHOWN]
            self.broken.append(BrokenEntry(line, Fault.NOT_AN_ENTRY, text.strip()))
            break  # the others would be counted line by line again

    def _take_broken(self, line: int, block: ParsingFailedBlock) -> None:
        told = str(getattr(block.error, "abort_reason", ""))
        fault = Fault.BAD_FIELD
        if "end of file" in told or "block start" in told:
            fault = Fault.UNCLOSED
        elif "after entry key, but found" in told and "comma" in told:
            fault = Fault.NO_KEY
        self.broken.append(BrokenEntry(line, fault, (block.raw or "")[:_SHOWN].strip()))

    def references(self, heard: Heard) -> Iterator[Reference]:
        """What was read, in order. The reader lets go of it."""
        parents = {fields["crossref"].strip().lower() for _, _, _, fields in self._entries if "crossref" in fields}
        by_key: dict[str, dict[str, str]] = {}
        for _, _, key, fields in self._entries:
            if key.lower() in parents:
                by_key.setdefault(key.lower(), fields)
        entries = len(self._entries)
        for number in range(entries):
            if number % EACH == 0:
                heard((1 + number / entries) / 2)
            line, entry_type, key, fields = self._entries.popleft()
            reference = reference_of(entry_type, key, _with_parent(fields, by_key))
            paths = tuple(self._groups.get(path[0], path) if len(path) == 1 else path for path in reference.collections)
            if usable(reference):
                yield replace(reference, collections=paths)
            else:
                self.broken.append(BrokenEntry(line, Fault.NOTHING_KNOWN, f"@{entry_type}{{{key}"))


def _operands(written: str) -> Iterable[str]:
    """The parts of an expression between # that stand in neither braces nor quotes."""
    depth = start = 0
    quoted = False
    for found in _PARTS.finditer(written):
        sign = found[0]
        if sign == '"' and depth == 0:
            quoted = not quoted
        elif sign in "{}":
            depth = max(0, depth + (1 if sign == "{" else -1))
        elif sign == "#" and depth == 0 and not quoted:
            yield written[start : found.start()]
            start = found.end()
    yield written[start:]


def _is_operand(part: str) -> bool:
    """Whether it is one string, number or macro: where a comma is missing, more than that stands there."""
    if part.startswith('"'):
        return part.endswith('"') and len(part) > 1
    return is_enclosed(part) if part.startswith("{") else not set(part) & _NOT_BARE


def _is_expression(written: str) -> bool:
    return _is_one_string(written) or all(map(_is_operand, map(str.strip, _operands(written))))


def _is_one_string(written: str) -> bool:
    """Whether it is a string in braces that holds none, as most are; the braces of a value are always balanced."""
    return written[:1] == "{" and written.find("}") == len(written) - 1


def _add(fields: dict[str, str], name: str, value: str) -> None:
    """Add a field. Of one that occurs again the first value counts, unless it is a list; another one is kept as a field
    of its own: `url-2`."""
    before = fields.get(name, "")
    if not before or not value or value == before:
        fields[name] = before or value
    elif name in ("keywords", "file", "groups"):
        fields[name] = before + (";" if name == "file" else ", ") + value
    else:
        fields[next(free for n in count(2) if fields.get(free := f"{name}-{n}", value) == value)] = value


def _with_parent(fields: dict[str, str], by_key: Mapping[str, dict[str, str]]) -> dict[str, str]:
    """The fields with those that its parent (`crossref`) tells."""
    parent = by_key.get(fields.get("crossref", "").strip().lower()) if "crossref" in fields else None
    if parent is None or parent is fields:
        return fields
    told = {name: value for name, value in parent.items() if name not in _NOT_INHERITED}
    if "title" in parent:
        told["booktitle"] = parent["title"]
    return {**told, **fields}


def write(references: Iterable[Reference]) -> Iterable[str]:
    """The text of a .bib file, entry by entry. Keys are taken as they are, where they can stand in BibTeX."""
    for number, reference in enumerate(references, start=1):
        key = "".join(_KEY.findall(reference.key)) or f"ref{number}"
        lines = [f"@{entry_type_of(reference)}{{{key},"]
        for name, value in fields_of(reference).items():
            bare = name == "month" and value in MONTHS
            lines.append(f"  {name} = {value if bare else f'{{{value}}}'},")
        yield "\n".join(lines) + "\n}\n\n"

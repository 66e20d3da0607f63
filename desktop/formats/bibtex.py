"""BibTeX and biblatex: files to references and back. `bibtexparser` finds the entries and what is broken."""

import logging
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from bibtexparser.exceptions import ParserStateException
from bibtexparser.model import (
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
from desktop.formats.bibliography_text import decoded
from desktop.formats.bibtex_fields import entry_type_of, fields_of, reference_of

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what is broken is told by `Bibliography.broken`

_PARTS = re.compile(r'(?<!\\)[{}"#]')
_LONGEST_MACRO = 100_000
"""Characters. Macros made of macros could double thirty times."""
_SHOWN = 2_000
_ENTRY_IN_COMMENT = re.compile(r"^[ \t]*@(?!comment)\w+", re.MULTILINE | re.IGNORECASE)
_TREE_LINE = re.compile(r"^(\d{1,3}) \w*Group:((?:[^\\;\n]|\\[^;\n])*)", re.MULTILINE)
_NOT_BARE = frozenset("{}\"=,# \t\n")
_KEY = re.compile(r"[^\s,{}()\"'%#~\\=]+")
_NOT_INHERITED = frozenset({"title", "crossref", "key", "ids", "label", "keywords", "file", "abstract", "groups"})


def read(data: bytes) -> Bibliography:
    """What a .bib file tells. An entry that is broken is listed, the others are read. Raises InputError(NOT_TEXT)."""
    text = decoded(data)
    try:
        blocks = Splitter(text).split().blocks
    except ParserStateException:  # pragma: no cover  # the library's own bug
        return Bibliography(BibliographyFormat.BIBTEX, (), (BrokenEntry(1, Fault.NOT_AN_ENTRY, text[:_SHOWN]),))
    reader = _Reader()
    for block in blocks:
        reader.take(block)
    return Bibliography(BibliographyFormat.BIBTEX, tuple(reader.references()), reader.in_order())


class _Reader:
    """Puts together what blocks of a file tell of each other: macros, cross-references, the tree of groups."""

    def __init__(self) -> None:
        self.broken: list[BrokenEntry] = []
        self._macros = {month: month for month in MONTHS}
        self._entries: list[tuple[int, str, str, dict[str, str]]] = []
        self._groups: dict[str, tuple[str, ...]] = {}

    def in_order(self) -> tuple[BrokenEntry, ...]:
        """What is broken, by its place in the file."""
        return tuple(sorted(self.broken, key=lambda one: one.line))

    def take(self, block: object) -> None:
        """Take the next block."""
        while isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
            block = block.ignore_error_block
        if isinstance(block, Entry):
            self._take_entry(block)
        elif isinstance(block, String):
            self._macros[block.key.lower()] = self._value(str(block.value))
        elif isinstance(block, ExplicitComment):
            self._take_tree(block.comment)
        elif isinstance(block, ImplicitComment):
            self._take_comment(block)
        elif isinstance(block, ParsingFailedBlock):
            self._take_broken(block)

    def _take_entry(self, block: Entry) -> None:
        fields: dict[str, str] = {}
        for field in block.fields:
            name, written = field.key.lower(), str(field.value)
            if not all(map(_is_operand, map(str.strip, _operands(written)))):
                raw = (block.raw or "")[:_SHOWN].strip()
                self.broken.append(BrokenEntry((block.start_line or 0) + 1, Fault.BAD_FIELD, raw))
                return
            fields[name] = _joined(name, fields.get(name, ""), self._value(written))
        self._entries.append((block.start_line or 0, block.entry_type.lower(), block.key, fields))

    def _value(self, written: str) -> str:
        """The value of an expression: strings, numbers and macros, joined by #."""
        if written[:1] == "{" and written.find("}") == len(written) - 1:
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

    def _take_comment(self, block: ImplicitComment) -> None:
        for found in _ENTRY_IN_COMMENT.finditer(block.comment):
            line = (block.start_line or 0) + block.comment.count("\n", 0, found.start()) + 1
            text = block.comment[found.start() : found.start() + _SHOWN]
            self.broken.append(BrokenEntry(line, Fault.NOT_AN_ENTRY, text.strip()))
            break  # the others would be counted line by line again

    def _take_broken(self, block: ParsingFailedBlock) -> None:
        told = str(getattr(block.error, "abort_reason", ""))
        fault = Fault.BAD_FIELD
        if "end of file" in told or "block start" in told:
            fault = Fault.UNCLOSED
        elif "after entry key, but found" in told and "comma" in told:
            fault = Fault.NO_KEY
        self.broken.append(BrokenEntry((block.start_line or 0) + 1, fault, (block.raw or "")[:_SHOWN].strip()))

    def references(self) -> Iterable[Reference]:
        """What was read, in order."""
        by_key: dict[str, dict[str, str]] = {}
        for _, _, key, fields in self._entries:
            by_key.setdefault(key.lower(), fields)
        for line, entry_type, key, fields in self._entries:
            reference = reference_of(entry_type, key, _with_parent(fields, by_key))
            paths = tuple(self._groups.get(path[0], path) if len(path) == 1 else path for path in reference.collections)
            if usable(reference):
                yield replace(reference, collections=paths)
            else:
                text = f"@{entry_type}{{{key}"
                self.broken.append(BrokenEntry(line + 1, Fault.NOTHING_KNOWN, text))


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


def _joined(name: str, before: str, value: str) -> str:
    """The value of a field that occurs again: the first one, unless it is a list."""
    if not before or name not in ("keywords", "file", "groups"):
        return before or value
    return before + (";" if name == "file" else ", ") + value


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

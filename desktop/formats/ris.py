"""RIS: files to references and back. `rispy` reads and writes the lines of a record.

Lines without a tag go on with the line before: they are kept as lines, up to six blanks at their beginnings aside.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from string import ascii_uppercase, digits
from typing import Any

import rispy

from desktop.domain.bibliography import (
    COLLECTION_SEPARATOR,
    Bibliography,
    BibliographyFormat,
    BrokenEntry,
    Fault,
    FileLink,
    Reference,
    ReferenceType,
    usable,
)
from desktop.domain.person_names import Name, name_of
from desktop.domain.publication_dates import date_of
from desktop.domain.reference_types import RARER, RIS_TYPES
from desktop.formats.arxiv_notes import arxiv_of, is_arxiv_line
from desktop.formats.bibliography_text import EACH, Heard, decoded, without_markup
from desktop.formats.title_markup import title_text

Type = ReferenceType
_KEPT = "ris:"
_TAG = re.compile(r"([A-Z][A-Z0-9])  ?-(?: |$)")
_ANY_TAG = re.compile(r"[A-Z][A-Z0-9]  -")
_FEED = "\ufdd0"
"""Stands for a line feed within a value while `rispy`, which knows lines alone, works; no text holds this character."""
_BLANKS = " " * 6
_SHOWN = 2_000
_TAGS = [letter + sign for letter in ascii_uppercase for sign in ascii_uppercase + digits]
_MAPPING = {tag: tag.lower() for tag in _TAGS}
_LISTS: dict[str, Any] = {
    "mapping": _MAPPING,
    "list_tags": [tag for tag in _TAGS if tag not in ("TY", "ER")],
    "delimiter_tags_mapping": {},
}
_RIS_NAME = {csl: tag for csl, _, tag in RARER if tag}
_WRITTEN_AS = {kind: tag for tag, kind in reversed(RIS_TYPES.items())}
_GROUP_TAG = "C8"
"""Holds a collection; no program gives this one a meaning."""
_UNDERSTOOD = (
    "TY TI T1 AU A1 ED A2 A3 PY Y1 DA T2 JO JF JA BT VL IS SP EP PB DO UR AB N2 KW N1 L1 L2 L4 LA ID LB TT SN M1 C8"
)
_VENUES = ("T2", "JF", "JO", "JA", "BT")
_FIRST_ONLY = (("TI", "T1"), _VENUES, ("AB", "N2"), ("UR",), ("DO",), ("PB",), ("SN",), ("LA",))
"""Tags of which the first value is told, by what they say; others, such as a second link, are kept under their tags."""
_KNOWN = frozenset({*_UNDERSTOOD.split(), *_RIS_NAME.values()})

Record = Mapping[str, list[str]]


def read(data: bytes, heard: Heard) -> Bibliography:
    """What a .ris file tells. A record that is broken is listed, the others are read. Raises InputError(NOT_TEXT) and
    what `heard` raises."""
    references: list[Reference] = []
    broken: list[BrokenEntry] = []
    all_lines = decoded(data).split("\n")
    for number, (line, lines, fault) in enumerate(_records(all_lines)):
        if number % EACH == 0:
            heard(line / len(all_lines))
        if fault is not None:
            broken.append(BrokenEntry(line, fault, "\n".join(lines)[:_SHOWN].strip()))
            if not lines or not lines[0].startswith("TY"):
                continue
        reference = _reference(_fields([*lines, "ER  - "]))
        if usable(reference):
            references.append(reference)
        elif fault is None:
            broken.append(BrokenEntry(line, Fault.NOTHING_KNOWN, "\n".join(lines)[:_SHOWN].strip()))
    return Bibliography(BibliographyFormat.RIS, tuple(references), tuple(broken))


def _records(lines: list[str]) -> Iterator[tuple[int, list[str], Fault | None]]:
    """The lines of each record without its end, where it begins, and what is wrong with it."""
    held: list[str] = []
    start = 0
    for number, line in enumerate(lines, start=1):
        tag = _TAG.match(line.lstrip()) if line[:1] in " \t" and not held else _TAG.match(line)
        name = tag[1] if tag else ""
        if name == "TY" and held:
            yield start, held, Fault.NO_END if held[0].startswith("TY") else Fault.NOT_AN_ENTRY
            held = []
        if name == "ER":
            if held:
                yield start, held, None if held[0].startswith("TY") else Fault.NOT_AN_ENTRY
            held = []
        elif name:
            start = start if held else number
            held.append(f"{name}  - {line.lstrip()[tag.end() :] if tag else ''}")
        elif held:
            held[-1] += _FEED + line[min(len(_BLANKS), len(line) - len(line.lstrip(" "))) :]
    if held:
        yield start, held, Fault.NO_END if held[0].startswith("TY") else Fault.NOT_AN_ENTRY


def _fields(lines: list[str]) -> dict[str, list[str]]:
    (record,) = rispy.loads("\n".join(lines), **_LISTS)
    fields: dict[str, list[str]] = {"TY": [str(record.pop("ty"))]}
    for tag, values in record.items():
        told = [value.replace(_FEED, "\n").strip() for value in values]
        fields[tag.upper()] = list(filter(None, told))
    return fields


def _reference(fields: dict[str, list[str]]) -> Reference:
    def first(*tags: str) -> str:
        return next((" ".join(fields[tag][0].split()) for tag in tags if fields.get(tag)), "")

    def lines(*tags: str) -> str:
        return next((fields[tag][0] for tag in tags if fields.get(tag)), "")

    kind = RIS_TYPES.get(first("TY"), Type.DOCUMENT)
    notes = [without_markup(note) for note in fields.get("N1", ())]
    arxiv_id, primary_class = arxiv_of([*notes, *fields.get("DO", ()), *fields.get("UR", ()), *fields.get("AN", ())])
    start, end = first("SP"), first("EP")
    return Reference(
        type=kind,
        key=first("ID", "LB"),
        title=title_text(first("TI", "T1", *(("BT",) if kind is Type.BOOK else ()))),
        authors=_names(fields, "AU", "A1"),
        editors=_names(fields, "ED", "A2", "A3"),
        date=date_of(first("DA")) or date_of(first("PY", "Y1")),
        venue=first(*_VENUES),
        volume=first("VL"),
        issue=first("IS"),
        pages=f"{start}-{end}" if start and end else start,
        publisher=first("PB"),
        doi=re.sub(r"(?i)^(https?://(dx\.)?doi\.org/|doi:\s*)", "", first("DO")),
        arxiv_id=arxiv_id,
        primary_class=primary_class,
        url=first("UR"),
        abstract=lines("AB", "N2"),
        keywords=_keywords(fields.get("KW", ())),
        notes=tuple(note for note in notes if note and not is_arxiv_line(note)),
        collections=tuple(tuple(path.split(COLLECTION_SEPARATOR)) for path in fields.get(_GROUP_TAG, ())),
        files=tuple(FileLink(path) for tag in ("L1", "L2", "L4") for path in fields.get(tag, ())),
        language=first("LA"),
        translated_title=first("TT"),
        extra=_rarely_told(fields, kind),
    )


def _rarely_told(fields: Record, kind: ReferenceType) -> dict[str, str]:
    def first(tag: str) -> str:
        return " ".join(fields[tag][0].split()) if fields.get(tag) else ""

    serial = "ISBN" if kind in (Type.BOOK, Type.CHAPTER, Type.THESIS, Type.REPORT) else "ISSN"
    told = {**{csl: first(tag) for csl, tag in _RIS_NAME.items()}, serial: first("SN"), "number": first("M1")}
    for tag, values in (*fields.items(), *_further(fields)):
        if tag not in _KNOWN or values is not fields[tag]:
            told.update({f"{_KEPT}{tag}{f'.{n}' if n else ''}": value for n, value in enumerate(values)})
    if first("TY") != _WRITTEN_AS.get(kind):
        told[f"{_KEPT}TY"] = first("TY")
    return {name: value for name, value in told.items() if value}


def _further(fields: Record) -> Iterator[tuple[str, list[str]]]:
    """Values behind the first one of their meaning that differ from it."""
    for tags in _FIRST_ONLY:
        seen = {" ".join(next((fields[tag][0] for tag in tags if fields.get(tag)), "").split()).casefold()}
        for tag in tags:
            fresh = [value for value in fields.get(tag, ()) if " ".join(value.split()).casefold() not in seen]
            if fresh:
                yield tag, fresh


def _keywords(told: Iterable[str]) -> tuple[str, ...]:
    """One a line; some programs write one tag and go on in the lines below."""
    words = (" ".join(word.split()) for line in told for word in line.split("\n"))
    return tuple(dict.fromkeys(filter(None, words)))


def _names(fields: Record, *tags: str) -> tuple[Name, ...]:
    return tuple(_name(name) for tag in tags for name in fields.get(tag, ()))


def _name(text: str) -> Name:
    """RIS has the family name first; without a comma it is a group, or its parts are guessed."""
    parts = [part.strip() for part in text.replace("\n", " ").split(",")]
    if parts[-1] == "" and len(parts) == 2:
        return Name(parts[0])
    if len(parts) == 3:
        return Name(parts[0], parts[1], parts[2])
    return Name(parts[0], ", ".join(parts[1:])) if len(parts) > 1 else name_of(parts[0])


def write(references: Iterable[Reference]) -> Iterator[str]:
    """The text of a .ris file, record by record."""
    for reference in references:
        text = rispy.dumps([_record(reference)], implementation=_Writer, **_LISTS)
        yield text.replace(_FEED, "\n" + _BLANKS) + "\n"


class _Writer(rispy.RisWriter):  # type: ignore[misc]
    REFERENCE_TYPE_KEY = "ty"

    def set_header(self, count: int) -> str:
        """No number stands before a record."""
        return ""


def _record(reference: Reference) -> dict[str, Any]:
    start, _, end = reference.pages.partition("-")
    extra = reference.extra
    arxiv = f"arXiv:{reference.arxiv_id}" if reference.arxiv_id else ""
    notes = [f"{arxiv} [{reference.primary_class}]" if arxiv and reference.primary_class else arxiv, *reference.notes]
    told: dict[str, Iterable[str]] = {
        "TI": [reference.title],
        "TT": [reference.translated_title],
        "AU": map(_written, reference.authors),
        "ED": map(_written, reference.editors),
        "PY": [reference.date[:4]],
        "DA": [reference.date.replace("-", "/")],
        "T2": [reference.venue],
        "VL": [reference.volume],
        "IS": [reference.issue],
        "M1": [extra.get("number", "")],
        "SP": [start],
        "EP": [end],
        "PB": [reference.publisher],
        **{tag: [extra.get(csl, "")] for csl, tag in _RIS_NAME.items()},
        "SN": [extra.get("ISSN") or extra.get("ISBN", "")],
        "DO": [reference.doi],
        "UR": [reference.url],
        "LA": [reference.language],
        "AB": [reference.abstract],
        "KW": reference.keywords,
        "N1": notes,
        _GROUP_TAG: map(COLLECTION_SEPARATOR.join, reference.collections),
        "L1": (link.path for link in reference.files),
        "ID": [reference.key],
    }
    record: dict[str, Any] = {"ty": extra.get(f"{_KEPT}TY") or _WRITTEN_AS.get(reference.type, "GEN")}
    for tag, values in told.items():
        if lines := list(filter(None, map(_line, values))):
            record[tag.lower()] = lines
    for name, value in extra.items():
        tag = name.removeprefix(_KEPT)[:2]
        if name.startswith(_KEPT) and tag != "TY" and tag in _MAPPING:
            record.setdefault(tag.lower(), []).append(_line(value))
    return record


def _line(value: str) -> str:
    return value.replace("\r\n", "\n").replace("\r", "\n").strip().replace("\n", _FEED)


def _written(name: Name) -> str:
    parts = [part.replace(",", " ") for part in (name.family, name.given, name.suffix) if part]
    return ", ".join(parts) if len(parts) > 1 else f"{parts[0]}," if " " in name.family else "".join(parts)

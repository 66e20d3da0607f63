"""One entry of BibTeX or biblatex as a reference, and back.

A value that would not be written again as it stands (braces, months by name, LaTeX, unknown fields) is kept in `extra`
under `bibtex:` and its name, and is written again as long as it still means what the reference tells.
"""

import re
from collections.abc import Mapping
from dataclasses import fields as fields_of_class
from dataclasses import replace

from desktop.domain.arxiv_id import ID_PATTERN, arxiv_id_in_link, parse_arxiv_id
from desktop.domain.bibliography import COLLECTION_SEPARATOR, Reference, ReferenceType
from desktop.domain.bibtex_text import (
    escaped,
    escaped_lines,
    escaped_title,
    escaped_verbatim,
    lines_of,
    split_outside_braces,
    text_of,
    verbatim_of,
)
from desktop.domain.publication_dates import MONTHS, date_of, dated
from desktop.domain.reference_types import BIBTEX_TYPES, RARER
from desktop.formats.bibliography_text import without_markup
from desktop.formats.bibtex_names import names_of, written_names
from desktop.formats.file_links import links_of, written_links

Type = ReferenceType
Fields = Mapping[str, str]
KEPT = "bibtex:"
ENTRY_TYPE = "bibtex:@"

_AND_LIST = re.compile(r"[,;]")
_GROUPS = re.compile(r",")
_ARXIV_NAMED = re.compile(rf"(?i:arxiv)\s*:?\s*(?i:abs/)?{ID_PATTERN}(?![\w/])(?:\s*\[(?P<cls>[\w.-]+)\])?")
_NOTES = ("annote", "annotation", "comment", "review")
_VENUES = ("journal", "journaltitle", "booktitle")
_PUBLISHERS = ("publisher", "school", "institution", "organization")
_BIBTEX_NAME = {csl: name for csl, name, _ in RARER if name}
_VENUE_IN = {Type.JOURNAL: "journal", Type.MAGAZINE: "journal", Type.NEWSPAPER: "journal"}
_PUBLISHER_IN = {Type.THESIS: "school", Type.REPORT: "institution", Type.WEBPAGE: "organization"}
_WRITTEN_AS = {kind: name for name, kind in reversed(BIBTEX_TYPES.items())}
_MIDDLE_DASH = re.compile(r"(?<=\w)\s*[–—-]+\s*(?=\w)")


def reference_of(entry_type: str, key: str, fields: Fields) -> Reference:
    """What an entry tells. Names of fields are lower case; values hold LaTeX."""
    plain = _read(entry_type, key, fields)
    written = fields_of(plain)
    kept = {KEPT + name: value for name, value in fields.items() if written.get(name) != value}
    if entry_type != entry_type_of(plain):
        kept[ENTRY_TYPE] = entry_type
    return replace(plain, extra={**plain.extra, **kept})


def _read(entry_type: str, key: str, fields: Fields) -> Reference:
    def text(*names: str) -> str:
        return next((value for name in names if (value := text_of(fields.get(name, "")))), "")

    arxiv_id, primary_class = _arxiv(fields)
    kind = BIBTEX_TYPES.get(entry_type, Type.DOCUMENT)
    if kind is Type.DOCUMENT and arxiv_id:
        kind = Type.ARTICLE
    number = text("number")
    issue = (number or text("issue")) if kind in _VENUE_IN else ""
    return Reference(
        type=kind,
        key=key,
        title=_title(fields),
        authors=names_of(fields.get("author", "")),
        editors=names_of(fields.get("editor", "")),
        date=date_of(text("date")) or dated(text("year"), text("month"), text("day")),
        venue=text(*_VENUES),
        volume=text("volume"),
        issue=issue,
        pages=_MIDDLE_DASH.sub("-", text("pages")),
        publisher=text(*_PUBLISHERS),
        doi=re.sub(r"(?i)^(https?://(dx\.)?doi\.org/|doi:\s*)", "", verbatim_of(fields.get("doi", ""))),
        arxiv_id=arxiv_id,
        primary_class=primary_class,
        url=verbatim_of(fields.get("url", "")),
        abstract=lines_of(fields.get("abstract", "")),
        keywords=_listed(fields.get("keywords", ""), _AND_LIST),
        notes=tuple(_notes(fields)),
        collections=_collections(fields),
        files=links_of(fields.get("file", "")),
        language=text("langid", "language"),
        translated_title=text("title_zh"),
        translated_abstract=lines_of(fields.get("abstract_zh", "")),
        extra=_rarely_told(fields, "" if issue else number),
    )


def _rarely_told(fields: Fields, number: str) -> dict[str, str]:
    told = {csl: text_of(fields.get(name, "")) for csl, name in _BIBTEX_NAME.items()}
    told["publisher-place"] = told["publisher-place"] or text_of(fields.get("location", ""))
    return {name: value for name, value in {**told, "number": number}.items() if value}


def _collections(fields: Fields) -> tuple[tuple[str, ...], ...]:
    """The groups of JabRef, and the folders of Mendeley."""
    groups = map(_path, _listed(fields.get("groups", ""), _GROUPS))
    folders = (_path(one, "/") for one in _listed(fields.get("mendeley-groups", ""), _GROUPS))
    return tuple(dict.fromkeys((*groups, *folders)))


def _path(group: str, separator: str = COLLECTION_SEPARATOR.strip()) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, group.split(separator))))


def _title(fields: Fields) -> str:
    title, subtitle = text_of(fields.get("title", "")), text_of(fields.get("subtitle", ""))
    return f"{title}: {subtitle}" if title and subtitle else title


def _notes(fields: Fields) -> list[str]:
    names = [name for name in fields if name.split("-")[0] in _NOTES]  # JabRef: one comment a person
    return list(dict.fromkeys(filter(None, (without_markup(lines_of(fields[name])) for name in names))))


def _listed(value: str, separator: "re.Pattern[str]") -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(text_of, split_outside_braces(value, separator)))))


def _arxiv(fields: Fields) -> tuple[str, str]:
    """Id with its version and primary class, wherever the entry tells them."""
    archive = text_of(fields.get("archiveprefix") or fields.get("eprinttype") or "").lower()
    eprint = verbatim_of(fields.get("eprint", ""))
    told = text_of(fields.get("primaryclass") or fields.get("eprintclass") or "")
    bare, _, suffix = eprint.partition(" ")
    found = parse_arxiv_id(re.sub(r"(?i)^arxiv:", "", bare)) or arxiv_id_in_link(bare)
    if found is not None and archive in ("arxiv", ""):
        return bare_id(bare), told or suffix.strip("[]")
    for name in ("doi", "url"):
        if arxiv_id_in_link(verbatim := verbatim_of(fields.get(name, ""))) is not None:
            return bare_id(verbatim), told
    for name in ("journal", "note", "howpublished", "number", "volume"):
        value = fields.get(name, "")
        if "arxiv" in value.lower() and (named := _ARXIV_NAMED.search(value)):
            version = f"v{named['version']}" if named["version"] else ""
            return named["id"] + version, told or named["cls"] or ""
    return "", ""


def bare_id(text: str) -> str:
    """The arXiv id, with its version, that is this id or link; empty if it is neither."""
    found = parse_arxiv_id(re.sub(r"(?i)^arxiv:\s*", "", text)) or arxiv_id_in_link(text)
    return "" if found is None else found.value + (f"v{found.version}" if found.version else "")


def entry_type_of(reference: Reference) -> str:
    """The type that the entry is written as."""
    return reference.extra.get(ENTRY_TYPE) or _WRITTEN_AS.get(reference.type, "misc")


def fields_of(reference: Reference) -> dict[str, str]:
    """The fields of an entry, in the order in which they are written, with values that hold LaTeX."""
    kind = reference.type
    year, month, day = [*reference.date.split("-"), "", ""][:3]
    extra = reference.extra
    eprint = reference.arxiv_id
    told = {
        "title": escaped_title(reference.title),
        "title_zh": escaped(reference.translated_title),
        "author": written_names(reference.authors),
        "editor": written_names(reference.editors),
        "year": year,
        "month": MONTHS[int(month) - 1] if month else "",
        "day": day.lstrip("0"),
        _VENUE_IN.get(kind, "booktitle" if kind is not Type.ARTICLE else "journal"): escaped(reference.venue),
        "volume": escaped(reference.volume),
        "number": escaped(reference.issue if kind in _VENUE_IN else extra.get("number", "")),
        "issue": "" if kind in _VENUE_IN else escaped(reference.issue),
        "pages": escaped(reference.pages).replace("-{}-", "-").replace("-", "--"),
        _PUBLISHER_IN.get(kind, "publisher"): escaped(reference.publisher),
        **{name: escaped(extra.get(csl, "")) for csl, name in _BIBTEX_NAME.items()},
        "doi": escaped_verbatim(reference.doi),
        "eprint": escaped_verbatim(eprint),
        "archiveprefix": "arXiv" if eprint else "",
        "primaryclass": escaped(reference.primary_class) if eprint else "",
        "url": escaped_verbatim(reference.url),
        "langid": escaped(reference.language),
        "abstract": escaped_lines(reference.abstract),
        "abstract_zh": escaped_lines(reference.translated_abstract),
        "keywords": _in_list(reference.keywords, _AND_LIST),
        "groups": _in_list(map(COLLECTION_SEPARATOR.join, reference.collections), _GROUPS),
        "annote": escaped_lines("\n\n".join(reference.notes)),
        "file": written_links(reference.files),
    }
    return _with_kept({name: value for name, value in told.items() if value}, reference)


def _in_list(parts: "map[str] | tuple[str, ...]", separator: "re.Pattern[str]") -> str:
    values = (escaped(part) for part in parts)
    return ", ".join(f"{{{value}}}" if separator.search(value) else value for value in values)


def _with_kept(told: dict[str, str], reference: Reference) -> dict[str, str]:
    """The same with the values that were kept, as far as they still say what the reference tells."""
    kept = {name.removeprefix(KEPT): value for name, value in reference.extra.items() if name.startswith(KEPT)}
    kept.pop("@", None)
    if not kept:
        return told
    kind = entry_type_of(reference)
    meant = _read(kind, reference.key, told)
    if _same(_read(kind, reference.key, whole := _replaced(told, kept)), meant):
        return whole
    for name, value in kept.items():
        if _same(_read(kind, reference.key, one := _replaced(told, {name: value})), meant):
            told = one
    return told


_TWINS = (("date", "year", "month", "day"), _VENUES, _PUBLISHERS, _NOTES, ("eprintclass", "primaryclass"))
_TWINS_TOO = (("eprinttype", "archiveprefix"), ("language", "langid"), ("location", "address"))


def _replaced(told: dict[str, str], kept: dict[str, str]) -> dict[str, str]:
    """Kept values in the place of told ones; of names for one thing only those of the file stay."""
    gone = {name for twins in (*_TWINS, *_TWINS_TOO) if any(one in kept for one in twins) for name in twins}
    return {**{name: value for name, value in told.items() if name not in gone}, **kept}


def _same(one: Reference, other: Reference) -> bool:
    names = (field.name for field in fields_of_class(Reference) if field.name not in ("extra", "type"))
    return all(getattr(one, name) == getattr(other, name) for name in names) and _rarer(one) == _rarer(other)


def _rarer(reference: Reference) -> dict[str, str]:
    return {name: value for name, value in reference.extra.items() if not name.startswith(KEPT)}

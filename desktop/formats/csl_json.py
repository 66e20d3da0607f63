"""CSL JSON, as Zotero and Better BibTeX write it: files to references and back."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

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
from desktop.domain.errors import InputError, Reason
from desktop.domain.person_names import Name
from desktop.domain.publication_dates import date_of, dated
from desktop.formats.arxiv_notes import arxiv_of, is_arxiv_line
from desktop.formats.bibliography_text import EACH, Heard, decoded, without_markup
from desktop.formats.title_markup import title_text

_TEXTS = (
    ("title", "title"),
    ("venue", "container-title"),
    ("volume", "volume"),
    ("issue", "issue"),
    ("pages", "page"),
    ("publisher", "publisher"),
    ("doi", "DOI"),
    ("url", "URL"),
    ("abstract", "abstract"),
    ("language", "language"),
)
"""Attributes of a reference and their names in CSL."""
_OWN = "papershelf"
"""What CSL has no name for stands in `custom` under this one."""
_KEPT = "csl:"
_KNOWN = frozenset(name for _, name in _TEXTS) | {
    *("id", "citation-key", "type", "author", "editor", "issued", "note", "keyword", "annote", "custom")
}
_KEY_LINE = re.compile(r"(?im)^citation key:\s*(\S+)\s*$")
_TELLING = ("id", "DOI", "URL", "note")
_SHOWN = 2_000
Item = dict[str, Any]


def read(data: bytes, heard: Heard) -> Bibliography:
    """What a file of CSL JSON tells: a list of items, one item, or an object with `items`. What is no item is listed.

    Raises InputError: NOT_TEXT, NOT_A_BIBLIOGRAPHY for what is no such JSON; and what `heard` raises.
    """
    references: list[Reference] = []
    broken: list[BrokenEntry] = []
    items = _items(decoded(data))
    for number, item in enumerate(items, start=1):
        if number % EACH == 0:
            heard(number / len(items))
        reference = reference_of(item) if isinstance(item, dict) else None
        if reference is not None and usable(reference):
            references.append(reference)
        else:
            fault = Fault.NOT_AN_ENTRY if reference is None else Fault.NOTHING_KNOWN
            broken.append(BrokenEntry(number, fault, _text(json.dumps(item, ensure_ascii=False, indent=1)[:_SHOWN])))
    return Bibliography(BibliographyFormat.CSL_JSON, tuple(references), tuple(broken))


def _items(text: str) -> list[Any]:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(Reason.NOT_A_BIBLIOGRAPHY, detail=str(error)) from error
    if isinstance(told, dict):
        told = told["items"] if isinstance(told.get("items"), list) else [told]
    if not isinstance(told, list) or not any(_is_item(item) for item in told):
        raise InputError(Reason.NOT_A_BIBLIOGRAPHY, detail="no item of CSL is in it")
    return told


def _is_item(item: object) -> bool:
    """An id is demanded by CSL and left out by some, where a DOI or a note may tell what an item is."""
    return isinstance(item, dict) and ("title" in item or ("type" in item and not item.keys().isdisjoint(_TELLING)))


def reference_of(item: Item) -> Reference:
    """What an item tells. Values of other types than CSL allows are passed over or kept in `extra`."""
    custom = item.get("custom")
    own = custom.get(_OWN) if isinstance(custom, dict) else None
    own = own if isinstance(own, dict) else {}
    note = _text(item.get("note"))
    texts = {attribute: _text(item.get(name)) for attribute, name in _TEXTS}
    texts["title"], texts["venue"] = title_text(texts["title"]), title_text(texts["venue"])
    arxiv_id, primary_class = arxiv_of(
        [*note.split("\n"), _text(item.get("number")), texts["doi"], texts["url"], _text(item.get("archive_location"))]
    )
    named = _KEY_LINE.search(note)
    rest = "\n".join(line for line in note.split("\n") if not is_arxiv_line(line) and not _KEY_LINE.fullmatch(line))
    keywords = _text(item.get("keyword"))
    return Reference(
        type=_type(_text(item.get("type"))),
        key=_text(item.get("citation-key")) or (named[1] if named else "") or _own_key(_text(item.get("id"))),
        authors=_names(item.get("author")),
        editors=_names(item.get("editor")),
        date=_date(item.get("issued")),
        arxiv_id=arxiv_id,
        primary_class=primary_class,
        keywords=_unique(keywords.split(";") if ";" in keywords else keywords.split(",")),
        notes=tuple(filter(None, [without_markup(_text(item.get("annote")))])),
        collections=tuple(tuple(path.split(COLLECTION_SEPARATOR)) for path in _unique(own.get("collections"))),
        files=tuple(map(_link, own.get("files", ()) if isinstance(own.get("files"), list) else ())),
        translated_title=_text(own.get("title_zh")),
        translated_abstract=_text(own.get("abstract_zh")),
        extra=_extra(item, own, rest.strip()),
        **texts,
    )


def _type(name: str) -> ReferenceType:
    try:
        return ReferenceType(name)
    except ValueError:
        return ReferenceType.DOCUMENT


def _own_key(id: str) -> str:
    """The id, unless it is an address, as Zotero gives them."""
    return "" if "/" in id or id.isdigit() else id


def _extra(item: Item, own: Item, note: str) -> dict[str, str]:
    told = own.get("extra")
    extra = {_text(name): _text(value) for name, value in told.items()} if isinstance(told, dict) else {}
    if note:
        extra["note"] = note
    for name, value in item.items():
        if name in _KNOWN or value in (None, "", [], {}):
            continue
        if isinstance(value, str) and ":" not in name and name.isprintable():
            extra[name] = _text(value)
        else:
            extra[_text(_KEPT + name)] = json.dumps(value)
    custom = item.get("custom")
    others = {name: value for name, value in custom.items() if name != _OWN} if isinstance(custom, dict) else {}
    if others:
        extra[f"{_KEPT}custom"] = json.dumps(others)
    if (issued := item.get("issued")) and issued != _issued(_date(issued)):  # a range, a season, words
        extra[f"{_KEPT}issued"] = json.dumps(issued)
    if _type(_text(item.get("type"))).value != item.get("type"):
        extra[f"{_KEPT}type"] = json.dumps(item.get("type"))
    return {name: value for name, value in extra.items() if value}


def _text(value: object) -> str:
    if isinstance(value, str):  # JSON may name halves of characters, which no library stores
        return value.encode("utf-8", "surrogatepass").decode("utf-8", "replace").replace("\0", "\ufffd").strip()
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _unique(values: object) -> tuple[str, ...]:
    listed = values if isinstance(values, list) else ()
    return tuple(dict.fromkeys(text for value in listed if (text := " ".join(_text(value).split()))))


def _names(value: object) -> tuple[Name, ...]:
    told = [name for name in value if isinstance(name, dict)] if isinstance(value, list) else ()
    return tuple(name for one in told if (name := _name(one)).family)


def _name(told: Item) -> Name:
    particle = " ".join(filter(None, (_text(told.get("dropping-particle")), _text(told.get("non-dropping-particle")))))
    family = f"{particle} {_text(told.get('family'))}".strip()
    given = _text(told.get("given"))
    if not family:
        return Name(_text(told.get("literal")) or given)
    return Name(family, given, _text(told.get("suffix")))


def _date(issued: object) -> str:
    if not isinstance(issued, dict):
        return ""
    parts = issued.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        texts = [*(_text(part) for part in parts[0][:3]), "", "", ""]
        return dated(texts[0], texts[1], texts[2])
    return date_of(_text(issued.get("raw")) or _text(issued.get("literal")))


def _issued(date: str) -> Item:
    return {"date-parts": [[int(part) for part in date.split("-")]]} if date else {}


def _link(told: object) -> FileLink:
    if not isinstance(told, dict):
        return FileLink(_text(told))
    return FileLink(_text(told.get("path")), _text(told.get("description")), _text(told.get("mime")))


def write(references: Iterable[Reference]) -> Iterator[str]:
    """The text of a file of CSL JSON, item by item."""
    before = "[\n"
    for reference in references:
        yield before + json.dumps(item_of(reference), ensure_ascii=False, indent=1)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def item_of(reference: Reference) -> Item:
    """The item that tells the reference."""
    extra = dict(reference.extra)
    item: Item = {"id": reference.key, "citation-key": reference.key, "type": reference.type.value}
    item |= {name: getattr(reference, attribute) for attribute, name in _TEXTS}
    item |= {"author": list(map(_told_name, reference.authors)), "editor": list(map(_told_name, reference.editors))}
    item["issued"] = _issued(reference.date)
    if _date(_kept(extra, "issued")) != reference.date:
        extra.pop(f"{_KEPT}issued", None)
    arxiv = f"arXiv:{reference.arxiv_id}" if reference.arxiv_id else ""
    if arxiv and reference.primary_class:
        arxiv += f" [{reference.primary_class}]"
    key_line = f"Citation Key: {reference.key}" if reference.key and " " not in reference.key else ""
    item["note"] = "\n".join(filter(None, (arxiv, key_line, extra.pop("note", ""))))
    item["keyword"] = _in_list(reference.keywords)
    item["annote"] = "\n\n".join(reference.notes)
    own: Item = {
        "title_zh": reference.translated_title,
        "abstract_zh": reference.translated_abstract,
        "collections": list(map(COLLECTION_SEPARATOR.join, reference.collections)),
        "files": [{"path": link.path, "description": link.description, "mime": link.mime} for link in reference.files],
        "extra": {name: value for name, value in extra.items() if ":" in name and not name.startswith(_KEPT)},
    }
    custom: Item = {_OWN: own} if (own := {name: value for name, value in own.items() if value}) else {}
    custom |= _kept(extra, "custom") if isinstance(_kept(extra, "custom"), dict) else {}
    item |= {name: value for name, value in extra.items() if ":" not in name}
    for name in extra:
        if name.startswith(_KEPT) and name != f"{_KEPT}custom":
            item[name.removeprefix(_KEPT)] = _kept(extra, name.removeprefix(_KEPT))
    return {name: value for name, value in {**item, "custom": custom}.items() if value not in ("", [], {}, None)}


def _kept(extra: Mapping[str, str], name: str) -> Any:
    try:
        return json.loads(extra.get(_KEPT + name, "null"))
    except (ValueError, RecursionError):
        return None


def _told_name(name: Name) -> Item:
    if not name.given and not name.suffix:
        return {"literal": name.family} if " " in name.family else {"family": name.family}
    return {key: value for key in ("family", "given", "suffix") if (value := getattr(name, key))}


def _in_list(words: tuple[str, ...]) -> str:
    """Words with commas in them stand between semicolons, and one of them alone before one."""
    if not any("," in word for word in words):
        return ", ".join(word.replace(";", ",") for word in words)
    return "; ".join(word.replace(";", ",") for word in words) + ";"

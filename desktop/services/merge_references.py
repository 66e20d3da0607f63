"""What a paper gets from an entry of a bibliography. Nothing that a person typed or that was told is ever replaced."""

import json
import re
from dataclasses import fields, replace
from typing import Any

from db.described_papers import DescribedPaper
from db.records import SEPARATOR
from db.reference_writer import Brought, Text
from desktop.domain.arxiv_id import ArxivId, arxiv_id_in_link, parse_arxiv_id
from desktop.domain.bibliography import Reference
from desktop.domain.bibliography_import import Gain
from desktop.domain.labels import MAX_NAME, label_key, tag_name, tidy_name
from desktop.domain.links import web_link
from desktop.domain.paper import ORIGINAL, TextKind
from desktop.formats.csl_json import item_of
from desktop.services.paper_references import citation_of, paper_reference, without_columns

_CATEGORY = re.compile(r"[a-z-]+(\.[A-Za-z-]+)?")
Gained = tuple[Brought, tuple[Gain, ...]]


def new_paper(reference: Reference, key: str, language: str) -> Brought:
    """A paper of its own."""
    texts = [
        (TextKind.TITLE, ORIGINAL, reference.title or ("" if reference.arxiv_id else reference.doi)),
        *_other_texts(reference, language),
    ]
    return Brought(
        paper=None,
        columns={**_facts(reference), "cite_key": key, "citation": citation_of(reference)},
        arxiv_id=named_id(reference),
        texts=tuple(text for text in texts if text[2]),
        note="\n\n".join(reference.notes),
        tags=_tags(reference),
        collections=_collections(reference),
    )


def named_id(reference: Reference) -> ArxivId | None:
    """The arXiv id of a reference."""
    return parse_arxiv_id(reference.arxiv_id)


def known_paper(reference: Reference, paper: DescribedPaper, key: str, language: str) -> Gained:
    """What a paper that is there gets, and what it gets as a person is told."""
    facts = {name: value for name, value in _facts(reference).items() if value and not _has(paper, name)}
    arxiv_id = named_id(reference) if not paper.arxiv_id else None
    there = {(text.kind, text.language) for text in paper.texts}
    texts = tuple(text for text in _other_texts(reference, language) if text[2] and (text[0], text[1]) not in there)
    mine = paper.text(TextKind.NOTE, "")
    emptied = not mine and (TextKind.NOTE, "") in there
    note = "" if emptied else _joined_note(mine, reference.notes)
    has = {label_key(name) for name in paper.tags}
    tags = tuple(name for name in _tags(reference) if label_key(name) not in has)
    collections = tuple(path for path in _collections(reference) if path not in paper.collections)
    cite_key = {"cite_key": key} if key and not paper.cite_key else {}
    citation = _merged_citation(reference, paper, language)
    brought = Brought(
        paper=paper.id,
        columns={**facts, **cite_key, **citation},
        arxiv_id=arxiv_id,
        texts=texts,
        note=note,
        tags=tags,
        collections=collections,
        restored=paper.in_trash,
    )
    gained = {
        Gain.FACTS: facts or arxiv_id,
        Gain.TEXTS: texts,
        Gain.TAGS: tags,
        Gain.COLLECTIONS: collections,
        Gain.NOTE: note,
        Gain.CITE_KEY: cite_key,
        Gain.CITATION: citation,
    }
    return brought, tuple(gain for gain, what in gained.items() if what)


def _has(paper: DescribedPaper, name: str) -> bool:
    """Whether the paper has the fact, or a person emptied it."""
    return bool(getattr(paper, name)) or name in paper.typed


def _facts(reference: Reference) -> dict[str, str]:
    names = [name.shown.replace(SEPARATOR.strip(), ",") for name in reference.authors]
    category = reference.primary_class
    return {
        "authors": SEPARATOR.join(names),
        "categories": category if _CATEGORY.fullmatch(category) else "",
        "published": reference.date,
        "doi": "" if arxiv_id_in_link(reference.doi) else reference.doi,
        "link": reference.url if web_link(reference.url) else "",
    }


def _other_texts(reference: Reference, language: str) -> tuple[Text, ...]:
    return (
        (TextKind.ABSTRACT, ORIGINAL, reference.abstract),
        (TextKind.TITLE, language, reference.translated_title),
        (TextKind.ABSTRACT, language, reference.translated_abstract),
    )


def _joined_note(there: str, told: tuple[str, ...]) -> str:
    """The person's note with those below that it does not hold; empty if it holds them all."""
    fresh = [note for note in told if _plain(note) not in _plain(there)]
    return "\n\n".join(filter(None, (there, *fresh))) if fresh else ""


def _plain(text: str) -> str:
    return " ".join(text.split())


def _tags(reference: Reference) -> tuple[str, ...]:
    names = (tag_name(word.replace(" > ", "/"))[:MAX_NAME].rstrip("/ ") for word in reference.keywords)
    return tuple({label_key(name): name for name in names if name}.values())


def _collections(reference: Reference) -> tuple[tuple[str, ...], ...]:
    paths = (
        tuple(filter(None, (tidy_name(name)[:MAX_NAME].rstrip() for name in path))) for path in reference.collections
    )
    return tuple(dict.fromkeys(path for path in paths if path))


def _merged_citation(reference: Reference, paper: DescribedPaper, language: str) -> dict[str, str]:
    """The citation with what the entry tells beyond it and an export; empty if that is nothing. Where files contradict
    each other the first one stays, in whatever order they come again."""
    told = _item(reference)
    now = _item(paper_reference(paper, language=language, files=()))
    stored = json.loads(paper.citation) if paper.citation else {}
    fresh = {name: value for name, value in told.items() if now.get(name) != value}
    if not paper.citation and fresh:
        fresh["type"] = reference.type.value
    merged = _filled(stored, fresh)
    if merged == stored:
        return {}
    return {"citation": json.dumps(merged, ensure_ascii=False, separators=(",", ":"))}


def _item(reference: Reference) -> dict[str, Any]:
    return item_of(without_columns(reference))


def _filled(stored: Any, fresh: Any) -> Any:
    """The stored value with what it lacks, object within object."""
    if not (isinstance(stored, dict) and isinstance(fresh, dict)):
        return stored
    filled = {name: _filled(stored[name], value) for name, value in fresh.items() if name in stored}
    return {**fresh, **stored, **filled}


def combined(first: Reference, second: Reference) -> Reference:
    """Two entries of one paper as one: the first tells, the second fills in."""
    filled: dict[str, Any] = {
        name: tuple(dict.fromkeys((*getattr(first, name), *getattr(second, name))))
        for name in ("keywords", "notes", "collections", "files")
    }
    for name in (field.name for field in fields(Reference) if field.name not in (*filled, "type", "extra")):
        filled[name] = getattr(first, name) or getattr(second, name)
    return replace(first, **filled, extra={**second.extra, **first.extra})

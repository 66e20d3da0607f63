"""What a person types about a paper. Nothing typed is ever overwritten by an import."""

import re
from typing import Any

from db import steps
from db.described_papers import cite_keys, require_free
from db.edits import fact_changes, paper_with_arxiv_id, require, text_changes
from db.index_documents import driver
from db.library_file import LibraryFile
from db.splitting import split_changes
from desktop.domain.arxiv_id import arxiv_id_in_link, parse_arxiv_id
from desktop.domain.changes import Changes
from desktop.domain.cite_keys import tidy_key
from desktop.domain.errors import InputError, Reason
from desktop.domain.ids import DigestId, PaperId
from desktop.domain.links import web_link
from desktop.domain.paper import Fact, TextKind
from desktop.domain.storable_text import require_storable
from desktop.domain.undo import UndoKind

_CATEGORY = re.compile(r"[a-z-]+(\.[A-Za-z-]+)?")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
_DOI = re.compile(r"10\.\d{4,9}/\S+", re.ASCII)
_DOI_PREFIX = re.compile(r"(?i)(https?://(dx\.)?doi\.org/|doi:\s*)")


class EditPapers:
    """Edits of texts and facts, each one step of undo. Raises InputError for what cannot be, and StorageError."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def edit_text(self, paper: PaperId, kind: TextKind, language: str, value: str) -> Changes:
        """Write `value` over a text. It is locked: imports and models leave it alone."""
        return self._write(paper, kind, language, value, UndoKind.EDIT_TEXT)

    def revert_text(self, paper: PaperId, kind: TextKind, language: str) -> Changes:
        """Go back to the text that the digest tells."""
        return self._write(paper, kind, language, None, UndoKind.REVERT_TEXT)

    def _write(self, paper: PaperId, kind: TextKind, language: str, value: str | None, step: UndoKind) -> Changes:
        require_storable(kind.value, value or "")
        with self._library.transaction() as connection:
            require(connection, paper)
            changes = text_changes(connection, paper, kind, language, value)
            return steps.do(connection, step, changes, count=1, detail=kind.value)

    def edit_fact(self, paper: PaperId, fact: Fact, value: str) -> Changes:
        """Change a fact; see `Fact` for how each is written. An empty value means "not known"."""
        require_storable(fact.value, value)
        values = _PARSERS[fact](value.strip())
        with self._library.transaction() as connection:
            require(connection, paper)
            if (arxiv_id := values.get("arxiv_id")) and paper_with_arxiv_id(connection, arxiv_id) not in (None, paper):
                raise InputError(Reason.ID_TAKEN, arxiv_id, "another paper of the library has this arXiv id")
            if fact is Fact.CITE_KEY and value:
                require_free(cite_keys(driver(connection)), paper, values["cite_key"])
            changes = fact_changes(connection, paper, fact, values)
            return steps.do(connection, UndoKind.EDIT_FACT, changes, count=1, detail=fact.value)

    def split(self, paper: PaperId, digest: DigestId, position: int) -> Changes:
        """Make a paper of its own of a digest's row that was filed under `paper` because of its title."""
        with self._library.transaction() as connection:
            changes = split_changes(connection, paper, digest, position)
            if not changes:
                raise InputError(Reason.NO_SUCH_PAPER, str(position), "no such row under this paper")
            return steps.do(connection, UndoKind.SPLIT, changes, count=1)


def _authors(value: str) -> dict[str, Any]:
    names = [" ".join(name.split()) for name in value.split(";")]
    return {"authors": "; ".join(name for name in names if name)}


def _categories(value: str) -> dict[str, Any]:
    codes = value.replace(",", " ").replace(";", " ").split()
    for code in codes:
        if not _CATEGORY.fullmatch(code):
            raise InputError(Reason.BAD_VALUE, Fact.CATEGORIES.value, f"{code!r} is no arXiv category such as cs.CV")
    return {"categories": " ".join(dict.fromkeys(codes))}


def _published(value: str) -> dict[str, Any]:
    if value and not _DATE.fullmatch(value):
        raise InputError(Reason.BAD_VALUE, Fact.PUBLISHED.value, "write a date as 2024, 2024-03 or 2024-03-05")
    return {"published": value}


def _arxiv_id(value: str) -> dict[str, Any]:
    if not value:
        return {"arxiv_id": None, "arxiv_version": None}
    found = parse_arxiv_id(value.removeprefix("arXiv:")) or arxiv_id_in_link(value)
    if found is None:
        raise InputError(Reason.BAD_VALUE, Fact.ARXIV_ID.value, f"{value!r} is no arXiv id such as 2403.02774")
    return {"arxiv_id": found.value, "arxiv_version": found.version}


def _doi(value: str) -> dict[str, Any]:
    bare = _DOI_PREFIX.sub("", value, count=1) if _DOI_PREFIX.match(value) else value
    if bare and not _DOI.fullmatch(bare):
        raise InputError(Reason.BAD_VALUE, Fact.DOI.value, f"{value!r} is no DOI such as 10.1000/182")
    return {"doi": bare}


def _link(value: str) -> dict[str, Any]:
    if value and not web_link(value):
        raise InputError(Reason.BAD_VALUE, Fact.LINK.value, "a link begins with https:// or http://")
    return {"link": value}


def _cite_key(value: str) -> dict[str, Any]:
    return {"cite_key": tidy_key(value)}


_PARSERS = {
    Fact.AUTHORS: _authors,
    Fact.CATEGORIES: _categories,
    Fact.PUBLISHED: _published,
    Fact.ARXIV_ID: _arxiv_id,
    Fact.DOI: _doi,
    Fact.LINK: _link,
    Fact.CITE_KEY: _cite_key,
}

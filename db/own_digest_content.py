"""What a digest of one's own tells of its papers, read for writing it."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from db.exports import paper_entries
from db.marks import marks_of, picture
from db.own_digests import own_digest
from db.paper_rows import rows
from db.texts import texts_of
from desktop.domain.digest import Entry
from desktop.domain.ids import OwnDigestId
from desktop.domain.mark import Mark, MarkKind
from desktop.domain.mark_lineage import each_once
from desktop.domain.own_digest import DigestContent, DigestField, DigestMark, DigestPaper, OwnDigest, Template
from desktop.domain.paper import ORIGINAL, PaperRow, PaperText, TextKind

_TRANSLATED = {
    "translated_title": TextKind.TITLE,
    "summary": TextKind.SUMMARY,
    "translated_abstract": TextKind.ABSTRACT,
}
_OF_ENTRY = frozenset(DigestField) - {DigestField.AUTHORS}
_Texts = Mapping[tuple[TextKind, str], str]


def digest_content(connection: sqlite3.Connection, digest: OwnDigestId) -> DigestContent:
    """All that is written of the digest; what it leaves out is empty. Raises InputError(NO_SUCH_DIGEST)."""
    found = own_digest(connection, digest)
    texts, entries = texts_of(connection, found.papers), paper_entries(connection, found.papers, found.choice.language)
    noted = found.papers if found.choice.template is Template.NOTES else ()
    marks = marks_of(connection, noted)
    papers = []
    for row in rows(connection, found.papers):
        told = _by_kind(texts[row.id])
        paper = _paper(found, row, entries[row.id], told)
        if row.id in noted:
            paper = replace(
                paper,
                note=told.get((TextKind.NOTE, ""), ""),
                marks=_with_pictures(connection, each_once(marks.get(row.id, ()))),
            )
        papers.append(paper)
    made = datetime.fromtimestamp(found.created_ms / 1000).astimezone().date()
    return DigestContent(found, tuple(papers), found.made_of.day or made.isoformat())


def _by_kind(texts: Iterable[PaperText]) -> _Texts:
    return {(text.kind, text.language): text.value for text in texts}


def _translated(entry: Entry, texts: _Texts, language: str) -> Entry:
    """The entry that is shown may be of a digest in another language."""
    return replace(entry, **{field: texts.get((kind, language), "") for field, kind in _TRANSLATED.items()})


def _paper(digest: OwnDigest, row: PaperRow, entry: Entry, texts: _Texts) -> DigestPaper:
    without = digest.leaves_out
    told = _translated(entry, texts, digest.choice.language)
    emptied = {field.value: "" for field in without & _OF_ENTRY}
    return DigestPaper(
        id=row.id,
        entry=replace(told, **emptied),
        title=texts.get((TextKind.TITLE, ORIGINAL), "") or row.title,
        abstract="" if DigestField.ABSTRACT in without else texts.get((TextKind.ABSTRACT, ORIGINAL), ""),
        authors=() if DigestField.AUTHORS in without else row.authors,
        categories=row.categories,
        published=row.published,
        arxiv_id=row.arxiv_id,
    )


def _with_pictures(connection: sqlite3.Connection, marks: Iterable[Mark]) -> tuple[DigestMark, ...]:
    return tuple(
        DigestMark(mark, (picture(connection, mark.id) or b"") if mark.kind is MarkKind.AREA else b"") for mark in marks
    )

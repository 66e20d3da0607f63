"""All that the page of a digest shows, read and written on the lane of the library."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.domain.edited_entry import with_texts
from desktop.domain.exporting import Notice
from desktop.domain.ids import OwnDigestId, PaperId
from desktop.domain.own_digest import (
    DigestChoice,
    DigestContent,
    DigestField,
    DigestPaper,
    HandedOn,
    Way,
)
from desktop.domain.paper import ORIGINAL, Origin, OriginKind, PaperRow, PaperText, TextKind
from desktop.ui.composing.page_lines import page_lines
from desktop.ui.composing.shown_lines import Line, Style, source_lines
from desktop.ui.library.paper_edits import TextKey

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

_FIELDS = {
    (TextKind.TITLE, False): DigestField.TRANSLATED_TITLE,
    (TextKind.SUMMARY, False): DigestField.SUMMARY,
    (TextKind.ABSTRACT, False): DigestField.TRANSLATED_ABSTRACT,
    (TextKind.SUMMARY, True): DigestField.SUMMARY_EN,
    (TextKind.ABSTRACT, True): DigestField.ABSTRACT,
}
_WANTED = (DigestField.TRANSLATED_TITLE, DigestField.SUMMARY, DigestField.TRANSLATED_ABSTRACT)
"""What a paper that lacks it is marked for: the English summary is mostly empty in the source documents, too."""


@dataclass(frozen=True, slots=True)
class DigestView:
    """A digest as it is stored, and what has been handed on of it."""

    content: DigestContent
    rows: tuple[PaperRow, ...]
    lacking: frozenset[PaperId]
    """Papers that lack a translation or a summary that the digest shows."""

    def place_of(self, paper: PaperId | None) -> int:
        """Which paper of it that is, from 0; -1 if it is none of it."""
        return next((place for place, row in enumerate(self.rows) if row.id == paper), -1)


@dataclass(frozen=True, slots=True)
class Drafts:
    """What a person is typing, and is not stored yet."""

    choice: DigestChoice
    texts: Mapping[TextKey, str]


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be handed on now."""

    lines: tuple[Line, ...]
    size: int
    """Bytes."""
    notices: tuple[Notice, ...]
    starts: tuple[int, ...]
    """With which line each paper begins, in their order; empty where that is not known."""


def read_view(services: "LibraryServices", digest: OwnDigestId) -> DigestView:
    """The digest as it is stored. Raises StorageError, InputError(NO_SUCH_DIGEST)."""
    content = services.own_digests.content(digest)
    rows = services.browse.rows(content.digest.papers)
    wanted = [field.value for field in _WANTED if field not in content.digest.leaves_out]
    lacking = (paper.id for paper in content.papers if not all(getattr(paper.entry, field) for field in wanted))
    return DigestView(content, tuple(rows), frozenset(lacking))


def read_history(services: "LibraryServices", digest: OwnDigestId) -> tuple[HandedOn, ...]:
    """What was handed on, the last first."""
    return services.handing_on.history(digest)


def preview(content: DigestContent, drafts: Drafts, way: Way) -> Preview:
    """What handing it on in that way would give, drafts included."""
    from desktop.services.write_digests import written  # 40 ms that only who looks at it needs

    drafted = with_drafts(content, drafts)
    if not drafted.papers:
        return Preview((), 0, (), ())
    document = written(drafted, way)
    text = document.data.decode("utf-8")
    lines = page_lines(text) if way is Way.PAGE else source_lines(text)
    return Preview(lines, len(document.data), document.notices, _starts(lines, way, len(drafted.papers)))


def _starts(lines: Sequence[Line], way: Way, papers: int) -> tuple[int, ...]:
    """A name of the page, or a footnote of the Markdown, begins a paper."""
    if way is Way.PAGE:
        found = [number for number, one in enumerate(lines) if one.style is Style.NAME]
    else:
        found = [number for number, one in enumerate(lines) if one.text.startswith("[^") and "]: " in one.text]
    return tuple(found) if len(found) == papers else ()


def with_drafts(content: DigestContent, drafts: Drafts) -> DigestContent:
    """The digest as it will be once what is typed is stored."""
    digest = replace(content.digest, choice=drafts.choice)
    by_paper: dict[PaperId, dict[TextKey, str]] = {}
    for key, value in drafts.texts.items():
        by_paper.setdefault(key.paper, {})[key] = value
    papers = tuple(
        _drafted(paper, by_paper[paper.id], content) if paper.id in by_paper else paper for paper in content.papers
    )
    return replace(content, digest=digest, papers=papers)


def _drafted(paper: DigestPaper, texts: Mapping[TextKey, str], content: DigestContent) -> DigestPaper:
    origin = Origin(OriginKind.PERSON, "", datetime.now(UTC))
    without, language = content.digest.leaves_out, content.digest.choice.language
    for key, value in texts.items():
        original = key.language == ORIGINAL
        if _FIELDS.get((key.kind, original)) in without:
            continue
        paper = replace(
            paper, entry=with_texts(paper.entry, [PaperText(key.kind, key.language, value, origin)], language)
        )
        if original and key.kind is TextKind.TITLE:
            paper = replace(paper, title=value)
        elif original and key.kind is TextKind.ABSTRACT:
            paper = replace(paper, abstract=value)
    return paper

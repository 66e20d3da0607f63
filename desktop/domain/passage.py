"""Places of the library where the words of a search stand: pages of PDFs, marks, the texts of papers."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.ids import PaperId
from desktop.domain.mark import Mark


class Scope(StrEnum):
    """Where is looked."""

    ALL = "all"
    PDFS = "pdfs"
    MARKS = "marks"
    NOTES = "notes"
    """Notes, titles, summaries and abstracts of papers."""


SOURCES = (Scope.PDFS, Scope.MARKS, Scope.NOTES)
"""The scopes that hold passages of one kind; ALL holds those of all of them."""


@dataclass(frozen=True, slots=True)
class PassageQuery:
    """What a person looks for."""

    text: str = ""
    """In the language of `query_parser`. Empty with the scope MARKS: the newest marks."""
    scope: Scope = Scope.ALL
    color: int = 0
    """Only marks of this colour; 0 for any."""
    tag: str = ""
    """Only marks with this tag; empty for any."""
    typing: bool = False
    """A word at the very end may go on."""
    papers: int = 20
    """So many papers at most."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One place. `found` are the (start, end) of the words in the excerpt."""

    source: Scope
    paper: PaperId
    excerpt: str
    found: tuple[tuple[int, int], ...] = ()
    sha256: str = ""
    """Of the PDF; empty for a text of the paper."""
    version: int | None = None
    """Of the paper on arXiv, if the PDF is one of several versions."""
    page: int = -1
    """From 0; -1 for a text of the paper."""
    field: str = ""
    """Which text of the paper it is: a name of `query.FIELDS`."""
    mark: Mark | None = None

    @property
    def words(self) -> str:
        """The first words found as they stand there, those that follow each other together: to be shown on the page."""
        if not self.found:
            return ""
        start, end = self.found[0]
        for following, behind in self.found[1:]:
            if self.excerpt[end:following].strip():
                break
            end = behind
        return self.excerpt[start:end]


@dataclass(frozen=True, slots=True)
class PaperPassages:
    """The best passages of one paper."""

    paper: PaperId
    title: str
    translated_title: str
    passages: tuple[Passage, ...]
    more: int = 0
    """Passages of it that were found and are not among these."""


@dataclass(frozen=True, slots=True)
class Passages:
    """What was found, the best paper first."""

    papers: tuple[PaperPassages, ...] = ()
    more: int = 0
    """Papers that were found and are not among these."""
    counts: tuple[tuple[Scope, int], ...] = ()
    """Passages of each of `SOURCES`."""
    capped: bool = False
    """There are more still than was counted."""

    def count(self, scope: Scope) -> int:
        """How many passages a scope holds."""
        return sum(number for source, number in self.counts if scope in (Scope.ALL, source))


@dataclass(frozen=True, slots=True)
class MarkLabels:
    """What marks can be told apart by."""

    tags: tuple[str, ...] = ()
    """Those used most first."""
    color_names: tuple[str, ...] = ()
    """That a person gave the eight colours; empty where they gave none."""

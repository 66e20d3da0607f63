"""What leaves the library as notes: of each paper its texts and the person's marks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from desktop.domain.ids import PaperId
from desktop.domain.mark import Mark, MarkKind
from desktop.domain.mark_colors import COLOR_WORDS
from desktop.domain.pdf_document import PdfFile

KIND_WORDS: Mapping[MarkKind, str] = MappingProxyType(
    {
        MarkKind.HIGHLIGHT: "highlight",
        MarkKind.UNDERLINE: "underline",
        MarkKind.STRIKE_OUT: "strike-out",
        MarkKind.NOTE: "note",
        MarkKind.TEXT: "text",
        MarkKind.AREA: "area",
        MarkKind.INK: "ink",
    }
)


@dataclass(frozen=True, slots=True)
class NotedMark:
    """A mark as notes tell of it."""

    mark: Mark
    page_label: str
    """What the page calls itself, else its number."""
    picture: bytes = b""
    """PNG of an area; empty if there is none, or none is wanted."""


@dataclass(frozen=True, slots=True)
class PaperNotes:
    """All that notes tell of a paper."""

    paper: PaperId
    title: str
    translated_title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    """YYYY, YYYY-MM or YYYY-MM-DD."""
    arxiv_id: str = ""
    link: str = ""
    summary: str = ""
    translated_summary: str = ""
    note: str = ""
    marks: tuple[NotedMark, ...] = ()
    """In reading order, file by file, the newest version first."""
    files: tuple[PdfFile, ...] = ()

    @property
    def key(self) -> str:
        """What tells this paper from others in a file of notes, by ASCII letters without blanks."""
        return self.arxiv_id or f"paper/{self.paper}"


@dataclass(frozen=True, slots=True)
class NotesChoice:
    """How a person wants the notes."""

    template: str
    """The text of a template (`formats.notes_template`)."""
    pictures: bool = True
    """Of areas, as files beside the notes."""
    colors: tuple[str, ...] = COLOR_WORDS
    """Names of the eight colours."""
    kinds: Mapping[MarkKind, str] = field(default_factory=lambda: KIND_WORDS)


@dataclass(frozen=True, slots=True)
class NotesWritten:
    """What became of an export."""

    path: str
    """The first file that was written."""
    papers: int
    marks: int
    files: int
    kept: tuple[str, ...] = ()
    """Copies of files in which a person had changed what we wrote: nothing of it is lost."""

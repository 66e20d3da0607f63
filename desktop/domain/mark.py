"""What a person marks on the pages of a PDF. Marks are rows of the library; the file itself never changes."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.ids import PaperId
from desktop.domain.pdf_document import Point, Quad, Rect

COLORS = range(1, 9)
"""Of marks, as the keys 1 to 8 and the tokens name them."""


class MarkKind(StrEnum):
    """What a mark looks like."""

    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"
    STRIKE_OUT = "strike-out"
    NOTE = "note"
    """A sticky note at a point."""
    TEXT = "text"
    """A text box on the page; its text is the comment."""
    AREA = "area"
    """A rectangle, of which a picture is kept."""
    INK = "ink"
    """Lines drawn by hand."""


TEXT_KINDS = frozenset({MarkKind.HIGHLIGHT, MarkKind.UNDERLINE, MarkKind.STRIKE_OUT})
"""Marks over text: they have `quads` and a quote."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on a page. Places are in page space (`pdf_document`)."""

    id: str
    """A UUID."""
    paper: PaperId
    sha256: str
    """Of the file it belongs to."""
    page: int
    """From 0."""
    kind: MarkKind
    color: int
    """One of COLORS."""
    quads: tuple[Quad, ...] = ()
    """One a line of text; of TEXT_KINDS only."""
    box: Rect | None = None
    """Of notes, text boxes, areas and ink."""
    strokes: tuple[tuple[Point, ...], ...] = ()
    """Of ink only."""
    quote: str = ""
    """The marked text, in one line, hyphens at line ends repaired."""
    before: str = ""
    """What stands before the quote: some 40 characters."""
    after: str = ""
    comment: str = ""
    tags: tuple[str, ...] = ()
    author: str = ""
    """Who made it, where a file told; empty for the person themselves."""
    created_at_ms: int = 0
    changed_at_ms: int = 0
    carried_from: str = ""
    """Id of the mark of an earlier version that this one was carried from."""
    placed: bool = True
    """False: it was carried from another version, but its text was not found; `page` is that of the other version."""


@dataclass(frozen=True, slots=True)
class MarkChange:
    """One mark was `before` and is `after`; None where there is none."""

    before: Mark | None
    after: Mark | None


@dataclass(frozen=True, slots=True)
class MarkStep:
    """What one action of a person did to marks: what undo takes back."""

    changes: tuple[MarkChange, ...]

    def reversed(self) -> "MarkStep":
        """The step that takes this one back."""
        return MarkStep(tuple(MarkChange(change.after, change.before) for change in reversed(self.changes)))

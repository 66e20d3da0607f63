"""Annotations as they stand in a PDF, whoever wrote them."""

from dataclasses import dataclass

from desktop.domain.pdf_document import Point, Quad, Rect


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotation. Places are in page space (`pdf_document`)."""

    page: int
    """From 0."""
    kind: str
    """Its subtype in PDF, such as Highlight."""
    name: str = ""
    """What the file calls it: its NM; for annotations of ours, the id of the mark."""
    rect: Rect = (0.0, 0.0, 0.0, 0.0)
    quads: tuple[Quad, ...] = ()
    """In the order that the file gives their corners in."""
    strokes: tuple[tuple[Point, ...], ...] = ()
    color: tuple[float, ...] = ()
    """Red, green, blue; empty where it has none."""
    contents: str = ""
    author: str = ""
    created_at_ms: int = 0
    changed_at_ms: int = 0
    kept: str = ""
    """The mark that was written as this annotation (`mark_text`); empty for those of other programs."""
    answers: int = -1
    """The number, in the same list, of the annotation it is a reply to."""


@dataclass(frozen=True, slots=True)
class FoundAnnotations:
    """The annotations of a PDF, page by page."""

    annotations: tuple[Annotation, ...] = ()
    left_out: int = 0
    """How many there were of kinds that no mark can stand for, or beyond what is read of one file."""
    signed: bool = False
    """The document bears a digital signature."""

"""A copy of a PDF with a person's marks in it, and marks that a PDF brought with it."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.mark import Mark, MarkChange, MarkStep
from desktop.domain.pdf_document import PdfFile


@dataclass(frozen=True, slots=True)
class CopyWish:
    """What is to be written where."""

    file: PdfFile
    """The original."""
    marks: tuple[Mark, ...]
    author: str
    """The person's name, for the marks that have no other author; may be empty."""
    target: str


@dataclass(frozen=True, slots=True)
class CopyWritten:
    """A copy that was written, opened again and found to hold everything."""

    path: str
    marks: int
    left_out: int = 0
    """Marks that have no place in this version of the paper."""
    signed: bool = False
    """The original is signed: the signature does not vouch for the marks."""
    locked: bool = False
    """The copy asks for the same password."""


@dataclass(frozen=True, slots=True)
class TakeOver:
    """Marks of a file that are not among the library's yet."""

    marks: tuple[Mark, ...] = ()
    pictures: Mapping[str, bytes] | None = None
    """PNGs of areas, by the ids of their marks."""
    there: int = 0
    """Marks of the file that were taken over before."""
    left_out: int = 0
    """Annotations that no mark can stand for."""

    @property
    def step(self) -> MarkStep:
        """What taking them over does."""
        return MarkStep(tuple(MarkChange(None, mark) for mark in self.marks))

"""A paper that is open in the reader, and where its reader was."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.ids import PaperId
from desktop.domain.mark import Mark
from desktop.domain.pdf_document import PdfFile


class Spread(StrEnum):
    """How pages stand."""

    CONTINUOUS = "continuous"
    SINGLE = "single"
    """One page at a time."""
    TWO = "two"
    """Two pages side by side, continuous."""


class Fit(StrEnum):
    """What decides the zoom."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"
    """The factor in `ReadingPlace.zoom`."""


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """What the reader showed: the point of page space at the top left corner of the view, and how."""

    page: int = 0
    x: float = 0.0
    y: float = 0.0
    fit: Fit = Fit.WIDTH
    zoom: float = 1.0
    """1.0 is the size on paper: 72 points are one inch of the screen."""
    spread: Spread = Spread.CONTINUOUS
    rotation: int = 0
    """Degrees clockwise: 0, 90, 180, 270."""
    left: str = ""
    """The panel shown at the left: contents, thumbnails, marks; empty for none."""
    right: str = ""
    """The panel shown at the right: texts; empty for none."""


@dataclass(frozen=True, slots=True)
class OpenedPaper:
    """What a reader begins with."""

    paper: PaperId
    title: str
    translated_title: str
    file: PdfFile
    files: tuple[PdfFile, ...]
    """All PDFs of the paper, the newest version first."""
    place: ReadingPlace | None
    """Where it was left; None if it was never open."""
    marks: tuple[Mark, ...]
    """Of this file, in the order of pages, then from top to bottom."""
    color_names: tuple[str, ...]
    """Eight; empty where a person gave none."""
    elsewhere: tuple[Mark, ...] = ()
    """Marks on other files of this paper that were not carried to this one."""
    replaced: bool = False
    """Whether a file of another size lies where `file` was: marks and place are of one that is gone."""

"""An open PDF as a reader shows it, told by the PDF process.

**Page space**: points of 1/72 inch from the top left corner of a page as it is displayed with its own crop box and its
own rotation, y downwards. All places on pages are in it: text, links, marks. It depends on the file alone, never on how
a person turned or enlarged the page.
"""

from dataclasses import dataclass
from datetime import datetime

Point = tuple[float, float]
Rect = tuple[float, float, float, float]
"""Left, top, right, bottom."""
Quad = tuple[float, float, float, float, float, float, float, float]
"""Upper left, upper right, lower left, lower right corner of a piece of text, as it is read."""


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A file of the library that is read; `path` is absolute."""

    path: str
    sha256: str
    version: int | None = None
    """Of the paper on arXiv, if known."""
    name: str = ""
    """File name that it came with; empty for a download."""
    added_at: datetime | None = None
    """In UTC, if it is told."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height of a page in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """A line of the table of contents; `level` counts from 1."""

    level: int
    title: str
    page: int
    """From 0; -1 where it leads nowhere."""
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What stands at the beginning of reading."""

    pages: tuple[PageSize, ...]
    labels: tuple[str, ...] = ()
    """What each page calls itself, such as "iv"; empty if the file tells none."""
    outline: tuple[OutlineItem, ...] = ()
    repaired: bool = False
    """Its table of objects was broken, and was made anew by the reader."""


@dataclass(frozen=True, slots=True)
class RenderRequest:
    """A page, or the part `clip` of it, as pixels."""

    page: int
    scale: float
    """Device pixels a point."""
    rotation: int = 0
    """Degrees clockwise by which a person turned the page: 0, 90, 180, 270."""
    clip: tuple[int, int, int, int] | None = None
    """Left, top, right, bottom in device pixels of the scaled and turned page; None for all of it."""
    dark: bool = False
    """Light text on dark paper, pictures as they are."""
    without_marks: bool = False
    """Leave out annotations of the kinds that can be taken over as marks."""


@dataclass(frozen=True, slots=True)
class PageBitmap:
    """Pixels as blue, green, red, 255, row by row without gaps (Qt's Format_RGB32 on little-endian machines)."""

    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text. Character i reaches from `stops[i]` to `stops[i + 1]`, in parts of the way from the left edge of
    `quad` (0.0) to its right edge (1.0). There are len(text) + 1 stops."""

    text: str
    quad: Quad
    stops: tuple[float, ...]
    block: int = 0
    """Lines of a paragraph share one; blocks are in reading order."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page in reading order."""

    lines: tuple[TextLine, ...]


@dataclass(frozen=True, slots=True)
class PageLink:
    """A place to click. Leads to `page` and `target` within the document, or to `uri`, which is only ever shown and
    opened by the person."""

    rect: Rect
    page: int = -1
    """From 0; -1 for a link to outside."""
    target: Point = (0.0, 0.0)
    uri: str = ""

"""Searching some pages of a PDF, beside the GUI thread."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import TYPE_CHECKING

from desktop.domain.errors import PdfError
from desktop.domain.pdf_document import PageText, PdfFile
from desktop.domain.text_carets import TextPlace
from desktop.domain.text_finding import Occurrence, Wanted, letters_of, occurrences

if TYPE_CHECKING:
    from desktop.services.read_pages import ReadPages

_SECONDS = 0.05
"""After which a piece of work lets others go first, and tells what it found."""
_NO_QUAD = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the text stands."""

    page: int
    place: Occurrence

    @property
    def start(self) -> TextPlace:
        """Where it begins in the document."""
        return TextPlace(self.page, self.place.start)


@dataclass(frozen=True, slots=True)
class KnownPage:
    """What was read of a page, without its geometry, so that long documents can be kept."""

    letters: str
    """As `letters_of` tells them."""
    text: PageText | None = None
    """Read where those hold what was looked for: it takes several times as long."""


@dataclass(frozen=True, slots=True)
class Searched:
    """What a piece of work found, by page."""

    known: dict[int, KnownPage] = field(default_factory=dict)
    hits: dict[int, list[Hit]] = field(default_factory=dict)
    unread: list[int] = field(default_factory=list)
    """Could not be read."""


@dataclass(frozen=True, slots=True)
class PageSearch:
    """A text that is looked for in a file."""

    pages: "ReadPages"
    file: PdfFile
    wanted: Wanted

    def run(self, chunk: Sequence[int], known: Mapping[int, KnownPage], cancelled: Callable[[], bool]) -> Searched:
        """Search these pages, or as many of the first ones as can be in a moment. Raises FileError and Cancelled."""
        found = Searched()
        until = monotonic() + _SECONDS
        for page in chunk:
            try:
                found.known[page] = self._read(page, known.get(page), cancelled)
            except PdfError:
                found.unread.append(page)
            else:
                text = found.known[page].text
                places = occurrences(text, self.wanted) if text is not None else ()
                found.hits[page] = [Hit(page, place) for place in places]
            if cancelled() or monotonic() >= until:
                break
        return found

    def _read(self, page: int, known: KnownPage | None, cancelled: Callable[[], bool]) -> KnownPage:
        """The page; with its text if it may hold what is looked for."""
        if known is None:
            known = KnownPage(letters_of(self.pages.plain_text(self.file, page, cancelled)))
        if known.text is None and letters_of(self.wanted.text) in known.letters:
            text = self.pages.text(self.file, page, cancelled)
            lines = tuple(replace(line, quad=_NO_QUAD, stops=()) for line in text.lines)
            known = replace(known, text=PageText(lines))
        return known

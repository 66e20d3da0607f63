"""What an honest PDF process never answers, although it is of the right type: nothing else need expect it."""

from desktop.domain.pdf_document import DocumentFacts, PageLink, PageText, TextLine
from desktop.pdf.messages import Data, Links, Message, Pixels
from desktop.pdf.tray import PIXELS_LIMIT, TRAY_BYTES

LARGEST_SIDE = 1_000_000.0
"""Points of a side of a page; none is shorter than one point."""
FARTHEST = 1e8
"""Points from the corner of a page to any place."""
LARGEST_FILE = 1 << 30
"""Bytes; a library holds PDFs of 200 MB at most."""
SHOWN_ADDRESSES = ("http://", "https://", "mailto:")
"""How links to outside begin. What starts programs, opens other files or runs scripts is none."""


def check(answer: Message) -> None:
    """Raises ValueError."""
    match answer:
        case DocumentFacts():
            honest = _facts(answer)
        case PageText(lines):
            honest = all(map(_line, lines))
        case Links(links):
            honest = all(map(_link, links))
        case Pixels(width, height):
            honest = width > 0 and height > 0 and width * height <= PIXELS_LIMIT
        case Data(here, rest):
            honest = 0 <= here <= TRAY_BYTES and 0 <= rest <= LARGEST_FILE
        case _:
            honest = True
    if not honest:
        raise ValueError(f"an impossible {type(answer).__name__}")


def _facts(facts: DocumentFacts) -> bool:
    count = len(facts.pages)
    return (
        count > 0
        and all(1.0 <= side <= LARGEST_SIDE for size in facts.pages for side in (size.width, size.height))
        and len(facts.labels) in (0, count)
        and all(-1 <= item.page < count and item.level > 0 and _is_place(item.y) for item in facts.outline)
    )


def _line(line: TextLine) -> bool:
    stops = line.stops
    return len(stops) == len(line.text) + 1 and min(stops) >= 0.0 and max(stops) <= 1.0 and _is_place(*line.quad)


def _link(link: PageLink) -> bool:
    if not _is_place(*link.rect, *link.target):
        return False
    return link.page >= 0 if not link.uri else link.page == -1 and link.uri.lower().startswith(SHOWN_ADDRESSES)


def _is_place(*numbers: float) -> bool:
    return all(abs(number) <= FARTHEST for number in numbers)

"""The text of a page that lies under given quads, with what stands around it."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from desktop.domain.page_words import one_line, running_text, words
from desktop.domain.pdf_document import PageText, Point, Quad, TextLine
from desktop.domain.text_selection import AROUND


@dataclass(frozen=True, slots=True)
class QuotedText:
    """In one line each, hyphens at line ends repaired."""

    quote: str = ""
    before: str = ""
    after: str = ""


def quoted(page: PageText, quads: Iterable[Quad]) -> QuotedText:
    """What stands under the quads: the characters whose middle lies in one of them."""
    areas = [_Area.of(quad) for quad in quads]
    lines = [(line, [_holds(areas, middle) for middle in _middles(line)]) for line in page.lines]
    marked = [number for number, (_, inside) in enumerate(lines) if any(inside)]
    if not marked:
        return QuotedText()
    pieces = [_picked(line, inside) for line, inside in lines]
    first, last = marked[0], marked[-1]
    head, tail = lines[first], lines[last]
    before = [line.text for line, _ in lines[max(0, first - 2) : first]] + [head[0].text[: head[1].index(True)]]
    rest = len(tail[1]) - tail[1][::-1].index(True)
    after = [tail[0].text[rest:]] + [line.text for line, _ in lines[last + 1 : last + 3]]
    known = words(line.text for line in page.lines)
    return QuotedText(_joined(pieces, known), _joined(before, known)[-AROUND:], _joined(after, known)[:AROUND])


def _joined(pieces: Iterable[str], known: Container[str]) -> str:
    return one_line(running_text([(piece, 0) for piece in pieces], known))


def _picked(line: TextLine, inside: list[bool]) -> str:
    return one_line("".join(letter if is_in else " " for letter, is_in in zip(line.text, inside, strict=True)))


def _middles(line: TextLine) -> Iterator[Point]:
    """Where the middle of each character is."""
    quad = line.quad
    left = ((quad[0] + quad[4]) / 2, (quad[1] + quad[5]) / 2)
    right = ((quad[2] + quad[6]) / 2, (quad[3] + quad[7]) / 2)
    for start, end in zip(line.stops[:-1], line.stops[1:], strict=True):
        part = (start + end) / 2
        yield left[0] + part * (right[0] - left[0]), left[1] + part * (right[1] - left[1])


@dataclass(frozen=True, slots=True)
class _Area:
    """A quad as a place and its two edges."""

    origin: Point
    along: Point
    down: Point

    @staticmethod
    def of(quad: Quad) -> "_Area":
        return _Area((quad[0], quad[1]), (quad[2] - quad[0], quad[3] - quad[1]), (quad[4] - quad[0], quad[5] - quad[1]))

    def holds(self, point: Point) -> bool:
        size = self.along[0] * self.down[1] - self.along[1] * self.down[0]
        if not size:
            return False
        x, y = point[0] - self.origin[0], point[1] - self.origin[1]
        along = (x * self.down[1] - y * self.down[0]) / size
        down = (y * self.along[0] - x * self.along[1]) / size
        return 0 <= along <= 1 and 0 <= down <= 1


def _holds(areas: Iterable[_Area], point: Point) -> bool:
    return any(area.holds(point) for area in areas)

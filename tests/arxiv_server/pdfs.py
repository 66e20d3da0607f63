"""A tiny writer of PDFs (ISO 32000-1, 7.5): text in Times on pages of A4, and the arXiv stamp at the margin."""

import random
import re
import textwrap
from datetime import date
from functools import lru_cache

from desktop.domain.arxiv_paper import ArxivPaper

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
# WinAnsiEncoding has no ő.
_ACCENTS = {"'e": "é", '"o': "ö", '"i': "ï", "H{o}": "ö"}


@lru_cache(maxsize=2048)
def pdf_of(paper: ArxivPaper) -> bytes:
    """Return the PDF of a version: the same bytes each time and everywhere. One in 25 is some 300 kB large."""
    dice = random.Random(f"{paper.arxiv_id}v{paper.version}")
    pages = [_first_page(paper)]
    for number in range(2, dice.randrange(2, 9)):
        pages.append(_text(11, 300, 40, str(number)) + _paragraph(paper.abstract, 780))
    return write_pdf(pages, padding=dice.randbytes(300_000) if dice.random() < 0.04 else b"")


def write_pdf(pages: list[bytes], padding: bytes = b"") -> bytes:
    """Return a PDF whose pages have the given contents (text operators); `padding` is a stream nothing refers to."""
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
    ]
    for index, content in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * index} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(_stream(content))
    if padding:
        objects.append(_stream(padding))
    parts, offsets, end = [b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"], [], 15
    for number, body in enumerate(objects, 1):
        offsets.append(end)
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        end += len(parts[-1])
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, end)
    return b"".join([*parts, b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1), table, trailer])


def stamp(paper: ArxivPaper) -> str:
    """Return what arXiv prints at the margin of page 1; an id such as hep-th/9901001 names its category already."""
    day = date.fromisoformat(paper.updated)
    category = "" if paper.arxiv_id.partition("/")[0] == paper.categories[0] else f"  [{paper.categories[0]}]"
    return f"arXiv:{paper.arxiv_id}v{paper.version}{category}  {day.day} {_MONTHS[day.month - 1]} {day.year}"


def printed(text: str) -> str:
    """Return a text of the API as it stands on paper: without LaTeX."""
    text = re.sub(r"\\(H\{o\}|['\"][a-z])", lambda match: _ACCENTS[match[1]], text)
    return re.sub(r"[$\\{}]", "", text)


def _first_page(paper: ArxivPaper) -> bytes:
    lines = textwrap.wrap(printed(paper.title), 48)
    content = b"".join(_text(17.2, 90, 740 - 22 * row, line) for row, line in enumerate(lines))
    below = 740 - 22 * len(lines)
    for row, line in enumerate(textwrap.wrap(", ".join(paper.authors), 80)):
        content += _text(12, 100, below - 16 * row, line)
    content += _text(12, 270, 600, "Abstract") + _paragraph(paper.abstract, 575)
    # Like arXiv's own it is upright along the left margin, and larger than the title.
    return content + _text(20, 32, 240, stamp(paper), turned=True)


def _paragraph(text: str, top: int) -> bytes:
    lines = textwrap.wrap(printed(text), 85)
    return b"".join(_text(10, 90, top - 13 * row, line) for row, line in enumerate(lines))


def _text(size: float, x: int, y: int, text: str, *, turned: bool = False) -> bytes:
    matrix = "0 1 -1 0" if turned else "1 0 0 1"
    shown = re.sub(rb"([()\\])", rb"\\\1", text.encode("cp1252", "replace"))
    return f"BT /F1 {size} Tf {matrix} {x} {y} Tm (".encode() + shown + b") Tj ET\n"


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content)

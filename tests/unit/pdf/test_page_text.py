"""The text of a page: every character in its place, in the order in which a person reads."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from desktop.domain.errors import PdfError
from desktop.domain.page_words import plain_text
from desktop.domain.pdf_document import PageText, PdfFile, Quad, TextLine
from desktop.services.read_pages import ReadPages
from tests.unit.pdf.made_pdfs import made_pdf, stream, text

Made = Callable[[bytes], PdfFile]
Real = Callable[[str], PdfFile]
TWO_COLUMN_PAPERS = {
    # What begins the last line of one column, and what follows at the top of the next.
    ("paper-qa__pasa.pdf", 1): ("test split.", "Although AutoScholarQuery only provides"),
    ("pdf.js__tracemonkey.pdf", 0): ("Copyright", "and is used for the application logic"),
    ("mineru__demo3.pdf", 1): ("", "the model gives the correct length"),
}


def never() -> bool:
    return False


def lines_of(page: PageText) -> list[str]:
    return [line.text for line in page.lines]


def line_with(page: PageText, words: str) -> TextLine:
    return next(line for line in page.lines if words in line.text)


def place(line: TextLine, words: str) -> tuple[float, float]:
    """From where to where some words reach, in points from the left edge of a line that is upright."""
    at = line.text.index(words)
    width = line.quad[2] - line.quad[0]
    return line.stops[at] * width, line.stops[at + len(words)] * width


def centre(quad: Quad) -> tuple[float, float]:
    return sum(quad[::2]) / 4, sum(quad[1::2]) / 4


def check(page: PageText) -> None:
    """What holds for any text."""
    for line in page.lines:
        assert line.text.strip() == line.text != ""
        assert len(line.stops) == len(line.text) + 1
        assert (line.stops[0], line.stops[-1]) == (0.0, 1.0)
        assert all(0.0 <= one <= other <= 1.0 for one, other in pairwise(line.stops))
    blocks = [line.block for line in page.lines]
    assert blocks == sorted(blocks)


def test_each_character_has_its_place(pages: ReadPages, made: Made) -> None:
    page = pages.text(made(made_pdf(text("iiiWWW and more", 20, 100, 700))), 0, never)
    check(page)
    (line,) = page.lines
    assert line.text == "iiiWWW and more"
    assert line.quad[0] == pytest.approx(100)
    assert line.quad[1] < 792 - 700 < line.quad[5]
    thin, wide = place(line, "i"), place(line, "W")
    assert thin == pytest.approx((0, 0.222 * 20), abs=0.05)
    assert wide[1] - wide[0] == pytest.approx(0.944 * 20, abs=0.05)


def test_pieces_of_one_line_are_one_line(pages: ReadPages, made: Made) -> None:
    content = text("1.", 12, 72, 700, "B") + text("Introduction", 12, 92, 700, "B") + text("aside", 12, 400, 700)
    page = pages.text(made(made_pdf(content)), 0, never)
    assert lines_of(page) == ["1. Introduction", "aside"]


@pytest.mark.parametrize(
    ("matrix", "reads"),
    [("1 0 0 1", (1, 0)), ("0 1 -1 0", (0, -1)), ("0 -1 1 0", (0, 1)), ("0.8 0.6 -0.6 0.8", (0.8, -0.6))],
)
def test_a_line_may_go_in_any_direction(pages: ReadPages, made: Made, matrix: str, reads: tuple[float, float]) -> None:
    page = pages.text(made(made_pdf(f"BT /R 20 Tf {matrix} 300 400 Tm (Vertical words) Tj ET")), 0, never)
    check(page)
    (line,) = page.lines
    left, top, right, bottom = line.quad[0], line.quad[1], line.quad[2], line.quad[3]
    length = ((right - left) ** 2 + (bottom - top) ** 2) ** 0.5
    assert ((right - left) / length, (bottom - top) / length) == pytest.approx(reads, abs=0.01)
    assert length == pytest.approx(125.6, abs=1)  # the width of these words in Helvetica
    assert (line.quad[4], line.quad[5]) != (left, top)


def test_a_turned_page_has_its_text_where_it_is_displayed(pages: ReadPages, real: Real) -> None:
    upright = pages.text(real("pdfplumber__issue-1054-example.pdf"), 0, never)
    check(upright)
    line = line_with(upright, "Bundesministerium des Innern")
    assert line.quad[2] - line.quad[0] > 80
    assert line.quad[1] == line.quad[3] < line.quad[5]
    for name in ("pymupdf__4.pdf", "pdfplumber__issue-1054-example.pdf"):
        size = pages.facts(real(name), never).pages[0]
        for found in pages.text(real(name), 0, never).lines:
            x, y = centre(found.quad)
            assert 0 < x < size.width
            assert 0 < y < size.height


def test_letters_of_a_ligature_are_letters(pages: ReadPages, real: Real) -> None:
    line = line_with(pages.text(real("paper-qa__pasa.pdf"), 0, never), "nificantly")
    places = [place(line, letters) for letters in ("n", "i", "f", "fi"[1] + "c")]
    assert all(start < end for start, end in places)
    first, second = place(line, "fi"), place(line, "ican")
    assert first[1] == pytest.approx(second[0] + (first[1] - first[0]) / 2, abs=0.01)
    assert "ﬁ" not in "".join(lines_of(pages.text(real("paper-qa__pasa.pdf"), 0, never)))


@pytest.mark.parametrize(("paper", "turn"), TWO_COLUMN_PAPERS.items())
def test_columns_are_read_one_after_the_other(
    pages: ReadPages, real: Real, paper: tuple[str, int], turn: tuple[str, str]
) -> None:
    name, number = paper
    page = pages.text(real(name), number, never)
    check(page)
    lines = lines_of(page)
    following = next(index for index, line in enumerate(lines) if line.startswith(turn[1]))
    assert any(line.startswith(turn[0]) for line in lines[max(0, following - 12) : following + 1])


def test_columns_that_a_file_gives_row_by_row_are_read_one_after_the_other(pages: ReadPages, made: Made) -> None:
    words = "words of a column that is full of text"
    rows = [
        text(f"{side} {row} {words}", 9, x, 700 - 11 * row) for row in range(9) for side, x in (("L", 60), ("R", 320))
    ]
    title = text("A title over both columns that is as wide as the page is", 20, 60, 740)
    page = pages.text(made(made_pdf(title + "".join(rows))), 0, never)
    check(page)
    starts = [line.split()[:2] for line in lines_of(page)[1:]]
    assert starts == [[side, str(row)] for side in "LR" for row in range(9)]


def test_rows_of_a_table_stay_rows(pages: ReadPages, made: Made) -> None:
    cells = [text(f"{name}{row}", 9, x, 700 - 11 * row) for row in range(9) for name, x in (("a", 60), ("b", 320))]
    page = pages.text(made(made_pdf("".join(cells))), 0, never)
    assert lines_of(page) == [f"{name}{row}" for row in range(9) for name in "ab"]


def test_chinese_and_japanese_are_read(pages: ReadPages, real: Real) -> None:
    chinese = pages.text(real("pdfplumber__issue-71-duplicate-chars.pdf"), 0, never)
    check(chinese)
    assert any("计算机科学与技术" in line for line in lines_of(chinese))
    japanese = pages.text(real("pdf.js__issue16063.pdf"), 0, never)
    check(japanese)
    line = line_with(japanese, "電線接続端子部")
    assert place(line, "接続") == pytest.approx((24, 48), abs=0.1)


def test_letters_from_right_to_left_are_in_the_order_in_which_they_are_read(pages: ReadPages, real: Real) -> None:
    page = pages.text(real("docling__right_to_left_02.pdf"), 0, never)
    check(page)
    line = line_with(page, "الحكومة المصرية")
    assert line.text.startswith("وعليه، فإن")
    assert line.quad[0] > line.quad[2]  # begins at the right
    assert line.quad[1] < line.quad[5]


def test_vertical_writing_is_read_downwards(pages: ReadPages, made: Made) -> None:
    font = [
        "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/UniGB-UCS2-V/DescendantFonts[7 0 R]>>",
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
        "/FontDescriptor 8 0 R>>",
        "<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200"
        "/CapHeight 700/StemV 80>>",
    ]
    more = [*font, stream("")]
    content = "BT /V 20 Tf 300 700 Td <8BBA6587> Tj ET"
    page = pages.text(made(made_pdf(content, more=more, page="/Resources<</Font<</V 6 0 R>>>>")), 0, never)
    check(page)
    (line,) = page.lines
    assert line.text == "论文"
    assert line.quad[3] - line.quad[1] == pytest.approx(40, abs=4)


def test_text_without_end_is_cut(pages: ReadPages, made: Made) -> None:
    rows = "".join(text("word " * 380, 0.2, 10, 790 - row * 0.5) for row in range(150))
    page = pages.text(made(made_pdf(rows)), 0, never)
    check(page)
    assert 100_000 < sum(len(line.text) for line in page.lines) <= 200_000


@pytest.mark.parametrize("size", ["0", "1e-9", "1e9", "-20", "1e38"])
@pytest.mark.parametrize("x", ["0", "1e9", "-1e30"])
def test_absurd_sizes_and_places_do_no_harm(pages: ReadPages, made: Made, size: str, x: str) -> None:
    content = f"BT /R {size} Tf 1 0 0 1 {x} 400 Tm (absurd) Tj ET {text('good', 20, 100, 700)}"
    page = pages.text(made(made_pdf(content)), 0, never)
    check(page)
    assert "good" in "".join(lines_of(page))


def test_words_alone_are_those_of_the_whole_text(pages: ReadPages, shared: Path) -> None:
    compared = 0
    for path in sorted((shared / "data" / "pdf").glob("*.pdf")):
        file = PdfFile(str(path), path.name)
        try:
            for page in range(min(3, len(pages.facts(file, never).pages))):
                whole = [(line.text, line.block) for line in pages.text(file, page, never).lines]
                assert pages.plain_text(file, page, never) == plain_text(whole), (path.name, page)
                compared += bool(whole)
        except PdfError:
            continue  # of no use to either
    assert compared > 50


def test_words_with_wide_gaps_and_odd_signs_are_the_same(pages: ReadPages, made: Made) -> None:
    printed = (
        text("one ", 10, 60, 700) + text("two-", 10, 85, 700) + text("three", 10, 150, 700) + text(" ", 10, 60, 680)
    )
    file = made(made_pdf(printed + text("a\tb", 10, 60, 660) + text("\u0007c", 10, 60, 640)))
    whole = [(line.text, line.block) for line in pages.text(file, 0, never).lines]
    assert pages.plain_text(file, 0, never) == plain_text(whole)
    assert whole

"""Pages as pixels."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from desktop.domain.errors import PdfError, Reason
from desktop.domain.pdf_document import PageBitmap, PdfFile, RenderRequest
from desktop.services.read_pages import ReadPages
from tests.unit.pdf.made_pdfs import made_pdf, stream, text

Made = Callable[[bytes], PdfFile]
Real = Callable[[str], PdfFile]
Colour = tuple[int, int, int]

WHITE, RED, GREEN, BLUE = (255, 255, 255), (255, 0, 0), (0, 255, 0), (0, 0, 255)
PAPER = (0x24, 0x23, 0x20)
NEAR = 4
"""By how much a dark colour may miss the one that is meant: inverting keeps to whole numbers."""
# Page space is 612 x 792 points. From the top left: red | green, below them blue | white.
QUARTERS = "1 0 0 rg 0 396 306 396 re f 0 1 0 rg 306 396 306 396 re f 0 0 1 rg 0 0 306 396 re f"
PICTURE = stream("\xff\x00\x00", "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceRGB/BitsPerComponent 8")


def never() -> bool:
    return False


def colour(bitmap: PageBitmap, x: float, y: float) -> Colour:
    """Red, green and blue at a place, in parts of width and height."""
    at = 4 * (int(y * bitmap.height) * bitmap.width + int(x * bitmap.width))
    blue, green, red, opaque = bitmap.pixels[at : at + 4]
    assert opaque == 255
    return red, green, blue


def corners(bitmap: PageBitmap) -> list[Colour]:
    """Upper left, upper right, lower left, lower right."""
    return [colour(bitmap, x, y) for y in (0.25, 0.75) for x in (0.25, 0.75)]


def near(one: Colour, other: Colour) -> bool:
    return all(abs(a - b) <= NEAR for a, b in zip(one, other, strict=True))


def part(bitmap: PageBitmap, left: int, top: int, right: int, bottom: int) -> bytes:
    """The pixels of an area."""
    rows = range(top, bottom)
    return b"".join(bitmap.pixels[4 * (y * bitmap.width + left) : 4 * (y * bitmap.width + right)] for y in rows)


def looks_like(pixels: bytes, others: bytes) -> bool:
    """Whether they are equal but for a few of a turned picture, which is made smaller from another corner."""
    return pixels == others or sum(a != b for a, b in zip(pixels, others, strict=True)) < len(pixels) / 1000


@pytest.mark.parametrize(
    ("rotation", "size", "expected"),
    [
        (0, (612, 792), [RED, GREEN, BLUE, WHITE]),
        (90, (792, 612), [BLUE, RED, WHITE, GREEN]),
        (180, (612, 792), [WHITE, BLUE, GREEN, RED]),
        (270, (792, 612), [GREEN, WHITE, RED, BLUE]),
    ],
)
def test_a_page_is_painted_turned_as_wanted(
    pages: ReadPages, made: Made, rotation: int, size: tuple[int, int], expected: list[Colour]
) -> None:
    bitmap = pages.render(made(made_pdf(QUARTERS)), RenderRequest(0, 1.0, rotation), never)
    assert (bitmap.width, bitmap.height) == size
    assert corners(bitmap) == expected


def test_a_page_that_the_file_turns_is_turned(pages: ReadPages, made: Made) -> None:
    file = made(made_pdf(QUARTERS, page="/Rotate 90"))
    assert (pages.facts(file, never).pages[0].width, pages.facts(file, never).pages[0].height) == (792.0, 612.0)
    assert corners(pages.render(file, RenderRequest(0, 1.0), never)) == [BLUE, RED, WHITE, GREEN]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("name", ["paper-qa__pasa.pdf", "pdfplumber__issue-1054-example.pdf"])
def test_parts_of_a_page_join_without_seams(pages: ReadPages, real: Real, name: str, rotation: int, dark: bool) -> None:
    file, scale = real(name), 1.7
    whole = pages.render(file, RenderRequest(0, scale, rotation, dark=dark), never)
    columns = [0, 256, 700, whole.width]
    rows = [0, 512, whole.height]
    for left, right in pairwise(columns):
        for top, bottom in pairwise(rows):
            clip = (left, top, right, bottom)
            tile = pages.render(file, RenderRequest(0, scale, rotation, clip, dark), never)
            assert (tile.width, tile.height) == (right - left, bottom - top)
            assert looks_like(tile.pixels, part(whole, *clip))


def test_a_part_ends_where_the_page_ends(pages: ReadPages, made: Made) -> None:
    file = made(made_pdf(QUARTERS))
    tile = pages.render(file, RenderRequest(0, 1.0, clip=(600, 780, 900, 900)), never)
    assert (tile.width, tile.height) == (12, 12)
    with pytest.raises(PdfError, match="no part of the page"):
        pages.render(file, RenderRequest(0, 1.0, clip=(700, 0, 900, 100)), never)


@pytest.mark.parametrize("name", ["ocrmypdf__poster.pdf", "ocrmypdf__hugemono.pdf", "ocrmypdf__enormous.pdf"])
def test_a_huge_page_comes_smaller_and_its_parts_as_wanted(pages: ReadPages, real: Real, name: str) -> None:
    file = real(name)
    bitmap = pages.render(file, RenderRequest(0, 64.0), never)
    assert 24_900_000 < bitmap.width * bitmap.height <= 25_000_000
    assert len(bitmap.pixels) == 4 * bitmap.width * bitmap.height
    tile = pages.render(file, RenderRequest(0, 8.0, clip=(9000, 9000, 9512, 9512)), never)
    assert (tile.width, tile.height) == (512, 512)


@pytest.mark.parametrize("box", ["48995 126", "1 1000000", "0.1 0.1", "14400 14400"])
def test_a_page_of_any_shape_has_pixels_but_not_too_many(pages: ReadPages, made: Made, box: str) -> None:
    file = made(made_pdf("", page=f"/MediaBox[0 0 {box}]"))
    for scale in (0.0, 1e-9, 0.3, 1.0, 7.3, 1e9):
        bitmap = pages.render(file, RenderRequest(0, scale), never)
        assert 0 < bitmap.width * bitmap.height <= 25_000_000
        assert set(bitmap.pixels[:4000]) == {255}


def test_a_part_with_too_many_pixels_is_refused(pages: ReadPages, made: Made) -> None:
    with pytest.raises(PdfError) as caught:
        pages.render(made(made_pdf("")), RenderRequest(0, 64.0, clip=(0, 0, 6000, 6000)), never)
    assert caught.value.reason is Reason.PDF_FAILED


def test_there_is_no_page_after_the_last(pages: ReadPages, made: Made) -> None:
    for page in (-1, 1, 1 << 40):
        with pytest.raises(PdfError, match="there is no page"):
            pages.render(made(made_pdf("")), RenderRequest(page, 1.0), never)


def test_dark_paper_is_dark_and_colours_keep_their_hue(pages: ReadPages, made: Made) -> None:
    content = "0 0 0 rg 0 396 306 396 re f 0.8 0 0 rg 306 396 306 396 re f 0 0 0.6 rg 0 0 306 396 re f"
    black, red, blue, paper = corners(pages.render(made(made_pdf(content)), RenderRequest(0, 1.0, dark=True), never))
    assert near(black, (0xE8, 0xE4, 0xDB))
    assert near(paper, PAPER)
    assert red[0] > max(red[1:]) + 10
    assert blue[2] > max(blue[:2]) + 10


def test_pictures_stay_as_they_are_on_dark_paper(pages: ReadPages, made: Made) -> None:
    content = f"q 300 0 0 300 100 400 cm /X Do Q {text('Some words', 40, 100, 300)}"
    file = made(made_pdf(content, more=[PICTURE]))
    dark = pages.render(file, RenderRequest(0, 1.0, dark=True), never)
    assert part(dark, 101, 93, 399, 391) == part(pages.render(file, RenderRequest(0, 1.0), never), 101, 93, 399, 391)
    assert near(colour(dark, 0.9, 0.9), PAPER)


def test_only_what_is_visible_of_a_picture_stays(pages: ReadPages, made: Made) -> None:
    content = "q 200 500 100 100 re W n 400 0 0 400 100 300 cm /X Do Q"
    dark = pages.render(made(made_pdf(content, more=[PICTURE])), RenderRequest(0, 1.0, dark=True), never)
    assert colour(dark, 250 / 612, 242 / 792) == RED
    assert near(colour(dark, 150 / 612, 242 / 792), PAPER)


def test_a_scan_counts_as_the_page_and_not_as_a_picture(pages: ReadPages, made: Made) -> None:
    white = PICTURE.replace("\xff\x00\x00", "\xff\xff\xff")
    scan = made(made_pdf("q 612 0 0 792 0 0 cm /X Do Q", more=[white]))
    assert near(corners(pages.render(scan, RenderRequest(0, 1.0, dark=True), never))[0], PAPER)


def test_an_area_is_taken_as_a_picture(pages: ReadPages, made: Made, real: Real) -> None:
    picture = pages.picture(made(made_pdf(QUARTERS)), 0, (106, 96, 206, 146), never)
    assert picture.startswith(b"\x89PNG")
    width, height = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))
    assert abs(width / 100 * 72 - 200) < 2
    assert abs(height / 50 * 72 - 200) < 2
    huge = pages.picture(real("ocrmypdf__poster.pdf"), 0, (36000.0, 0.0, 0.0, 36000.0), never)
    assert int.from_bytes(huge[16:20], "big") * int.from_bytes(huge[20:24], "big") <= 3_100_000
    with pytest.raises(PdfError, match="nothing of the page"):
        pages.picture(made(made_pdf("")), 0, (700, 0, 900, 100), never)

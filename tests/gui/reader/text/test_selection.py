"""Text is selected with the mouse and with the keyboard alone."""

import math

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage

from desktop.domain.text_carets import Caret
from desktop.ui import tokens
from desktop.ui.actions import ActionId
from desktop.ui.reader.text.selection_painting import selection_tint
from desktop.ui.tokens import Color
from tests.gui.reader.text.conftest import Read
from tests.gui.reader.text.reader import CONTROL, SHIFT, page_of, paper_of

Key = Qt.Key
PAPER = paper_of(
    page_of("Deep image recog-", "nition is self-", "supervised today.") + page_of("A second paragraph.", top=600),
    page_of("Another page of text."),
)


def test_a_drag_selects_from_letter_to_letter(read: Read) -> None:
    reader = read(PAPER)
    reader.drag(reader.at("image"), reader.at("super", end=True))
    assert reader.selected == "image recognition is self-super"
    reader.drag(reader.at("super", end=True), reader.at("image"))
    assert reader.selected == "image recognition is self-super"


def test_a_click_selects_nothing(read: Read) -> None:
    reader = read(PAPER)
    reader.drag(reader.at("image"), reader.at("today"))
    reader.drag(reader.at("today"), reader.at("today"))
    assert reader.selected == ""


@pytest.mark.parametrize(
    ("times", "text"),
    [
        (2, "recognition"),
        (3, "Deep image recog-"),
        (4, "Deep image recognition is self-supervised today."),
    ],
)
def test_clicks_select_a_word_a_line_a_paragraph(read: Read, times: int, text: str) -> None:
    reader = read(PAPER)
    reader.click(reader.at("recog"), times)
    assert reader.selected == text


def test_a_drag_after_a_double_click_goes_by_words(read: Read) -> None:
    reader = read(PAPER)
    reader.click(reader.at("image"), 2, hold=True)
    reader.move(reader.at("is"))
    assert reader.selected == "image recognition is"
    reader.move(reader.at("Deep", end=True))
    assert reader.selected == "Deep image"
    reader.release(reader.at("Deep"))


def test_shift_and_a_click_extend_the_selection(read: Read) -> None:
    reader = read(PAPER)
    reader.drag(reader.at("image"), reader.at("image", end=True))
    reader.press(reader.at("is self", end=False), SHIFT)
    reader.release(reader.at("is self"))
    assert reader.selected == "image recognition"


def test_a_selection_goes_over_pages(read: Read) -> None:
    reader = read(PAPER)
    reader.tools.selection.select(0, Caret(3, 2), Caret(3, 8))
    for _ in range(2):
        reader.key(Key.Key_Down, SHIFT)
    reader.key(Key.Key_End, SHIFT)
    reader.sees(lambda: reader.selected == "second paragraph.\n\nAnother page of text.")
    quote = reader.tools.selection.quote()
    assert quote is not None
    assert [part.page for part in quote.parts] == [0, 1]


def test_the_keyboard_alone_selects_from_the_top_of_what_is_seen(read: Read) -> None:
    reader = read(PAPER)
    reader.key(Key.Key_Right, SHIFT)
    reader.sees(lambda: reader.selected == "D")
    reader.key(Key.Key_Right, SHIFT | CONTROL)
    assert reader.selected == "Deep"
    reader.key(Key.Key_Down, SHIFT)
    reader.key(Key.Key_Left, SHIFT)
    assert reader.selected.startswith("Deep image recognit")
    reader.key(Key.Key_Home, SHIFT | CONTROL)
    assert reader.selected == ""


def test_a_selected_word_becomes_shorter_at_its_moving_end(read: Read) -> None:
    reader = read(PAPER)
    reader.click(reader.at("image"), 2)
    reader.key(Key.Key_Left, SHIFT)
    assert reader.selected == "imag"


def test_the_page_is_selected_and_copied_and_cleared(read: Read) -> None:
    reader = read(PAPER)
    reader.tools.selection.select_page()
    reader.sees(lambda: bool(reader.selected))
    reader.tools.selection.copy()
    copied = QGuiApplication.clipboard().text()
    assert copied == "Deep image recognition is self-supervised today.\n\nA second paragraph."
    assert reader.tools.step_back()
    assert reader.selected == ""
    assert not reader.tools.step_back()


def test_a_quote_is_copied_with_its_source(read: Read) -> None:
    reader = read(PAPER)
    reader.click(reader.at("image"), 2)
    reader.tools.slots()[ActionId.COPY_CITATION]()
    assert QGuiApplication.clipboard().text() == "“image”\n— Ada Lovelace, A Paper, arXiv:2401.00001v2, p. 1"
    markdown = QGuiApplication.clipboard().mimeData().data("text/markdown").toStdString()
    assert "[arXiv:2401.00001v2](https://arxiv.org/abs/2401.00001v2)" in markdown


def test_the_cursor_over_text_is_the_i_beam(read: Read) -> None:
    reader = read(PAPER)
    over = reader.at("image")
    reader.move(over)
    reader.sees(lambda: reader.view.viewport().cursor().shape() is Qt.CursorShape.IBeamCursor)
    reader.move(over + QPoint(0, 300))
    reader.sees(lambda: reader.view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor)


def test_selected_text_is_tinted(read: Read) -> None:
    reader = read(PAPER)
    at = reader.at("image")
    reader.click(at, 2)

    def tinted() -> bool:
        image: QImage = reader.view.viewport().grab().toImage()
        box = range(at.x() - 4, at.x() + 30), range(at.y() - 8, at.y() + 8)
        return any(QColor(image.pixel(x, y)).saturation() > 20 for x in box[0] for y in box[1])

    reader.sees(tinted)


@pytest.mark.parametrize("dark", [False, True])
def test_selected_text_can_be_read(dark: bool) -> None:
    colors = tokens.DARK if dark else tokens.LIGHT
    tint = selection_tint(dark)

    def light(name: str) -> float:
        color, part = QColor(name), tint.alphaF()
        mixed = [
            under * (1 - part) + over * part
            for under, over in (
                (color.redF(), tint.redF()),
                (color.greenF(), tint.greenF()),
                (color.blueF(), tint.blueF()),
            )
        ]
        red, green, blue = (c / 12.92 if c <= 0.04045 else math.pow((c + 0.055) / 1.055, 2.4) for c in mixed)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    bright, dim = sorted((light(colors[Color.SURFACE]), light(colors[Color.TEXT])), reverse=True)
    assert (bright + 0.05) / (dim + 0.05) >= 7

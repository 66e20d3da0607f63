"""The look: readable in both themes, whole at every scale, no colour or size named elsewhere."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.ui import tokens
from desktop.ui.theme import Theme, ThemeMode, theme
from desktop.ui.tokens import Color, Size

BACKGROUNDS = (Color.WINDOW, Color.SURFACE, Color.SIDEBAR)
UI = Path(tokens.__file__).parent


def luminance(value: str) -> float:
    """Relative luminance of #RRGGBB (WCAG 2.2)."""
    parts = [int(value[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.fixture(params=[tokens.LIGHT, tokens.DARK], ids=["light", "dark"])
def colors(request: pytest.FixtureRequest) -> dict[Color, str]:
    chosen: dict[Color, str] = request.param
    return chosen


@pytest.mark.parametrize("behind", [*BACKGROUNDS, Color.ACCENT_SOFT, Color.HOVER, Color.FOUND])
def test_text_is_readable(colors: dict[Color, str], behind: Color) -> None:
    needed = 7 if behind in BACKGROUNDS else 4.5
    assert contrast(colors[Color.TEXT], colors[behind]) >= needed


@pytest.mark.parametrize("behind", [*BACKGROUNDS, Color.ACCENT_SOFT, Color.HOVER])
def test_muted_text_is_readable(colors: dict[Color, str], behind: Color) -> None:
    assert contrast(colors[Color.TEXT_MUTED], colors[behind]) >= 4.5


@pytest.mark.parametrize("name", [Color.ACCENT, Color.GOOD, Color.WARN, Color.BAD])
@pytest.mark.parametrize("behind", BACKGROUNDS)
def test_states_and_links_are_readable(colors: dict[Color, str], name: Color, behind: Color) -> None:
    assert contrast(colors[name], colors[behind]) >= 4.5


def test_text_on_the_accent_is_readable(colors: dict[Color, str]) -> None:
    assert contrast(colors[Color.ON_ACCENT], colors[Color.ACCENT]) >= 4.5


@pytest.mark.parametrize("behind", BACKGROUNDS)
def test_the_edge_of_a_field_and_the_focus_ring_stand_out(colors: dict[Color, str], behind: Color) -> None:
    assert contrast(colors[Color.LINE_STRONG], colors[behind]) >= 3
    assert contrast(colors[Color.ACCENT], colors[behind]) >= 3


def test_both_themes_name_every_colour() -> None:
    assert set(tokens.LIGHT) == set(tokens.DARK) == set(Color)


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    look = theme()
    look.apply(ThemeMode.LIGHT, 100)
    yield look
    look.apply(ThemeMode.LIGHT, 100)


def test_the_application_has_one_theme(look: Theme) -> None:
    assert theme() is look


def test_a_change_of_theme_reaches_palette_and_style_sheet(qtbot: QtBot, qapp: QApplication, look: Theme) -> None:
    for mode, values in ((ThemeMode.DARK, tokens.DARK), (ThemeMode.LIGHT, tokens.LIGHT)):
        with qtbot.waitSignal(look.changed):
            look.apply(mode, 100)
        assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == values[Color.WINDOW]
        assert values[Color.SIDEBAR].lower() in qapp.styleSheet()


@pytest.mark.parametrize("scale", tokens.SCALES)
def test_type_follows_the_scale(look: Theme, scale: int) -> None:
    look.apply(ThemeMode.LIGHT, scale)
    assert look.font(Size.TITLE).pixelSize() == round(20 * scale / 100)
    assert look.space(3) == round(12 * scale / 100)


def test_the_scale_is_kept_between_80_and_200_per_cent(look: Theme) -> None:
    look.apply(ThemeMode.LIGHT, 7)
    assert look.scale == 80
    look.apply(ThemeMode.LIGHT, 900)
    assert look.scale == 200


def test_a_chinese_family_follows_the_system_font(look: Theme) -> None:
    system, *rest = look.font(Size.BODY).families()
    assert system
    assert tuple(rest) == tokens.CHINESE_FAMILIES


def test_a_focused_button_shows_a_ring_of_two_pixels(qtbot: QtBot, look: Theme) -> None:
    look.apply(ThemeMode.LIGHT, 100)
    button = QPushButton("Add")
    qtbot.addWidget(button)
    button.show()
    button.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    image = button.grab().toImage()
    middle = image.height() // 2
    accent = tokens.LIGHT[Color.ACCENT].lower()
    assert [image.pixelColor(x, middle).name() for x in (0, 1)] == [accent, accent]


def test_only_the_tokens_name_colours() -> None:
    pattern = re.compile(r"#[0-9A-Fa-f]{6}\b|QColor\(\s*\d|rgba?\(")
    named = [
        f"{path.relative_to(UI)}: {line.strip()}"
        for path in sorted(UI.rglob("*.py"))
        if path.name != "tokens.py"
        for line in path.read_text(encoding="utf-8").splitlines()
        if pattern.search(line)
    ]
    assert named == []


def test_the_arrow_of_choices_is_seen_in_both_themes() -> None:
    text = (UI.parent.parent / "resources/styles/chevron-down.svg").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9A-Fa-f]{6}", text) == [tokens.LIGHT[Color.LINE_STRONG]]
    assert contrast(tokens.LIGHT[Color.LINE_STRONG], tokens.DARK[Color.SURFACE]) >= 3


def test_the_style_sheet_names_no_colour() -> None:
    text = (UI.parent.parent / "resources/styles/window.qss").read_text(encoding="utf-8")
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b", text)


@pytest.mark.parametrize(("file", "colors"), [("check-light", tokens.LIGHT), ("check-dark", tokens.DARK)])
def test_the_tick_in_a_box_is_the_colour_of_text_on_the_accent(file: str, colors: dict[Color, str]) -> None:
    text = (UI.parent.parent / f"resources/styles/{file}.svg").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9A-Fa-f]{6}", text) == [colors[Color.ON_ACCENT]]


@pytest.mark.parametrize("line", tokens.MARK_LINES)
def test_thin_marks_are_seen_on_white_paper(line: str) -> None:
    assert contrast(line, "#FFFFFF") >= 3


@pytest.mark.parametrize("mark", tokens.MARKS)
def test_black_letters_are_read_through_every_mark(mark: str) -> None:
    assert contrast("#000000", mark) >= 7

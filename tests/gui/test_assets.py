"""Icons: all of one set, all drawable, turning with the theme."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication

from desktop.ui.assets import drawing, icon, icon_pixmap, resource_path
from desktop.ui.theme import ThemeMode, theme
from desktop.ui.tokens import Color

ICONS = sorted(path.stem for path in resource_path("icons").glob("*.svg") if path.stem != "papershelf")
DRAWINGS = sorted(path.stem for path in resource_path("drawings").glob("*.svg"))


def inked(image: QImage) -> list[str]:
    """The colours of all fully opaque pixels."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return [image.pixelColor(x, y).name() for x, y in points if image.pixelColor(x, y).alpha() == 255]


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_belongs_to_the_line_set(name: str) -> None:
    text = resource_path(f"icons/{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 20 20"' in text
    assert 'stroke-width="1.5"' in text
    assert not re.search("#[0-9a-fA-F]{3,6}", text)


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_draws_inside_its_edge(qapp: QApplication, name: str) -> None:
    image = icon_pixmap(name, 40, Color.TEXT).toImage()
    assert inked(image)
    edge = [(x, y) for x in range(40) for y in range(40) if x in (0, 39) or y in (0, 39)]
    assert all(image.pixelColor(x, y).alpha() < 128 for x, y in edge)


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_draws(qapp: QApplication, name: str) -> None:
    assert inked(drawing(name, 120).toImage())


def test_an_icon_turns_with_the_theme(qapp: QApplication) -> None:
    look, shown = theme(), icon("add")
    for mode in (ThemeMode.DARK, ThemeMode.LIGHT):
        look.apply(mode, 100)
        assert set(inked(shown.pixmap(40, 40).toImage())) == {look.color(Color.TEXT).name()}


def test_a_disabled_icon_is_faint(qapp: QApplication) -> None:
    theme().apply(ThemeMode.LIGHT, 100)
    picture = icon("add").pixmap(QSize(40, 40), QIcon.Mode.Disabled)
    assert set(inked(picture.toImage())) == {theme().color(Color.LINE_STRONG).name()}


def test_an_icon_is_sharp_on_a_dense_screen(qapp: QApplication) -> None:
    picture = icon("search").pixmap(QSize(20, 20), 2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (40, 2.0)
    small = icon_pixmap("search", 16, Color.TEXT, 2.0)
    assert (small.width(), small.deviceIndependentSize().width()) == (32, 16)


def test_every_icon_that_the_code_names_exists() -> None:
    folder = Path(__file__).resolve().parents[2] / "desktop" / "ui"
    named = {
        found
        for path in folder.rglob("*.py")
        for found in re.findall(r'\b(?:icon|icon_pixmap|icon=)\(?"([a-z-]+)"', path.read_text(encoding="utf-8"))
    }
    assert named <= set(ICONS)

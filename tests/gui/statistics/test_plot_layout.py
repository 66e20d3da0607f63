"""Where bars, axes and labels stand, for any numbers in any room."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from pytestqt.qtbot import QtBot

from desktop.domain.plot import Bar, Plot
from desktop.ui.statistics.plot_layout import PlotLayout, height_for, lay_out
from desktop.ui.statistics.plot_painter import plot_metrics

ROOM = QRectF(0, 0, 600, 180)
LENGTHS = st.floats(60, 3000)
VALUES = st.integers(0, 10**6)


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """Fonts are measured."""


def plot(*values: tuple[int, ...], lying: bool = False, stacked: bool = False) -> Plot:
    series = tuple("ab"[: len(values[0])]) if values else ("a",)
    bars = tuple(Bar(f"{number} Nov", f"day {number}", numbers) for number, numbers in enumerate(values))
    return Plot("Read", "Day", series, bars, stacked=stacked, lying=lying)


def placed(shown: Plot, area: QRectF = ROOM, ratio: float = 1.0) -> PlotLayout:
    return lay_out(shown, area, plot_metrics(), ratio)


@given(
    st.lists(st.tuples(VALUES, VALUES), max_size=260), LENGTHS, LENGTHS, st.sampled_from([1.0, 1.25, 1.5, 2.0]),
    st.booleans(), st.booleans(),
)  # fmt: skip
def test_nothing_is_painted_outside(
    values: list[tuple[int, int]], width: float, height: float, ratio: float, lying: bool, stacked: bool
) -> None:
    shown = plot(*values, lying=lying, stacked=stacked)
    room = QRectF(3, 5, width, max(height, height_for(shown, plot_metrics(), height)))
    for piece in placed(shown, room, ratio).pieces:
        assert piece.area.top() >= room.top() - 1
        assert piece.area.bottom() <= room.bottom() + 1
        assert piece.area.left() >= room.left() - 1


@given(st.lists(st.tuples(VALUES, VALUES), min_size=1, max_size=60), st.booleans())
def test_every_number_but_zero_is_seen(values: list[tuple[int, int]], stacked: bool) -> None:
    shown = plot(*values, stacked=stacked)
    seen = {(piece.bar, piece.series): piece.area for piece in placed(shown).pieces}
    expected = {(bar, series) for bar, pair in enumerate(values) for series, value in enumerate(pair) if value}
    assert seen.keys() == expected
    assert all(area.height() >= 1 for area in seen.values())


@pytest.mark.parametrize("most", [0, 1, 65_538])
def test_the_axis_tells_the_largest_number(most: int) -> None:
    numbers = [label.text for label in placed(plot((0,), (most,))).labels if label.strong]
    assert numbers[0] == "0"
    assert int(numbers[-1].replace(",", "")) >= max(most, 1)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_edges_are_on_whole_pixels_of_the_screen(ratio: float) -> None:
    for piece in placed(plot((3,), (17,), (12,)), ratio=ratio).pieces:
        for edge in (piece.area.left(), piece.area.top(), piece.area.right(), piece.area.bottom()):
            assert edge * ratio == pytest.approx(round(edge * ratio))


@pytest.mark.parametrize("bars", [1, 13, 53, 104, 260])
def test_labels_do_not_run_into_each_other(bars: int) -> None:
    labels = [label for label in placed(plot(*[(1,)] * bars)).labels if not label.strong]
    spans = sorted((label.area.left(), label.area.right()) for label in labels)
    assert labels
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert labels[0].text == f"{bars - 1} Nov"


def test_the_mouse_finds_bars_and_their_parts() -> None:
    layout = placed(plot((10, 20), (30, 40), stacked=True))
    for piece in layout.pieces:
        assert layout.piece_at(piece.area.center()) == piece
        assert layout.bar_at(piece.area.center()) == piece.bar
    assert layout.bar_at(QPointF(-5, -5)) == -1


def test_a_long_name_is_cut_and_leaves_room_for_its_bar(qtbot: QtBot) -> None:
    name = "a tag that goes on and on " * 20
    layout = placed(Plot("Tags", "Tag", ("Papers",), (Bar(name, name, (5,)),), lying=True))
    assert layout.labels[0].text.endswith("…")
    assert layout.pieces[0].area.width() > ROOM.width() / 3

"""Items that go on in the next line where the room ends."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.library.flow_layout import FlowLayout


def lines(qtbot: QtBot, width: int, *, centred: bool) -> list[int]:
    """How many of seven equal items stand in each line."""
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = FlowLayout(holder, centred=centred)
    layout.setSpacing(0)
    for _ in range(7):
        item = QWidget()  # of no style
        item.setFixedSize(50, 20)
        layout.addWidget(item)
    holder.resize(width, layout.heightForWidth(width))
    holder.show()
    tops = [layout.itemAt(number).geometry().top() for number in range(7)]  # type: ignore[union-attr]
    assert layout.heightForWidth(width) == 20 * len(set(tops))
    return [tops.count(top) for top in sorted(set(tops))]


@pytest.mark.parametrize(
    ("width", "at_the_left", "even"),
    [(350, [7], [7]), (349, [6, 1], [4, 3]), (150, [3, 3, 1], [3, 3, 1]), (20, [1] * 7, [1] * 7)],
)
def test_centred_lines_are_about_equally_long(
    qtbot: QtBot, width: int, at_the_left: list[int], even: list[int]
) -> None:
    assert lines(qtbot, width, centred=False) == at_the_left
    assert lines(qtbot, width, centred=True) == even

"""The marks of a paper in its details."""

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.ids import PaperId
from desktop.domain.mark import Mark, MarkKind
from desktop.ui.library.marks_list import MarksList


def marks(count: int) -> tuple[Mark, ...]:
    return tuple(
        Mark(f"m{n}", PaperId(1), "f", n, MarkKind.HIGHLIGHT, 1, quote=f"quote <b>{n}</b> & more", comment="why")
        for n in range(count)
    )


def shown(qtbot: QtBot, count: int) -> MarksList:
    list_of = MarksList()
    qtbot.addWidget(list_of)
    list_of.show_marks(marks(count))
    list_of.show()
    qtbot.waitUntil(lambda: len(buttons(list_of)) >= min(count, 9))
    return list_of


def buttons(list_of: MarksList) -> list[QPushButton]:
    return [button for button in list_of.findChildren(QPushButton) if button.isVisible()]


def test_without_marks_there_is_nothing(qtbot: QtBot) -> None:
    list_of = MarksList()
    qtbot.addWidget(list_of)
    list_of.show_marks(())
    assert not list_of.isVisible()


def test_a_line_tells_quote_page_and_comment_as_plain_text(qtbot: QtBot) -> None:
    list_of = shown(qtbot, 1)
    assert buttons(list_of)[0].text() == "quote <b>0</b> && more"
    assert {label.text() for label in list_of.findChildren(QLabel)} == {"p. 1", "why"}


def test_a_click_names_the_mark(qtbot: QtBot) -> None:
    list_of = shown(qtbot, 3)
    with qtbot.waitSignal(list_of.mark_activated) as told:
        buttons(list_of)[1].click()
    assert told.args == ["m1"]


def test_many_marks_are_behind_a_click(qtbot: QtBot) -> None:
    list_of = shown(qtbot, 30)
    assert len(buttons(list_of)) == 9
    buttons(list_of)[-1].click()
    qtbot.waitUntil(lambda: len(buttons(list_of)) == 30)

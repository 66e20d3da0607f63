"""Whatever the keyboard reaches in a reader says what it is, and a file is called by its name."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget

from desktop.domain.ids import PaperId
from desktop.domain.mark import Mark, MarkKind
from desktop.domain.pdf_document import PdfFile
from desktop.ui.actions import ActionId
from tests.gui.tabs.tab_reader import FIRST, TabReader
from tests.gui.tabs.test_marks_in_window import mark_first_word


def nameless(where: QWidget) -> list[str]:
    """What takes the keyboard there and has no name for screen readers, with where it is."""
    found = []
    for widget in where.findChildren(QWidget):
        parent = widget.parentWidget() or where
        of_a_box = "ComboBox" in parent.metaObject().className()  # Qt's own list, named as its box
        reached = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and not widget.isHidden()
        if not reached or of_a_box or isinstance(widget, QLabel):
            continue
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name):
            found.append(f"{type(widget).__name__} in {type(parent).__name__}")
    return found


def test_every_control_of_a_reader_has_a_name(reader: TabReader) -> None:
    room = reader.opens(FIRST)
    mark_first_word(reader)
    reader.press("F9", "Shift+F9", "Ctrl+F9", "F7", "Ctrl+F")
    assert nameless(room) == []


def test_every_control_of_the_search_in_everything_has_a_name(reader: TabReader) -> None:
    reader.shown.do(ActionId.SEARCH_EVERYTHING)
    page = reader.tabs.page("search")
    assert page is not None
    assert nameless(page) == []


def test_a_file_with_an_ampersand_is_called_so_wherever_it_stands(reader: TabReader) -> None:
    room = reader.opens(FIRST)
    assert room.file is not None
    opened = room.file.opened
    named = replace(opened.file, version=None, name="this & that.pdf")
    room.bar.show_files(replace(opened, file=named, files=(named, opened.files[1])))
    assert room.bar.versions.text() == "this && that.pdf"
    assert room.bar.versions.menu().actions()[0].text() == "this && that.pdf"
    room.carry.show_waiting([mark_of(named)], [named])
    assert any(label.text() == "1 mark on this & that.pdf" for label in room.carry.findChildren(QLabel))


def mark_of(file: PdfFile) -> Mark:
    return Mark("a", PaperId(1), file.sha256, 0, MarkKind.NOTE, 1, box=(0.0, 0.0, 20.0, 20.0))

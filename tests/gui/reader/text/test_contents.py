"""The table of contents shows where the reader is and leads to each of its lines."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.reader.text.contents_panel import ContentsPanel
from tests.gui.reader.text.conftest import Read
from tests.gui.reader.text.reader import Reader, page_of
from tests.unit.pdf.made_pdfs import made_pdf

Key = Qt.Key


def outlined(titles: list[str]) -> bytes:
    """A PDF with a page and a line of the table of contents for each title; all but the first lie below the first."""
    first_page, count = 7 + len(titles), len(titles)
    items = ["<</Type/Outlines/First 7 0 R/Last 7 0 R/Count 1>>"]
    for number, title in enumerate(titles):
        parent = "6 0 R" if number == 0 else "7 0 R"
        links = f"/Prev {6 + number} 0 R" if number > 1 else ""
        links += f"/Next {8 + number} 0 R" if 0 < number < count - 1 else ""
        links += f"/First 8 0 R/Last {6 + count} 0 R/Count {count - 1}" if number == 0 and count > 1 else ""
        place = f"/Dest[{first_page + 2 * number} 0 R/XYZ 72 720 0]"
        items.append(f"<</Title({title})/Parent {parent}{place}{links}>>")
    content = made_pdf(*[page_of(title) for title in titles], more=items)
    return content.replace(b"/Type/Catalog", b"/Type/Catalog/Outlines 6 0 R")


def panel_of(reader: Reader) -> ContentsPanel:
    panel = ContentsPanel(reader.view, reader.document, reader.tools.jumps)
    reader.qtbot.addWidget(panel)
    panel.show()
    return panel


def bold(panel: ContentsPanel) -> list[str]:
    return [item.text() for item in panel._items if item.font().bold()]


def test_a_line_jumps_and_the_section_that_is_read_stands_out(read: Read) -> None:
    reader = read(outlined(["Paper", "One", "Two"]))
    panel = panel_of(reader)
    model = panel.tree.model()
    root = model.index(0, 0)
    assert [model.index(row, 0, root).data() for row in range(model.rowCount(root))] == ["One", "Two"]
    assert bold(panel) == ["Paper"]
    panel.tree.activated.emit(model.index(1, 0, root))
    assert reader.view.current_page == 2
    assert bold(panel) == ["Two"]
    reader.tools.jumps.back()
    assert bold(panel) == ["Paper"]
    assert panel.filter.isHidden()


def test_many_lines_can_be_filtered(read: Read) -> None:
    reader = read(outlined(["Paper", *(f"Section {number}" for number in range(1, 35))]))
    panel = panel_of(reader)
    assert panel.filter.isVisible()
    QTest.keyClicks(panel.filter, "section 34")
    model = panel.tree.model()
    root = model.index(0, 0)
    assert model.rowCount(root) == 1
    panel.tree.setCurrentIndex(model.index(0, 0, root))
    QTest.keyClick(panel.filter, Key.Key_Return)
    assert reader.view.current_page == 34
    QTest.keyClick(panel.filter, Key.Key_Escape)
    assert panel.filter.text() == ""


def test_a_paper_without_contents_says_so(read: Read) -> None:
    panel = panel_of(read(made_pdf(page_of("text"))))
    assert panel.currentWidget() is panel.empty
    assert panel.empty.text == "This PDF has no table of contents."

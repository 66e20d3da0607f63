"""While marks that were taken over are painted as marks, the pages are shown without them."""

from PySide6.QtGui import QColor

from tests.gui.reader.pages.conftest import ShowPages
from tests.gui.reader.pages.shown_pages import squares
from tests.unit.pdf.made_pdfs import made_pdf, stream

RED = QColor("red")
MARK = "<</Type/Annot/Subtype/Highlight/Rect[300 600 400 700]/AP<</N 7 0 R>>>>"
LOOK = stream("1 0 0 rg 0 0 100 100 re f", "/Type/XObject/Subtype/Form/BBox[0 0 100 100]")


def test_a_mark_of_the_file_goes_and_comes_back(show_pages: ShowPages) -> None:
    shown = show_pages(data=made_pdf(*squares(1), more=[MARK, LOOK], page="/Annots[6 0 R]"))
    assert shown.color_at(0, 350, 142) == RED
    assert shown.view.pictures is not None
    shown.view.pictures.leave_out_marks(True)
    shown.until_sharp()
    assert shown.color_at(0, 350, 142) == QColor("white")
    assert shown.color_at(0, 110, 110) == QColor("black"), "the page itself stays"
    shown.view.pictures.leave_out_marks(False)
    shown.until_sharp()
    assert shown.color_at(0, 350, 142) == RED

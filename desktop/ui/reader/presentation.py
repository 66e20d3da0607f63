"""One page on a dark screen and nothing else, as it is shown to others."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QMouseEvent

from desktop.domain.reading import Fit, ReadingPlace, Spread
from desktop.ui.reader.pages.layer import PagePoint, PageTool
from desktop.ui.reader.pages.page_view import PageView


class Presentation(QObject, PageTool):
    """Takes the view over, and gives it back as it was, but for the page."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self.before: ReadingPlace | None = None
        """Where the reader was; None while nothing is presented."""

    def begin(self) -> None:
        """Show the page that is read, fitted."""
        view = self._view
        self.before = view.place()
        view.tools.insert(0, self)
        view.set_plain(True)
        view.go_to(ReadingPlace(view.current_page, fit=Fit.PAGE, spread=Spread.SINGLE, rotation=self.before.rotation))
        view.setFocus()

    def end(self) -> None:
        """Go back to where the reader was, or to the page that was shown last."""
        before, page = self.before, self._view.current_page
        if before is None:
            return
        self.before = None
        self._view.tools.remove(self)
        self._view.set_plain(False)
        self._view.go_to(before if page == before.page else replace(before, page=page, x=0.0, y=0.0))

    # A tool

    def press(self, at: PagePoint, event: QMouseEvent) -> bool:
        """A click turns the page; the right button turns back."""
        self._view.turn(-1 if event.button() is Qt.MouseButton.RightButton else 1)
        return True

    def hover(self, at: PagePoint) -> Qt.CursorShape | None:
        """No cursor over the page."""
        return Qt.CursorShape.BlankCursor

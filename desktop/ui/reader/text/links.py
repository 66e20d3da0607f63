"""Links on the pages: a glimpse of where one leads, a jump there, a question before one leads out of the paper."""

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QMouseEvent
from PySide6.QtWidgets import QApplication

from desktop.domain.outside_link import outside_link
from desktop.domain.pdf_document import PageLink
from desktop.ui.reader.pages.document import Document
from desktop.ui.reader.pages.layer import PagePoint, PageTool
from desktop.ui.reader.pages.page_view import PageView
from desktop.ui.reader.text.jumps import Jumps
from desktop.ui.reader.text.link_address import LinkAddress
from desktop.ui.reader.text.link_bar import LinkBar
from desktop.ui.reader.text.link_focus import LinkFocus
from desktop.ui.reader.text.link_preview import LinkPreview

GLIMPSE_MS = 350
"""The mouse rests that long on a link before its target is shown."""
_CURSOR = 24
"""Pixels around the tip of the cursor that a glimpse leaves free."""


class LinkTool(QObject, PageTool):
    """Takes clicks on links. A drag that begins on one is handed to `behind`: text in links can be selected, too."""

    add_wanted = Signal(str)
    """Add the paper that this link leads to."""

    def __init__(self, view: PageView, document: Document, jumps: Jumps, behind: PageTool) -> None:
        super().__init__(view)
        self._view = view
        self._document = document
        self._jumps = jumps
        self._behind = behind
        self._hovered: PageLink | None = None
        self._pressed: tuple[PagePoint, QMouseEvent, PageLink] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(GLIMPSE_MS)
        self._rest.timeout.connect(self._glimpse_at_mouse)
        self.preview = LinkPreview(view, document)
        self.address = LinkAddress(view)
        self.bar = LinkBar(view)
        self.bar.add_wanted.connect(self.add_wanted)
        self.focus = LinkFocus(view, document.links)
        self.focus.changed.connect(self._on_focus)
        self.focus.followed.connect(self._on_followed)
        view.moved.connect(self._on_moved)

    # As a tool
    def press(self, at: PagePoint, event: QMouseEvent) -> bool:
        """A click may follow the link."""
        link = self._at(at)
        if link is None or event.button() is not Qt.MouseButton.LeftButton or event.modifiers():
            return False
        self._pressed = at, QMouseEvent(event), link
        return True

    def move(self, at: PagePoint, event: QMouseEvent) -> None:
        """Far enough away it is no click any more."""
        if self._pressed is None:
            self._behind.move(at, event)
            return
        begun, press, _ = self._pressed
        if (event.position() - press.position()).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self.left()
            self._behind.press(begun, press)
            self._behind.move(at, event)

    def release(self, at: PagePoint, event: QMouseEvent) -> None:
        """Follow the link."""
        if self._pressed is None:
            self._behind.release(at, event)
            return
        link = self._pressed[2]
        self._pressed = None
        self.left()
        self.follow(link)

    def hover(self, at: PagePoint) -> Qt.CursorShape | None:
        """The hand over links; where they lead is shown."""
        link = self._at(at)
        if link is not self._hovered:
            self.left()
            self._hovered = link
            if link is not None and link.page >= 0:
                self._rest.start()
            elif link is not None:
                self.address.tell(outside_link(link.uri))
        return Qt.CursorShape.PointingHandCursor if link is not None else None

    def left(self) -> None:
        """Nothing is shown any more."""
        self._hovered = None
        self._rest.stop()
        self.preview.go()
        self.address.hide()

    def follow(self, link: PageLink) -> None:
        """Jump to its target; one that leads out of the paper is asked about."""
        if link.page >= 0:
            self._jumps.jump(link.page, link.target)
        elif link.uri:
            self.bar.ask(outside_link(link.uri))

    def step_back(self) -> bool:
        """Leave the link that the keyboard is on, or the question; False if there is none."""
        if not self.bar.isHidden():
            self.bar.go()
            return True
        return self.focus.clear()

    def _at(self, at: PagePoint) -> PageLink | None:
        """The link there that lies above others."""
        for link in reversed(self._document.links(at.page) or ()):
            left, top, right, bottom = link.rect
            if left <= at.x <= right and top <= at.y <= bottom:
                return link
        return None

    def _glimpse_at_mouse(self) -> None:
        if self._hovered is not None:
            at = self._view.viewport().mapFromGlobal(QCursor.pos())
            around = QRect(QPoint(), QSize(_CURSOR, _CURSOR))
            around.moveCenter(at)
            self.preview.ask(self._hovered, around)

    def _on_focus(self) -> None:
        self.left()
        if self.focus.current is None:
            return
        _, link = self.focus.current
        if link.page >= 0:
            self.preview.ask(link, self.focus.place())
        else:
            self.address.tell(outside_link(link.uri))

    def _on_followed(self, page: int, link: PageLink) -> None:
        self.focus.clear()
        self.follow(link)

    def _on_moved(self) -> None:
        self.left()
        self.focus.clear()

"""Where a link leads, in a small label while the mouse or the keyboard is on it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QHBoxLayout

from desktop.domain.outside_link import OutsideLink
from desktop.ui.library.labels import plain_label
from desktop.ui.theme import theme


class LinkAddress(QFrame):
    """Lies over the lower left corner of the pages. The address is shown in full, unless it is wider than they are."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self.setProperty("kind", "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._view = view
        self.address = plain_label("muted", parent=self)
        self.host = plain_label("strong", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().space(2), theme().space(0.5), theme().space(2), theme().space(0.5))
        row.addWidget(self.host)
        row.addWidget(self.address)
        self.hide()

    def tell(self, link: OutsideLink) -> None:
        """Show where it leads; where the name of its host could deceive, that first."""
        area = self._view.viewport().geometry()
        self.host.setText(link.host)
        self.host.setVisible(bool(link.host))
        room = area.width() - theme().space(8) - (self.host.sizeHint().width() if link.host else 0)
        shown = self.address.fontMetrics().elidedText(link.address, Qt.TextElideMode.ElideMiddle, room)
        self.address.setText(shown)
        self.setAccessibleName(link.address)
        self.adjustSize()
        self.move(area.left(), area.bottom() + 1 - self.height())
        self.show()
        self.raise_()

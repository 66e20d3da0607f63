"""Asks, without stopping anything, whether a link out of the paper is to be opened."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QAbstractScrollArea, QPushButton

from desktop.domain.outside_link import OutsideLink
from desktop.ui.assets import icon
from desktop.ui.library.labels import IconButton, plain_label
from desktop.ui.reader.text.view_bar import ViewBar
from desktop.ui.tokens import Color


class LinkBar(ViewBar):
    """Nothing is opened but by its button, and only what `domain.outside_link` allows."""

    add_wanted = Signal(str)
    """Add the paper that this link leads to."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view, at_top=True)
        self._link = OutsideLink("", "", "", False)
        self.text = plain_label("", wraps=True)
        self.host = plain_label("strong")
        self.open_button = QPushButton(self.tr("Open"))
        self.open_button.setProperty("kind", "primary")
        self.open_button.clicked.connect(self._open)
        self.copy_button = QPushButton(self.tr("Copy link"))
        self.copy_button.clicked.connect(self._copy)
        self.add_button = QPushButton(icon("add", Color.TEXT), self.tr("Add to library"))
        self.add_button.clicked.connect(self._add)
        self.close_button = IconButton("close")
        self.close_button.set_name(self.tr("Close"))
        self.close_button.clicked.connect(self.go)
        self.row.addWidget(self.host)
        self.row.addWidget(self.text, 1)
        for button in (self.open_button, self.add_button, self.copy_button, self.close_button):
            self.row.addWidget(button)

    def ask(self, link: OutsideLink) -> None:
        """Show the link in full, and what can be done with it."""
        self._link = link
        question = self.tr("Open {address} in the browser?")
        if link.opens.startswith("mailto:"):
            question = self.tr("Write a mail to {address}?")
        elif not link.opens:
            question = self.tr("{address} is not opened from here.")
        words = question.format(address=_breakable(link.address))
        self.text.setText(words)
        self.setAccessibleName(question.format(address=link.address))
        self.host.setText(link.host)
        self.host.setVisible(bool(link.host))
        self.open_button.setVisible(bool(link.opens))
        self.add_button.setVisible(link.arxiv)
        self.hide()
        self.come()
        first = self.open_button if link.opens else self.copy_button
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl(self._link.opens, QUrl.ParsingMode.StrictMode))
        self.go()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._link.opens or self._link.address)
        self.go()

    def _add(self) -> None:
        self.add_wanted.emit(self._link.opens)
        self.go()


def _breakable(address: str) -> str:
    """An address may wrap behind a slash and other signs."""
    for sign in "/?&=":
        address = address.replace(sign, f"{sign}\u200b")
    return address

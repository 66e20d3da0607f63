"""A field for addresses of mails, with those that were used before."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from desktop.domain.mail_addresses import read_recipients, shown_address
from desktop.domain.mails import Recipient

_MOST = 8
"""Addresses that are proposed at once."""


class RecipientsField(QLineEdit):
    """Addresses between commas. What is typed after the last comma is looked for in names and addresses."""

    given = Signal()
    """Other addresses than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("ada@example.org, Bob <bob@example.org>")
        self.setAccessibleName(self.tr("To"))
        self._known: tuple[str, ...] = ()
        self._proposed = QStringListModel(self)
        self._completer = QCompleter(self._proposed, self)
        self._popup = QListView()
        self._completer.setPopup(self._popup)
        self._completer.setWidget(self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.activated.connect(self._take)
        self.textEdited.connect(self._propose)
        self.textChanged.connect(self.given)

    def set_known(self, known: Sequence[Recipient]) -> None:
        """Propose these, the first before the others."""
        self._known = tuple(one.written.replace(one.address, shown_address(one.address)) for one in known)

    def set_recipients(self, recipients: Sequence[Recipient]) -> None:
        """Write these."""
        self.setText(", ".join(one.written.replace(one.address, shown_address(one.address)) for one in recipients))

    @property
    def recipients(self) -> tuple[Recipient, ...]:
        """Those that are addresses."""
        return read_recipients(self.text())[0]

    @property
    def wrong(self) -> tuple[str, ...]:
        """What is no address."""
        return read_recipients(self.text())[1]

    def _propose(self) -> None:
        before, typed = self._parted()
        taken = {one.address.lower() for one in read_recipients(before)[0]}
        found = [one for one in self._known if typed.casefold() in one.casefold()]
        found = [one for one in found if not taken & {to.address.lower() for to in read_recipients(one)[0]}]
        if typed and found:
            self._proposed.setStringList(found[:_MOST])
            self._completer.complete()
            self._popup.setCurrentIndex(self._proposed.index(0))
        else:
            self._popup.hide()

    def _parted(self) -> tuple[str, str]:
        """What stands before the last comma, with it, and what is being typed after it."""
        text = self.text()
        place = max(map(text.rfind, ",;，；、")) + 1
        return text[:place], text[place:].strip()

    def _take(self, chosen: str) -> None:
        before, _ = self._parted()
        self.setText(f"{before} {chosen}, ".lstrip())

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what is proposed; the dialog hears of it only where nothing is."""
        if self._popup.isVisible() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            event.accept()
            chosen = str(self._popup.currentIndex().data() or "")
            self._popup.hide()
            if chosen:
                self._take(chosen)
            return
        super().keyPressEvent(event)

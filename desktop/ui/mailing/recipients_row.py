"""To whom a mail of the outbox goes: written, changed, sent to the others."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.domain.ids import MailId
from desktop.domain.mails import Mail, Recipient, Taken
from desktop.ui.library.labels import plain_label
from desktop.ui.mailing.recipients_field import RecipientsField
from desktop.ui.theme import theme


class RecipientsRow(QWidget):
    """Shows those who have not got it yet; what is typed stays while the same mail is shown."""

    given = Signal()
    """It is to be sent to these."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mail: MailId | None = None
        self._stored: tuple[Recipient, ...] = ()
        self.field = RecipientsField()
        self._label = plain_label("muted")
        self._label.setBuddy(self.field)
        self.button = QPushButton(self.tr("Send to these"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().space(2))
        row.addWidget(self._label)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        self.field.given.connect(self._show_state)
        self.field.returnPressed.connect(self._on_given)
        self.button.clicked.connect(self._on_given)

    @property
    def recipients(self) -> tuple[Recipient, ...]:
        """Those that are written."""
        return self.field.recipients

    def show_mail(self, mail: Mail | None) -> None:
        """Be about this mail; None: about none."""
        self.setVisible(mail is not None)
        missing = () if mail is None else tuple(one for one in mail.recipients if one.taken is not Taken.TAKEN)
        key = None if mail is None else mail.id
        if key != self._mail or missing != self._stored:
            self._mail, self._stored = key, missing
            self.field.set_recipients(missing)
        self._label.setText(self.tr("Still to") if missing else self.tr("Also to"))
        self._show_state()

    def _show_state(self) -> None:
        addresses = [one.address for one in self.field.recipients]
        other = addresses != [one.address for one in self._stored]
        self.button.setEnabled(bool(addresses) and other and not self.field.wrong)

    def _on_given(self) -> None:
        if self.button.isEnabled():
            self.given.emit()

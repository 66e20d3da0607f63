"""A digest as a mail: to whom, what above it, and what it will look like."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.mail_addresses import shown_address
from desktop.domain.mails import Mail, MailDraft, MailState, Recipient, Taken
from desktop.domain.own_digest import Way
from desktop.ui.composing.digest_view import Preview
from desktop.ui.composing.preview_pane import PreviewPane
from desktop.ui.digests.window_size import give_size, keep_size
from desktop.ui.library.labels import link_button, plain_label
from desktop.ui.mailing.mail_words import moment
from desktop.ui.mailing.recipients_field import RecipientsField
from desktop.ui.session import Session
from desktop.ui.theme import theme
from desktop.ui.wording import listed, number

_SIZE = "mail-window"
_ATTACHED, _NAMED = "mail-attached", "mail-named"
_NOTE_LINES = 3
_NAMES = 3
"""So many are told who have the digest already."""
_LONGEST_SUBJECT = 300


class MailDialog(QDialog):
    """What is sent is what was shown when it was opened. Stays open until the mail is in the outbox."""

    send_wanted = Signal(object)  # MailDraft
    settings_wanted = Signal()

    def __init__(self, draft: MailDraft, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._session = session
        self._had: dict[str, Mail] = {}
        self.to = RecipientsField()
        self.subject = QLineEdit(draft.subject)
        self.note = QPlainTextEdit()
        self.attached = QCheckBox(self.tr("Attach the digest as a Markdown file"))
        self.named = QCheckBox(self.tr("Tell the recipients of each other"))
        self.privacy = plain_label("muted")
        self.preview = PreviewPane(Way.MAIL)
        self.message = plain_label("muted", wraps=True)
        self.send = QPushButton()
        self._sender = QLabel()
        self._set_up = link_button(self.tr("Set up e-mail…"))
        self._fill()
        self._lay_out()
        self._connect()
        self._show_sender()
        give_size(self, session, _SIZE, 760, 680)
        self.to.setFocus()

    def set_known(self, known: Sequence[Recipient]) -> None:
        """Propose these recipients."""
        self.to.set_known(known)

    def set_sent(self, mails: Sequence[Mail]) -> None:
        """Tell who got this digest with one of these, the newest first, or is to get it."""
        for mail in reversed(mails):
            if mail.digest == self._draft.digest and mail.state not in (MailState.FAILED, MailState.CANCELLED):
                told = [one for one in mail.recipients if one.taken is not Taken.REFUSED]
                self._had.update({one.address.lower(): mail for one in told})
        self._show_state()

    def show_preview(self, way: Way, shown: Preview) -> None:
        """Show one of the two parts."""
        self.preview.show_preview(way, shown)

    def tell(self, text: str) -> None:
        """Say why it is not in the outbox; it can be mended here."""
        self._say(text)
        self.send.setEnabled(True)

    @property
    def draft(self) -> MailDraft:
        """The mail as it stands."""
        return replace(
            self._draft,
            sender=self._session.values.mail_from,
            recipients=self.to.recipients,
            subject=self.subject.text().strip() or self._draft.subject,
            note=self.note.toPlainText(),
            attachment_name=self._draft.attachment_name if self.attached.isChecked() else "",
            hidden=not self.named.isChecked(),
        )

    def _fill(self) -> None:
        self.setWindowTitle(self.tr("Send by e-mail"))
        self.subject.setMaxLength(_LONGEST_SUBJECT)
        self.subject.setAccessibleName(self.tr("Subject"))
        self.note.setAccessibleName(self.tr("Your words"))
        self.note.setPlaceholderText(self.tr("A few words that stand above the digest, if you like"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(self.note.fontMetrics().lineSpacing() * _NOTE_LINES + theme().space(4))
        self.attached.setChecked(self._session.recall(_ATTACHED) == "yes")
        self.named.setChecked(self._session.recall(_NAMED) == "yes")
        self.send.setProperty("kind", "primary")
        self.send.setDefault(True)

    def _lay_out(self) -> None:
        look = theme()
        sender = QHBoxLayout()
        sender.setSpacing(look.space(2))
        sender.addWidget(self._sender)
        sender.addWidget(self._set_up)
        sender.addStretch(1)
        form = QFormLayout()
        form.setHorizontalSpacing(look.space(3))
        form.setVerticalSpacing(look.space(2))
        form.addRow(self._label(self.tr("From")), sender)
        form.addRow(self._label(self.tr("To"), self.to), self.to)
        form.addRow(self._label(self.tr("Subject"), self.subject), self.subject)
        form.addRow(self._label(self.tr("Your words"), self.note), self.note)
        ticks = QHBoxLayout()
        ticks.setSpacing(look.space(4))
        ticks.addWidget(self.attached)
        ticks.addWidget(self.named)
        ticks.addStretch(1)
        form.addRow("", ticks)
        form.addRow("", self.privacy)
        buttons = QDialogButtonBox()
        buttons.addButton(self.send, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(QPushButton(self.tr("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look.space(4)] * 4)
        column.setSpacing(look.space(3))
        column.addLayout(form)
        column.addWidget(self.preview, 1)
        column.addWidget(self.message)
        column.addWidget(buttons)

    @staticmethod
    def _label(text: str, field: QWidget | None = None) -> QLabel:
        label = plain_label("muted", text)
        if field is not None:
            label.setBuddy(field)
        return label

    def _connect(self) -> None:
        self.to.given.connect(self._show_state)
        self.named.toggled.connect(self._show_state)
        self.to.editingFinished.connect(self._on_edited)
        self.send.clicked.connect(self._on_send)
        self._set_up.clicked.connect(self.settings_wanted)
        self._session.changed.connect(self._show_sender)
        self.finished.connect(lambda _: keep_size(self, self._session, _SIZE))

    def _show_sender(self) -> None:
        self._sender.setText(self._session.values.mail_from or self.tr("nobody yet"))
        self._show_state()

    def _show_state(self) -> None:
        values, count, wrong = self._session.values, len(self.to.recipients), self.to.wrong
        set_up = bool(values.mail_from and values.mail_server)
        self._set_up.setText(self.tr("Change…") if set_up else self.tr("Set up e-mail…"))
        self.send.setText(self._send_words(count))
        self.send.setEnabled(set_up and count > 0 and not wrong)
        self.named.setEnabled(count > 1)
        self.privacy.setText(self._privacy_words(count))
        not_set_up = self.tr("Name your address and your mail server first: “Set up e-mail…”.")
        self._say(self._sent_words() if set_up else not_set_up)

    def _privacy_words(self, count: int) -> str:
        if count < 2:
            return self.tr("Several recipients do not learn of each other, unless you tell them.")
        if self.named.isChecked():
            return self.tr("Each of them sees the names and addresses of all.")
        return self.tr("One mail for all of them, as a blind copy: nobody sees who else gets it.")

    def _sent_words(self) -> str:
        """Who has had this digest by mail already, or will."""
        had = [(one, self._had[one.address.lower()]) for one in self.to.recipients if one.address.lower() in self._had]
        if not had:
            return ""
        names = [one.name or shown_address(one.address) for one, _ in had[:_NAMES]] + ["…"] * (len(had) > _NAMES)
        mail = had[0][1]
        words = self.tr("This digest was sent already to {names}: {when}.")
        if mail.sha256 != self._draft.sha256:
            words = self.tr("An earlier state of this digest was sent to {names}: {when}.")
        return words.format(names=listed(names), when=moment(mail.sent_at_ms or mail.created_at_ms))

    def _send_words(self, count: int) -> str:
        if count < 2:
            return self.tr("Send to 1 recipient") if count else self.tr("Send")
        return self.tr("Send to {count} recipients").format(count=number(count))

    def _on_edited(self) -> None:
        """Not while it is being typed."""
        if self.to.wrong:
            self._say(self.tr("This is no address: {text}").format(text=self.to.wrong[0]))

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _on_send(self) -> None:
        self._session.remember(_ATTACHED, "yes" if self.attached.isChecked() else "")
        self._session.remember(_NAMED, "yes" if self.named.isChecked() else "")
        self.send.setEnabled(False)
        self.send_wanted.emit(self.draft)

"""Settings: who sends mails, and through which server."""

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QWidget

from desktop.domain.errors import AppError, Reason
from desktop.domain.mail_addresses import read_recipient
from desktop.domain.mails import USUAL_PORTS, MailSecurity, mail_server_of
from desktop.domain.progress import Job
from desktop.ui.failures import failure_words
from desktop.ui.library.labels import plain_label
from desktop.ui.mailing.password_row import PasswordRow
from desktop.ui.preferences.form import note, page_form
from desktop.ui.preferences.settings_page import SettingsPage
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.theme import theme
from desktop.ui.wording import sentences

NAME = "mail"
_HIGHEST_PORT = 65535


class MailPage(SettingsPage):
    """What cannot be used is not sent."""

    def __init__(self, tasks: TaskRunner, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(NAME, "mail", "", parent)
        self.title = self.tr("E-mail")
        self._tasks = tasks
        self._session = session
        self._job: Job | None = None
        settings = session.values
        self.address = self._field("mail_from", self.tr("Your address"), settings.mail_from, "Ada <ada@example.org>")
        self.server = self._field("mail_server", self.tr("Mail server"), settings.mail_server, "smtp.example.org")
        self.security = self._security(settings.mail_security)
        self.port = self._field("mail_port", self.tr("Port"), str(settings.mail_port or ""), "")
        self.user = self._field("mail_user", self.tr("User name"), settings.mail_user, "")
        self.password = PasswordRow(tasks, session)
        self.test = QPushButton(self.tr("Test"))
        self.words = plain_label("muted", wraps=True)
        self._trouble = note("")
        self._trouble.setProperty("kind", "bad")
        self._trouble.hide()
        self._lay_out()
        self._connect()
        self._follow_settings()

    def _lay_out(self) -> None:
        form = page_form(self)
        form.addRow(self.tr("Your address"), self.address)
        form.addRow("", self._trouble)
        form.addRow(self.tr("Mail server"), self.server)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().space(2))
        row.addWidget(self.security)
        row.addWidget(QLabel(self.tr("Port")))
        row.addWidget(self.port)
        row.addStretch(1)
        form.addRow(self.tr("Security"), line)
        form.addRow(self.tr("User name"), self.user)
        form.addRow(self.tr("Password"), self.password)
        self.test.setAutoDefault(False)
        form.addRow("", self.test)
        form.setAlignment(self.test, Qt.AlignmentFlag.AlignLeft)
        form.addRow("", self.words)
        form.addRow("", note(self.tr("The test logs in and sends nothing. Digests are sent by this server alone.")))

    def _field(self, setting: str, name: str, now: str, example: str) -> QLineEdit:
        field = QLineEdit(now)
        field.setObjectName(setting)
        field.setAccessibleName(name)
        field.setPlaceholderText(example)
        return field

    def _security(self, now: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName("mail_security")
        box.setAccessibleName(self.tr("Security"))
        box.addItem(self.tr("TLS"), MailSecurity.TLS.value)
        box.addItem(self.tr("STARTTLS"), MailSecurity.STARTTLS.value)
        box.addItem(self.tr("None (on this computer)"), MailSecurity.NONE.value)
        box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        box.setCurrentIndex(max(box.findData(now), 0))
        return box

    def _connect(self) -> None:
        # Unlike QIntValidator this one takes an empty field for an answer.
        self.port.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,5}"), self.port))
        self.port.setFixedWidth(theme().scaled(72))
        self.address.editingFinished.connect(self._on_sender)
        self.server.editingFinished.connect(lambda: self._send("mail_server", self.server.text().strip()))
        self.user.editingFinished.connect(lambda: self._send("mail_user", self.user.text().strip()))
        self.port.editingFinished.connect(self._on_port)
        self.security.activated.connect(lambda: self._send("mail_security", self.security.currentData()))
        self.test.clicked.connect(self._test)
        self._session.changed.connect(self._follow_settings)

    def _send(self, setting: str, value: object) -> None:
        if value != getattr(self._session.values, setting):
            self._forget_test()
            self.changed.emit(setting, value)

    def _on_port(self) -> None:
        port = int(self.port.text() or 0)
        self._send("mail_port", port if port <= _HIGHEST_PORT else 0)

    def _on_sender(self) -> None:
        typed = self.address.text().strip()
        fits = not typed or read_recipient(typed) is not None
        words = self.tr("An address is written as ada@example.org or Ada <ada@example.org>. The old one stands.")
        self._trouble.setText("" if fits else words)
        self._trouble.setVisible(not fits)
        if fits:
            self._send("mail_from", typed)

    def _follow_settings(self) -> None:
        values = self._session.values
        self.port.setPlaceholderText(str(USUAL_PORTS[MailSecurity(self.security.currentData())]))
        try:
            server = mail_server_of(values)
        except AppError:
            self.test.setEnabled(False)
            self.password.show_origin("")
            return
        self.test.setEnabled(True)
        self.password.show_origin(server.origin if server.user else "")

    # The test

    def _test(self) -> None:
        self._forget_test()
        self._say("muted", self.tr("Asking…"))
        self.password.keep_then(self._begin)

    def _begin(self) -> None:
        server, personal = mail_server_of(self._session.values), self._session.personal

        def work(job: Job) -> None:
            from desktop.services.deliver_mail import check

            check(server, personal.secrets, lambda: job.cancelled)

        def done(_: None) -> None:
            self._say("good", self.tr("It works: {server} let us in.").format(server=server.host))

        self._job = self._tasks.run_unlisted(
            Lane.NET, work, owner=self, progressed=lambda _: None, done=done, failed=self._on_failed
        )

    def _forget_test(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.words.clear()

    def _on_failed(self, error: AppError) -> None:
        told = failure_words(error)
        said = self.tr("It said: “{words}”.").format(words=error.detail) if error.detail else ""
        keeps = error.reason in (Reason.MAIL_UNREACHED, Reason.MAIL_DELAYED, Reason.MAIL_REFUSED)
        self._say("bad", sentences((told.happened, said, "" if keeps else told.advice)))

    def _say(self, kind: str, text: str) -> None:
        self.words.setProperty("kind", kind)
        self.words.style().polish(self.words)
        self.words.setText(text)

"""The outbox: mails that wait, what was sent lately, and what went wrong."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.changes import Changes
from desktop.domain.ids import MailId
from desktop.domain.mails import Mail, MailState
from desktop.ui.library.flow_layout import FlowLayout
from desktop.ui.library.labels import link_button, plain_label
from desktop.ui.mailing import mail_words
from desktop.ui.mailing.outbox_model import MailColumn, OutboxModel
from desktop.ui.mailing.recipients_row import RecipientsRow
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.theme import theme
from desktop.ui.tokens import GROUP_GAP, ICON, PANE_PADDING
from desktop.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices
    from desktop.services.order_mails import OrderMails

_OVER = (MailState.SENT, MailState.CANCELLED)
Order = Callable[["OrderMails", Sequence[MailId]], Changes]


class OutboxPage(QWidget):
    """What is wanted of mails is told by signals; done by the desk, which announces it."""

    change_wanted = Signal(object)
    """Work on the library that gives Changes."""
    take_out_wanted = Signal(object)  # list of MailId
    settings_wanted = Signal()
    left = Signal()

    def __init__(self, services: "LibraryServices", tasks: TaskRunner) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks
        self.model = OutboxModel()
        self.table = QTreeView()
        self.send = QPushButton()
        self.mark = QPushButton(self.tr("It arrived"))
        self.cancel = QPushButton(self.tr("Do not send"))
        self.take_out = QPushButton(self.tr("Take out of the list"))
        self.recipients = RecipientsRow()
        self._settings = link_button(self.tr("E-mail settings…"))
        self.detail = plain_label("muted", wraps=True)
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._set_up_table()
        self._lay_out()
        self._connect()
        self._show_chosen()
        self.load()

    @property
    def chosen(self) -> list[Mail]:
        """The mails that are selected."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.mails[row] for row in rows]

    def load(self) -> None:
        """Read the outbox again."""
        services = self._services

        def read() -> tuple[Mail, ...]:
            return services.mails.all()

        self._tasks.run_latest("mails", Lane.DB, read, owner=self, done=self._on_read)

    def follow(self, changes: Changes) -> None:
        """The library is another."""
        if changes.mails:
            self.load()

    # Widgets

    def _set_up_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setProperty("kind", "framed")
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setAllColumnsShowFocus(True)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setIconSize(QSize(theme().scaled(ICON), theme().scaled(ICON)))
        self.table.setAccessibleName(self.tr("Outbox"))
        header = self.table.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        for column in MailColumn:
            wide = column in (MailColumn.SUBJECT, MailColumn.TO)
            mode = QHeaderView.ResizeMode.Stretch if wide else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, mode)

    def _lay_out(self) -> None:
        look = theme()
        side = look.space(PANE_PADDING)
        column = QVBoxLayout(self)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(look.space(GROUP_GAP) // 2)
        column.addWidget(plain_label("section", self.tr("Outbox")))
        row = QWidget()
        buttons = FlowLayout(row)
        buttons.setSpacing(look.space(2))
        self.send.setProperty("kind", "primary")
        for widget in (self.send, self.mark, self.cancel, self.take_out, self._settings):
            buttons.addWidget(widget)
        column.addWidget(row)
        column.addWidget(self.detail)
        column.addWidget(self.recipients)
        words = self.tr(
            "No mail yet. Open one of your digests and hand it on by e-mail: it waits here until it is sent."
        )
        self._empty.tell("no-mail", words, "")
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.table)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.send.clicked.connect(lambda: self._order(lambda orders, keys: orders.send_now(keys)))
        self.mark.clicked.connect(lambda: self._order(lambda orders, keys: orders.mark_sent(keys)))
        self.cancel.clicked.connect(lambda: self._order(lambda orders, keys: orders.cancel(keys)))
        self.take_out.clicked.connect(self._take_out)
        self.recipients.given.connect(self._send_to)
        self._settings.clicked.connect(self.settings_wanted)
        self.table.installEventFilter(self)
        self.table.selectionModel().selectionChanged.connect(self._show_chosen)
        self.model.dataChanged.connect(self._show_chosen)

    # What is shown

    def _on_read(self, mails: tuple[Mail, ...]) -> None:
        current = self.table.currentIndex().row()
        known = self.model.mails[current].id if 0 <= current < len(self.model.mails) else None
        self.model.show(mails)
        had_focus = self._stack.currentWidget() is self._empty and self.hasFocus()
        self._stack.setCurrentWidget(self.table if mails else self._empty)
        if mails and not self.chosen:
            index = self.model.index(max(self.model.row_of(known), 0), 0)
            choose = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.table.selectionModel().setCurrentIndex(index, choose)
        if mails and had_focus:
            self.table.setFocus()
        self._show_chosen()

    def _show_chosen(self) -> None:
        mails = self.chosen
        states = {mail.state for mail in mails}
        idle = bool(mails) and MailState.SENDING not in states
        self.send.setEnabled(idle)
        self.send.setText(self.tr("Send again") if states & {*_OVER, MailState.UNCERTAIN} else self.tr("Send now"))
        self.mark.setVisible(states == {MailState.UNCERTAIN})
        self.cancel.setEnabled(idle and not states & {*_OVER})
        self.take_out.setEnabled(idle)
        self.detail.setText(mail_words.details(mails[0]) if len(mails) == 1 else "")
        one = mails[0] if len(mails) == 1 and idle else None
        self.recipients.show_mail(one)

    # What is wanted

    def _order(self, order: Order) -> None:
        services, keys = self._services, [mail.id for mail in self.chosen]
        if keys:
            self.change_wanted.emit(lambda: order(services.mails.orders, keys))

    def _send_to(self) -> None:
        services, mails, to = self._services, self.chosen, self.recipients.recipients
        if len(mails) == 1 and to:
            key = mails[0].id
            self.change_wanted.emit(lambda: services.mails.orders.send_to(key, to))

    def _take_out(self) -> None:
        if self.take_out.isEnabled():
            self.take_out_wanted.emit([mail.id for mail in self.chosen])

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys go to the mails."""
        if self._stack.currentWidget() is self.table:
            self.table.setFocus()
        super().focusInEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete is about the mails while they have the keyboard, not about papers."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take_out()
                return True
        return super().eventFilter(watched, event)

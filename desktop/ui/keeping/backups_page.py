"""The page of backups: what there is, whether it is whole, and the way back."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QStackedWidget, QTreeView, QVBoxLayout, QWidget

from desktop.domain.backup import Backup, BackupReason, ChangedSince
from desktop.domain.progress import Job
from desktop.ui.keeping import backup_words
from desktop.ui.keeping.backups_model import BackupColumn, BackupsModel
from desktop.ui.library.flow_layout import FlowLayout
from desktop.ui.library.labels import link_button, plain_label
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.theme import theme
from desktop.ui.tokens import GROUP_GAP, ICON, PANE_PADDING
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.scrolled import scrolled

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices


class BackupsPage(QWidget):
    """Reads the backups one by one, so that each says whether it is whole. What is asked for is told by signals."""

    back_up_wanted = Signal()
    back_up_to_wanted = Signal()
    copy_wanted = Signal()
    restore_wanted = Signal(object)  # Backup
    check_wanted = Signal()
    folder_wanted = Signal()
    left = Signal()

    def __init__(self, services: "LibraryServices", tasks: TaskRunner) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks
        self._checking = False
        self.model = BackupsModel()
        self.table = QTreeView()
        self.now = QPushButton(self.tr("Back up now"))
        self.to = QPushButton(self.tr("Back up to…"))
        self.with_pdfs = QPushButton(self.tr("Copy with PDFs…"))
        self.go_back = QPushButton(self.tr("Go back to this backup"))
        self.detail = plain_label("muted", wraps=True)
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._check = link_button(self.tr("Check library"))
        self._folder = link_button(self.tr("Show in folder"))
        self._set_up_table()
        self._lay_out()
        self._connect()
        self._show_chosen()

    @property
    def chosen(self) -> Backup | None:
        """The backup that is selected."""
        row = self.table.currentIndex().row()
        return self.model.backups[row] if 0 <= row < len(self.model.backups) else None

    def load(self, chosen: Path | None = None) -> None:
        """Look which backups there are, and choose this one (the one that was chosen)."""
        folder = self._services.folder

        def work() -> tuple[Backup, ...]:
            from desktop.services.back_up_library import all_backups

            return all_backups(folder)

        def listed(backups: tuple[Backup, ...]) -> None:
            self._on_listed(backups, chosen)

        self._tasks.run_latest("backups", Lane.FILES, work, owner=self, done=listed)

    # Widgets

    def _set_up_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setProperty("kind", "framed")
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setAllColumnsShowFocus(True)
        self.table.setIconSize(QSize(theme().scaled(ICON), theme().scaled(ICON)))
        self.table.setAccessibleName(self.tr("Backups"))
        header = self.table.header()
        header.setStretchLastSection(True)
        header.setSectionsMovable(False)
        for column in BackupColumn:
            if column is not BackupColumn.STATE:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def _lay_out(self) -> None:
        look = theme()
        side = look.space(PANE_PADDING)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(look.space(GROUP_GAP) // 2)
        column.addWidget(plain_label("section", self.tr("Backups")))
        column.addWidget(plain_label("muted", self._words(), wraps=True))
        row = QWidget()
        buttons = FlowLayout(row)
        buttons.setSpacing(look.space(2))
        self.now.setProperty("kind", "primary")
        for widget in (self.now, self.to, self.with_pdfs, self._check, self._folder):
            buttons.addWidget(widget)
        column.addWidget(row)
        back = QHBoxLayout()  # above the list: messages lie over what is below
        back.setSpacing(look.space(3))
        back.addWidget(self.detail, 1)
        back.addWidget(self.go_back)
        column.addLayout(back)
        self._empty.tell("no-work", self.tr("There is no backup yet. One is made each day on which you work here."), "")
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.table)
        column.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(content))

    def _words(self) -> str:
        what = self.tr(
            "A backup holds the library file: papers with their texts, notes, marks, tags and collections. "
            "PDFs are not in it; “Copy with PDFs…” makes a copy of all."
        )
        kept = self.tr(
            "One is made each day and read again to see that it is whole. Those of seven days and of four weeks are "
            "kept, and all that were made by hand or before an update."
        )
        return f"{what}\n{kept}"

    def _connect(self) -> None:
        self.now.clicked.connect(self.back_up_wanted)
        self.to.clicked.connect(self.back_up_to_wanted)
        self.with_pdfs.clicked.connect(self.copy_wanted)
        self.go_back.clicked.connect(self._on_go_back)
        self._check.clicked.connect(self.check_wanted)
        self._folder.clicked.connect(self.folder_wanted)
        self.table.selectionModel().currentChanged.connect(self._show_chosen)
        self.model.modelReset.connect(self._show_chosen)
        self.model.dataChanged.connect(self._show_chosen)

    # What is shown

    def _on_listed(self, backups: tuple[Backup, ...], wanted: Path | None) -> None:
        if wanted is None and self.chosen is not None:
            wanted = self.chosen.path
        self.model.show(backups)
        self._stack.setCurrentWidget(self.table if backups else self._empty)
        self._choose(wanted)
        self._check_next()

    def _choose(self, path: Path | None) -> None:
        rows = [row for row, backup in enumerate(self.model.backups) if backup.path == path]
        if self.model.backups:
            self.table.setCurrentIndex(self.model.index(rows[0] if rows else 0, 0))

    def _check_next(self) -> None:
        """Read them one after the other, so that other work on the lane comes in between."""
        backup = self.model.unchecked()
        if backup is None or self._checking:
            return

        def work() -> Backup:
            from desktop.services.back_up_library import verified

            return verified(backup, Job())

        self._checking = True
        self._tasks.run(Lane.FILES, work, owner=self, done=self._on_checked)

    def _on_checked(self, backup: Backup) -> None:
        self._checking = False
        self.model.set_checked(backup)
        self._check_next()

    def _show_chosen(self) -> None:
        backup = self.chosen
        self.go_back.setEnabled(backup is not None and not backup.complaint)
        if backup is None:
            self.detail.setText("")
        elif backup.complaint:
            text = self.tr("This backup is damaged: {detail}. The others are not touched by that.")
            self.detail.setText(text.format(detail=backup.complaint))
        else:
            self._ask_what_would_be_lost(backup)

    def _ask_what_would_be_lost(self, backup: Backup) -> None:
        services = self._services

        def told(changed: ChangedSince) -> None:
            if self.chosen is not None and self.chosen.path == backup.path:
                self.detail.setText(self._detail_of(backup, changed))

        self._tasks.run_latest("lost", Lane.DB, lambda: services.backups.changed_since(backup), owner=self, done=told)

    def _detail_of(self, backup: Backup, changed: ChangedSince) -> str:
        if backup.reason is BackupReason.PUT_ASIDE:
            before = self.tr("This is the library as it was before another backup took its place.")
            return f"{before} {backup_words.lost(changed)}"
        return backup_words.lost(changed)

    def _on_go_back(self) -> None:
        if self.chosen is not None:
            self.restore_wanted.emit(self.chosen)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys go to the backups."""
        (self.table if self._stack.currentWidget() is self.table else self.now).setFocus()
        super().focusInEvent(event)

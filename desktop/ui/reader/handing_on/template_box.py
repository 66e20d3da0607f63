"""Which template notes are written by: one of the program's, or a file of the person's own."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QPushButton, QWidget

from desktop.domain.errors import AppError
from desktop.ui.language import language_switch
from desktop.ui.resources import resource_path
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner

_REMEMBERED = "notes-template"
_NAMES = {"en": "English", "zh": "中文"}


class TemplateBox(QWidget):
    """A list of templates and a button that brings another one. `text` is empty until the file is read."""

    changed = Signal()
    failed = Signal(object)  # AppError

    def __init__(self, tasks: TaskRunner, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._session = session
        self.text = ""
        self.box = QComboBox(self)
        self.box.setAccessibleName(self.tr("Template"))
        self.own_button = QPushButton(self.tr("Own file…"), self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box, 1)
        layout.addWidget(self.own_button)
        self.setFocusProxy(self.box)
        for language, name in _NAMES.items():
            self.box.addItem(name, str(resource_path(f"templates/notes.{language}.md")))
        remembered = session.recall(_REMEMBERED)
        if remembered and remembered not in _NAMES:
            self.box.addItem(Path(remembered).name, remembered)
            self.box.setCurrentIndex(len(_NAMES))
        else:
            names = list(_NAMES)
            wanted = remembered or language_switch().current[:2]
            self.box.setCurrentIndex(names.index(wanted) if wanted in names else 0)
        self.box.currentIndexChanged.connect(self._read)
        self.own_button.clicked.connect(self._choose)
        self._read()

    def use(self, path: Path) -> None:
        """Take this file, and show it in the list."""
        index = self.box.findData(str(path))
        if index < 0:
            self.box.addItem(path.name, str(path))
            index = self.box.count() - 1
        self.box.setCurrentIndex(index)

    def remember(self) -> None:
        """Propose this one the next time."""
        index = self.box.currentIndex()
        own = index >= len(_NAMES)
        self._session.remember(_REMEMBERED, str(self.box.currentData()) if own else list(_NAMES)[index])

    def _read(self) -> None:
        self.text = ""
        path = Path(self.box.currentData())
        self._tasks.run_latest(
            "template", Lane.FILES, partial(_template, path), owner=self, done=self._on_read, failed=self._on_failed
        )

    def _on_read(self, text: str) -> None:
        self.text = text
        self.changed.emit()

    def _on_failed(self, error: AppError) -> None:
        self.failed.emit(error)

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Template"), "", self.tr("Templates (*.md *.txt)"))
        if chosen:
            self.use(Path(chosen))


def _template(path: Path) -> str:
    from desktop.services.export_notes import template_in

    return template_in(path)

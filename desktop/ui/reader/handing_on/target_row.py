"""Where something is to be written: the name of a file and its folder, and whether there is one already."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLineEdit, QPushButton, QWidget

from desktop.ui.digests.target_file import export_folder, is_file_name, remember_export_folder, same_files
from desktop.ui.library.labels import plain_label
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner


class TargetRow(QWidget):
    """A field for the name, a button for the folder, and below what is to be known about the name."""

    changed = Signal()
    """Name, folder, or whether the file is there."""

    def __init__(self, tasks: TaskRunner, session: Session, parent: QWidget | None = None, *, taken: str = "") -> None:
        """`taken` is told where there is a file of that name."""
        super().__init__(parent)
        self._tasks = tasks
        self._session = session
        self._typed = False
        self._taken = taken
        self.folder = export_folder(session)
        self.is_there = False
        """A file of that name is in the folder."""
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("File name"))
        self.folder_button = QPushButton(self)
        self.remark = plain_label("muted", wraps=True, parent=self)
        self.remark.hide()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setColumnStretch(0, 1)
        layout.addWidget(self.name, 0, 0)
        layout.addWidget(self.folder_button, 0, 1)
        layout.addWidget(self.remark, 1, 0, 1, 2)
        self.setFocusProxy(self.name)
        self.name.textEdited.connect(self._on_typed)
        self.name.textChanged.connect(self._look)
        self.folder_button.clicked.connect(self._choose_folder)
        self._tell_folder()

    @property
    def path(self) -> Path:
        """The file; the folder alone where there is no name."""
        return self.folder / self.name.text().strip() if not self.name.isHidden() else self.folder

    @property
    def is_usable(self) -> bool:
        """Whether a file can be called so."""
        return self.name.isHidden() or is_file_name(self.name.text().strip())

    def propose(self, name: str) -> None:
        """Call the file so, unless a person typed another name."""
        if not self._typed:
            self.name.setText(name)
            self.name.setCursorPosition(0)

    def show_name(self, shown: bool) -> None:
        """Ask for a name, or for a folder alone."""
        self.name.setVisible(shown)
        self._look()

    def set_folder(self, folder: Path) -> None:
        """Write into that folder."""
        self.folder = folder
        self._tell_folder()
        self._look()

    def remember(self) -> None:
        """Propose this folder the next time."""
        remember_export_folder(self._session, self.folder)

    def _on_typed(self) -> None:
        self._typed = True

    def _look(self) -> None:
        self._on_looked(frozenset())
        if self.is_usable and not self.name.isHidden():
            path = self.path
            self._tasks.run_latest(
                "exists", Lane.FILES, partial(same_files, path.parent, (path.name,)), owner=self, done=self._on_looked
            )

    def _on_looked(self, there: frozenset[str]) -> None:
        self.is_there = bool(there)
        self._tell_name()
        self.changed.emit()

    def _tell_name(self) -> None:
        words = self._taken if self.is_there else ""
        if self.name.text().strip() and not self.is_usable:
            words = self.tr(
                'The name of a file has none of / \\ : * ? " < > | in it. The button beside it sets the folder.'
            )
        self.remark.setText(words)
        self.remark.setVisible(bool(words))

    def _tell_folder(self) -> None:
        name = self.folder.name or str(self.folder)
        self.folder_button.setText(self.tr("in {folder}…").format(folder=name.replace("&", "&&")))
        self.folder_button.setToolTip(str(self.folder))

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Export into"), str(self.folder))
        if chosen:
            self.set_folder(Path(chosen))

"""Exporting one digest, or any papers as a new digest, with a live preview."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.errors import AppError
from desktop.domain.exporting import DigestSource, ExportDocument, ExportResult, ExportSource, PapersSource
from desktop.domain.ids import DigestId, PaperId
from desktop.services.library import LibraryServices
from desktop.ui.digests.export_notices import ExportNotices
from desktop.ui.digests.export_preview import ExportPreview
from desktop.ui.digests.language_box import digest_language, language_box, remember_digest_language
from desktop.ui.digests.target_file import export_folder, is_file_name, remember_export_folder, same_files
from desktop.ui.digests.window_size import give_size, keep_size
from desktop.ui.failures import failure_words
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.theme import theme
from desktop.ui.wording import papers

_SIZE = "export-size"
_NAME = "export-name"


@dataclass(frozen=True, slots=True)
class ExportChoices:
    """What there is to export; whatever comes first is proposed."""

    digest: tuple[DigestId, str] | None = None
    """An imported digest and its name."""
    selected: tuple[PaperId, ...] = ()
    """In the order of the table."""
    shown: tuple[PaperId, ...] = ()
    """The whole list, in its order."""
    selection_first: bool = False
    """Propose the selected papers even if there is a digest."""


class ExportDialog(QDialog):
    """Stays open until the file is written, so that a failure can be mended here."""

    exported = Signal(object)
    """ExportResult."""

    def __init__(
        self,
        tasks: TaskRunner,
        services: LibraryServices,
        session: Session,
        choices: ExportChoices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._services = services
        self._session = session
        self._folder = export_folder(session)
        self._document: ExportDocument | None = None
        self._name_typed = False
        self.what = QComboBox(self)
        self.language = language_box(digest_language(session), self)
        self.name = QLineEdit(self)
        self.folder_button = QPushButton(self)
        self.preview = ExportPreview(self)
        self.notices = ExportNotices(self)
        self.failure = QLabel(self)
        self.export_button = QPushButton(self)
        self._fill_what(choices)
        self._set_up()
        self._connect()
        self._produce()

    def source(self) -> ExportSource:
        """What is chosen."""
        chosen: DigestSource | PapersSource = self.what.currentData()
        if isinstance(chosen, PapersSource):
            return PapersSource(chosen.papers, str(self.language.currentData()))
        return chosen

    @property
    def path(self) -> Path:
        """The file that would be written."""
        return self._folder / self.name.text().strip()

    def set_folder(self, folder: Path) -> None:
        """Write into that folder."""
        self._folder = folder
        self._tell_folder()
        self._look()

    def _fill_what(self, choices: ExportChoices) -> None:
        if choices.digest is not None:
            digest, name = choices.digest
            self.what.addItem(self.tr("{name}, with your edits").format(name=name), DigestSource(digest))
            self.what.addItem(self.tr("{name}, as it was imported").format(name=name), DigestSource(digest, False))
        first = self.what.count()
        if choices.selected:
            text = self.tr("Selection as a new digest: {papers}").format(papers=papers(len(choices.selected)))
            self.what.addItem(text, PapersSource(choices.selected))
        if choices.shown:
            text = self.tr("List as a new digest: {papers}").format(papers=papers(len(choices.shown)))
            self.what.addItem(text, PapersSource(choices.shown))
        if choices.selection_first and choices.selected:
            self.what.setCurrentIndex(first)

    def _set_up(self) -> None:
        look = theme()
        self.setWindowTitle(self.tr("Export digest"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        for label in (self.failure,):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setProperty("kind", "bad")
            label.hide()
        self.export_button.setProperty("kind", "primary")
        self.export_button.setDefault(True)
        cancel = QPushButton(self.tr("Cancel"), self)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.export_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._write)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[look.space(4)] * 4)
        layout.setSpacing(look.space(3))
        layout.addLayout(self._form())
        layout.addWidget(self.preview, 1)
        layout.addWidget(self.preview.cut)
        layout.addWidget(self.notices)
        layout.addWidget(self.failure)
        layout.addWidget(buttons)
        give_size(self, self._session, _SIZE, 820, 680)
        self._tell_folder()
        self.name.setFocus()

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(theme().space(3))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        first = QHBoxLayout()
        first.addWidget(self.what, 1)
        self._language_label = QLabel(self.tr("Translations in"), self)
        self._language_label.setProperty("kind", "muted")
        self._language_label.setBuddy(self.language)
        first.addWidget(self._language_label)
        first.addWidget(self.language)
        second = QHBoxLayout()
        second.addWidget(self.name, 1)
        second.addWidget(self.folder_button)
        for text, field, row in ((self.tr("Export"), self.what, first), (self.tr("File name"), self.name, second)):
            label = QLabel(text, self)
            label.setProperty("kind", "muted")
            label.setBuddy(field)
            field.setAccessibleName(text)
            form.addRow(label, row)
        return form

    def _connect(self) -> None:
        self.what.currentIndexChanged.connect(self._produce)
        self.language.currentIndexChanged.connect(self._produce)
        self.name.textEdited.connect(self._on_name_typed)
        self.name.textChanged.connect(self._look)
        self.folder_button.clicked.connect(self._choose_folder)

    def _produce(self) -> None:
        """Make the document anew beside the GUI thread."""
        source, services = self.source(), self._services
        for_papers = isinstance(source, PapersSource)
        self.language.setVisible(for_papers)
        self._language_label.setVisible(for_papers)
        self._document = None
        self._tell_button(False)
        self._tasks.run_latest(
            "document",
            Lane.DB,
            lambda: services.exporting.document(source),
            owner=self,
            done=self._on_document,
            failed=self._on_failed,
        )

    def _on_document(self, document: ExportDocument) -> None:
        self.failure.hide()
        self._document = document
        if not self._name_typed:
            remembered = self._session.recall(_NAME) if isinstance(self.source(), PapersSource) else ""
            self.name.setText(remembered or document.name)
        self.preview.show_document(document)
        self.notices.show_notices(document.notices)
        self._look()

    def _on_failed(self, error: AppError) -> None:
        self.failure.setText(failure_words(error).text)
        self.failure.show()
        if self._document is None:
            self.preview.show_document(None)
            self.notices.show_notices(())
        self._look()

    def _on_name_typed(self) -> None:
        self._name_typed = True

    def _look(self) -> None:
        """Is there a file of that name already? The button says so."""
        path = self.path
        self._tell_button(False)
        self._tasks.run_latest(
            "exists", Lane.FILES, partial(same_files, path.parent, (path.name,)), owner=self, done=self._on_looked
        )

    def _on_looked(self, there: frozenset[str]) -> None:
        self._tell_button(bool(there))

    def _tell_button(self, replaces: bool) -> None:
        name = self.name.text().strip()
        text = self.tr("Replace {name}") if replaces else self.tr("Export to {name}")
        usable = is_file_name(name)
        shown = (
            self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, theme().scaled(260)).replace("&", "&&")
        )
        self.export_button.setText(text.format(name=shown) if usable else self.tr("Export"))
        self.export_button.setEnabled(usable and self._document is not None)

    def _tell_folder(self) -> None:
        name = self._folder.name or str(self._folder)
        self.folder_button.setText(self.tr("in {folder}…").format(folder=name.replace("&", "&&")))
        self.folder_button.setToolTip(str(self._folder))

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Export into"), str(self._folder))
        if chosen:
            self.set_folder(Path(chosen))
            self.export_button.setFocus()  # else Enter would ask for the folder again on some desktops

    def _write(self) -> None:
        document, path, services = self._document, self.path, self._services
        if document is None or not is_file_name(path.name):
            return
        self.export_button.setEnabled(False)
        self._tasks.run(
            Lane.FILES,
            lambda: services.exporting.write(document, path),
            owner=self,
            done=self._on_written,
            failed=self._on_failed,
        )

    def _on_written(self, result: ExportResult) -> None:
        remember_export_folder(self._session, self._folder)
        source = self.source()
        if isinstance(source, PapersSource):
            remember_digest_language(self._session, source.language)
        if self._name_typed and isinstance(source, PapersSource):
            self._session.remember(_NAME, self.path.name)
        self.exported.emit(result)
        self.accept()

    # Qt

    def done(self, result: int) -> None:
        keep_size(self, self._session, _SIZE)
        super().done(result)

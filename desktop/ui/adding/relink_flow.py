"""PDFs that are gone from the library's folder: which they are, and looking for them in another folder."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.ids import PaperId
from desktop.domain.latex_text import readable
from desktop.services.library import LibraryServices
from desktop.ui.adding.add_words import found_words, missing_words, pdfs
from desktop.ui.adding.file_choice import choose_folder
from desktop.ui.adding.plan_words import file_name
from desktop.ui.adding.tick_model import Index, RowLook, TickModel
from desktop.ui.adding.tick_view import TickView
from desktop.ui.digests.window_size import give_first_size
from desktop.ui.library.paper_columns import one_line
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.theme import theme
from desktop.ui.tokens import Color

if TYPE_CHECKING:
    from desktop.services.relink_files import MissingFile, Relinked

_ROOT = QModelIndex()
_STATE_WIDTH = 112


class RelinkFlow(QObject):
    """Brings the PDFs of one library back. Lives as long as its window."""

    opened = Signal(object)
    """RelinkDialog."""
    ended = Signal(str, bool)
    """What to tell the person, and whether PDFs are still missing."""

    download_wanted = Signal(object, object)
    """Papers (PaperId) whose PDFs of that version (int | None) are to be downloaded instead."""

    def __init__(self, tasks: TaskRunner, services: LibraryServices, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._services = services
        self._session = session
        self._window = window

    def start(self) -> None:
        """Find out what is missing, and ask where to look for it."""
        services = self._services

        def work() -> "tuple[Sequence[MissingFile], Sequence[MissingFile]]":
            missing = services.relinking.missing()
            known = {row.id for row in services.browse.rows([one.paper for one in missing]) if row.arxiv_id}
            return missing, [one for one in missing if one.paper in known]

        self._tasks.run(Lane.DB, work, owner=self, done=lambda found: self._on_missing(*found))

    def _on_missing(self, missing: "Sequence[MissingFile]", on_arxiv: "Sequence[MissingFile]") -> None:
        if not missing:
            self.ended.emit(self.tr("No PDF is missing."), False)
            return
        dialog = RelinkDialog(missing, len(on_arxiv), self._window)
        dialog.download_wanted.connect(lambda: self._download(on_arxiv))
        dialog.accepted.connect(lambda: self._look(missing))
        dialog.finished.connect(dialog.deleteLater)
        self.destroyed.connect(dialog.reject)  # another library, or the window is made anew
        dialog.show()
        self.opened.emit(dialog)

    def _download(self, missing: "Sequence[MissingFile]") -> None:
        papers: defaultdict[int | None, list[PaperId]] = defaultdict(list)
        for one in missing:
            papers[one.file.version].append(one.paper)
        for version, of_version in papers.items():
            self.download_wanted.emit(of_version, version)

    def _look(self, missing: "Sequence[MissingFile]") -> None:
        services = self._services
        folder = choose_folder(self._window, self._session, self.tr("Look for PDFs in"))
        if folder is None:
            return

        def done(found: "Relinked") -> None:
            self.ended.emit(found_words(len(found.found), len(missing), found.refused), bool(found.not_found))

        self._tasks.run_job(
            Lane.FILES,
            lambda job: services.relinking.relink(missing, folder, job),
            owner=self,
            label=self.tr("Looking for {pdfs}").format(pdfs=pdfs(len(missing))),
            done=done,
        )


class _MissingModel(TickModel):
    """Each missing PDF with its paper. There is nothing to tick."""

    def __init__(self, missing: "Sequence[MissingFile]", parent: QObject) -> None:
        super().__init__(parent)
        self._missing = missing

    def look(self, position: int) -> RowLook:
        one = self._missing[position]
        name = one.file.name or file_name(one.file.path)
        state = (QCoreApplication.translate("Adding", "Missing"), "warn", Color.WARN)
        return RowLook(one_line(readable(one.title)), name, state, flush=True)

    def toggle(self, positions: Iterable[int]) -> None:
        pass

    # Qt

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._missing)


class RelinkDialog(QDialog):
    """Lists what is missing. `accepted` is sent when the person wants to choose a folder."""

    download_wanted = Signal()

    def __init__(self, missing: "Sequence[MissingFile]", on_arxiv: int, parent: QWidget | None = None) -> None:
        """`on_arxiv`: so many of them can be downloaded again."""
        super().__init__(parent)
        look = theme()
        self.setWindowTitle(self.tr("Find missing PDFs"))
        told = self.tr(
            "{missing} Choose a folder to look in. PDFs are known by their contents, whatever they are called now; "
            "nothing in that folder is changed."
        )
        text = QLabel(told.format(missing=missing_words(len(missing))), self)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        self.list = TickView(_MissingModel(missing, self), _STATE_WIDTH, parent=self)
        self.list.setProperty("kind", "framed")
        self.list.setAccessibleName(self.tr("Missing PDFs"))
        self.choose_button = QPushButton(self.tr("Choose a folder…"), self)
        self.choose_button.setProperty("kind", "primary")
        self.choose_button.setDefault(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.choose_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.download_button = QPushButton(self.tr("Download {pdfs} again").format(pdfs=pdfs(on_arxiv)), self)
        self.download_button.setAutoDefault(False)
        self.download_button.setVisible(on_arxiv > 0)
        self.download_button.clicked.connect(self.reject)
        self.download_button.clicked.connect(self.download_wanted)
        buttons.addButton(self.download_button, QDialogButtonBox.ButtonRole.ActionRole)
        close = QPushButton(self.tr("Close"), self)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[look.space(4)] * 4)
        layout.setSpacing(look.space(3))
        layout.addWidget(text)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        give_first_size(self, 560, 400)
        self.choose_button.setFocus()

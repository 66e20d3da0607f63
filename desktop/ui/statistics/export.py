"""The plots of the statistics out of the program: as a picture, as a drawing, as a table."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from desktop.domain.plot import Plot
from desktop.ui.digests.target_file import export_folder, remember_export_folder
from desktop.ui.session import Session
from desktop.ui.statistics import pictures
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices


class StatisticsExport(QObject):
    """Asks for a file and has it written."""

    exported = Signal(str, str)
    """What to tell the person, and the path of the file."""

    def __init__(self, services: "LibraryServices", tasks: TaskRunner, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._services = services
        self._tasks = tasks
        self._session = session
        self._page = page
        self.plots: tuple[Plot, ...] = ()
        """What is written."""
        self.button = QPushButton(self.tr("Export"))
        menu = QMenu(self.button)
        menu.addAction(self.tr("Picture (PNG)…"), partial(self._ask, ".png", self._png))
        menu.addAction(self.tr("Drawing (SVG)…"), partial(self._ask, ".svg", self._svg))
        menu.addAction(self.tr("Table (CSV)…"), partial(self._ask, ".csv", self._csv))
        self.button.setMenu(menu)

    def write(self, path: Path) -> None:
        """Write the plots there, as what the name ends in says."""
        {".png": self._png, ".svg": self._svg}.get(path.suffix.lower(), self._csv)(path)

    def _ask(self, suffix: str, write: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self._page, self.tr("Export statistics"), str(export_folder(self._session)))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"*{suffix}")
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(f"{self.tr('Statistics')}{suffix}")
        dialog.fileSelected.connect(partial(self._on_chosen, write))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_chosen(self, write: Callable[[Path], None], chosen: str) -> None:
        remember_export_folder(self._session, Path(chosen).parent)
        write(Path(chosen))

    def _png(self, path: Path) -> None:
        image = pictures.picture(self.plots, self.tr("Statistics"))
        self._run(path, lambda: self._services.statistics.write_picture(path, pictures.png(image)))

    def _svg(self, path: Path) -> None:
        drawing = pictures.svg(self.plots, self.tr("Statistics"))
        self._run(path, lambda: self._services.statistics.write_picture(path, drawing))

    def _csv(self, path: Path) -> None:
        plots = self.plots
        heads = (self.tr("Plot"), self.tr("Bar"), self.tr("Series"), self.tr("Papers"))
        self._run(path, lambda: self._services.statistics.write_table(path, plots, heads))

    def _run(self, path: Path, work: Callable[[], None]) -> None:
        def done(_: None) -> None:
            self.exported.emit(self.tr("Exported the statistics to {name}.").format(name=path.name), str(path))

        self._tasks.run(Lane.FILES, work, owner=self, done=done)

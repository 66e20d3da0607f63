"""Makes the preview of notes beside the GUI thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import AppError
from desktop.domain.ids import PaperId
from desktop.domain.mark import COLORS, MarkKind
from desktop.domain.notes import NotesChoice, PaperNotes
from desktop.ui.mark_colors import color_name
from desktop.ui.mark_words import kind_name
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices


@dataclass(frozen=True, slots=True)
class ShownNotes:
    """The notes of the first paper as they would be written, and how."""

    text: str
    name: str
    """What a file of these notes is called."""
    choice: NotesChoice


class PreviewMaker(QObject):
    """One question at a time: a later one replaces an earlier one."""

    shown = Signal(object)  # ShownNotes
    failed = Signal(object)  # AppError

    def __init__(self, services: "LibraryServices", tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks

    def ask(self, papers: Sequence[PaperId], template: str, pictures: bool, target: Path) -> None:
        """Make it; `shown` or `failed` follows."""
        first, several, services = papers[0], len(papers) > 1, self._services

        def gathered() -> tuple[PaperNotes, tuple[str, ...]]:
            return services.notes.gather([first])[0], services.notes.color_names()

        def render(found: tuple[PaperNotes, tuple[str, ...]]) -> None:
            notes, names = found
            choice = NotesChoice(
                template,
                pictures,
                tuple(color_name(color, names) for color in COLORS),
                {kind: kind_name(kind) for kind in MarkKind},
            )
            self._tasks.run_latest(
                *("render", Lane.FILES, lambda: _shown(notes, choice, target, several)),
                owner=self,
                done=self.shown.emit,
                failed=self._on_failed,
            )

        self._tasks.run_latest("gather", Lane.DB, gathered, owner=self, done=render, failed=self._on_failed)

    def _on_failed(self, error: AppError) -> None:
        self.failed.emit(error)


def _shown(notes: PaperNotes, choice: NotesChoice, target: Path, several: bool) -> ShownNotes:
    from datetime import datetime

    from desktop.services.export_notes import file_name, preview

    name = f"papershelf-notes-{datetime.now().astimezone():%Y-%m-%d}.md" if several else file_name(notes)
    return ShownNotes(preview(notes, choice, target if target.suffix else target / name), name, choice)

"""What a person does to papers and digests with a key or a menu, told in a toast that can undo it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from desktop.domain.changes import Changes
from desktop.domain.ids import DigestId, PaperId
from desktop.domain.links import web_link
from desktop.domain.paper import PaperDetails
from desktop.domain.undo import UndoKind, UndoLabel, UndoState
from desktop.ui import step_words, wording
from desktop.ui.events import LibraryEvents
from desktop.ui.library.open_file import show_folder
from desktop.ui.library.paper_links import arxiv_url, papers_as_text
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices


class PaperCommands(QObject):
    """Changes one library. Every change is announced, and can be undone from its toast."""

    undo_state_changed = Signal(object)  # UndoState
    taken_back = Signal(object)
    """What Undo changed (Changes), once everyone has heard of it."""
    imported = Signal(object)
    """Papers (PaperId) that were added and told of."""

    def __init__(
        self, services: "LibraryServices", tasks: TaskRunner, events: LibraryEvents, toast: Toast, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._events = events
        self._toast = toast
        self.state = UndoState(None, None)
        """The next steps back and forward, as far as they are known."""
        self._asked = False
        """Whether they were asked for."""
        self.quiet = False
        """True while the page in front shows by itself what was done, and offers to undo it."""
        self._offered = ""
        """The message whose button takes the last step back or does it again."""
        self._untold = ""
        """The message of a step that is told once Undo knows it."""
        events.stepped.connect(self.load_undo_state)
        events.stepped.connect(self._withdraw_offer)

    def trash(self, papers: Sequence[PaperId]) -> None:
        """Move the papers to the Trash."""
        services = self._services
        self.change(lambda: services.organising.move_to_trash(papers), UndoLabel(UndoKind.TRASH, len(papers)))

    def restore(self, papers: Sequence[PaperId]) -> None:
        """Take the papers out of the Trash."""
        services = self._services
        self.change(lambda: services.organising.restore(papers), UndoLabel(UndoKind.RESTORE, len(papers)))

    def delete_for_good(self, papers: Sequence[PaperId]) -> None:
        """Delete papers of the Trash; this can be undone for a while."""
        services = self._services
        self.change(lambda: services.trash.delete_for_good(papers), UndoLabel(UndoKind.EMPTY_TRASH, len(papers)))

    def remove_digest(self, digest: DigestId) -> None:
        """Move a digest to the Trash."""
        services = self._services
        self.change(lambda: services.organising.remove_digest(digest), UndoLabel(UndoKind.REMOVE_DIGEST, 1))

    def change(
        self,
        work: Callable[[], Changes],
        label: UndoLabel | None = None,
        then: Callable[[Changes], None] = lambda changes: None,
    ) -> None:
        """Do that step and tell of it: with these words, or as the step is called once it was done. `then` hears of it
        last, also if nothing changed."""
        services = self._services

        def worked() -> tuple[Changes, UndoLabel | None]:
            changes = work()
            return changes, label or (services.undo.state().undo if changes else None)

        def done(step: tuple[Changes, UndoLabel | None]) -> None:
            changes, label = step
            self._events.announce(changes)
            if changes and label is not None:
                self._expect(UndoState(label, None))
                self._offer(step_words.done(label), self.tr("Undo"), self.undo)
            then(changes)

        self._tasks.run(Lane.DB, worked, owner=self, done=done, label=self.tr("Changing the library"))

    def undo(self) -> None:
        """Take back the last step and say which."""
        services = self._services

        def work() -> tuple[UndoLabel | None, Changes]:
            return services.undo.state().undo, services.undo.undo()

        self._expect(UndoState(self.state.undo, redo=self.state.undo))
        self._step(work, self.tr("Taken back: {step}."), self.tr("Redo"), self.redo)

    def redo(self) -> None:
        """Do the last step again that was taken back."""
        services = self._services

        def work() -> tuple[UndoLabel | None, Changes]:
            return services.undo.state().redo, services.undo.redo()

        self._expect(UndoState(self.state.redo, self.state.redo))
        self._step(work, self.tr("Done again: {step}."), self.tr("Undo"), self.undo)

    def _expect(self, state: UndoState) -> None:
        """A key pressed before the library has answered finds its action ready."""
        if state.undo is not None:
            self._on_undo_state(state)

    def step_names(self) -> tuple[str, str]:
        """What Undo and Redo would do, in words; empty where there is nothing, or it is not known."""
        undo, redo = self.state.undo, self.state.redo
        return step_words.step(undo) if undo else "", step_words.step(redo) if redo else ""

    def load_first_undo_state(self) -> None:
        """Find out what Undo and Redo would do, unless that was asked for already: the answer would only come later."""
        if not self._asked:
            self.load_undo_state()

    def load_undo_state(self, _: object = None) -> None:
        """Find out what Undo and Redo would do."""
        self._asked = True
        services = self._services
        self._tasks.run_latest("undo", Lane.DB, lambda: services.undo.state(), owner=self, done=self._on_loaded)

    def tell_imported(self, changes: Changes, words: str) -> None:
        """Announce an import, and tell of it once Undo knows it."""
        self._events.announce(changes)
        if changes:
            self._untold = words
        else:
            self._toast.show_message(words)
        self.imported.emit(changes.papers_added)

    def tell_exported(self, words: str, path: str) -> None:
        """Say what was written, and offer to show it."""
        self._toast.show_message(words, self.tr("Show in folder"), lambda: show_folder(Path(path).parent))

    def copy_papers(self, papers: Sequence[PaperId]) -> None:
        """Put titles and links of the papers on the clipboard.

        As text: a QMimeData made in Python is torn down after Python itself when the program ends, and kills it.
        """
        services = self._services

        def done(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            self._toast.show_message(self.tr("Copied {papers}.").format(papers=wording.papers(len(papers))))

        self._tasks.run(Lane.DB, lambda: papers_as_text(services.browse.rows(papers)), owner=self, done=done)

    def copy_links(self, papers: Sequence[PaperId]) -> None:
        """Put the links of the papers on the clipboard, one a line."""
        self._read_links(papers, self._on_links)

    def open_paper(self, paper: PaperId) -> None:
        """Show the paper's page in the browser."""
        self._read_links([paper], self._on_link_to_open)

    def _step(
        self, work: Callable[[], tuple[UndoLabel | None, Changes]], told: str, button: str, act: Callable[[], None]
    ) -> None:
        def done(step: tuple[UndoLabel | None, Changes]) -> None:
            label, changes = step
            self._events.announce(changes)
            if changes and act == self.redo:
                self.taken_back.emit(changes)
            if label is not None:
                self._offer(told.format(step=step_words.step(label)), button, act)

        self._tasks.run(Lane.DB, work, owner=self, done=done, label=self.tr("Changing the library"))
        self.load_undo_state()  # no answer from before this step replaces what is expected of it

    def _offer(self, words: str, button: str, act: Callable[[], None]) -> None:
        if self.quiet:
            return
        self._offered = words
        self._toast.show_message(words, button, act)

    def _withdraw_offer(self) -> None:
        """After another change the button would take back that change, not the one the message tells of."""
        self._untold = ""
        if self._offered and self._toast.text == self._offered:
            self._toast.hide()

    def _on_loaded(self, state: UndoState) -> None:
        self._on_undo_state(state)
        if self._untold:
            words, self._untold = self._untold, ""
            self._offer(words, self.tr("Undo"), self.undo)

    def _on_undo_state(self, state: UndoState) -> None:
        self.state = state
        self.undo_state_changed.emit(state)

    def _read_links(self, papers: Sequence[PaperId], done: Callable[[list[str]], None]) -> None:
        services = self._services

        def work() -> list[str]:
            rows = services.browse.rows(papers)
            links = []
            for row in rows:
                link = arxiv_url(row.arxiv_id) if row.arxiv_id else _other_link(services.browse.details(row.id))
                links.append(link)
            return [link for link in links if link]

        self._tasks.run(Lane.DB, work, owner=self, done=done)

    def _tell_no_link(self) -> None:
        self._toast.show_failure(
            self.tr("No link is known. Add an arXiv id in the details, or a link under “…” there.")
        )

    def _on_links(self, links: list[str]) -> None:
        if not links:
            self._tell_no_link()
            return
        QGuiApplication.clipboard().setText("\n".join(links))
        copied = self.tr("Copied 1 link.") if len(links) == 1 else self.tr("Copied {count} links.")
        self._toast.show_message(copied.format(count=wording.number(len(links))))

    def _on_link_to_open(self, links: list[str]) -> None:
        if not links:
            self._tell_no_link()
        elif not QDesktopServices.openUrl(QUrl(links[0])):
            self._toast.show_failure(self.tr("No browser could be started. The link: {link}").format(link=links[0]))


def _other_link(details: PaperDetails | None) -> str:
    """Where a paper without arXiv id is found; empty if that is not known."""
    if details is None:
        return ""
    return web_link(details.link) or (f"https://doi.org/{details.doi}" if details.doi else "")

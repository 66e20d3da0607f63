"""What a person does about texts that a language model writes, and what is told when they have come."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop.domain.changes import Changes
from desktop.domain.ids import PaperId
from desktop.ui.actions import ActionId
from desktop.ui.desk.open_library import OpenLibrary
from desktop.ui.tasks import Lane

if TYPE_CHECKING:
    from desktop.ui.writing.write_dialog import WriteDialog
    from desktop.ui.writing.writer import Writer
    from desktop.ui.writing.writing_view import WritingNews

Id = ActionId


class WritingActions(QObject):
    """Bound to one library in the window. The writer is made some moments after the first rows, or when it is first
    needed."""

    list_wanted = Signal()
    """The list of texts is to be shown."""
    settings_wanted = Signal()
    """A language model is to be chosen."""
    _nothing_cleared = Signal()

    def __init__(self, library: OpenLibrary, make_writer: "Callable[[], Writer]", parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._make_writer = make_writer
        self._writer: Writer | None = None
        self._dialog: WriteDialog | None = None
        self._offered = False
        library.room.details_made.connect(self._on_details_made)
        self._nothing_cleared.connect(self._tell_nothing_cleared)

    def slots(self) -> dict[ActionId, Callable[..., None]]:
        """What each action calls."""
        return {Id.WRITE_TEXTS: self._write, Id.CLEAR_TEXTS: self._clear, Id.WRITING: self.list_wanted.emit}

    def begin(self) -> None:
        """Offer what waits since the last time. Comes from a timer, so the program may have ended."""
        if isValid(self._library.tasks):
            self._library.tasks.run(Lane.FILES, _import_writer, owner=self, done=self._begin)

    def _begin(self, _: None) -> None:
        self.writer.wake()

    @property
    def writer(self) -> "Writer":
        """Lets a model write for this library."""
        if self._writer is None:
            self._writer = writer = self._make_writer()
            writer.library_changed.connect(self._library.events.announce_quietly)
            writer.news.connect(self._on_news)
            writer.changed.connect(self._offer)
            self._library.events.changed.connect(writer.on_library_changed)
            self._offer()
        return self._writer

    def write_for(self, papers: Sequence[PaperId]) -> "WriteDialog":
        """Ask what is to be written of these papers."""
        from desktop.ui.writing.write_dialog import WriteDialog  # when it is first wanted

        library = self._library
        shown = tuple(library.room.shown) if library.room.isVisible() else ()
        if self._dialog is not None and isValid(self._dialog):
            self._dialog.close()
        self._dialog = dialog = WriteDialog(
            library.services, library.tasks, library.session, self.writer, (tuple(papers), shown), library.window
        )
        dialog.settings_wanted.connect(self.settings_wanted)
        dialog.show()
        return dialog

    def _write(self) -> None:
        self.write_for(self._library.reading.in_hand)

    def _clear(self) -> None:
        services, papers = self._library.services, list(self._library.reading.in_hand)

        def work() -> Changes:
            changes = services.summarising.clear(papers)
            if not changes:
                self._nothing_cleared.emit()
            return changes

        self._library.papers.change(work)

    def _tell_nothing_cleared(self) -> None:
        self._library.toast.show_message(self.tr("No language model wrote any text of what is selected."))

    def _on_details_made(self) -> None:
        missing = self._library.room.details.page.missing
        missing.write_wanted.connect(self._write)
        missing.list_wanted.connect(self.list_wanted)

    def _offer(self) -> None:
        """Once: what an earlier session left."""
        from desktop.ui.writing.writing_view import WritingState
        from desktop.ui.writing.writing_words import offer_words

        writer = self._writer
        if writer is None or self._offered or writer.view.state is not WritingState.OFFERED:
            return
        self._offered = True
        self._library.toast.show_news(offer_words(writer.view.pending), self.tr("Go on"), writer.go_on)

    def _on_news(self, news: "WritingNews") -> None:
        from desktop.ui.writing.writing_words import news_words

        words = news_words(news)
        if news.failed:
            self._library.toast.show_news(words, self.tr("Show them"), self.list_wanted.emit, failure=True)
        else:
            self._library.toast.show_news(words)


def _import_writer() -> None:
    """On a lane: it takes longer than a frame of the window."""
    import desktop.ui.writing.writer
    import desktop.ui.writing.writing_words  # noqa: F401 - both are made use of soon

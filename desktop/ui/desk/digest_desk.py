"""Making digests, bound to an open library: feeds that are followed, and what is made of their papers."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject

from desktop.domain.ids import PaperId
from desktop.ui.actions import ActionId
from desktop.ui.desk.background import Background
from desktop.ui.desk.composing_actions import ComposingActions
from desktop.ui.desk.following_actions import FollowingActions
from desktop.ui.desk.mailing_actions import MailingActions
from desktop.ui.desk.open_library import OpenLibrary
from desktop.ui.desk.writing_actions import WritingActions


class Part(Protocol):
    """What does the work of some actions."""

    def slots(self) -> dict[ActionId, Callable[..., None]]:
        """What each action calls."""
        ...


class DigestDesk(QObject):
    """Each part is made with the library and binds actions of its own; it imports what it shows when that is wanted."""

    def __init__(self, library: OpenLibrary, work: Background, parent: QObject) -> None:
        super().__init__(parent)
        self.following = FollowingActions(library, work.follower, self)
        self.composing = ComposingActions(library, self)
        self.writing = WritingActions(library, work.writer, self)
        self.mailing = MailingActions(library, work.mailer, self.composing, self)
        self.composing.texts_wanted.connect(self.writing.write_for)
        self.following.texts_wanted.connect(self._write_by_itself)

    def slots(self) -> dict[ActionId, Callable[..., None]]:
        """What each action calls."""
        return {name: slot for part in self._parts() for name, slot in part.slots().items()}

    def write_what_waits(self) -> None:
        """Somebody just wished for texts elsewhere, on the command line."""
        self.writing.writer.try_again()

    def _write_by_itself(self, papers: Sequence[PaperId]) -> None:
        self.writing.writer.want_for(papers)

    def _parts(self) -> tuple[Part, ...]:
        return (self.following, self.composing, self.writing, self.mailing)

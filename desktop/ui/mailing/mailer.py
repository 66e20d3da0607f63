"""Sends what waits in the outbox of the open library while the window is open, one mail after the other."""

import time
from collections.abc import Callable
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.changes import Changes
from desktop.domain.errors import Cancelled, MailError, Reason
from desktop.domain.mails import LONGEST_PAUSE_MS, Mail, MailAnswer, mail_server_of
from desktop.domain.progress import Job
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.services.deliver_mail import Sending
    from desktop.services.library import LibraryServices

_TICK_MS = 15_000
"""How often the clock on the wall is compared: a timer would stand still while the computer sleeps."""
_PATIENCE_S = 2.0
"""How long the library waits for a mail that is left off."""


class _Attempt:
    """A mail on its way. What comes of it is known to the library's lane even if the window is gone by then."""

    def __init__(self, sending: "Sending") -> None:
        self.mail = sending.mail
        self._sending = sending
        self._ended = Event()
        self._answer: MailAnswer | None = None
        self._put_down = False

    def deliver(self, session: Session, job: Job) -> None:
        """On the lane of mails."""
        from desktop.services.deliver_mail import deliver

        values = session.values
        try:
            self._answer = deliver(
                self._sending, lambda: mail_server_of(values), session.personal.secrets, lambda: job.cancelled
            )
        except Cancelled:
            self._put_down = True
            raise
        finally:
            self._ended.set()

    def store(self, services: "LibraryServices", *, cancel: bool) -> Changes:
        """On the lane of the library. `cancel`: what was left off is not to be sent any more."""
        if not self._ended.wait(_PATIENCE_S):
            return Changes()  # it is uncertain: asked about at the next start
        if self._put_down:
            changes = services.mails.put_down(self.mail)
            return services.mails.orders.cancel([self.mail.id]) if cancel else changes
        lost = MailError(Reason.MAIL_UNREACHED, uncertain=True)
        return services.mails.store(self.mail, self._answer or MailAnswer(self.mail.recipients, lost))


class Mailer(QObject):
    """The outbox is looked into when something may be due: `wake`."""

    library_changed = Signal(object)
    """The outbox is another (Changes)."""
    tried = Signal(object)
    """What became of a mail (Mail, as it is now)."""

    def __init__(self, services: "LibraryServices", tasks: TaskRunner, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._session = session
        self._attempt: _Attempt | None = None
        self._job: Job | None = None
        self._looking = self._left = False
        self._next_ms: int | None = None
        self._clock = QTimer(self, interval=_TICK_MS)
        self._clock.timeout.connect(self._look_at_clock)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._look_at_clock)

    def begin(self) -> None:
        """The library was opened: what was being sent when it was closed is asked about, what is due is sent."""
        self._on_lane(self._services.mails.begin)

    def wake(self) -> None:
        """The outbox may be another: send what is due."""
        if self._left or self._looking or self._attempt is not None:
            return
        self._looking = True
        services = self._services
        self._tasks.run(
            Lane.DB,
            lambda: (services.mails.take(), services.mails.next_moment()),
            owner=self,
            done=self._on_taken,
            failed=lambda _: self._clock.stop(),  # the library cannot be written: others tell of it
        )

    def release(self) -> None:
        """Server or password are others: what waits is tried at once."""
        self._on_lane(self._services.mails.release)

    def leave(self) -> None:
        """Another library is opened, or the window is closed: what is under way is left off, and waits."""
        self._left = True
        self._clock.stop()
        self._soon.stop()
        if self._attempt is not None and self._job is not None:
            self._job.cancel()
            attempt, services = self._attempt, self._services
            self._tasks.run(Lane.DB, lambda: attempt.store(services, cancel=False), owner=self)
            self._attempt = None

    def _on_lane(self, work: Callable[[], Changes]) -> None:
        def done(changes: Changes) -> None:
            self.library_changed.emit(changes)
            self.wake()

        self._tasks.run(Lane.DB, work, owner=self, done=done)

    def _on_taken(self, found: "tuple[Sending | None, int | None]") -> None:
        self._looking = False
        sending, self._next_ms = found
        if sending is None or self._left:
            self._wait()
            return
        self.library_changed.emit(Changes(mails=True))
        self._attempt = attempt = _Attempt(sending)
        session = self._session
        self._job = self._tasks.run_job(
            Lane.MAIL,
            lambda job: attempt.deliver(session, job),
            owner=self,
            label=self.tr("Sending {subject}").format(subject=sending.mail.subject),
            ended=partial(self._on_ended, attempt),
        )

    def _on_ended(self, attempt: _Attempt) -> None:
        if attempt is not self._attempt:
            return
        services = self._services

        def work() -> tuple[Changes, Mail | None]:
            changes = attempt.store(services, cancel=True)
            return changes, next((one for one in services.mails.all() if one.id == attempt.mail.id), None)

        self._tasks.run(Lane.DB, work, owner=self, done=self._on_stored)

    def _on_stored(self, stored: tuple[Changes, Mail | None]) -> None:
        self._attempt = self._job = None
        changes, mail = stored
        self.library_changed.emit(changes)
        if mail is not None:
            self.tried.emit(mail)
        self.wake()

    def _wait(self) -> None:
        if self._next_ms is None or self._left:
            self._clock.stop()
            return
        self._clock.start()
        left = self._next_ms - _now_ms()
        if left < _TICK_MS:
            self._soon.start(max(left, 0) + 1)

    def _look_at_clock(self) -> None:
        if self._next_ms is None:
            return
        left = self._next_ms - _now_ms()
        if left <= 0 or left > LONGEST_PAUSE_MS:  # the clock was set back
            self.wake()


def _now_ms() -> int:
    return time.time_ns() // 1_000_000

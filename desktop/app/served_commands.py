"""The window's end of the command line: commands and second starts that come over the local channel."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop.app.arguments import parse
from desktop.app.command_line import parts_of, run_in, say
from desktop.app.commands import Outcome
from desktop.app.exit_codes import ExitCode
from desktop.domain.changes import Changes
from desktop.domain.errors import AppError, Cancelled
from desktop.domain.own_link import LONGEST_TEXT, linked_place
from desktop.domain.progress import Job, Progress
from desktop.domain.settings import Settings
from desktop.domain.step_work import LOOK_S, StepWork, Where
from desktop.services.library import LibraryServices
from desktop.services.personal import Personal
from desktop.system.local_channel import ChannelServer, Conversation, Message, NoPeerError
from desktop.ui.tasks import Lane, TaskRunner

_LOOK_S = 0.2
"""How often a waiting conversation looks whether its client hung up."""

log = logging.getLogger(__name__)


class ServedOutput:
    """Collects what a command says, so that the lane never waits for a slow client."""

    def __init__(self, *, watched: bool) -> None:
        self.watched = watched
        self._messages: SimpleQueue[Message] = SimpleQueue()

    def line(self, text: str) -> None:
        """A line for the client's stdout."""
        self._messages.put({"out": text + "\n"})

    def message(self, text: str) -> None:
        """A line for the client's stderr."""
        self._messages.put({"err": f"papershelf: {text}\n"})

    def progress(self, progress: Progress) -> None:
        """Progress, if somebody looks at the client's stderr."""
        if self.watched:
            self._messages.put({"progress": [progress.done, progress.total, progress.label]})

    def end(self, code: int) -> None:
        """The last word."""
        self._messages.put({"exit": int(code)})

    def next(self) -> Message | None:
        """The next message, or None after a moment without one."""
        try:
            return self._messages.get(timeout=_LOOK_S)
        except Empty:
            return None


@dataclass(frozen=True, slots=True, eq=False)
class _Request:
    argv: Sequence[str]
    cwd: Path
    input: str
    output: ServedOutput
    begun: Event = field(default_factory=Event)
    """The command waits on a lane or runs. Between two parts of it that is not so."""
    gone: Event = field(default_factory=Event)
    """The client hung up: nobody waits for the command any more."""


class _ServedJob(Job):
    """Reports to the window and to the client, and is cancelled by either."""

    def __init__(self, window: Job, request: _Request) -> None:
        super().__init__()
        self.window = window
        """Another one for each part of the work."""
        self._request = request

    @property
    def cancelled(self) -> bool:
        """As Job.cancelled."""
        return self._request.gone.is_set() or self.window.cancelled

    def step(self, done: int, total: int, label: str = "") -> None:
        """As Job.step."""
        if self._request.gone.is_set():
            raise Cancelled
        self.window.step(done, total, label)
        self._request.output.progress(Progress(done, total, label))


class ServedCommands(QObject):
    """Takes commands for the library of this window and runs them on its lane."""

    raise_asked = Signal()
    add_asked = Signal(str)
    """What is to be shown to be added."""
    show_asked = Signal(object)  # LinkedPlace
    library_changed = Signal(object)  # Changes

    _command_asked = Signal(object)  # _Request

    def __init__(
        self,
        services: LibraryServices,
        tasks: TaskRunner,
        settings: Callable[[], Settings],
        personal: Personal,
        runtime: Path,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._personal = personal
        self._settings = settings
        self._services = services
        self._tasks = tasks
        self._stopped = Event()
        self._server = ChannelServer(runtime, services.folder, self._serve)
        self._command_asked.connect(self._on_command_asked, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Listen. Takes some milliseconds; callable from any thread.

        If it cannot be, a command or a second start can only say that the library is in use.
        """
        try:
            self._server.start()
        except (AppError, OSError) as error:
            log.warning("no channel for the command line: %s", error)

    def stop(self) -> None:
        """Take nothing more. Commands that wait on the lane already are carried out."""
        self._stopped.set()
        self._server.close()

    def _serve(self, request: Message, conversation: Conversation) -> None:
        """On a thread of the channel. Once this object has stopped, Qt may have deleted it."""
        if self._stopped.is_set():
            raise NoPeerError("the library is being closed")
        if request.get("do") == "raise":
            self.raise_asked.emit()
            if text := str(request.get("add", ""))[:LONGEST_TEXT]:
                self.add_asked.emit(text)
            if (place := linked_place(str(request.get("show", "")))) is not None:
                self.show_asked.emit(place)
            conversation.send({"exit": ExitCode.DONE})
        elif request.get("do") == "command":
            argv = [str(word) for word in request.get("argv", ())]
            output = ServedOutput(watched=bool(request.get("watched")))
            asked = _Request(argv, Path(str(request.get("cwd", ""))), str(request.get("input", "")), output)
            conversation.send({"taken": True})
            self._command_asked.emit(asked)
            self._pass_on(asked, conversation)

    def _pass_on(self, asked: _Request, conversation: Conversation) -> None:
        try:
            while True:
                message = asked.output.next()
                if message is not None:
                    conversation.send(message)
                    if "exit" in message:
                        return
                elif conversation.gone():
                    raise NoPeerError("the client hung up")
                elif self._stopped.is_set() and not asked.begun.is_set():
                    raise NoPeerError("the library was closed before the command could go on")
        except NoPeerError:
            asked.gone.set()
            raise

    def _on_command_asked(self, asked: _Request) -> None:
        self._go_on(asked, _Running(_ServedJob(Job(), asked)), Where.LIBRARY)

    def _go_on(self, asked: _Request, running: "_Running", where: Where) -> None:
        """Do the next part of a command where it belongs."""
        if self._stopped.is_set():
            return  # the client is told that the library was closed
        asked.begun.set()

        def work(job: Job) -> Where | Changes | Outcome:
            return self._told_part(asked, running, job)

        def done(come: Where | Changes | Outcome) -> None:
            self._on_part_done(asked, running, come)

        def failed(error: AppError) -> None:
            """It was told to the client, and to the person by the crash report."""

        if where is Where.LATER:  # a short look, which is not worth a line in the list of work
            self._tasks.run_unlisted(
                Lane.DB, work, owner=self, progressed=lambda progress: None, done=done, failed=failed
            )
        else:
            lane = Lane.NET if where is Where.NETWORK else Lane.DB
            self._tasks.run_job(lane, work, owner=self, label=self.tr("Command line"), done=done, failed=failed)

    def _on_part_done(self, asked: _Request, running: "_Running", come: Where | Changes | Outcome) -> None:
        changes = come.changes if isinstance(come, Outcome) else come
        if isinstance(changes, Changes) and changes:
            self.library_changed.emit(changes)
        if come is Where.LATER:
            QTimer.singleShot(round(LOOK_S * 1000), self, lambda: self._go_on(asked, running, Where.LATER))
        elif not isinstance(come, Outcome):
            self._go_on(asked, running, come if isinstance(come, Where) else Where.LIBRARY)

    def _told_part(self, asked: _Request, running: "_Running", job: Job) -> Where | Changes | Outcome:
        """On a lane: the next part of the command; the client is told of its end here, because this object may be gone
        when the outcome reaches the GUI thread."""
        code: int | None = ExitCode.BUG
        try:
            running.job.window = job
            come = self._part(asked, running)
            code = come.code if isinstance(come, Outcome) else None
        except Cancelled:
            code = ExitCode.INTERRUPTED
            raise
        finally:
            if code is None:
                asked.begun.clear()
            else:
                asked.output.end(code)
        return come

    def _part(self, asked: _Request, running: "_Running") -> Where | Changes | Outcome:
        """On a lane: the next part of the command, or all of one that has no parts."""
        try:
            if running.parts is None:
                args = parse(asked.argv)
                args.cwd, args.input, args.served = asked.cwd, asked.input, True
                args.settings, args.personal = self._settings(), self._personal
                if (parts := parts_of(self._services, args, asked.output, running.job)) is None:
                    return run_in(self._services, args, asked.output, running.job)
                running.parts = parts
            try:
                return next(running.parts)
            except StopIteration as end:
                outcome: Outcome = end.value
                return outcome
        except AppError as error:
            return Outcome(say(error, self._services.folder, asked.output))
        except SystemExit:  # a client of another version asks for what this one does not know
            asked.output.message("the window that holds the library is of another version; close it and try again")
            return Outcome(ExitCode.USAGE)


@dataclass(slots=True)
class _Running:
    """A command that is being carried out."""

    job: _ServedJob
    parts: StepWork[Outcome] | None = None
    """Of a command that works now at the library, now elsewhere."""

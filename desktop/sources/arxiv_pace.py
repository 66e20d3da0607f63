"""arXiv is asked once in an interval, by one request at a time, over threads, processes and restarts.

Its terms of use (https://info.arxiv.org/help/api/tou.html) count per person, so all processes of a person share one
small file that says when the next request may be sent. Whoever sends one holds a lock on it from before the request
until its answer begins: a request that takes long to arrive cannot be overtaken by the next, and a server's wish to be
left alone is known before anybody else asks.
"""

import json
import logging
import math
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from desktop.domain.errors import Cancelled

LONGEST_PAUSE_S = 3600.0
"""A server that asks for more patience than this is asked again after it."""
_LOOK_S = 0.1
"""How often somebody who waits looks whether to stop."""
_LOCKED_BYTE = 1 << 20
"""Windows locks bytes against reading, too: lock one far behind the text."""

log = logging.getLogger(__name__)


def _since_boot() -> float:
    """Seconds since the computer started, the same for all processes; on Linux also those spent asleep."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if sys.platform == "linux" else time.monotonic()


@cache
def _boot() -> str:
    """Which start of the computer this is; empty where the system does not tell."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except (OSError, ValueError):
        return ""


@dataclass(frozen=True, slots=True)
class Clock:
    """Where the time comes from. `steady` is monotonic over all processes of one boot."""

    steady: Callable[[], float] = _since_boot
    wall: Callable[[], float] = time.time
    boot: Callable[[], str] = _boot
    sleep: Callable[[float], None] = time.sleep


class _Moment(NamedTuple):
    """When the next request may be sent, by both clocks, and how long the pause was when it began."""

    boot: str
    steady: float
    wall: float
    pause: float

    def remaining(self, clock: Clock) -> float:
        """Seconds until then, never more than the pause.

        Within one boot only the steady clock counts, so nobody can set it. After another boot (one that the system does
        not tell of shows in a clock that ran back) the wall clock is all there is.
        """
        left = self.steady - clock.steady()
        if self.boot != clock.boot() or left > self.pause:
            left = self.wall - clock.wall()
        return max(0.0, min(left, self.pause))


class Turn:
    """The right to send one request."""

    def __init__(self, pause: float) -> None:
        self.pause = pause
        """Seconds that nobody asks after this turn."""

    def ask_to_wait(self, seconds: float) -> None:
        """Let everybody wait as long as the server asked, an hour at most."""
        self.pause = max(self.pause, min(seconds, LONGEST_PAUSE_S))


class _InProcess:
    """What the threads of this process share; all there is where the file cannot be used."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.next: _Moment | None = None


@cache
def _in_process(pace_file: Path) -> _InProcess:
    return _InProcess()


class Pace:
    """The pace that `pace_file` keeps. A file that cannot be read or written is done without: no error."""

    def __init__(self, pace_file: Path, interval: float, clock: Clock | None = None) -> None:
        self._path = pace_file
        self._interval = interval
        self._clock = clock or Clock()
        self._shared = _in_process(pace_file)

    @contextmanager
    def turn(self, cancelled: Callable[[], bool]) -> Iterator[Turn]:
        """Wait for a turn; it lasts until the block ends. Raises Cancelled, soon after `cancelled` says so."""
        while not self._shared.lock.acquire(timeout=_LOOK_S):
            if cancelled():
                raise Cancelled
        try:
            with self._file(cancelled) as file:
                self._sleep(max(self._remaining(self._shared.next), self._stored(file)), cancelled)
                # Should this process be killed in its turn, its request may still be on the way.
                self._store(file, 2 * self._interval)
                turn = Turn(self._interval)
                try:
                    yield turn
                finally:
                    self._store(file, turn.pause)
        finally:
            self._shared.lock.release()

    def _remaining(self, moment: _Moment | None) -> float:
        return moment.remaining(self._clock) if moment else 0.0

    def _sleep(self, seconds: float, cancelled: Callable[[], bool]) -> None:
        end = self._clock.steady() + seconds
        while (left := end - self._clock.steady()) > 0:
            if cancelled():
                raise Cancelled
            self._clock.sleep(max(0.001, min(_LOOK_S, left)))
        if cancelled():
            raise Cancelled

    @contextmanager
    def _file(self, cancelled: Callable[[], bool]) -> Iterator[int | None]:
        """The open and locked file, or None."""
        with ExitStack() as opened:
            file: int | None = None
            try:
                self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                file = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
                opened.callback(os.close, file)  # unlocks, too
                while not _try_lock(file):
                    self._sleep(min(_LOOK_S, self._interval), cancelled)
            except (OSError, ValueError) as error:
                log.info("the pace of arXiv is kept for this process alone: %s", error)
                file = None
            yield file

    def _stored(self, file: int | None) -> float:
        """Seconds to wait by what the file says; a whole interval if it says nothing that can be understood."""
        if file is None:
            return 0.0
        try:
            os.lseek(file, 0, os.SEEK_SET)
            line = os.read(file, 4096).partition(b"\n")[0]
            if not line:
                return 0.0
            boot, *numbers = json.loads(line)
            steady, wall, pause = map(float, numbers)
            if not all(map(math.isfinite, (steady, wall, pause))):
                return self._interval
            pause = min(pause, LONGEST_PAUSE_S)
            return _Moment(boot, steady, wall, pause).remaining(self._clock)
        except (OSError, ValueError, TypeError, RecursionError):
            return self._interval

    def _store(self, file: int | None, pause: float) -> None:
        """Say that the next request may be sent after `pause` seconds."""
        clock = self._clock
        moment = _Moment(clock.boot(), clock.steady() + pause, clock.wall() + pause, pause)
        self._shared.next = moment
        if file is not None:
            with suppress(OSError):  # a full disk must not stop anybody
                os.lseek(file, 0, os.SEEK_SET)
                os.write(file, json.dumps(moment).encode("ascii") + b"\n")


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:  # somebody else's turn
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:  # somebody else's turn
            return False
        return True

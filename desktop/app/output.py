"""Where a command writes: results to stdout, messages to stderr, progress to a person who watches. UTF-8 everywhere."""

import io
import os
import sys
from typing import Protocol, TextIO

from desktop.domain.progress import Progress

_CONTROLS = {code: "\ufffd" for code in (*range(32), *range(127, 160))} | {ord("\n"): " ", ord("\t"): " "}


def plain(text: str) -> str:
    """Foreign text for one line of a terminal: no line ends, no control codes."""
    return text.translate(_CONTROLS)


def counted(count: int, noun: str) -> str:
    """A number of things: "1 paper", "2 papers"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


class Output(Protocol):
    """What a command may say."""

    watched: bool
    """Whether somebody looks at stderr."""

    def line(self, text: str) -> None:
        """One line of the result."""

    def message(self, text: str) -> None:
        """One line for the person: a refusal, a remark."""

    def progress(self, progress: Progress) -> None:
        """How far the work is."""


class ConsoleOutput:
    """Writes to the streams of this process."""

    def __init__(self) -> None:
        self._out = _utf8(sys.stdout)
        self._err = _utf8(sys.stderr)
        self.watched = self._err.isatty()
        self._progress_shown = False

    def line(self, text: str) -> None:
        """Write to stdout."""
        self.write(text + "\n")

    def message(self, text: str) -> None:
        """Write to stderr, after what stdout has."""
        self.write_message(f"papershelf: {text}\n")

    def progress(self, progress: Progress) -> None:
        """Show on the last line of the terminal, if stderr is one."""
        if self.watched:
            total = f" of {progress.total}" if progress.total else ""
            count = f"{progress.done}{total} " if progress.done or progress.total else ""
            self._err.write(f"\r\x1b[K{count}{plain(progress.label)}"[:150])
            self._err.flush()
            self._progress_shown = True

    def write(self, text: str) -> None:
        """Write whole lines to stdout."""
        self._clear_progress()
        self._out.write(text)

    def write_message(self, text: str) -> None:
        """Write whole lines to stderr."""
        self._clear_progress()
        self._out.flush()
        self._err.write(text)

    def finish(self) -> None:
        """Bring everything out. Raises OSError if the other end does not take it."""
        self._clear_progress()
        self._out.flush()
        self._err.flush()

    def _clear_progress(self) -> None:
        if self._progress_shown:
            self._err.write("\r\x1b[K")
            self._err.flush()
            self._progress_shown = False


def _utf8(stream: TextIO | None) -> TextIO:
    if stream is None:  # closed by whoever started us, or a Windows program without a console
        return open(os.devnull, "w", encoding="utf-8")
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    return stream

"""What `papershelf digest` says: results, remarks and failures, fit for the log of cron."""

import json
from datetime import datetime
from typing import Any

from desktop.app.output import Output
from desktop.domain.progress import Progress


class DayOutput:
    """An Output that can tell of failures alone, begin lines with the time, and print one JSON document instead."""

    def __init__(self, output: Output, *, quiet: bool, stamped: bool, as_json: bool) -> None:
        self._output = output
        self.watched = output.watched
        self._quiet = quiet
        self._stamped = stamped
        self._as_json = as_json

    def line(self, text: str) -> None:
        """A line of the result."""
        if not (self._quiet or self._as_json):
            self._output.line(self._stamp() + text)

    def message(self, text: str) -> None:
        """A remark."""
        if not self._quiet:
            self._output.message(self._stamp() + text)

    def failure(self, text: str) -> None:
        """What went wrong."""
        self._output.message(self._stamp() + text)

    def progress(self, progress: Progress) -> None:
        """How far it is."""
        if not self._quiet:
            self._output.progress(progress)

    def document(self, records: list[dict[str, Any]]) -> None:
        """All that was done, if JSON is wanted."""
        if self._as_json:
            self._output.line(json.dumps(records, ensure_ascii=False, indent=1))

    def _stamp(self) -> str:
        return f"{datetime.now().astimezone().isoformat(timespec='seconds')} " if self._stamped else ""

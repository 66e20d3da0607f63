"""Why nothing is written for now, and when that is tried again."""

import time

from desktop.domain.errors import AppError, NetworkError, Reason

PASSING = frozenset({Reason.OFFLINE, Reason.TIMED_OUT, Reason.BUSY, Reason.SERVER_FAILED})
"""What goes away by itself: the endpoint is asked again after a pause."""
_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 15.0, 600.0


class WritingTrouble:
    """Each pause is twice as long as the one before, and at least what the endpoint asked for."""

    def __init__(self) -> None:
        self.error: AppError | None = None
        self.until_ms = 0
        """When it goes on by itself (milliseconds since 1970, UTC); 0 if it does not."""
        self._pause_s = _FIRST_PAUSE_S

    @property
    def holds(self) -> bool:
        """Nothing may be asked now."""
        return self.error is not None and not (0 < self.until_ms <= now_ms())

    @property
    def left_ms(self) -> int:
        """Milliseconds until it goes on by itself."""
        return max(self.until_ms - now_ms(), 0)

    def over(self) -> None:
        """It works again, or a person wants it to be tried."""
        self.error, self.until_ms, self._pause_s = None, 0, _FIRST_PAUSE_S

    def take(self, error: AppError, *, passes: bool = True) -> bool:
        """Something went wrong. Whether it is tried again by itself."""
        self.error, self.until_ms = error, 0
        if not passes or error.reason not in PASSING:
            return False
        asked = error.retry_after_s if isinstance(error, NetworkError) else None
        pause_ms = round(1000 * max(asked or 0.0, self._pause_s))
        self._pause_s = min(2 * self._pause_s, _LONGEST_PAUSE_S)
        self.until_ms = now_ms() + pause_ms
        return True


def now_ms() -> int:
    """The present moment in milliseconds since 1970 (UTC)."""
    return round(time.time() * 1000)

"""When something that could not be fetched is tried again.

Pauses are counted in the pace of requests to the server, so that a server on this computer, which may be asked more
often, is tried again sooner.
"""

from desktop.domain.errors import AppError, NetworkError, Reason
from desktop.domain.network import PACE_S

GIVE_UP_AFTER = 8
"""Failures of one fetch. With pauses from 15 seconds to 16 minutes that is half an hour."""

_NO_WAY = frozenset({Reason.OFFLINE, Reason.BUSY, Reason.DISK_FULL, Reason.WEB_PAGE})
_PASSING = frozenset(
    {
        Reason.TIMED_OUT,
        Reason.SERVER_FAILED,
        Reason.BAD_ANSWER,
        Reason.PDF_CUT,
        Reason.PDF_UNREAD,
        Reason.NOT_A_PDF,
    }
)
_FIRST_PAUSE = 5
_LONGEST_PAUSE = 1200
_LONGEST_WITHOUT_A_WAY = 100
"""Five minutes: nobody wants to wait an hour once the network or the disk is there again."""
_MOST_DOUBLINGS = 16


def stops_all(error: AppError) -> bool:
    """Whether this says nothing of one fetch but would happen to every other, too: no network, a server that asks to
    wait or whether a person is there, a full disk. Such failures do not count against a fetch.
    """
    return error.reason in _NO_WAY


def next_try_ms(error: AppError, failures: int, now_ms: int, pace_s: float = PACE_S) -> int | None:
    """The moment to try again (milliseconds since 1970, UTC) after the failure `error`, or None if it is final.

    `failures` is how often it failed before: this fetch or, where the error stops all, any fetch since the last one
    that came. The pauses double, and are never shorter than the server asked for.
    """
    if error.reason not in _NO_WAY and (error.reason not in _PASSING or failures + 1 >= GIVE_UP_AFTER):
        return None
    longest = _LONGEST_PAUSE if error.reason not in (Reason.OFFLINE, Reason.DISK_FULL) else _LONGEST_WITHOUT_A_WAY
    pause_s = min(_FIRST_PAUSE * 2.0 ** min(failures, _MOST_DOUBLINGS), longest) * pace_s
    asked_s = (error.retry_after_s or 0.0) if isinstance(error, NetworkError) else 0.0
    return now_ms + round(max(pause_s, asked_s) * 1000)

"""How long a server asks to wait (RFC 9110, 10.2.3)."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from desktop.sources.arxiv_pace import LONGEST_PAUSE_S


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that a server asks to wait, an hour at most; None if it does not say, or in no known way."""
    text = headers.get("Retry-After", "").strip()
    if text.isascii() and text.isdigit():
        return min(float(text), LONGEST_PAUSE_S)
    then = _date(text)
    if then is None:
        return None
    # By the server's own clock, if it tells: ours may be wrong.
    seconds = (then - (_date(headers.get("Date", "")) or datetime.now(UTC))).total_seconds()
    return max(0.0, min(seconds, LONGEST_PAUSE_S))


def _date(text: str) -> datetime | None:
    try:
        date = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)

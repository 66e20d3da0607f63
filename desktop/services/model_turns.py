"""When an endpoint may be asked next: so many requests a minute, and not before it wants."""

import asyncio

_FIRST_PAUSE_S = 0.5
_LONGEST_PAUSE_S = 60.0


class ModelTurns:
    """Shared by all that ask one endpoint, in one loop after the other: all loops have the same clock."""

    def __init__(self, per_minute: int) -> None:
        """0: no limit."""
        self._apart_s = 60.0 / per_minute if per_minute else 0.0
        self._next = self._paused_at = 0.0
        self._pauses = 0
        """One after the other, without an answer in between."""

    async def turn(self) -> float:
        """Return when a request may be sent, with the time that is. Turns are evenly apart, so that no minute anywhere
        has too many."""
        loop = asyncio.get_running_loop()
        while (wait_s := self._next - loop.time()) > 0:
            await asyncio.sleep(wait_s)
        now = loop.time()
        self._next = now + self._apart_s
        return now

    def answered(self) -> None:
        """The endpoint is well: the next pause is short again."""
        self._pauses = 0

    def pause(self, sent: float, asked_s: float | None) -> float:
        """Let all wait, because the request of that turn failed, as long as the endpoint asks (seconds) or longer each
        time. Those that were under way together and fail together are one failure. Returns the seconds."""
        now = asyncio.get_running_loop().time()
        if sent >= self._paused_at:
            self._pauses += 1
            self._paused_at = now
        own_s = min(_FIRST_PAUSE_S * 2.0 ** min(self._pauses - 1, 10), _LONGEST_PAUSE_S)
        pause_s = own_s if asked_s is None else max(asked_s, 0.0)
        self._next = max(self._next, now + pause_s)
        return pause_s

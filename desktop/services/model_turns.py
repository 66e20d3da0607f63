"""When an endpoint may be asked next: so many requests a minute, and not before it wants."""

import asyncio

_FIRST_PAUSE_S = 0.5
_LONGEST_PAUSE_S = 60.0


class ModelTurns:
    """Shared by all that ask one endpoint, in one loop after the other: all loops have the same clock."""

    def __init__(self, per_minute: int) -> None:
        """0: no limit."""
        self._apart_s = 60.0 / per_minute if per_minute else 0.0
        self._next = 0.0

    async def turn(self) -> None:
        """Return when a request may be sent. Turns are evenly apart, so that no minute anywhere has too many."""
        loop = asyncio.get_running_loop()
        while (wait_s := self._next - loop.time()) > 0:
            await asyncio.sleep(wait_s)
        self._next = loop.time() + self._apart_s

    def pause(self, failures: int, asked_s: float | None) -> float:
        """Let all wait, after so many failures in a row, as long as the endpoint asks (seconds) or longer each time.
        Returns the seconds."""
        own_s = min(_FIRST_PAUSE_S * 2.0 ** min(failures - 1, 10), _LONGEST_PAUSE_S)
        pause_s = own_s if asked_s is None else max(asked_s, 0.0)
        loop = asyncio.get_running_loop()
        self._next = max(self._next, loop.time() + pause_s)
        return pause_s

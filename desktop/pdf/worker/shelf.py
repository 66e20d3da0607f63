"""The worker's side of the tray: where it lays what is too much for a message."""

from mmap import mmap

from desktop.pdf.messages import Data
from desktop.pdf.tray import TRAY_BYTES, Tray


class Shelf:
    """Memory that the window's process reads."""

    def __init__(self, tray: Tray) -> None:
        self.memory = mmap(tray.fileno(), TRAY_BYTES)
        self._rest = memoryview(b"")

    def put(self, content: bytes) -> Data:
        """Lay bytes there; those that do not fit are kept for `more`."""
        self._rest = memoryview(content)
        return self.more()

    def more(self) -> Data:
        """Lay the next bytes there."""
        here, self._rest = self._rest[:TRAY_BYTES], self._rest[TRAY_BYTES:]
        self.memory[: len(here)] = here
        return Data(len(here), len(self._rest))

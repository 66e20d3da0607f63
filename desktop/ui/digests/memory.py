"""What a dialog keeps for the next time: its size, the last folder, the last name."""

from typing import Protocol

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget


class Memory(Protocol):
    """Short texts kept from one start to the next."""

    def recall(self, key: str) -> str:
        """What was remembered under that key; empty if nothing was."""

    def remember(self, key: str, value: str) -> None:
        """Keep the text under that key."""


def recall_size(memory: Memory, key: str, window: QWidget) -> bool:
    """Give the window the size it had; False if none is known."""
    kept = QByteArray.fromBase64(memory.recall(key).encode())
    return not kept.isEmpty() and window.restoreGeometry(kept)


def remember_size(memory: Memory, key: str, window: QWidget) -> None:
    """Keep the size of the window."""
    memory.remember(key, bytes(window.saveGeometry().toBase64().data()).decode())

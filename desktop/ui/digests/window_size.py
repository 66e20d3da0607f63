"""The size of a dialog: what it was the last time, at first what suits it, never more than the screen has."""

from PySide6.QtWidgets import QWidget

from desktop.ui.session import Session
from desktop.ui.theme import theme

_ROOM = 0.92
"""Of the screen, at most, at first."""


def give_size(window: QWidget, session: Session, key: str, width: int, height: int) -> None:
    """Size the window as `keep_size` found it; at first to that many pixels at a scale of 100 %."""
    if window.restoreGeometry(session.recall_bytes(key)):
        return
    give_first_size(window, width, height)


def give_first_size(window: QWidget, width: int, height: int) -> None:
    """Size the window to that many pixels at a scale of 100 %, where the screen has room for them."""
    screen = window.screen().availableGeometry()
    look = theme()
    window.resize(
        min(look.scaled(width), round(screen.width() * _ROOM)), min(look.scaled(height), round(screen.height() * _ROOM))
    )


def keep_size(window: QWidget, session: Session, key: str) -> None:
    """Remember the size of the window."""
    session.remember_bytes(key, window.saveGeometry())

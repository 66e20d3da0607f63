"""How a download stands, as a person sees it: states, their icons, their names."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desktop.ui.tokens import Color


class RowState(StrEnum):
    """How a download stands, as a person sees it."""

    LOADING = "loading"
    WAITING = "waiting"
    RETRYING = "retrying"
    """Was tried in vain and is tried again by itself."""
    PAUSED = "paused"
    FAILED = "failed"
    DONE = "done"


ICONS = {
    RowState.LOADING: ("download", Color.ACCENT),
    RowState.WAITING: ("recent", Color.TEXT_MUTED),
    RowState.RETRYING: ("retry", Color.WARN),
    RowState.PAUSED: ("pause", Color.TEXT_MUTED),
    RowState.FAILED: ("warn", Color.BAD),
    RowState.DONE: ("good", Color.GOOD),
}


def state_words(state: RowState) -> str:
    """A state in a word or two, without its reasons."""
    translate = QCoreApplication.translate
    words = {
        RowState.LOADING: translate("Fetching", "is coming"),
        RowState.WAITING: translate("Fetching", "waits for its turn"),
        RowState.RETRYING: translate("Fetching", "is tried again by itself"),
        RowState.PAUSED: translate("Fetching", "paused"),
        RowState.FAILED: translate("Fetching", "failed"),
        RowState.DONE: translate("Fetching", "done"),
    }
    return words[state]

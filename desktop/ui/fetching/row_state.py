"""How what is fetched stands, as a person sees it: states, their icons, their names."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desktop.domain.ids import PaperId
from desktop.domain.paper import PaperRow
from desktop.ui.tokens import Color


class RowState(StrEnum):
    """How what is fetched for a row of a list stands, as a person sees it."""

    LOADING = "loading"
    WAITING = "waiting"
    RETRYING = "retrying"
    """Was tried in vain and is tried again by itself."""
    PAUSED = "paused"
    FAILED = "failed"
    DONE = "done"
    UNKNOWN = "unknown"
    """Of a paper: arXiv does not know its id."""


ICONS = {
    RowState.LOADING: ("download", Color.ACCENT),
    RowState.WAITING: ("recent", Color.TEXT_MUTED),
    RowState.RETRYING: ("retry", Color.WARN),
    RowState.PAUSED: ("pause", Color.TEXT_MUTED),
    RowState.FAILED: ("warn", Color.BAD),
    RowState.DONE: ("good", Color.GOOD),
    RowState.UNKNOWN: ("warn", Color.BAD),
}


def pdf_state(states: Mapping[PaperId, RowState], paper: PaperRow) -> RowState | None:
    """How the PDF stands that the paper has not got yet, or that arXiv does not know the paper; else None."""
    state = states.get(paper.id)
    return state if state is RowState.UNKNOWN or not paper.has_pdf else None


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
        RowState.UNKNOWN: translate("Fetching", "arXiv does not know this id"),
    }
    return words[state]

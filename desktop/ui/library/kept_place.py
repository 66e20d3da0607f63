"""Keeps what is selected and in sight, by paper, while the table gets another list."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange
from PySide6.QtWidgets import QTableView

from desktop.domain.ids import PaperId
from desktop.ui.library.paper_columns import COLUMNS
from desktop.ui.library.paper_table_model import PaperTableModel

_Select = QItemSelectionModel.SelectionFlag
_STEPS_BACK = 100


@dataclass(frozen=True, slots=True)
class _Left:
    """Papers that left the list while they were selected, and what was selected in their place."""

    papers: list[PaperId]
    instead: list[PaperId]


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is put back."""

    selected: list[PaperId]
    current: PaperId | None
    row: int
    """Where the current paper stood."""
    anchor: int = -1
    """The paper that shall stay at its height in the window …"""
    offset: int = 0
    """… and this height."""
    settling: bool = False
    """All hits of a search take the place of the newest ones."""
    at_top: bool = False


class KeptPlace:
    """`keep` before the list is replaced, `restore` after it."""

    def __init__(self, view: QTableView, papers: PaperTableModel) -> None:
        self._view = view
        self._papers = papers
        self._shown = papers.listing
        self._kept = _Kept([], None, -1)
        self._restored: list[PaperId] = []
        self._left: list[_Left] = []
        """The latest last; whoever takes a step back has its papers selected again."""

    def keep(self) -> None:
        """Remember by paper what is selected and in sight."""
        view, papers = self._view, self._papers
        row = view.currentIndex().row()
        current = PaperId(papers.ids[row]) if 0 <= row < len(papers.ids) else None
        kept = _Kept(selected_papers(view, papers.ids), current, row, settling=papers.preview)
        if papers.preview and kept.selected == self._restored:
            # The newest hits may lack what was selected before the search; all hits may have it again.
            kept = replace(kept, selected=self._kept.selected, current=self._kept.current)
        in_sight = row >= 0 and 0 <= view.rowViewportPosition(row) < view.viewport().height()
        anchor = row if in_sight else view.rowAt(0)
        if anchor >= 0:
            kept = replace(kept, anchor=PaperId(papers.ids[anchor]), offset=view.rowViewportPosition(anchor))
        self._kept = replace(kept, at_top=view.verticalScrollBar().value() == 0)

    def restore(self, row_height: int, column: int) -> None:
        """Select the same papers in the new list, and leave what was in sight at the same height of the window."""
        kept, papers = self._kept, self._papers
        same_listing = self._shown == papers.listing
        self.settle()
        row = papers.row_of(kept.current) if kept.current is not None else -1
        rows = papers.rows_of(kept.selected)
        if not same_listing:
            self._left.clear()
        elif back := self._come_back(kept.selected):
            rows, row = back, back[0]
        elif not kept.settling and (kept.selected or kept.current is not None) and row < 0:
            row = min(kept.row, len(papers.ids) - 1)  # the paper is gone: go on with the one in its place, if any
            if not rows:
                rows = [row] if row >= 0 else []
                instead = [PaperId(papers.ids[row]) for row in rows]
                self._left = [*self._left[-_STEPS_BACK:], _Left(kept.selected, instead)]
        select_rows(self._view, rows)
        if row >= 0:
            self._view.selectionModel().setCurrentIndex(papers.index(row, column), _Select.NoUpdate)
        self._restored = selected_papers(self._view, papers.ids)
        anchor = papers.row_of(kept.anchor)
        if not same_listing or (kept.at_top and (kept.settling or not kept.selected)):  # what is new comes into sight
            self._view.verticalScrollBar().setValue(0)
        elif anchor >= 0:
            self._view.verticalScrollBar().setValue(anchor * row_height - kept.offset)

    def _come_back(self, selected: list[PaperId]) -> list[int]:
        """The rows of the papers that left last, if they are there again and nothing else was selected since."""
        if not self._left or self._left[-1].instead != selected:
            return []
        rows = self._papers.rows_of(self._left[-1].papers)
        if rows:
            self._left.pop()
        return rows

    def settle(self) -> None:
        """The list that was asked for stands."""
        self._shown = self._papers.listing


def selected_papers(view: QTableView, ids: "array[int]") -> list[PaperId]:
    """The selected papers in the order of the table."""
    spans = sorted((span.top(), span.bottom()) for span in view.selectionModel().selection().toList())
    return [PaperId(paper) for top, bottom in spans for paper in ids[top : bottom + 1]]


def select_rows(view: QTableView, rows: Sequence[int]) -> None:
    """Select these rows, which are in order, and no others."""
    selection = QItemSelection()
    model, last_column = view.model(), len(COLUMNS) - 1
    for first, last in _spans(rows):
        selection.append(QItemSelectionRange(model.index(first, 0), model.index(last, last_column)))
    view.selectionModel().select(selection, _Select.ClearAndSelect)


def _spans(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Runs of neighbouring rows, as (first, last)."""
    spans: list[tuple[int, int]] = []
    for row in rows:
        if spans and spans[-1][1] == row - 1:
            spans[-1] = (spans[-1][0], row)
        else:
            spans.append((row, row))
    return spans

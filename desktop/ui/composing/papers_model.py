"""The papers of a digest, in the order that a person gave them."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.ids import PaperId
from desktop.domain.latex_text import readable
from desktop.domain.paper import PaperRow
from desktop.ui.library.paper_links import papers_as_mime

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


def moved(papers: Sequence[PaperId], taken: Sequence[PaperId], before: PaperId | None) -> list[PaperId]:
    """The papers with those that were taken, in the order in which they stood, before that one; at the end for None."""
    held = set(taken)
    rest = [paper for paper in papers if paper not in held]
    place = rest.index(before) if before is not None and before in rest else len(rest)
    return [*rest[:place], *(paper for paper in papers if paper in held), *rest[place:]]


class Move(StrEnum):
    """Where papers go by a key."""

    UP = "up"
    DOWN = "down"
    TOP = "top"
    END = "end"


def place_after(papers: Sequence[PaperId], taken: Sequence[PaperId], move: Move) -> PaperId | None:
    """Before which paper those that were taken stand after that, as one block; None for the end."""
    held = set(taken)
    others = [paper for paper in papers if paper not in held]
    rows = [row for row, paper in enumerate(papers) if paper in held]
    if move is Move.END or not rows:
        return None
    if move is Move.TOP:
        place = 0
    elif move is Move.UP:
        place = max(rows[0] - 1, 0)
    else:
        place = sum(paper not in held for paper in papers[: rows[-1]]) + 1
    return others[place] if place < len(others) else None


class DigestPapersModel(QAbstractListModel):
    """Rows as the list paints them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[PaperRow, ...] = ()
        self.lacking: frozenset[PaperId] = frozenset()
        """Papers that lack a text which the digest shows."""

    @property
    def papers(self) -> list[PaperId]:
        """In order."""
        return [row.id for row in self.rows]

    def show(self, rows: Sequence[PaperRow], lacking: frozenset[PaperId]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows, self.lacking = tuple(rows), lacking
        self.endResetModel()

    def row_of(self, paper: PaperId | None) -> int:
        """Its row; -1 if it is not here."""
        return next((number for number, row in enumerate(self.rows) if row.id == paper), -1)

    # Qt

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return readable(row.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            number = f"{index.row() + 1}. {readable(row.title)}"
            lacks = self.tr("A text is missing.")
            return f"{number}. {lacks}" if row.id in self.lacking else number
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        taken = [self.rows[number] for number in sorted({index.row() for index in indexes})]
        return papers_as_mime(taken, [row.id for row in taken])

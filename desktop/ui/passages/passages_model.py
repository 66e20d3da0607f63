"""The rows of a search in everything: a paper, below it the places found, and what more there is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.ids import PaperId
from desktop.domain.latex_text import readable
from desktop.domain.passage import PaperPassages, Passage, Passages
from desktop.ui import wording
from desktop.ui.mark_colors import plain_color_name
from desktop.ui.mark_words import kind_name
from desktop.ui.passages.passage_words import excerpt_words, place_words

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class PaperLine:
    """The paper that the rows below are of."""

    paper: PaperId
    title: str
    translated_title: str


@dataclass(frozen=True, slots=True)
class MoreLine:
    """So many more places of that paper, or so many more papers if it is None."""

    paper: PaperId | None
    count: int


Line = PaperLine | Passage | MoreLine


class PassagesModel(QAbstractListModel):
    """Shows what it is given. A row that is still there stays selected."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    def line(self, index: Index) -> Line:
        """What stands at the index."""
        return self._lines[index.row()]

    def row_of(self, line: Line) -> int:
        """Where that line stands; -1 if it is there no more."""
        return self._lines.index(line) if line in self._lines else -1

    def show(self, found: Passages) -> None:
        """Show what was found."""
        self._replace(list(_lines(found)))

    def expand(self, whole: PaperPassages) -> None:
        """Show these passages of the paper instead of the ones there are."""
        title = next((row for row, line in enumerate(self._lines) if _paper(line) == whole.paper), None)
        if title is not None:
            rest = [line for line in self._lines if _paper(line) != whole.paper]
            self._replace([*rest[:title], *_of_paper(whole), *rest[title:]])

    def _replace(self, lines: list[Line]) -> None:
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    # Qt

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # Qt's own
        if not index.isValid() or role not in (Role.DisplayRole, Role.AccessibleTextRole):
            return None
        return line_words(self._lines[index.row()])


def line_words(line: Line) -> str:
    """A row as it is read aloud."""
    if isinstance(line, MoreLine):
        return more_words(line)
    if isinstance(line, Passage):
        of_mark = (kind_name(line.mark.kind), plain_color_name(line.mark.color), *line.mark.tags) if line.mark else ()
        return wording.listed((place_words(line), *of_mark, excerpt_words(line)))
    return readable(line.title) or readable(line.translated_title)


def more_words(line: MoreLine) -> str:
    """How much more there is."""
    translate = QCoreApplication.translate
    if line.paper is None:
        return translate("Passages", "Show more papers ({count})").format(count=wording.number(line.count))
    if line.count == 1:
        return translate("Passages", "1 more place")
    return translate("Passages", "{count} more places").format(count=wording.number(line.count))


def _lines(found: Passages) -> Iterator[Line]:
    for paper in found.papers:
        yield from _of_paper(paper)
    if found.more:
        yield MoreLine(None, found.more)


def _of_paper(found: PaperPassages) -> Sequence[Line]:
    more = [MoreLine(found.paper, found.more)] if found.more else []
    return [PaperLine(found.paper, found.title, found.translated_title), *found.passages, *more]


def _paper(line: Line) -> PaperId | None:
    return line.paper

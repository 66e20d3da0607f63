"""Papers side by side, field by field, with what the merged paper takes of each."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.ids import PaperId
from desktop.domain.merging import MergeField, TextField
from desktop.domain.paper import ORIGINAL, Fact, TextKind
from desktop.ui.duplicates.field_row import LABEL_WIDTH, FieldRow
from desktop.ui.duplicates.joined_facts import JOINED
from desktop.ui.duplicates.joined_row import JoinedRow
from desktop.ui.duplicates.marked_comparison import MarkedComparison
from desktop.ui.duplicates.paper_head import PaperHead
from desktop.ui.theme import theme

_LEAST = 200
"""Pixels at 100 % that a paper has at least; more papers than there is room for are scrolled."""
_LANGUAGES = (ORIGINAL, "zh")
_KINDS = (TextKind.TITLE, TextKind.SUMMARY, TextKind.ABSTRACT)
_FIELDS: tuple[MergeField, ...] = (*(TextField(kind, told_in) for kind in _KINDS for told_in in _LANGUAGES), *Fact)
_OTHERS = len(_FIELDS) + 1
"""The row of the grid from which texts in other languages stand."""
_JOINED = 1000


class ComparisonView(QScrollArea):
    """Columns are papers. `choices` says whose value each field takes."""

    changed = Signal()
    """Another paper is kept, another value chosen, or a paper left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: MarkedComparison | None = None
        self.keep = PaperId(0)
        self.choices: dict[MergeField, PaperId] = {}
        self.heads: list[PaperHead] = []
        self.rows: dict[MergeField, FieldRow] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setProperty("kind", "surface")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme().space(3))
        self._grid.setVerticalSpacing(theme().space(1.5))
        self._grid.setColumnMinimumWidth(0, theme().scaled(LABEL_WIDTH))
        column = QVBoxLayout(page)
        column.setContentsMargins(*(theme().space(3),) * 4)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.setWidget(page)
        self._joined = [JoinedRow(kind, self._grid, _JOINED + place, self) for place, kind in enumerate(JOINED)]
        theme().changed.connect(self._on_theme_changed)

    @property
    def papers(self) -> tuple[PaperId, ...]:
        """Those that are to be merged, or kept apart: all but what was left out."""
        out = self._left_out
        return tuple(paper for paper in self._columns if paper not in out)

    def show_comparison(self, shown: MarkedComparison) -> None:
        """Show these papers with a sensible choice made. What a person chose of the same papers stays."""
        same = set(shown.papers) == set(self._columns)
        keep, chosen, out = (self.keep, self.choices, self._left_out) if same else (PaperId(0), {}, frozenset())
        self.shown = shown
        self._show_heads(out)
        fields = {field.field: field for field in shown.fields}
        for field in (*fields, *self.rows):
            self._row(field).show_field(fields.get(field), shown)
        for joined in self._joined:
            joined.show_papers(shown.comparison.papers)
        self.keep_paper(keep if same else shown.comparison.keep)
        self.choices |= (
            {field: paper for field, paper in chosen.items() if paper in fields[field].offers} if same else {}
        )
        self._show_choices()
        if not same:
            self.verticalScrollBar().setValue(0)

    def keep_paper(self, paper: PaperId) -> None:
        """This is the one that stays: take from it what it has."""
        if self.shown is None or paper not in self._columns:
            return
        self.keep = paper
        self.heads[self._columns.index(paper)].leave_out(False)
        self.choices = self.shown.comparison.choices(paper)
        self._replace_left_out()
        self._show_choices()

    def keep_number(self, number: int) -> None:
        """The same by its place, from 1."""
        if number <= len(self._columns):
            self.keep_paper(self._columns[number - 1])

    @property
    def _columns(self) -> tuple[PaperId, ...]:
        return self.shown.papers if self.shown is not None else ()

    @property
    def _left_out(self) -> frozenset[PaperId]:
        return frozenset(paper for paper, head in zip(self._columns, self.heads, strict=False) if head.left_out)

    def _show_heads(self, left_out: frozenset[PaperId]) -> None:
        assert self.shown is not None
        papers = self.shown.comparison.papers
        while len(self.heads) < len(papers):
            number = len(self.heads) + 1
            head = PaperHead(number)
            head.chosen.connect(partial(self.keep_number, number))
            head.left_out_changed.connect(self._on_left_out)
            self.heads.append(head)
            self._grid.addWidget(head, 0, number)
        for number, head in enumerate(self.heads, 1):
            used = number <= len(papers)
            head.setVisible(used)
            self._grid.setColumnStretch(number, int(used))
            self._grid.setColumnMinimumWidth(number, theme().scaled(_LEAST) if used else 0)
            if used:
                head.show_paper(papers[number - 1], can_leave_out=len(papers) > 2)
                head.leave_out(papers[number - 1].row.id in left_out)

    def _row(self, field: MergeField) -> FieldRow:
        if field not in self.rows:
            place = 1 + _FIELDS.index(field) if field in _FIELDS else _OTHERS + len(self.rows)
            self.rows[field] = FieldRow(field, self._grid, place, self)
            self.rows[field].chosen.connect(self._choose)
        return self.rows[field]

    # Choosing

    def _choose(self, field: MergeField, paper: PaperId) -> None:
        self.choices[field] = paper
        self._show_choices()

    def _on_left_out(self) -> None:
        if self.keep in self._left_out and self.papers:
            self.keep_paper(self.papers[0])
            return
        self._replace_left_out()
        self._show_choices()

    def _replace_left_out(self) -> None:
        """What a paper that was left out would have given comes from another."""
        out = self._left_out
        offers = {field.field: field.offers for field in self.shown.fields} if self.shown is not None else {}
        for field, paper in list(self.choices.items()):
            if paper in out:
                self.choices[field] = next((other for other in offers[field] if other not in out), self.keep)

    def _show_choices(self) -> None:
        out = self._left_out
        for paper, head in zip(self._columns, self.heads, strict=False):
            head.show_kept(paper == self.keep)
        for field, row in self.rows.items():
            row.show_choice(self.choices.get(field), out)
        self.changed.emit()

    def _on_theme_changed(self) -> None:
        QTimer.singleShot(0, self, self._mark_again)  # after the texts have taken the new look

    def _mark_again(self) -> None:
        for row in self.rows.values():
            row.mark_again()

"""Where to look, and which marks: the row above the list of a search in everything."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QToolButton, QWidget

from desktop.domain.mark import COLORS
from desktop.domain.passage import MarkLabels, Passages, Scope
from desktop.ui.library.labels import short_text
from desktop.ui.mark_colors import color_name, dot_icon
from desktop.ui.passages.passage_words import scope_words
from desktop.ui.theme import theme


class PassageFilters(QWidget):
    """Sends `changed` once a person chose otherwise."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scopes = QButtonGroup(self)
        self._labels: MarkLabels | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().space(1))
        for number, scope in enumerate(Scope):
            button = QToolButton()
            button.setCheckable(True)
            button.setChecked(scope is Scope.ALL)
            self._scopes.addButton(button, number)
            row.addWidget(button)
        self._color = QComboBox()
        self._color.setAccessibleName(self.tr("Colour of marks"))
        self._tag = QComboBox()
        self._tag.setAccessibleName(self.tr("Tag of marks"))
        row.addStretch(1)
        for box in (self._color, self._tag):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.activated.connect(self.changed)
            row.addWidget(box)
        self._scopes.idClicked.connect(self._on_scope)
        self.show_labels(MarkLabels())
        self.show_counts(None)

    @property
    def scope(self) -> Scope:
        """Where is looked."""
        return list(Scope)[self._scopes.checkedId()]

    @property
    def color(self) -> int:
        """The colour of marks that are wanted; 0 for any."""
        return int(self._color.currentData() or 0) if self.scope is Scope.MARKS else 0

    @property
    def tag(self) -> str:
        """The tag of marks that are wanted; empty for any."""
        return str(self._tag.currentData() or "") if self.scope is Scope.MARKS else ""

    def choose(self, scope: Scope) -> None:
        """Look there."""
        self._scopes.button(list(Scope).index(scope)).setChecked(True)
        self._show_marks_choices()

    def show_counts(self, found: Passages | None) -> None:
        """Tell how many places each scope holds; None: nothing is searched for."""
        for number, scope in enumerate(Scope):
            count = None if found is None else found.count(scope)
            words = scope_words(scope, count, capped=found is not None and found.capped)
            self._scopes.button(number).setText(words)

    def show_labels(self, labels: MarkLabels) -> None:
        """Offer these tags, and call the colours so."""
        if labels == self._labels:
            return
        self._labels = labels
        color, tag = self._color.currentData(), self._tag.currentData()
        self._color.clear()
        self._color.addItem(self.tr("Any colour"), 0)
        for number in COLORS:
            self._color.addItem(dot_icon(number), color_name(number, labels.color_names), number)
        self._tag.clear()
        self._tag.addItem(self.tr("Any tag"), "")
        for name in labels.tags:
            self._tag.addItem(short_text(name), name)
        self._color.setCurrentIndex(max(self._color.findData(color), 0))
        self._tag.setCurrentIndex(max(self._tag.findData(tag), 0))
        self._show_marks_choices()

    def _on_scope(self) -> None:
        self._show_marks_choices()
        self.changed.emit()

    def _show_marks_choices(self) -> None:
        marks = self.scope is Scope.MARKS
        self._color.setVisible(marks)
        self._tag.setVisible(marks and self._tag.count() > 1)

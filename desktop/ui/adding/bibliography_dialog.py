"""What importing bibliographies would do, entry by entry, to be ticked and added. Broken entries can be read here."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.bibliography_import import BibliographyPlan, ReferenceState
from desktop.ui.adding.bibliography_model import BibliographyModel, Part, RowKind
from desktop.ui.adding.bibliography_words import action_words, broken_page, reference_page, refused_page, summary
from desktop.ui.adding.tick_view import TickView
from desktop.ui.digests.still_page import StillPage
from desktop.ui.digests.window_size import give_size, keep_size
from desktop.ui.session import Session
from desktop.ui.theme import theme
from desktop.ui.wording import number

_SIZE = "bibliography-plan-size"
_STATE_WIDTH = 148


class BibliographyDialog(QDialog):
    """`accepted` is sent when the person wants the plan; `model` then tells what of it."""

    def __init__(self, plan: BibliographyPlan, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = BibliographyModel(plan, self)
        self.view = TickView(self.model, _STATE_WIDTH, parent=self, indented=False)
        self.page = StillPage(self)
        self.search = QLineEdit(self)
        self.add_button = QPushButton(self)
        self._part = Part.ALL
        self._parts = QButtonGroup(self)
        self._set_up()
        self._connect()
        self._on_ticked()
        self.view.make_current(0)

    def part_button(self, part: Part) -> QToolButton:
        """The button that shows that part alone."""
        button = self._parts.button(list(Part).index(part))
        assert isinstance(button, QToolButton)
        return button

    def _set_up(self) -> None:
        look = theme()
        self.setWindowTitle(self.tr("Import bibliography"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        heading = QLabel(summary(self.model.plan), self)
        heading.setProperty("kind", "section")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setWordWrap(True)
        self.view.setAccessibleName(self.tr("What the import would do"))
        self.page.setAccessibleName(self.tr("The chosen entry in full"))
        self.page.setPlaceholderText(self.tr("Nothing fits the filter."))
        self.search.setPlaceholderText(self.tr("Search in this import"))
        self.search.setAccessibleName(self.tr("Search in this import"))
        self.search.setClearButtonEnabled(True)
        self.add_button.setProperty("kind", "primary")
        self.add_button.setDefault(True)
        self._buttons = QDialogButtonBox(self)
        self._buttons.addButton(self.add_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(QPushButton(self.tr("Cancel"), self), QDialogButtonBox.ButtonRole.RejectRole)
        panes = QSplitter(Qt.Orientation.Horizontal, self)
        panes.addWidget(self.view)
        panes.addWidget(self.page)
        panes.setHandleWidth(1)
        panes.setSizes([look.scaled(640), look.scaled(400)])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[look.space(4)] * 4)
        layout.setSpacing(look.space(3))
        layout.addWidget(heading)
        layout.addLayout(self._filter_row())
        layout.addWidget(panes, 1)
        layout.addWidget(self._buttons)
        give_size(self, self._session, _SIZE, 1040, 640)
        self.view.setFocus()

    def _filter_row(self) -> QHBoxLayout:
        names = {
            Part.ALL: self.tr("All"),
            Part.NEW: self.tr("New"),
            Part.CHANGED: self.tr("Adds to papers"),
            Part.KNOWN: self.tr("Known"),
            Part.BROKEN: self.tr("Broken"),
        }
        row = QHBoxLayout()
        row.setSpacing(theme().space())
        for place, (part, name) in enumerate(names.items()):
            button = QToolButton(self)
            button.setCheckable(True)
            button.setChecked(part is Part.ALL)
            count = self.model.count(part)
            button.setText(f"{name}  {number(count)}")
            button.setEnabled(count > 0 or part is Part.ALL)
            button.clicked.connect(partial(self._on_part_chosen, part))
            self._parts.addButton(button, place)
            row.addWidget(button)
        row.addStretch(1)
        self.search.setMinimumWidth(theme().scaled(200))
        row.addWidget(self.search)
        return row

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.search.textChanged.connect(self._refresh)
        self.model.ticked.connect(self._on_ticked)
        self.view.selectionModel().currentRowChanged.connect(self._show_current)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)
        theme().changed.connect(self._show_current)

    def _on_part_chosen(self, part: Part) -> None:
        self._part = part
        self._refresh()

    def _refresh(self) -> None:
        self.model.show_part(self._part, self.search.text())
        self.view.make_current(0)
        self._show_current()

    def _on_ticked(self) -> None:
        ticked = self.model.ticked_entries()
        new = sum(entry.state is ReferenceState.NEW for entry in ticked)
        self.add_button.setText(action_words(new, len(ticked) - new))
        self.add_button.setEnabled(bool(ticked))

    def _show_current(self) -> None:
        index = self.view.currentIndex()
        if not index.isValid():
            self.page.clear()
            return
        row, plan = self.model.row(index.row()), self.model.plan
        if row.kind is RowKind.REFUSED:
            self.page.setHtml(refused_page(plan.refused[row.file]))
        elif row.kind is RowKind.BROKEN:
            planned = plan.files[row.file]
            self.page.setHtml(broken_page(planned, planned.broken[row.number]))
        elif row.kind is RowKind.ENTRY:
            self.page.setHtml(reference_page(self.model.entry(row)))
        else:
            self.page.clear()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.search.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.view.setFocus()  # nobody adds papers with the key that ends a search
        elif self.search.hasFocus() and self.search.text() and event.key() == Qt.Key.Key_Escape:
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        keep_size(self, self._session, _SIZE)
        super().done(result)

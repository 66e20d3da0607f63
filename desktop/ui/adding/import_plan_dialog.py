"""The import plan: what an import would do, row by row, to be ticked and added."""

from array import array
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
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

from desktop.domain.ids import PaperId
from desktop.domain.import_plan import ImportOptions, RowState
from desktop.services.library import LibraryServices
from desktop.ui.adding.import_options import ImportOptionsBar
from desktop.ui.adding.import_plan_model import ImportPlanModel
from desktop.ui.adding.import_plan_view import ImportPlanView
from desktop.ui.adding.plan_contents import PlanContents
from desktop.ui.adding.plan_page import digest_page, entry_page, line_page, refused_page
from desktop.ui.adding.plan_rows import PlanFilter, PlanPart, PlanRow, PlanRowKind, part_counts, shown_rows
from desktop.ui.adding.plan_words import action_words, part_words, summary
from desktop.ui.adding.text_differences import TextDifference, differences
from desktop.ui.digests.still_page import StillPage
from desktop.ui.digests.window_size import give_size, keep_size
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.theme import theme
from desktop.ui.wording import number

_SIZE = "import-plan-size"


class ImportPlanDialog(QDialog):
    """Shows a plan. `accepted` is sent when the person wants it; `model.choice` then tells what."""

    replan_wanted = Signal(object)
    """ImportOptions with which the files are to be read again."""

    def __init__(
        self,
        tasks: TaskRunner,
        services: LibraryServices,
        session: Session,
        contents: PlanContents,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._services = services
        self._session = session
        self._part = PlanPart.ALL
        self.model = ImportPlanModel(contents, self)
        self.view = ImportPlanView(self.model, self)
        self.page = StillPage(self)
        self.search = QLineEdit(self)
        self.options = ImportOptionsBar(contents, self)
        self._summary = QLabel(self)
        self._parts = QButtonGroup(self)
        self._buttons = QDialogButtonBox(self)
        self.add_button = QPushButton(self)
        self._set_up()
        self._connect()
        self.model.set_folded(
            frozenset(i for i, digest in enumerate(contents.plan.digests) if digest.already is not None)
        )
        self.show_contents(contents)

    def show_contents(self, contents: PlanContents) -> None:
        """Show this plan; ticks stay where it is of the same files."""
        wanted = self._filter()

        def done(rows: "array[int]") -> None:
            self.model.set_contents(contents, array("q"))
            self.view.show_rows(rows)
            self._tell_parts()
            self.options.set_contents(contents)
            self._summary.setText(summary(contents))
            self.page.setPlaceholderText(self.tr("Nothing fits the filter."))

        self._tasks.run_latest("rows", Lane.FILES, lambda: shown_rows(contents, wanted), owner=self, done=done)

    def chosen_options(self) -> ImportOptions:
        """The options as they stand."""
        return self.options.options()

    def _set_up(self) -> None:
        self.setWindowTitle(self.tr("Import"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        look = theme()
        self._summary.setProperty("kind", "section")
        self._summary.setWordWrap(True)
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self.search.setPlaceholderText(self.tr("Search in this import"))
        self.search.setAccessibleName(self.tr("Search in this import"))
        self.search.setClearButtonEnabled(True)
        self.page.setAccessibleName(self.tr("The chosen row in full"))
        self.add_button.setProperty("kind", "primary")
        self.add_button.setDefault(True)
        self._buttons.addButton(self.add_button, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = QPushButton(self.tr("Cancel"), self)
        self._buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self._panes = QSplitter(Qt.Orientation.Horizontal, self)
        self._panes.addWidget(self.view)
        self._panes.addWidget(self.page)
        self._panes.setStretchFactor(0, 3)
        self._panes.setStretchFactor(1, 2)
        self._panes.setHandleWidth(1)
        self._panes.setChildrenCollapsible(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[look.space(4)] * 4)
        layout.setSpacing(look.space(3))
        top = QHBoxLayout()
        top.addWidget(self._summary, 1)
        top.addWidget(self.options)
        layout.addLayout(top)
        layout.addLayout(self._filter_row())
        layout.addWidget(self._panes, 1)
        layout.addWidget(self._buttons)
        give_size(self, self._session, _SIZE, 1080, 680)
        self._panes.setSizes([look.scaled(680), look.scaled(400)])
        self.view.setFocus()

    def _filter_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme().space())
        for place, part in enumerate(PlanPart):
            button = QToolButton(self)
            button.setCheckable(True)
            button.setChecked(part is PlanPart.ALL)
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
        self.model.folds_changed.connect(self._refresh)
        self.view.opened.connect(self._on_opened)
        self.model.ticked.connect(self._on_ticked)
        self.options.changed.connect(lambda: self.replan_wanted.emit(self.chosen_options()))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)
        theme().changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        self._on_opened(self.current_row())

    def current_row(self) -> PlanRow | None:
        """The row whose texts are shown."""
        index = self.view.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def part_button(self, part: PlanPart) -> QAbstractButton:
        """The button that shows this part of the plan alone."""
        return self._parts.button(list(PlanPart).index(part))

    def _filter(self) -> PlanFilter:
        return PlanFilter(self._part, self.search.text(), self.model.folded)

    def _refresh(self) -> None:
        contents, wanted = self.model.contents, self._filter()
        work: Callable[[], array[int]] = lambda: shown_rows(contents, wanted)  # noqa: E731
        self._tasks.run_latest("rows", Lane.FILES, work, owner=self, done=self.view.show_rows)

    def _tell_parts(self) -> None:
        counts = part_counts(self.model.contents)
        for part in PlanPart:
            button = self.part_button(part)
            button.setText(f"{part_words(part)}  {number(counts[part])}")
            button.setEnabled(counts[part] > 0 or part is PlanPart.ALL)

    def _on_part_chosen(self, part: PlanPart) -> None:
        self._part = part
        self._refresh()

    def _on_ticked(self) -> None:
        outcome = self.model.choice.outcome()
        self.add_button.setText(action_words(outcome))
        self.add_button.setEnabled(not outcome.nothing)
        self.view.viewport().update()

    def _on_opened(self, row: PlanRow | None) -> None:
        plan = self.model.contents.plan
        if row is None:
            self.page.clear()
        elif row.kind is PlanRowKind.DIGEST:
            self.page.setHtml(digest_page(plan.digests[row.digest], self.model.contents.counts[row.digest]))
        elif row.kind is PlanRowKind.LINE:
            planned = plan.digests[row.digest]
            line = planned.digest.not_understood[row.number]
            self.page.setHtml(line_page(planned, line, self.model.contents.lines[row.digest][row.number]))
        elif row.kind is PlanRowKind.REFUSED:
            self.page.setHtml(refused_page(plan.refused[row.number]))
        else:
            self._open_entry(row)

    def _open_entry(self, row: PlanRow) -> None:
        planned = self.model.entry(row)
        self.page.setHtml(entry_page(planned))
        if planned.state is not RowState.CHANGED or planned.paper is None:
            return
        paper: PaperId = planned.paper
        services, language = self._services, self.chosen_options().language

        def compare() -> tuple[TextDifference, ...]:
            details = services.browse.details(paper)
            return differences(planned, details, language) if details is not None else ()

        def done(found: tuple[TextDifference, ...]) -> None:
            if self.current_row() == row:
                self.page.setHtml(entry_page(planned, found))

        self._tasks.run_latest("texts", Lane.DB, compare, owner=self, done=done)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typing = self.search.hasFocus() or self.options.year.hasFocus()
        if typing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.view.setFocus()  # nobody adds papers with the key that ends a search
        elif self.search.hasFocus() and self.search.text() and event.key() == Qt.Key.Key_Escape:
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        keep_size(self, self._session, _SIZE)
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        keep_size(self, self._session, _SIZE)
        super().closeEvent(event)

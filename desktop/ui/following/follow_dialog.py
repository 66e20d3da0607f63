"""What a person follows: categories or a search of arXiv, or the Daily Papers; and which of their papers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.arxiv_categories import category
from desktop.domain.feed_filter import FeedFilter
from desktop.domain.feeds import MOST_SOURCE, FeedChoice, FeedKind
from desktop.ui.assets import icon
from desktop.ui.following.category_field import CategoryField, category_names, usable
from desktop.ui.following.feed_words import EVERY_MINUTES, every_words
from desktop.ui.following.filter_fields import FilterFields
from desktop.ui.library.labels import link_button, plain_label
from desktop.ui.preferences.form import note
from desktop.ui.reader.handing_on.dialog_parts import agree_or_cancel, labelled_form
from desktop.ui.theme import theme
from desktop.ui.tokens import Color
from desktop.ui.widgets.scrolled import scrolled

_WIDTH = 600
_ROOM = 0.92
"""Of the screen, at most."""
_DAILY = "Daily Papers"
"""A name, not words: it is the same in all languages."""


class FollowDialog(QDialog):
    """Follows something new, or edits the choice that is given. Deletes itself."""

    chosen = Signal(object)
    """What is to be followed (FeedChoice)."""

    def __init__(self, choice: FeedChoice | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._new = choice is None
        begun = choice or FeedChoice("", FeedKind.ARXIV_CATEGORY)
        self._named = bool(begun.name)
        """A person chose the name: it does not follow what is typed above."""
        self.kinds = {kind: QRadioButton(words, self) for kind, words in self._kind_words().items()}
        self.categories = CategoryField(self)
        self.query = QLineEdit(self)
        self.told = note("")
        self.name = QLineEdit(begun.name, self)
        self.every = QComboBox(self)
        self.active = QCheckBox(self.tr("Ask by itself, while Papershelf runs"), self)
        self.writes = QCheckBox(self.tr("A language model writes the texts of what it brings"), self)
        self.unfold = link_button(self.tr("Only some of its papers"), self)
        self.filter = FilterFields(begun.filter, self)
        self.agree = QPushButton(self.tr("Follow") if self._new else self.tr("Save"), self)
        self._form = self._lay_out()
        self._fill(begun)
        self._listen()
        self._refresh()
        self._first().setFocus()

    def _first(self) -> QWidget:
        """What is typed first."""
        match self.kind:
            case FeedKind.ARXIV_CATEGORY:
                return self.categories
            case FeedKind.ARXIV_SEARCH:
                return self.query
            case FeedKind.DAILY_PAPERS:
                return self.name

    def _kind_words(self) -> dict[FeedKind, str]:
        return {
            FeedKind.ARXIV_CATEGORY: self.tr("arXiv categories"),
            FeedKind.ARXIV_SEARCH: self.tr("A search on arXiv"),
            FeedKind.DAILY_PAPERS: self.tr("Daily Papers of Hugging Face"),
        }

    # The choice

    @property
    def kind(self) -> FeedKind:
        """What is followed."""
        return next(kind for kind, button in self.kinds.items() if button.isChecked())

    def choice(self) -> FeedChoice | None:
        """What stands in the fields; None as long as that cannot be followed."""
        source = self._source()
        if source is None or not self.name.text().strip():
            return None
        return FeedChoice(
            name=" ".join(self.name.text().split()),
            kind=self.kind,
            source=source,
            filter=self.filter.chosen(),
            every_minutes=int(self.every.currentData()),
            writes_texts=self.writes.isChecked(),
            active=self.active.isChecked(),
        )

    def _source(self) -> str | None:
        match self.kind:
            case FeedKind.ARXIV_CATEGORY:
                codes = usable(self.categories.text())
                return "+".join(codes) if codes is not None else None
            case FeedKind.ARXIV_SEARCH:
                return " ".join(self.query.text().split()) or None
            case FeedKind.DAILY_PAPERS:
                return ""

    def _told_words(self) -> str:
        match self.kind:
            case FeedKind.ARXIV_CATEGORY:
                return self._category_words()
            case FeedKind.ARXIV_SEARCH:
                return self.tr("Fields are written as ti: (title), au: (author), abs: (abstract), cat: (category).")
            case FeedKind.DAILY_PAPERS:
                return self.tr("The papers that people put forward and vote for each day.")

    def _category_words(self) -> str:
        typed, source = self.categories.text().strip(), self._source()
        if not typed:
            return self.tr("Type a code such as cs.CV, or a word of its name. Several are joined by a plus sign.")
        if source is None:
            if self.categories.offers:
                return self.tr("Choose from the list: Down, then Enter.")
            return self.tr("This is no category of arXiv.")
        codes = tuple(source.split("+"))
        strange = [code for code in codes if category(code) is None]
        if strange and not self.categories.hasFocus():
            return self.tr("{code} is no category that Papershelf knows. It is asked for all the same.").format(
                code=strange[0]
            )
        return category_names(codes)

    # What happens

    def _fill(self, begun: FeedChoice) -> None:
        self.kinds[begun.kind].setChecked(True)
        if begun.kind is FeedKind.ARXIV_CATEGORY:
            self.categories.setText(begun.source)
        else:
            self.query.setText(begun.source)
        offered = sorted({*EVERY_MINUTES, begun.every_minutes})
        for minutes in offered:
            self.every.addItem(every_words(minutes), minutes)
        self.every.setCurrentIndex(offered.index(begun.every_minutes))
        self.active.setChecked(begun.active)
        self.writes.setChecked(begun.writes_texts)
        self._unfold(begun.filter != FeedFilter())

    def _listen(self) -> None:
        for button in self.kinds.values():
            button.toggled.connect(self._refresh)
        for field in (self.categories, self.query):
            field.textChanged.connect(self._refresh)
        self.name.textEdited.connect(self._on_named)
        self.unfold.clicked.connect(lambda: self._unfold(not self.filter.isVisible()))
        self.categories.editingFinished.connect(self._refresh)

    def _on_named(self, name: str) -> None:
        self._named = bool(name.strip())
        self._refresh()

    def _refresh(self) -> None:
        kind = self.kind
        for button in self.kinds.values():  # Tab goes to the one that is chosen, arrows to the others
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus)
        self._form.setRowVisible(self.categories, kind is FeedKind.ARXIV_CATEGORY)
        self._form.setRowVisible(self.query, kind is FeedKind.ARXIV_SEARCH)
        self.filter.show_types(kind is FeedKind.ARXIV_CATEGORY)
        self.told.setText(self._told_words())
        if not self._named:
            self.name.setText(_DAILY if kind is FeedKind.DAILY_PAPERS else (self._source() or "")[:200])
        self.agree.setEnabled(self.choice() is not None)

    def _unfold(self, shown: bool) -> None:
        self.unfold.setIcon(icon("chevron-down" if shown else "chevron-right", Color.ACCENT))
        self.filter.setVisible(shown)
        self._fit()

    def _fit(self) -> None:
        """As high as what it holds, or as the screen has room for."""
        look = theme()
        around = 2 * look.space(4) + look.space(3) + self._buttons.sizeHint().height()
        wanted = self._inside.sizeHint().height() + around
        screen = self.screen().availableGeometry()
        self.resize(
            min(look.scaled(_WIDTH), round(screen.width() * _ROOM)), min(wanted, round(screen.height() * _ROOM))
        )

    def _agree(self) -> None:
        choice = self.choice()
        if choice is not None:
            self.chosen.emit(choice)
            self.accept()

    # What it looks like

    def _lay_out(self) -> QFormLayout:
        look = theme()
        self.setWindowTitle(self.tr("Follow") if self._new else self.tr("Edit feed"))
        self.categories.setPlaceholderText("cs.CV")
        self.query.setPlaceholderText('cat:cs.CV AND abs:"point cloud"')
        self.query.setMaxLength(MOST_SOURCE)
        self.name.setMaxLength(200)
        form = labelled_form(
            self,
            (self.tr("Categories"), self.categories),
            (self.tr("Search"), self.query),
        )
        form.setVerticalSpacing(look.space(2))
        form.addRow("", self.told)
        for row in (
            (self.tr("Name"), self.name),
            (self.tr("How often"), self.every),
        ):
            _add_row(form, *row)
        form.addRow("", self.active)
        form.addRow("", self.writes)
        inside = self._inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, look.space(2), 0)
        column.setSpacing(look.space(3))
        column.addLayout(self._kind_row())
        column.addLayout(form)
        column.addWidget(self.unfold)
        column.addWidget(self.filter)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[look.space(4)] * 4)
        layout.setSpacing(look.space(3))
        self._buttons = agree_or_cancel(self, self.agree, self._agree, self.tr("Cancel"))
        layout.addWidget(scrolled(inside), 1)
        layout.addWidget(self._buttons)
        return form

    def _kind_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme().space(4))
        group = QButtonGroup(self)
        for button in self.kinds.values():
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        return row


def _add_row(form: QFormLayout, text: str, field: QWidget) -> None:
    label = plain_label("muted", text, parent=field.parentWidget())
    label.setBuddy(field)
    field.setAccessibleName(text)
    form.addRow(label, field)

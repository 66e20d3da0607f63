"""A version on arXiv that is newer than the one shown: what changed in it, and what to do about it."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop.domain.arxiv_paper import ArxivPaper
from desktop.domain.latex_text import readable
from desktop.domain.paper import ORIGINAL, PaperDetails, TextKind
from desktop.domain.text_difference import Part, differing_parts
from desktop.ui import wording
from desktop.ui.library.flow_layout import FlowLayout
from desktop.ui.library.growing_text import GrowingText
from desktop.ui.library.labels import link_button, plain_label
from desktop.ui.library.paper_wishes import Wish
from desktop.ui.theme import theme
from desktop.ui.tokens import FOCUS_WIDTH

Change = tuple[str, str, Part]
"""What it is called, the new wording, and the part of it that is new."""


class NewVersion(QFrame):
    """Shown only while there is one that nobody has looked at."""

    wished = Signal(object, object)  # Wish, version | None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "callout")
        self._record: ArxivPaper | None = None
        self._heading = plain_label("strong", wraps=True, parent=self)
        self._summary = plain_label("muted", wraps=True, parent=self)
        self._changes = QWidget(self)
        self._changes_layout = QVBoxLayout(self._changes)
        self._changes_layout.setContentsMargins(0, 0, 0, 0)
        self._adopt, self._later = QPushButton(self), link_button(parent=self)
        self._download, self._see = link_button(parent=self), link_button(parent=self)
        self._see.setCheckable(True)
        self._see.toggled.connect(self._on_see)
        self._adopt.clicked.connect(partial(self.wished.emit, Wish.ADOPT, None))
        self._later.clicked.connect(partial(self.wished.emit, Wish.DISMISS, None))
        self._download.clicked.connect(self._on_download)
        buttons = QWidget(self)
        self._buttons = FlowLayout(buttons)
        for button in (self._adopt, self._download, self._see, self._later):
            self._buttons.addWidget(button)
        self._layout = QVBoxLayout(self)
        for widget in (self._heading, self._summary, self._changes, buttons):
            self._layout.addWidget(widget)
        theme().changed.connect(self._apply_spacing)
        self._apply_spacing()
        self.retranslate()

    def show_details(self, details: PaperDetails) -> None:
        """Show what is new to this paper, if anything."""
        newer = details.row.newer_version
        record = next((told for told in details.records if told.version == newer), None) if newer else None
        self.setVisible(record is not None)
        if record is None:
            self._record = None
            return
        other = self._record is None or (self._record.arxiv_id, self._record.version) != (
            record.arxiv_id,
            record.version,
        )
        self._record = record
        if other:
            self._see.setChecked(False)
        self._tell(details, record)

    def retranslate(self) -> None:
        """Take the words from the present language."""
        self._later.setText(self.tr("Not now"))
        self._later.setToolTip(self.tr("The mark goes, until there is a version that is newer still"))

    def _tell(self, details: PaperDetails, record: ArxivPaper) -> None:
        have = details.row.arxiv_version
        withdrawn = self.tr("v{new} of {day} withdraws this paper.")
        head = withdrawn if record.withdrawn else self.tr("v{new} of {day} is on arXiv.")
        head = head.format(new=record.version, day=record.updated)
        yours = self.tr("You have v{old}.").format(old=have) if have else self.tr("Yours is an older one.")
        self._heading.setText(wording.sentences((head, yours)))
        changes = changes_of(details, record)
        names = wording.listed(name for name, _, _ in changes)
        told = self.tr("Changed: {texts}.").format(texts=names) if changes else self.tr("Its texts are the same.")
        self._summary.setText(told)
        self._adopt.setText(self.tr("Show v{version} here").format(version=record.version))
        self._adopt.setToolTip(self.tr("Title and abstract become those of this version. Can be undone."))
        self._download.setText(self.tr("Download PDF of v{version}").format(version=record.version))
        there = any(file.version == record.version for file in details.files)
        coming = any(fetch.version == record.version for fetch in details.fetches)
        self._download.setVisible(not (there or coming or record.withdrawn))
        self._name_see()
        self._see.setVisible(bool(changes))
        self._show_changes(changes)

    def _show_changes(self, changes: list[Change]) -> None:
        while (item := self._changes_layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for name, text, part in changes:
            label = plain_label("badge", name[:1].upper() + name[1:], parent=self._changes)
            label.setContentsMargins(_inset(), theme().space(), 0, 0)
            self._changes_layout.addWidget(label)
            shown = GrowingText("body", self._changes)
            shown.setReadOnly(True)
            shown.setAccessibleName(name)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            shown.set_language(ORIGINAL)
            shown.set_plain(text)
            shown.mark_part(part)
            self._changes_layout.addWidget(shown)
        self._changes.setVisible(self._see.isChecked() and bool(changes))

    def _on_see(self, seen: bool) -> None:
        self._changes.setVisible(seen)
        self._name_see()

    def _name_see(self) -> None:
        self._see.setText(self.tr("Hide the changes") if self._see.isChecked() else self.tr("See the changes"))

    def _on_download(self) -> None:
        if self._record is not None:
            self.wished.emit(Wish.DOWNLOAD, self._record.version)

    def _apply_spacing(self) -> None:
        space = theme().space
        self._layout.setContentsMargins(0, space(2), 0, space(2))
        self._layout.setSpacing(space(1.5))
        self._changes_layout.setSpacing(0)
        for label in (self._heading, self._summary):
            label.setContentsMargins(_inset(), 0, _inset(), 0)
        self._buttons.setContentsMargins(space(), 0, space(), 0)
        self._buttons.setSpacing(space(3))


def _inset() -> int:
    """What a text that can be edited has around it, so that others stand in one line with it."""
    return FOCUS_WIDTH + theme().space()


def changes_of(details: PaperDetails, record: ArxivPaper) -> list[Change]:
    """What that version tells otherwise than what is shown."""
    translate = QCoreApplication.translate
    shown = next((told for told in details.records if told.version == details.row.arxiv_version), None)
    texts = (
        (translate("NewVersion", "title"), details.text(TextKind.TITLE, ORIGINAL), record.title),
        (translate("NewVersion", "abstract"), details.text(TextKind.ABSTRACT, ORIGINAL), record.abstract),
        (translate("NewVersion", "comment"), shown.comment if shown is not None else "", record.comment),
    )
    changes = []
    for name, before, after in texts:
        old, new = readable(before), readable(after)
        if new and old != new:
            changes.append((name, new, differing_parts(old, new)[1]))
    return changes

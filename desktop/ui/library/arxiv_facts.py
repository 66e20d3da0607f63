"""What arXiv tells of a paper beside its texts: comment, journal, dates, versions."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.arxiv_paper import ArxivPaper
from desktop.domain.paper import PaperDetails
from desktop.ui import wording
from desktop.ui.library.flow_layout import FlowLayout
from desktop.ui.library.labels import link_button, plain_label
from desktop.ui.theme import theme
from desktop.ui.tokens import FOCUS_WIDTH


class ArxivFacts(QWidget):
    """A line for each fact; before arXiv was asked, the offer to ask."""

    look_up_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[ArxivPaper, ...], int | None, bool] | None = None
        self._layout = QGridLayout(self)
        self._layout.setColumnStretch(1, 1)

    def show_details(self, details: PaperDetails) -> None:
        """Show what arXiv told of this paper."""
        asked = bool(details.records) or bool(details.fetches)
        shown = (details.records, details.row.arxiv_version, asked)
        self.setVisible(bool(details.records) or (bool(details.row.arxiv_id) and not asked))
        if shown == self._shown:
            return
        self._shown = shown
        self._clear()
        if details.records:
            self._fill(details)
        elif not asked:
            self._offer()

    def _fill(self, details: PaperDetails) -> None:
        newest = details.records[0]
        record = next((told for told in details.records if told.version == details.row.arxiv_version), newest)
        versions = (
            self.tr("v{version} of {day}").format(version=told.version, day=told.updated)
            for told in sorted(details.records, key=lambda told: told.version)
        )
        facts = (
            (self.tr("State"), self.tr("Withdrawn") if details.withdrawn else ""),
            (self.tr("Comment"), newest.comment if newest.withdrawn else record.comment),
            (self.tr("Published in"), newest.journal_ref),
            (self.tr("Submitted"), record.published),
            (self.tr("Versions"), wording.listed(versions)),
        )
        look = theme()
        self._layout.setContentsMargins(FOCUS_WIDTH + look.space(), 0, look.space(), 0)
        self._layout.setHorizontalSpacing(look.space(3))
        self._layout.setVerticalSpacing(look.space())
        for name, value in facts:
            if not value:
                continue
            row = self._layout.rowCount()
            label = plain_label("muted", name, parent=self)
            text = plain_label("warn" if name == facts[0][0] else "body", value, wraps=True, parent=self)
            text.setAccessibleName(name)
            self._layout.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._layout.addWidget(text, row, 1, Qt.AlignmentFlag.AlignTop)

    def _offer(self) -> None:
        line = QWidget(self)
        flow = FlowLayout(line)
        ask = link_button(self.tr("Fill in from arXiv"), line)
        ask.setToolTip(self.tr("Authors, date, categories and comment, and whether there is a new version"))
        ask.clicked.connect(self.look_up_wanted)
        flow.addWidget(ask)
        self._layout.setContentsMargins(theme().space(), 0, theme().space(), 0)
        self._layout.addWidget(line, 0, 0, 1, 2)

    def _clear(self) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

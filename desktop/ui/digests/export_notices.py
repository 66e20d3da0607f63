"""The remarks on an export, each one line with an icon."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.domain.exporting import Notice
from desktop.ui.assets import icon
from desktop.ui.digests.export_words import SERIOUS, notice_words
from desktop.ui.theme import theme
from desktop.ui.tokens import ICON, Color


class ExportNotices(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QGridLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setHorizontalSpacing(theme().space(2))
        self._lines.setVerticalSpacing(theme().space())
        self._lines.setColumnStretch(1, 1)
        self._shown: tuple[Notice, ...] = ()
        theme().changed.connect(self._show_again)  # a method of a QObject: no signal reaches it once it is gone

    @property
    def text(self) -> str:
        """All that is said, a line each."""
        return "\n".join(notice_words(notice) for notice in self._shown)

    def _show_again(self) -> None:
        self.show_notices(self._shown)

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Show these remarks, the serious ones first."""
        self._shown = tuple(sorted(notices, key=lambda notice: notice.kind not in SERIOUS))
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for row, notice in enumerate(self._shown):
            serious = notice.kind in SERIOUS
            sign = QLabel(self)
            size = theme().scaled(ICON)
            sign.setPixmap(
                icon("warn" if serious else "info", Color.WARN if serious else Color.TEXT_MUTED).pixmap(size)
            )
            words = QLabel(notice_words(notice), self)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
            self._lines.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignTop)
            self._lines.addWidget(words, row, 1)
        self.setVisible(bool(self._shown))

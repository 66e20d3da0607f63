"""What a person should know before a digest is handed on, and what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.domain.exporting import Notice, NoticeKind
from desktop.ui.assets import icon
from desktop.ui.digests.export_words import notice_words
from desktop.ui.library.labels import ElidedLabel, link_button
from desktop.ui.theme import theme
from desktop.ui.tokens import ICON, PANE_PADDING, Color
from desktop.ui.wording import papers

_OF_TEXTS = (NoticeKind.NO_TRANSLATION, NoticeKind.NO_SUMMARY)
_BETWEEN = "  ·  "


class NoticesBar(QWidget):
    """One line; hidden while there is nothing to say. What does not fit is in the tool tip."""

    texts_wanted = Signal()
    """Missing texts are to be written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = QLabel()
        self._lacking = ElidedLabel("muted")
        self._others = ElidedLabel("muted")
        self._write = link_button(self.tr("Write texts…"))
        self._write.clicked.connect(self.texts_wanted)
        line = QHBoxLayout(self)
        side = theme().space(PANE_PADDING)
        line.setContentsMargins(side, 0, side, theme().space())
        line.setSpacing(theme().space(2))
        for widget in (self._sign, self._lacking, self._write, self._others):
            line.addWidget(widget)
        line.addStretch(1)
        theme().changed.connect(self._draw)
        self._draw()
        self.hide()

    @property
    def text(self) -> str:
        """All that is said."""
        return _BETWEEN.join(filter(None, (self._lacking.text(), self._others.text())))

    def show_notices(self, lacking: int, notices: Sequence[Notice]) -> None:
        """`lacking`: how many papers have no translation or no summary."""
        words = self.tr("A translation or the summary is missing for {papers}").format(papers=papers(lacking))
        others = _BETWEEN.join(notice_words(notice) for notice in notices if notice.kind not in _OF_TEXTS)
        self._lacking.setText(words if lacking else "")
        self._others.setText(others)
        self._lacking.setVisible(bool(lacking))
        self._write.setVisible(bool(lacking))
        self._others.setVisible(bool(others))
        self.setVisible(bool(self.text))

    def _draw(self) -> None:
        self._sign.setPixmap(icon("warn", Color.WARN).pixmap(theme().scaled(ICON)))

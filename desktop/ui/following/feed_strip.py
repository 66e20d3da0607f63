"""Above the papers of a feed: when it was asked, or why it could not be, and the way to ask it now."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.domain.feeds import Feed, FeedDay
from desktop.ui.following.feed_words import day_words, kind_words, state_words
from desktop.ui.library.labels import link_button, plain_label
from desktop.ui.theme import theme
from desktop.ui.wording import sentences


class FeedStrip(QFrame):
    """Shown while a feed is."""

    ask_wanted = Signal()
    edit_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "callout")
        space = theme().space()
        self._words = plain_label("muted", wraps=True)
        self.ask = link_button(self.tr("Ask now"))
        self.ask.clicked.connect(self.ask_wanted)
        self.edit = link_button(self.tr("Edit feed…"))
        self.edit.clicked.connect(self.edit_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * space, 2 * space, 3 * space, 2 * space)
        row.addWidget(self._words, 1)
        row.addWidget(self.ask)
        row.addWidget(self.edit)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def tell(self, feed: Feed, newest: FeedDay | None, now_ms: int, *, asking: bool) -> None:
        """Say how that feed stands, and what it brought on the newest day."""
        state = self.tr("It is being asked…") if asking else state_words(feed, now_ms)
        brought = day_words(newest) if newest is not None else ""
        parts = (self.tr("{feed}.").format(feed=kind_words(feed)), brought, state)
        self._words.setText(sentences(part for part in parts if part))
        self._words.setToolTip(feed.state.detail)
        self._words.setProperty("kind", "warn" if feed.state.reason is not None and not asking else "muted")
        self._words.style().polish(self._words)
        self.ask.setEnabled(not asking)

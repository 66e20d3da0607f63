"""Lets the first digest open as fast as any other: what its page needs comes while the person looks at the list."""

from importlib import import_module

from PySide6.QtCore import QObject, QTimer

_AFTER_MS = 5000
"""The first rows are there, and what a reader needs (`reader_warming`)."""
_PAUSE_MS = 30
"""Between two modules, so that the window stays at hand."""
_MODULES = (
    *("digests.language_box", "digests.export_words", "digests.still_page", "digests.target_file"),
    *("composing.page_lines", "composing.digest_view", "composing.papers_model", "composing.papers_list"),
    *("composing.preview_pane", "composing.digest_head", "composing.texts_pane", "composing.digest_page"),
    *("composing.hand_on_menus", "composing.digest_sources", "labels.choice_popup", "composing.new_digest_popup"),
    *("composing.add_popup", "composing.find_popup"),
)
"""Of `desktop.ui`, in steps of some 2 ms."""


class ComposingWarming(QObject):
    """Begins some seconds after it is made."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = list(reversed(_MODULES))
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._step)
        self._timer.start(_AFTER_MS)

    @property
    def done(self) -> bool:
        """Whether all is there."""
        return not self._left

    def _step(self) -> None:
        import_module(f"desktop.ui.{self._left.pop()}")
        if self._left:
            self._timer.start(_PAUSE_MS)

"""What can be dropped on the window or pasted into it: files, folders, and the text of a digest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.ui.theme import theme

_DIGEST_TEXT = re.compile(r"^# (?:摘要|详细)|\[\^[0-9]+\]|^\s*• [0-9]+ authors?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Dropped:
    """Files and folders, or else texts with the names they shall have."""

    paths: Sequence[Path] = ()
    texts: Sequence[tuple[str, bytes]] = ()

    def __bool__(self) -> bool:
        return bool(self.paths or self.texts)


def dropped(data: QMimeData, *, any_text: bool = False) -> Dropped:
    """What of the data can be imported; nothing for anything else.

    Text counts if it looks like a digest; with `any_text` (a person pressed Paste) if it has more than one line.
    """
    if data.hasUrls():
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile() and url.toLocalFile()]
        return Dropped(paths=tuple(paths))
    if not data.hasText():
        return Dropped()
    text = data.text()
    if _DIGEST_TEXT.search(text) is None and not (any_text and "\n" in text.strip()):
        return Dropped()
    name = f"{datetime.now().astimezone():pasted-%Y-%m-%d-%H%M%S}.md"
    return Dropped(texts=((name, text.encode("utf-8", "replace")),))


class DropTarget(QObject):
    """Lets a widget take what can be imported, and lights it up while something is held over it."""

    arrived = Signal(object)
    """Dropped."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._light = QFrame(widget)
        self._light.setProperty("kind", "drop")
        self._light.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._label = QLabel(self._light)
        self._label.setProperty("kind", "title")
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self._light).addWidget(self._label)
        self._light.hide()
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def _show_light(self) -> None:
        self._label.setText(self.tr("Drop here to import"))  # the language may have changed
        margin = theme().space(3)
        self._light.setGeometry(self._widget.rect().adjusted(margin, margin, -margin, -margin))
        self._light.show()
        self._light.raise_()

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and dropped(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._show_light()
            return True
        if event.type() is QEvent.Type.DragLeave:
            self._light.hide()
        if type(event) is QDropEvent:
            self._light.hide()
            found = dropped(event.mimeData())
            if found:
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                self.arrived.emit(found)
            return bool(found)
        return False

"""What can be dropped on the window or pasted into it: files, folders, the text of a digest or of a bibliography, text
and links that name papers."""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.ui.theme import theme

_DIGEST_TEXT = re.compile(r"^# (?:摘要|详细)|\[\^[0-9]+\]|^\s*• [0-9]+ authors?$", re.MULTILINE)
_BIBLIOGRAPHY_TEXT = re.compile(r"\s*(?:@[A-Za-z]{2,30}\s*[{(]|TY  ?- )")
_LINK = re.compile(r"""<a\s[^<>]{0,500}?href\s*=\s*["']?([^"'<>\s]{1,500})""", re.IGNORECASE)
_MAY_NAME_PAPER = re.compile(r"[0-9]{4}\.?[0-9]{3}")
_LOOKED_AT = 40_000
"""Characters that are looked through while they are held over the window; anything longer is taken, and looked through
beside the window.
"""


@dataclass(frozen=True, slots=True)
class Dropped:
    """Files and folders, the texts of digests with the names they shall have, text that names papers."""

    paths: tuple[Path, ...] = ()
    digests: tuple[tuple[str, bytes], ...] = ()
    text: str = ""
    bibliography: bytes = b""
    """The text of one."""

    def __bool__(self) -> bool:
        return bool(self.paths or self.digests or self.text or self.bibliography)


def dropped(data: QMimeData) -> Dropped:
    """What of the data can be taken in; nothing if it names no file, is no digest and names no paper."""
    paths, text = local_files(data), offered_text(data)
    if not paths and _DIGEST_TEXT.search(text):
        name = f"{datetime.now().astimezone():pasted-%Y-%m-%d-%H%M%S}.md"
        return Dropped(digests=((name, text.encode("utf-8", "replace")),))
    if not paths and _BIBLIOGRAPHY_TEXT.match(text):
        return Dropped(bibliography=text.encode("utf-8", "replace"))
    return Dropped(paths, text=text if _names_papers(text) else "")


def local_files(data: QMimeData) -> tuple[Path, ...]:
    """The files and folders of this computer that the data names."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile() and url.toLocalFile())


def offered_text(data: QMimeData) -> str:
    """The text of the data, and the links to papers behind its words, which a browser gives beside the text.

    File managers give the names of files as text, too: those are no text.
    """
    if local_files(data):
        return "\n".join(url.toString() for url in data.urls() if not url.isLocalFile())
    text = data.text()
    found = _LINK.findall(data.html()) if data.hasHtml() else ()
    links = "\n".join(dict.fromkeys(link for link in found if _MAY_NAME_PAPER.search(link)))
    if not links:
        return text
    if len(text) + len(links) > _LOOKED_AT:
        return f"{text}\n{links}"
    named = set(_papers(text))
    missing = [paper for paper in _papers(links) if paper not in named]
    return "\n".join((text, *(f"arXiv:{paper}" for paper in missing)))


def _names_papers(text: str) -> bool:
    return len(text) > _LOOKED_AT or bool(text and _papers(text))


def _papers(text: str) -> list[str]:
    from desktop.domain.arxiv_scan import scan  # its patterns take long to compile: not before the first rows

    return [wanted.value for wanted in scan(text).found]


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
        self._label.setText(self.tr("Drop here to add"))  # the language may have changed
        margin = theme().space(3)
        self._light.setGeometry(self._widget.rect().adjusted(margin, margin, -margin, -margin))
        self._light.show()
        self._light.raise_()

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What the window itself gives away, such as rows of the table, it does not take.
        if isinstance(event, QDragEnterEvent) and event.source() is None and dropped(event.mimeData()):
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

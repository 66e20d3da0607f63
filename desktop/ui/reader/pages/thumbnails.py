"""Small pictures of all pages, for looking over a document and jumping in it."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QListView, QWidget

from desktop.domain.pdf_document import RenderRequest
from desktop.ui.reader.pages.document import Document
from desktop.ui.reader.pages.page_cache import Bitmap, BitmapCache
from desktop.ui.reader.pages.page_view import PageView
from desktop.ui.reader.pages.pdf_requests import Urgency
from desktop.ui.reader.pages.thumbnails_delegate import ThumbnailsDelegate, fitted

_CACHE_BYTES = 16 << 20
_PAUSE_MS = 40
"""After the last movement; pages that only fly by are not asked for."""

Index = QModelIndex | QPersistentModelIndex


class ThumbnailModel(QAbstractListModel):
    """The pages by their labels."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        document.ready.connect(self._on_ready)

    def _on_ready(self) -> None:
        self.beginResetModel()
        self.endResetModel()

    # Qt
    def rowCount(self, parent: Index | None = None) -> int:
        """One row a page."""
        return 0 if parent is not None and parent.isValid() else self._document.page_count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """What the page calls itself."""
        label = self._document.page_label(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Page {page}").format(page=label)
        return None


class Thumbnails(QListView):
    """The panel. Pictures are asked for only while they are seen; a click or Enter calls `go_to_page`."""

    def __init__(
        self, document: Document, view: PageView, go_to_page: Callable[[int], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._view = view
        self._go_to_page = go_to_page
        self._cache = BitmapCache(_CACHE_BYTES)
        self._failed: set[RenderRequest] = set()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.setAccessibleName(self.tr("Thumbnails"))
        self.setModel(ThumbnailModel(document, self))
        self.setItemDelegate(ThumbnailsDelegate(self.picture, self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.verticalScrollBar().valueChanged.connect(self._pause.start)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)
        self.model().modelReset.connect(self._on_page)
        view.page_changed.connect(self._on_page)
        self._on_page()

    def picture(self, page: int) -> Bitmap | None:
        """The small picture of a page, if it is there."""
        return self._cache.get(self._request(page))

    def _request(self, page: int) -> RenderRequest:
        facts = self._document.facts
        assert facts is not None
        rotation = self._view.place().rotation
        size = fitted(facts.pages[page], rotation)
        across = facts.pages[page].height if rotation in (90, 270) else facts.pages[page].width
        return RenderRequest(page, size.width() * self.devicePixelRatioF() / max(across, 1), rotation)

    def _ask(self) -> None:
        """Want what is seen, from the top, and nothing else any more."""
        pages = self._seen() if self.isVisible() else range(0)
        requests = {self._request(page) for page in pages}
        self._document.requests.drop(self, keep=requests)
        for page in reversed(pages):  # the newest goes first
            request = self._request(page)
            if request not in self._cache and request not in self._failed:
                self._want(request)

    def _want(self, request: RenderRequest) -> None:
        pages, file = self._document.pages, self._document.file

        def draw(cancelled: Callable[[], bool]) -> Bitmap:
            return Bitmap(pages.render(file, request, cancelled))

        def came(bitmap: Bitmap) -> None:
            self._cache.put(request, bitmap)
            self.update(self.model().index(request.page, 0))

        self._document.requests.want(
            request, Urgency.THUMBNAIL, draw, owner=self, done=came, failed=lambda _: self._failed.add(request)
        )

    def _seen(self) -> range:
        count = self.model().rowCount()
        if not count:
            return range(0)
        area = self.viewport().rect()
        height = max(self.sizeHintForRow(0), 1)
        first = self.indexAt(QPoint(area.center().x(), 1))
        start = first.row() if first.isValid() else 0
        return range(start, min(start + area.height() // height + 2, count))

    def _on_chosen(self, index: QModelIndex) -> None:
        self._go_to_page(index.row())

    def _on_page(self) -> None:
        """Mark the page that is read."""
        index = self.model().index(self._view.current_page, 0)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
        self._pause.start()

    # Qt
    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the page that is read."""
        super().showEvent(event)
        self.scrollTo(self.currentIndex(), QListView.ScrollHint.PositionAtCenter)
        self._pause.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More may be seen."""
        super().resizeEvent(event)
        self._pause.start()

    def event(self, event: QEvent) -> bool:
        """Want nothing while it is hidden; on a screen of another density, other pictures."""
        if event.type() in (QEvent.Type.Hide, QEvent.Type.DevicePixelRatioChange):
            self._pause.start()
        return super().event(event)

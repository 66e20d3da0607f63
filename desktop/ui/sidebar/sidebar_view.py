"""The sidebar as it is seen and used."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from desktop.domain.ids import DigestId
from desktop.domain.listing import Place, Sidebar
from desktop.ui import tokens, wording
from desktop.ui.assets import icon, icon_pixmap
from desktop.ui.sidebar.sidebar_model import SidebarModel
from desktop.ui.theme import theme
from desktop.ui.tokens import Color, Size

Index = QModelIndex | QPersistentModelIndex


class SidebarView(QTreeView):
    """Places with their counts. Moving the current row goes there; dropped files are the window's business."""

    place_chosen = Signal(object, object)  # Place, DigestId | None
    export_asked = Signal(object)  # DigestId
    removal_asked = Signal(object)  # DigestId

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SidebarModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_PlaceDelegate(self))
        self.setProperty("kind", "sidebar")
        self.setAccessibleName(self.tr("Places"))
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.expand(self._model.heading())
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self._choosing = False

    def set_sidebar(self, sidebar: Sidebar) -> None:
        """Show these places and counts; the chosen place stays."""
        current = self._model.row(self.currentIndex())
        self._choosing = True  # Qt moves on when the current row goes away; where to, the window decides
        self._model.set_sidebar(sidebar, keep=current.place if current is not None else None)
        self._choosing = False

    def choose(self, place: Place, digest: DigestId | None = None) -> bool:
        """Mark that place without announcing it. False if it is not there."""
        index = self._model.index_of(place, digest)
        if not index.isValid():
            return False
        self._choosing = True
        self.setCurrentIndex(index)
        self._choosing = False
        return True

    @property
    def digests_shown(self) -> bool:
        """False while the digests are folded away."""
        return self.isExpanded(self._model.heading())

    def show_digests(self, shown: bool) -> None:
        """Fold or unfold the digests."""
        self.setExpanded(self._model.heading(), shown)

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row is not None and row.place is None:
            self.setExpanded(index, not self.isExpanded(index))

    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        row = self._model.row(current)
        if row is not None and row.place is not None and not self._choosing:
            self.place_chosen.emit(row.place, row.digest.id if row.digest is not None else None)

    def _show_menu(self, index: QModelIndex, where: QPoint) -> None:
        row = self._model.row(index)
        if row is None or row.digest is None:
            return
        digest = row.digest.id
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        show = menu.addAction(icon("papers"), self.tr("Show papers"))
        show.triggered.connect(lambda: self.setCurrentIndex(self._model.index_of(Place.DIGEST, digest)))
        export = menu.addAction(icon("export"), self.tr("Export digest…"))
        export.triggered.connect(lambda: self.export_asked.emit(digest))
        menu.addSeparator()
        remove = menu.addAction(icon("trash"), self.tr("Remove digest"))
        remove.triggered.connect(lambda: self.removal_asked.emit(digest))
        menu.popup(where)

    # Qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right fold, Space and Enter on the heading too; Delete removes a digest."""
        index = self.currentIndex()
        row = self._model.row(index)
        key = event.key()
        if row is not None and row.place is None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.setExpanded(index, not self.isExpanded(index))
        elif row is not None and row.digest is not None and key == Qt.Key.Key_Left:
            self.setCurrentIndex(self._model.heading())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of a digest, at the pointer or below its row."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            self._show_menu(index, self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))
        else:
            self._show_menu(self.indexAt(event.pos()), event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """The window takes what is dropped."""
        event.ignore()


class _PlaceDelegate(QStyledItemDelegate):
    """Icon, name, and the count at the right in muted figures."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are of one height."""
        return QSize(theme().space(30), theme().space(8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        model = index.model()
        assert isinstance(model, SidebarModel)
        row = model.row(index)
        assert row is not None
        look = theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect.adjusted(look.space(2), 1, -look.space(2), -1)
        self._paint_ground(painter, option, area)
        view = self.parent()
        assert isinstance(view, SidebarView)
        if row.place is None:
            self._paint_heading(painter, area, index.data(), view.digests_shown)
        else:
            indent = look.space(3) if row.digest is not None else 0
            inner = area.adjusted(look.space(2) + indent, 0, -look.space(2), 0)
            name = str(index.data())
            self._paint_place(painter, inner, row.icon, name.removesuffix(".md").removesuffix(".txt"), row.count)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> None:
        state = option.state
        ground = None
        if state & QStyle.StateFlag.State_Selected:
            ground = Color.ACCENT_SOFT
        elif state & QStyle.StateFlag.State_MouseOver:
            ground = Color.HOVER
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        if ground is None and not has_focus:
            return
        painter.setPen(QPen(theme().color(Color.ACCENT), tokens.FOCUS_WIDTH) if has_focus else Qt.PenStyle.NoPen)
        painter.setBrush(theme().color(ground) if ground is not None else Qt.BrushStyle.NoBrush)
        inset = tokens.FOCUS_WIDTH // 2 if has_focus else 0
        painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), tokens.RADIUS, tokens.RADIUS)

    def _paint_heading(self, painter: QPainter, area: QRect, name: str, unfolded: bool) -> None:
        look = theme()
        side = look.scaled(tokens.ICON)
        at = area.adjusted(look.space(2), 0, 0, 0)
        self._paint_icon(painter, at, "chevron-down" if unfolded else "chevron-right", side, Color.TEXT_MUTED)
        painter.setFont(look.font(Size.BADGE, bold=True))
        painter.setPen(look.color(Color.TEXT_MUTED))
        painter.drawText(at.adjusted(side + look.space(2), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_place(self, painter: QPainter, area: QRect, image: str, name: str, count: int) -> None:
        look = theme()
        side = look.scaled(tokens.ICON)
        self._paint_icon(painter, area, image, side, Color.TEXT_MUTED)
        painter.setFont(look.font(Size.BADGE))
        painter.setPen(look.color(Color.TEXT_MUTED))
        figures = wording.number(count)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, figures)
        taken = painter.fontMetrics().horizontalAdvance(figures) + look.space(2)
        painter.setFont(look.font(Size.BODY))
        painter.setPen(look.color(Color.TEXT))
        room = area.adjusted(side + look.space(2), 0, -taken, 0)
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, middle | Qt.TextFlag.TextSingleLine, shown)

    def _paint_icon(self, painter: QPainter, area: QRect, name: str, side: int, color: Color) -> None:
        picture = icon_pixmap(name, side, color, painter.device().devicePixelRatio())
        painter.drawPixmap(area.left(), area.top() + (area.height() - side) // 2, picture)

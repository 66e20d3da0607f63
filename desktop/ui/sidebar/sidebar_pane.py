"""The left pane: the tree of places, and the Trash pinned below it."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QVBoxLayout, QWidget

from desktop.ui.sidebar.moves import Spot, takes
from desktop.ui.sidebar.sidebar_delegate import ROW_STEPS
from desktop.ui.sidebar.sidebar_view import TRASH, SidebarView
from desktop.ui.theme import theme
from desktop.ui.tokens import Color


class SidebarPane(QWidget):
    """`view` does the work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = SidebarView()
        self.trash = PinnedTrash(self.view)
        self.setProperty("kind", "sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self.trash)
        self.setFocusProxy(self.view)
        self.view.menu_wanted.connect(self._show_menu)

    def _show_menu(self, index: QModelIndex, where: QPoint) -> None:
        from desktop.ui.sidebar.sidebar_menu import show_menu  # not needed for the first screen

        show_menu(self.view, index, where)


class PinnedTrash(QWidget):
    """Shows the row of the Trash; keys reach it as the last row of the tree."""

    def __init__(self, view: SidebarView) -> None:
        super().__init__()
        self._view = view
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        view.current_changed.connect(self.update)
        view.rows.dataChanged.connect(self._on_data_changed)
        view.installEventFilter(self)
        self._on_data_changed()

    @property
    def _row(self) -> QModelIndex:
        return self._view.rows.index_of(TRASH)

    def _on_data_changed(self) -> None:
        self.setAccessibleName(str(self._row.data(Qt.ItemDataRole.AccessibleTextRole)))
        self.update()

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(0, theme().space(ROW_STEPS + 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        state = QStyle.StateFlag.State_None
        if self._view.currentIndex() == self._row:
            state |= QStyle.StateFlag.State_Selected
            if self._view.hasFocus():
                state |= QStyle.StateFlag.State_HasFocus
        if self.underMouse():
            state |= QStyle.StateFlag.State_MouseOver
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, look.color(Color.LINE))
        self._view.painter.paint_row(painter, self.rect().adjusted(0, look.space(), 0, -look.space()), state, self._row)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._view.setFocus()
            self._view.setCurrentIndex(self._row)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if takes(data) and self._view.wish_at(data, self._row, Spot.ON) is not None:
            event.acceptProposedAction()
            self._light(self._row)
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._light(QModelIndex())

    def dropEvent(self, event: QDropEvent) -> None:
        asked = self._view.wish_at(event.mimeData(), self._row, Spot.ON)
        self._light(QModelIndex())
        if asked is not None:
            event.acceptProposedAction()
            self._view.wished.emit(asked)

    def _light(self, index: QModelIndex) -> None:
        self._view.light(index)
        self.update()

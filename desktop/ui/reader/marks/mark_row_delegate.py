"""Paints a mark in a list: colour, kind, page, quote, comment, tags, and the picture of an area."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QAbstractItemDelegate, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.domain.mark import Mark, MarkKind
from desktop.ui.assets import icon_pixmap
from desktop.ui.library.text_lines import KEPT, TextLines, line_size
from desktop.ui.mark_colors import paint_dot
from desktop.ui.mark_words import ICONS, kind_name
from desktop.ui.reader.marks.marks_list_model import Role
from desktop.ui.reader.marks.plain_editor import PlainEditor
from desktop.ui.theme import theme
from desktop.ui.tokens import FOCUS_WIDTH, ICON, MARK_DOT, Color, Size

Index = QModelIndex | QPersistentModelIndex
_PICTURE = 110
"""Pixels at 100 %: the tallest picture."""
_EDITOR = 72
"""Pixels at 100 %: the field for a comment."""
_BEGINNING, _TALL = 400, 10_000
"""Characters and pixels that are more than any row has room for."""
_State = QStyle.StateFlag


@dataclass(frozen=True, slots=True)
class _Part:
    """A paragraph of a row."""

    text: str
    color: Color
    lines: int
    height: int


class MarkRowDelegate(QStyledItemDelegate):
    """Rows are as tall as what the mark tells. The comment is edited where it stands."""

    comment_typed = Signal(str, str)
    """What is typed about the mark of that id."""
    typing_ended = Signal()

    def __init__(
        self,
        label_of: Callable[[int], str],
        picture_of: Callable[[str], QImage | None],
        unplaced_words: Callable[[], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._label_of = label_of
        self._picture_of = picture_of
        self._unplaced_words = unplaced_words
        self._lines = TextLines(theme())
        self._counts: dict[tuple[str, int], int] = {}
        theme().changed.connect(self._on_theme_changed)

    # Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if hasattr(view, "viewport") else 240
        mark: Mark = index.data(Role.MARK)
        inner = self._inner_width(width)
        height = theme().space(3) + _line() + sum(part.height for part in self._parts(mark, inner))
        height += self._picture_size(mark, inner).height() + self._heading_height(index, inner)
        return QSize(width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        mark: Mark = index.data(Role.MARK)
        look, area = theme(), QRect(option.rect)
        painter.save()
        inner_width = self._inner_width(area.width())
        if (heading := self._heading_height(index, inner_width)) > 0:
            self._paint_text(
                painter, area.left() + look.space(3), area.top() + look.space(), self._heading(inner_width)
            )
            area.setTop(area.top() + heading)
        self._paint_ground(painter, area, option.state)
        x, y = area.left() + look.space(3), area.top() + look.space(1.5)
        self._paint_head(painter, QRect(x, y, area.width() - look.space(6), _line()), mark)
        x += self._indent()
        y += _line()
        for part in self._parts(mark, inner_width):
            self._paint_text(painter, x, y, (part, inner_width))
            y += part.height
        size = self._picture_size(mark, inner_width)
        picture = self._picture_of(mark.id) if size.height() else None
        if picture is not None:
            shown = picture.size().scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRect(x, y + look.space(0.5), shown.width(), shown.height() - look.space()), picture)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = PlainEditor(parent)
        editor.setAccessibleName(self.tr("Comment"))
        mark: Mark = index.data(Role.MARK)

        def save() -> None:
            self.comment_typed.emit(mark.id, editor.text)

        def end() -> None:
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

        editor.save_wanted.connect(save)
        editor.ended.connect(end)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, PlainEditor) and not editor.isVisible():
            editor.show_text(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, PlainEditor):
            editor.flush()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        area = QRect(option.rect).adjusted(self._indent(), 0, 0, 0)
        height = max(theme().scaled(_EDITOR), area.height() - _line() - theme().space(2))
        editor.setGeometry(area.left(), area.bottom() - height, area.width() - theme().space(), height)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, PlainEditor):
            editor.flush()
        self.typing_ended.emit()
        super().destroyEditor(editor, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys belong to the field: Esc saves there, as everywhere over the pages."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        return super().eventFilter(watched, event)

    # Parts of a row

    def _on_theme_changed(self) -> None:
        self._lines.clear()
        self._counts.clear()

    def _parts(self, mark: Mark, width: int) -> list[_Part]:
        line = _line()
        parts = []
        comment_color = Color.TEXT if not mark.quote else Color.TEXT_MUTED
        for text, color, lines in (
            (mark.quote, Color.TEXT, 2),
            (" ".join(mark.comment.split()), comment_color, 3),
            (" ".join(f"#{tag}" for tag in mark.tags), Color.ACCENT, 1),
        ):
            if text:
                lines = min(lines, self._line_count(text, width))
                parts.append(_Part(text, color, lines, lines * line))
        return parts

    def _line_count(self, text: str, width: int) -> int:
        """How many lines a text needs, as far as its beginning tells, which is all that a row shows."""
        key = (text, width)
        count = self._counts.get(key)
        if count is None:
            if len(self._counts) >= KEPT:
                self._counts.clear()
            metrics = QFontMetrics(theme().font(Size.BODY))
            flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
            area = metrics.boundingRect(QRect(0, 0, width, _TALL), flags, text[:_BEGINNING])
            count = self._counts[key] = max(round(area.height() / metrics.lineSpacing()), 1)
        return count

    def _paint_text(self, painter: QPainter, x: int, y: int, what: tuple[_Part, int]) -> None:
        part, width = what
        look = theme()
        painter.setPen(look.color(part.color))
        self._lines.draw(painter, QPointF(x, y), part.text, look.font(Size.BODY), width, lines=part.lines)

    def _heading(self, width: int) -> tuple[_Part, int]:
        text = self._unplaced_words()
        return _Part(text, Color.TEXT_MUTED, self._line_count(text, width), 0), width

    def _heading_height(self, index: Index, width: int) -> int:
        if not index.data(Role.FIRST_UNPLACED):
            return 0
        return self._heading(width)[0].lines * _line() + theme().space(2)

    @staticmethod
    def _paint_ground(painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        color = theme().color
        if state & _State.State_Selected:
            painter.fillRect(area, color(Color.ACCENT_SOFT))
        elif state & _State.State_MouseOver:
            painter.fillRect(area, color(Color.HOVER))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, color(Color.LINE))
        if state & _State.State_HasFocus:
            painter.fillRect(area.left(), area.top(), FOCUS_WIDTH, area.height() - 1, color(Color.ACCENT))

    def _paint_head(self, painter: QPainter, area: QRect, mark: Mark) -> None:
        look = theme()
        side = look.scaled(MARK_DOT)
        paint_dot(painter, QRectF(area.left(), area.top() + (area.height() - side) / 2, side, side), mark.color)
        image = look.scaled(ICON)
        ratio = painter.device().devicePixelRatio()
        picture = icon_pixmap(ICONS[mark.kind], image, Color.TEXT_MUTED, ratio)
        painter.drawPixmap(area.left() + self._indent(), area.top() + (area.height() - image) // 2, picture)
        painter.setPen(look.color(Color.TEXT_MUTED))
        painter.setFont(look.font(Size.BADGE))
        words = area.adjusted(self._indent() + image + look.space(), 0, 0, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, kind_name(mark.kind))
        page = self.tr("p. {page}").format(page=self._label_of(mark.page))
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, page)

    @staticmethod
    def _picture_size(mark: Mark, width: int) -> QSize:
        """The room for a picture: known from the area, before the picture is there."""
        if mark.kind is not MarkKind.AREA or mark.box is None:
            return QSize(width, 0)
        left, top, right, bottom = mark.box
        tall = (bottom - top) * width / max(right - left, 1.0)
        return QSize(width, min(round(tall), theme().scaled(_PICTURE)) + theme().space())

    @staticmethod
    def _indent() -> int:
        return theme().scaled(MARK_DOT) + theme().space(2)

    def _inner_width(self, width: int) -> int:
        return max(width - theme().space(6) - self._indent(), 20)


def _line() -> int:
    return round(line_size(theme().font(Size.BODY))[1]) + 1

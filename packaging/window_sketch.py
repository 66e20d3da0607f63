"""The drawing of the window on the first page of each language of the guide: three panes, one paper chosen."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextOption

SURFACE, SIDEBAR, LINE = QColor("#FFFFFF"), QColor("#EFEDE8"), QColor("#DEDAD2")
TEXT, MUTED, ACCENT, SOFT, MARK = (QColor(c) for c in ("#1F1E1B", "#67635B", "#2B5C8C", "#E2ECF6", "#FFE27A"))

_CHOSEN_PLACE = 3


@dataclass(frozen=True, slots=True)
class SketchText:
    """The words of the drawing, and the footer of the pages, in one language."""

    footer: str
    places: tuple[tuple[str, str], ...]
    search: str
    rows: tuple[tuple[str, str], ...]
    chosen: int
    summary: str
    original: str
    translated: str
    status: str


ENGLISH = SketchText(
    footer="Papershelf guide",
    places=(
        *(("Inbox", "9"), ("Queue", ""), ("Reading", ""), ("All papers", "9")),
        *(("Recently added", "9"), ("papershelf-sample", "8"), ("Trash", "")),
    ),
    search="Search",
    rows=(
        ("Attention Is All You Need", "注意力就是你所需要的一切"),
        ("LoRA: Low-Rank Adaptation of Large Lang…", "LoRA：大语言模型的低秩适配"),
        ("Denoising Diffusion Probabilistic Models", "去噪扩散概率模型"),
        ("Deep Residual Learning for Image Recog…", "用于图像识别的深度残差学习"),
        ("Generative Adversarial Networks", "生成对抗网络"),
    ),
    chosen=0,
    summary="The Transformer does away with recurrence and convolution, relies on attention alone, trains faster "
    "and translates better.",
    original="The translation models of the day read sentences step by step, which is hard to run in parallel "
    "and hard to stretch over long distances.",
    translated="当时主流的翻译模型依靠循环或卷积网络逐步处理句子，难以并行，也难以捕捉相距很远的词之间的联系。",
    status="9 papers, 1 selected",
)
CHINESE = SketchText(
    footer="Papershelf 使用指南",
    places=(
        *(("收件箱", "9"), ("待读队列", ""), ("在读", ""), ("全部论文", "9")),
        *(("最近添加", "9"), ("papershelf-sample", "8"), ("回收站", "")),
    ),
    search="搜索",
    rows=tuple((translated, title) for title, translated in ENGLISH.rows),
    chosen=0,
    summary="提出完全由注意力机制构成的 Transformer，不用循环也不用卷积，训练更快，翻译质量更高。",
    original=ENGLISH.original,
    translated=ENGLISH.translated,
    status="共 9 篇，已选 1 篇",
)


class WindowSketch:
    """Draws on a painter whose unit is a point."""

    def __init__(self, painter: QPainter, frame: QRectF, text: SketchText, family: str) -> None:
        self._painter = painter
        self._frame = frame
        self._text = text
        self._family = family
        self._left = frame.left() + 104
        self._right = frame.left() + 292

    def draw(self) -> None:
        """Frame first, then the panes from left to right."""
        painter = self._painter
        painter.setPen(QPen(LINE, 0.75))
        painter.setBrush(SURFACE)
        painter.drawRoundedRect(self._frame, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(SIDEBAR)
        left = QRectF(self._frame.topLeft(), QPointF(self._left, self._frame.bottom()))
        painter.drawRoundedRect(left, 6, 6)
        painter.fillRect(left.adjusted(20, 0, 0, 0), SIDEBAR)
        painter.setPen(QPen(LINE, 0.75))
        painter.drawLine(QPointF(self._right, self._frame.top()), QPointF(self._right, self._frame.bottom()))
        self._draw_places()
        self._draw_table()
        self._draw_details()

    def _write(self, area: QRectF, words: str, size: float, colour: QColor, *, right: bool = False) -> float:
        """Words wrapped into the area; returns the height they take."""
        font = QFont(self._family)
        font.setPointSizeF(size)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self._painter.setFont(font)
        self._painter.setPen(QPen(colour))
        option = QTextOption(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._painter.drawText(area, words, option)
        return self._painter.boundingRect(area, words, option).height()

    def _draw_places(self) -> None:
        for index, (name, count) in enumerate(self._text.places):
            row = QRectF(self._frame.left() + 6, self._frame.top() + 12 + 20 * index, 92, 17)
            if index == _CHOSEN_PLACE:
                self._painter.setPen(Qt.PenStyle.NoPen)
                self._painter.setBrush(SOFT)
                self._painter.drawRoundedRect(row, 3, 3)
            inner = row.adjusted(6, 4.5, -6, 0)
            self._write(inner, name, 7, ACCENT if index == _CHOSEN_PLACE else TEXT)
            self._write(inner, count, 7, MUTED, right=True)

    def _draw_table(self) -> None:
        box = QRectF(self._left + 8, self._frame.top() + 9, self._right - self._left - 16, 17)
        self._painter.setPen(QPen(LINE, 0.75))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(box, 3, 3)
        self._write(box.adjusted(6, 4.5, -6, 0), self._text.search, 7, MUTED)
        for index, (title, below) in enumerate(self._text.rows):
            row = QRectF(self._left, self._frame.top() + 34 + 33 * index, self._right - self._left, 33)
            if index == self._text.chosen:
                self._painter.fillRect(row.adjusted(0.5, 0, -0.5, 0), SOFT)
            self._write(row.adjusted(10, 5, -6, 0), title, 7.5, TEXT)
            self._write(row.adjusted(10, 18, -6, 0), below, 6.5, MUTED)
            self._painter.setPen(QPen(LINE, 0.5))
            self._painter.drawLine(row.bottomLeft() + QPointF(8, 0), row.bottomRight() - QPointF(8, 0))
        bottom = self._frame.bottom() - 15
        self._write(QRectF(self._left + 10, bottom, self._right - self._left - 16, 14), self._text.status, 6.5, MUTED)

    def _draw_details(self) -> None:
        left, width = self._right + 12, self._frame.right() - self._right - 24
        title, below = self._text.rows[self._text.chosen]
        y = self._frame.top() + 12
        y += self._write(QRectF(left, y, width, 40), title, 10.5, TEXT) + 2
        y += self._write(QRectF(left, y, width, 20), below, 7.5, MUTED) + 4
        y += self._write(QRectF(left, y, width, 20), "2017-06 · arXiv 1706.03762 · cs.CL", 6.5, ACCENT) + 8
        quiet = QRectF(left, y, width, 46)
        self._painter.fillRect(quiet, SIDEBAR)
        self._painter.fillRect(QRectF(left, y, 2, quiet.height()), ACCENT)
        self._write(quiet.adjusted(9, 7, -6, 0), self._text.summary, 7, TEXT)
        y = quiet.bottom() + 10
        half = (width - 10) / 2
        self._write(QRectF(left, y, half, 90), self._text.original, 6.5, TEXT)
        self._write(QRectF(left + half + 10, y, half, 90), self._text.translated, 6.5, TEXT)


def draw_window(painter: QPainter, frame: QRectF, text: SketchText, family: str) -> None:
    """A window in `frame`, in points, with the words of one language."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    WindowSketch(painter, frame, text, family).draw()
    painter.restore()

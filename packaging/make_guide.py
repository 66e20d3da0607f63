"""Make resources/sample/guide.pdf, the guide to Papershelf that comes with the sample library.

    python packaging/make_guide.py [OUTPUT]

The text is in packaging/guide/: one Markdown file a language, a line `---` starts a page. The same text gives
the same bytes as long as Qt and the font are the same.
"""

import os
import re
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_HASH_SEED"] = "0"  # fonts are written in the order of a hash table

from markdown_it import MarkdownIt
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QUuid
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextDocument,
)

from window_sketch import CHINESE, ENGLISH, SketchText, draw_window

HERE = Path(__file__).resolve().parent
OUTPUT = HERE.parent / "resources" / "sample" / "guide.pdf"
FONT = "WenQuanYi Micro Hei"
MONO = "WenQuanYi Micro Hei Mono"
"""Both faces are in one file whose licence allows embedding; the Latin letters match the Chinese ones."""

WIDTH, HEIGHT = 595.0, 842.0  # A4 in points, the unit of everything below
MARGIN = 62.0
TOP = 64.0
BOTTOM = 58.0
SKETCH_HEIGHT = 226.0
MADE_AT = "20250101000000"
"""Written in place of the time of day, so that the file does not change with it."""

TEXT, MUTED, ACCENT = QColor("#1F1E1B"), QColor("#67635B"), QColor("#2B5C8C")
STYLE = f"""
body {{ font-family: '{FONT}'; font-size: 11px; color: {TEXT.name()}; }}
h1 {{ font-size: xx-large; font-weight: normal; margin: 0 0 4px 0; }}
h2 {{ font-size: 16px; font-weight: normal; color: {ACCENT.name()}; margin: 18px 0 6px 0; }}
p {{ margin: 0 0 8px 0; line-height: 150%; }}
p.subtitle {{ font-size: 14px; color: {MUTED.name()}; margin-bottom: 14px; }}
p.after {{ margin-top: 10px; }}
li {{ margin: 0 0 5px 0; line-height: 150%; }}
code {{ font-family: '{MONO}'; color: {ACCENT.name()}; }}
pre {{ font-family: '{MONO}'; color: {ACCENT.name()}; margin: 0; }}
th {{ font-weight: normal; color: {MUTED.name()}; text-align: left; border-bottom: 0.75px solid {MUTED.name()}; }}
td {{ border-bottom: 0.5px solid #DEDAD2; }}
"""
CODE_BOX = (
    r'<table width="100%" bgcolor="#F6F5F2" cellpadding="8">'
    r'<tr><td style="border: 0"><pre>\1</pre></td></tr></table>'
)


def page_document(markdown: str) -> QTextDocument:
    """A page's text laid out over the width between the margins; one unit is a point."""
    html = MarkdownIt("commonmark").enable("table").render(markdown)
    html = re.sub(r"<p>(.*)\n\{\.subtitle\}</p>", r'<p class="subtitle">\1</p>', html)
    html = html.replace("<table>", '<table width="100%" cellspacing="0" cellpadding="4">')
    html = html.replace("</table>\n<p>", '</table>\n<p class="after">')
    html = re.sub(r"<pre><code>(.*?)\n</code></pre>", CODE_BOX, html, flags=re.DOTALL)
    document = QTextDocument()
    document.setUseDesignMetrics(True)
    document.setDocumentMargin(0)
    document.setDefaultStyleSheet(STYLE)
    font = QFont(FONT)
    font.setPixelSize(10)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    document.setDefaultFont(font)
    document.setHtml(f"<body>{html}</body>")
    document.setTextWidth(WIDTH - 2 * MARGIN)
    return document


def draw_markdown(painter: QPainter, markdown: str, top: float) -> float:
    """Draws the text from `top` down and returns where it ends."""
    document = page_document(markdown)
    painter.save()
    painter.translate(MARGIN, top)
    document.drawContents(painter)
    painter.restore()
    return top + document.size().height()


def draw_page(painter: QPainter, markdown: str, sketch: SketchText, footer: str) -> None:
    """One page. Raises ValueError if the text does not fit."""
    painter.fillRect(QRectF(0, 0, WIDTH, 7), ACCENT)
    before, _, after = markdown.partition("{{window}}")
    end = draw_markdown(painter, before, TOP)
    if after:
        draw_window(painter, QRectF(MARGIN, end + 4, WIDTH - 2 * MARGIN, SKETCH_HEIGHT), sketch, FONT)
        end = draw_markdown(painter, after, end + SKETCH_HEIGHT + 22)
    if end > HEIGHT - BOTTOM:
        raise ValueError(f"{footer}: the text ends at {end:.0f} pt, below {HEIGHT - BOTTOM:.0f} pt")
    font = QFont(FONT)
    font.setPixelSize(8)
    painter.setFont(font)
    painter.setPen(QPen(MUTED))
    painter.drawText(QPointF(MARGIN, HEIGHT - 34), footer)


def without_times(pdf: bytes) -> bytes:
    """The same file with a fixed time of making; no length changes, so its table of offsets stays true."""
    day, clock = MADE_AT[:8], MADE_AT[8:]
    iso = f"{day[:4]}-{day[4:6]}-{day[6:]}T{clock[:2]}:{clock[2:4]}:{clock[4:]}+00:00".encode()
    pdf = re.sub(rb"\(D:\d{14}[^)]*\)", lambda m: f"(D:{MADE_AT}".encode() + b"Z".ljust(len(m[0]) - 18) + b")", pdf)
    return re.sub(rb'(?<=Date=")\d{4}-\d\d-\d\dT[\d:]{8}[^"]*', lambda m: iso.ljust(len(m[0]), b"Z")[: len(m[0])], pdf)


def draw_pages(painter: QPainter, writer: QPdfWriter) -> None:
    """All pages, English first."""
    number = 0
    for name, sketch in (("en", ENGLISH), ("zh_CN", CHINESE)):
        for page in (HERE / "guide" / f"{name}.md").read_text(encoding="utf-8").split("\n---\n"):
            if number:
                writer.newPage()
            number += 1
            draw_page(painter, page, sketch, f"{sketch.footer}  ·  {number}")


def guide_pdf() -> bytes:
    """The guide as a PDF file. Needs a QGuiApplication and the font."""
    if missing := {FONT, MONO} - set(QFontDatabase.families()):
        raise SystemExit(f"make_guide: no font {', '.join(sorted(missing))} (Debian: fonts-wqy-microhei)")
    memory = QBuffer()
    memory.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(memory)
    writer.setTitle("Papershelf guide")
    writer.setCreator("Papershelf")
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), b"papershelf guide"))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(72)
    painter = QPainter(writer)
    try:
        draw_pages(painter, writer)
    finally:
        painter.end()
    return without_times(bytes(memory.data().data()))


if __name__ == "__main__":
    application = QGuiApplication([])
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else OUTPUT
    target.write_bytes(guide_pdf())
    print(f"{target}: {target.stat().st_size} bytes")

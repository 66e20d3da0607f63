"""Draw the icon of the desktop entry as PNG from resources/icons/papershelf.svg.

`python packaging/make_icons.py FOLDER` writes FOLDER/<size>x<size>/apps/org.papershelf.Papershelf.png, the layout of
an icon theme.
"""

import os
import sys
from pathlib import Path

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
NAME = "org.papershelf.Papershelf.png"
SOURCE = Path(__file__).resolve().parent.parent / "resources" / "icons" / "papershelf.svg"


def write_icons(folder: Path) -> list[Path]:
    """Write all sizes; returns the files."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication.instance() or QGuiApplication([])
    assert app is not None
    drawing, files = QSvgRenderer(str(SOURCE)), []
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(QColor(0, 0, 0, 0))
        painter = QPainter(image)
        drawing.render(painter)
        painter.end()
        file = folder / f"{size}x{size}" / "apps" / NAME
        file.parent.mkdir(parents=True, exist_ok=True)
        if not image.save(str(file)):
            raise OSError(f"{file} could not be written")
        files.append(file)
    return files


if __name__ == "__main__":
    for written in write_icons(Path(sys.argv[1])):
        print(written)

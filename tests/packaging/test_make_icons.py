"""The icon of the desktop entry in every size."""

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from make_icons import SIZES, write_icons


def test_every_size_is_drawn(qapp: QApplication, tmp_path: Path) -> None:
    files = write_icons(tmp_path)
    assert [QImage(str(file)).width() for file in files] == list(SIZES)
    middle = QImage(str(files[-1])).pixelColor(256, 40)
    assert middle.alpha() == 255

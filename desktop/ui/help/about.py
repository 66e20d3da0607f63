"""What Papershelf is, which version runs, and on what terms."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.assets import app_icon
from desktop.ui.theme import theme


class AboutDialog(QDialog):
    """Name, version, licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Papershelf"))
        look = theme()
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(look.scaled(64), look.scaled(64)))
        name = QLabel(self.tr("Papershelf {version}").format(version=_version()))
        name.setProperty("kind", "title")
        text = QLabel(
            self.tr(
                "A reading list for preprints that treats bilingual digests as data.\n\n"
                "Free software under the GNU Affero General Public License, version 3 or later: you may use, study, "
                "change and pass it on. It comes without any warranty. Paper metadata from arXiv is CC0."
            )
        )
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        text.setFixedWidth(look.scaled(360))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())  # the style's is black on any ground
        buttons.rejected.connect(self.close)
        words = QVBoxLayout()
        words.setSpacing(look.space(3))
        for widget in (name, text, buttons):
            words.addWidget(widget)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*(look.space(5),) * 4)
        layout.setSpacing(look.space(5))
        layout.addWidget(picture, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words)


def _version() -> str:
    try:
        return version("papershelf")
    except PackageNotFoundError:  # run from a folder that was never installed
        return ""

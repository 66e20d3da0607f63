"""Before arXiv is asked for much: how long that takes."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.ui import wording
from desktop.ui.assets import icon_pixmap
from desktop.ui.fetching.fetch_words import asking_words, requests_words
from desktop.ui.theme import theme
from desktop.ui.tokens import Color

_ICON = 32


def ask_before_check(papers: int, begin: Callable[[], None], parent: QWidget) -> QMessageBox:
    """Tell how long a check takes, and begin if the person says so. Returns the window that asks."""
    translate = QCoreApplication.translate
    box = _question("refresh", translate("CheckQuestion", "Check"), begin, parent)
    box.setWindowTitle(translate("CheckQuestion", "Check for new versions"))
    text = translate("CheckQuestion", "arXiv is asked about {papers}.").format(papers=wording.papers(papers))
    box.setText(wording.sentences((text, asking_words(papers))))
    box.setInformativeText(
        translate(
            "CheckQuestion",
            "You can go on working meanwhile, and stop it in the list of downloads. Authors, dates and categories that "
            "are missing are filled in; what you typed stays.",
        )
    )
    box.open()
    return box


def ask_before_download(papers: int, begin: Callable[[], None], parent: QWidget) -> QMessageBox:
    """Tell how long it takes to download the PDFs of so many papers, and begin if the person says so. Returns the
    window that asks."""
    translate = QCoreApplication.translate
    box = _question("download", translate("CheckQuestion", "Download"), begin, parent)
    box.setWindowTitle(translate("CheckQuestion", "Download PDFs"))
    text = translate("CheckQuestion", "arXiv is asked for the PDFs of {papers}.").format(papers=wording.papers(papers))
    box.setText(wording.sentences((text, requests_words(papers))))
    box.setInformativeText(
        translate(
            "CheckQuestion",
            "You can go on working meanwhile, and pause it in the list of downloads. PDFs that are there already are "
            "left out; the limit of disk space does not hold for what you ask for yourself.",
        )
    )
    box.open()
    return box


def _question(icon: str, start: str, begin: Callable[[], None], parent: QWidget) -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIconPixmap(icon_pixmap(icon, theme().scaled(_ICON), Color.ACCENT, parent.devicePixelRatioF()))
    box.setTextFormat(Qt.TextFormat.PlainText)
    button = box.addButton(start, QMessageBox.ButtonRole.AcceptRole)
    button.setProperty("kind", "primary")
    button.clicked.connect(begin)
    box.addButton(QCoreApplication.translate("CheckQuestion", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(button)
    return box

"""Before arXiv is asked about many papers: how long that takes."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.ui import wording
from desktop.ui.assets import icon_pixmap
from desktop.ui.fetching.fetch_words import asking_words
from desktop.ui.theme import theme
from desktop.ui.tokens import Color

_ICON = 32


def ask_before_check(papers: int, begin: Callable[[], None], parent: QWidget) -> QMessageBox:
    """Tell it, and begin if the person says so. Returns the window that asks."""
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(translate("CheckQuestion", "Check for new versions"))
    box.setIconPixmap(icon_pixmap("refresh", theme().scaled(_ICON), Color.ACCENT, parent.devicePixelRatioF()))
    box.setTextFormat(Qt.TextFormat.PlainText)
    text = translate("CheckQuestion", "arXiv is asked about {papers}.").format(papers=wording.papers(papers))
    box.setText(wording.sentences((text, asking_words(papers))))
    box.setInformativeText(
        translate(
            "CheckQuestion",
            "You can go on working meanwhile, and stop it in the list of downloads. Authors, dates and categories that "
            "are missing are filled in; what you typed stays.",
        )
    )
    start = box.addButton(translate("CheckQuestion", "Check"), QMessageBox.ButtonRole.AcceptRole)
    start.setProperty("kind", "primary")
    box.addButton(translate("CheckQuestion", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(start)
    start.clicked.connect(begin)
    box.open()
    return box

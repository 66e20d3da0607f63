"""Words on pages that could not be drawn, with a button that tries again."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.errors import AppError, Reason
from desktop.ui.language import QT_TRANSLATE_NOOP
from desktop.ui.theme import theme
from desktop.ui.wording import sentences

_WIDEST = 90
"""Steps of spacing."""
_WHY = {
    Reason.UNREADABLE: QT_TRANSLATE_NOOP("PageFailures", "The file is gone, or may not be read."),
    Reason.PDF_UNREAD: QT_TRANSLATE_NOOP("PageFailures", "The part of Papershelf that reads PDFs did not start."),
    Reason.PDF_FAILED: QT_TRANSLATE_NOOP("PageFailures", "It is damaged, too large, or takes too long to draw."),
}


class _PageFailure(QFrame):
    """What is said on one page."""

    def __init__(self, label: str, error: AppError, retry: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toast")
        reason = error.reason if error.reason in _WHY else Reason.PDF_FAILED
        why = QCoreApplication.translate("PageFailures", _WHY[reason])
        told = [self.tr("Page {page} cannot be shown.").format(page=label), why]
        if reason is Reason.PDF_FAILED:  # else it is about the whole file
            told.append(self.tr("The other pages are not affected."))
        words = QLabel(sentences(told), self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        button = QPushButton(self.tr("Try again"), self)
        button.setAccessibleName(self.tr("Try again to show page {page}").format(page=label))
        button.clicked.connect(retry)
        layout = QVBoxLayout(self)
        space = theme().space()
        layout.setContentsMargins(4 * space, 3 * space, 4 * space, 3 * space)
        layout.addWidget(words)
        layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)


class PageFailures:
    """The failures of pages that are seen, over the view."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self._shown: dict[int, tuple[AppError, _PageFailure]] = {}

    def show(
        self,
        failures: Mapping[int, AppError],
        areas: Mapping[int, QRectF],
        label: Callable[[int], str],
        retry: Callable[[int], None],
    ) -> None:
        """Say on each page of `areas`, the parts of pages that are seen, why it failed, if it did."""
        for page in [page for page, (error, _) in self._shown.items() if failures.get(page) is not error]:
            self._hide(page)
        for page in self._shown.keys() - areas.keys():
            self._hide(page)
        for page, area in areas.items():
            error = failures.get(page)
            if error is None:
                continue
            if page not in self._shown:
                told = _PageFailure(label(page), error, _later(retry, page), self._parent)
                self._shown[page] = error, told
                told.show()
            self._place(self._shown[page][1], area)

    def _hide(self, page: int) -> None:
        _, told = self._shown.pop(page)
        focused: QWidget | None = told.focusWidget()
        if focused is not None and focused.hasFocus():
            self._parent.setFocus()  # else Qt gives the keyboard to whatever comes next
        told.hide()
        told.deleteLater()

    @staticmethod
    def _place(told: _PageFailure, area: QRectF) -> None:
        width = min(theme().space(_WIDEST), max(int(area.width()), told.minimumSizeHint().width()))
        told.resize(width, max(told.heightForWidth(width), told.sizeHint().height()))
        told.move(int(area.center().x() - width / 2), int(area.center().y() - told.height() / 2))


def _later(retry: Callable[[int], None], page: int) -> Callable[[], None]:
    return lambda: retry(page)

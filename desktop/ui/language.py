"""The language of the window: English in the code, Chinese from a translation file."""

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.ui.resources import resource_path

ENGLISH = "en"
CHINESE = "zh_CN"
_OURS = "papershelf"
_QTS = "qtbase"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Marks a text for translation where it stands in a table. Qt's own is not typed; the tool looks for this name."""
    return text


QT_LACKS = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Folder:"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QLineEdit", "&Undo"),
    QT_TRANSLATE_NOOP("QWidgetTextControl", "&Undo"),
    QT_TRANSLATE_NOOP("QKeySequenceEdit", "Press shortcut"),
)
"""Texts of Qt that its Chinese lacks, or says otherwise than we do. Our file is asked first."""


def system_language() -> str:
    """The language of the window that fits the system's."""
    wanted = QLocale.system().uiLanguages()
    return CHINESE if wanted and wanted[0].startswith("zh") else ENGLISH


class LanguageSwitch(QObject):
    """Changes the language of the running application; texts that stand already stay as they are."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._translators: list[QTranslator] = []
        self.current = ENGLISH
        self._used = False

    def use(self, language: str) -> None:
        """Show that language; an empty one is the system's. A missing translation leaves English."""
        wanted = language or system_language()
        if wanted == self.current and self._used:
            return
        self.current, self._used = wanted, True
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = []
        QLocale.setDefault(QLocale(self.current if self.current == CHINESE else "en_US"))
        if self.current == ENGLISH:
            return
        folders = {
            _QTS: QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
            _OURS: str(resource_path("translations")),
        }
        for name, folder in folders.items():
            translator = QTranslator(self)
            if translator.load(f"{name}_{self.current}", folder):
                self._app.installTranslator(translator)
                self._translators.append(translator)


def language_switch() -> LanguageSwitch:
    """The language of the running application; it belongs to QApplication and is made with the first call."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    found = app.findChild(LanguageSwitch, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if found is not None else LanguageSwitch(app)

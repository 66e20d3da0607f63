"""The thin tool bar above the pages."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolBar, QToolButton, QWidget

from desktop.domain.reading import OpenedPaper
from desktop.ui import tokens
from desktop.ui.actions import ActionId
from desktop.ui.assets import icon
from desktop.ui.commands import Commands
from desktop.ui.library.labels import button_text
from desktop.ui.reader.file_names import menu_names, short_name
from desktop.ui.reader.marks.color_button import ColorButton
from desktop.ui.reader.page_number import PageNumber
from desktop.ui.theme import theme

Id = ActionId
_ZOOMS = (50, 75, 100, 125, 150, 200, 300, 400)
"""Per cent in the menu."""


class ReaderToolBar(QWidget):
    """Most of it are actions of the window; what there is no room for goes into a menu at the right."""

    zoom_wanted = Signal(float)
    file_wanted = Signal(str)
    """Show another file of the paper; its sha256."""

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self.setProperty("kind", "reader-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.number = PageNumber()
        self.zoom = QToolButton()
        self.zoom.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.zoom.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.zoom.setToolTip(self.tr("Size of the pages"))
        self.zoom.setAccessibleName(self.tr("Size of the pages"))
        self.versions = QToolButton()
        self.versions.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.versions.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.versions.setToolTip(self.tr("The PDFs of this paper"))
        self.versions.setAccessibleName(self.tr("The PDFs of this paper"))
        self._tools = QToolBar()
        side = theme().scaled(tokens.ICON_LARGE)
        self._tools.setIconSize(QSize(side, side))
        self._versions_shown = self._fill()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme().space(2), theme().space(0.5), theme().space(2), theme().space(0.5))
        layout.addWidget(self._tools)
        self.show_zoom(1.0)

    def show_zoom(self, zoom: float) -> None:
        """Tell the size of the pages."""
        self.zoom.setText(f"{round(zoom * 100)} %")

    def show_files(self, opened: OpenedPaper) -> None:
        """Offer the other files of the paper, if there are any."""
        menu = QMenu(self.versions)
        for name, file in zip(menu_names(opened.files), opened.files, strict=True):
            action = menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(file.sha256 == opened.file.sha256)
            action.triggered.connect(partial(self.file_wanted.emit, file.sha256))
        self.versions.setMenu(menu)
        self.versions.setText(button_text(short_name(opened.file)))
        self._versions_shown.setVisible(len(opened.files) > 1)

    def _fill(self) -> QAction:
        tools = self._tools
        self._add(Id.CONTENTS, Id.BACK, Id.FORWARD)
        tools.addWidget(self.number)
        tools.addSeparator()
        self._add(Id.ZOOM_OUT)
        tools.addWidget(self.zoom)
        self._add(Id.ZOOM_IN, Id.FIT_WIDTH, Id.FIT_PAGE)
        tools.addWidget(self._look())
        tools.addSeparator()
        self._add(Id.HIGHLIGHT, Id.UNDERLINE, Id.STRIKE_OUT, Id.NOTE, Id.TEXT_BOX, Id.AREA, Id.INK)
        self.colors = ColorButton(self._commands)
        self.colors.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tools.addWidget(self.colors)
        tools.addSeparator()
        self._add(Id.FIND, Id.DARK_PAGES)
        gap = QWidget()
        gap.setSizePolicy(gap.sizePolicy().Policy.Expanding, gap.sizePolicy().Policy.Preferred)
        tools.addWidget(gap)
        versions = tools.addWidget(self.versions)
        self._add(Id.MARKS, Id.TEXTS)
        self.zoom.setMenu(self._zooms())
        return versions

    def _zooms(self) -> QMenu:
        menu = QMenu(self.zoom)
        fits = (Id.FIT_WIDTH, Id.FIT_PAGE, Id.ACTUAL_SIZE, Id.ZOOM_SELECTION)
        menu.addActions([self._commands[name] for name in fits])
        menu.addSeparator()
        for per_cent in _ZOOMS:
            menu.addAction(f"{per_cent} %").triggered.connect(partial(self.zoom_wanted.emit, per_cent / 100))
        return menu

    def _add(self, *names: ActionId) -> None:
        for name in names:
            self._tools.addAction(self._commands[name])
            button = self._tools.widgetForAction(self._commands[name])
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _look(self) -> QToolButton:
        """How pages stand, turned, and shown to others."""
        button = QToolButton()
        button.setIcon(icon("pages-two"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(self.tr("How pages stand"))
        button.setAccessibleName(self.tr("How pages stand"))
        menu = QMenu(button)
        for names in (
            (Id.CONTINUOUS, Id.SINGLE_PAGE, Id.TWO_PAGES),
            (Id.ROTATE_RIGHT, Id.ROTATE_LEFT),
            (Id.PRESENTATION, Id.FULL_SCREEN),
        ):
            menu.addActions([self._commands[name] for name in names])
            menu.addSeparator()
        button.setMenu(menu)
        return button

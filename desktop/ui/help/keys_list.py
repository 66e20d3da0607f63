"""The keys that are in use, by menu."""

from collections.abc import Mapping

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from desktop.ui.actions import ACTIONS, Menu, plain_title
from desktop.ui.commands import keys_of
from desktop.ui.digests.window_size import give_first_size
from desktop.ui.theme import theme
from desktop.ui.tokens import Size


class KeysList(QDialog):
    """Every action that has a key, and its keys."""

    def __init__(self, chosen: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("List of keys"))
        look = theme()
        give_first_size(self, 460, 600)
        self._tree = QTreeWidget()
        self._tree.setAccessibleName(self.tr("Keys"))
        self._tree.setHeaderHidden(True)
        self._tree.setProperty("kind", "menu")
        self._tree.setColumnCount(2)
        self._tree.setRootIsDecorated(False)
        self._tree.setIndentation(look.space(4))
        for menu in Menu:
            self._add_menu(menu, chosen)
        self._tree.expandAll()
        self._tree.header().setStretchLastSection(False)
        self._tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.space(3),) * 4)
        layout.addWidget(self._tree)

    def _add_menu(self, menu: Menu, chosen: Mapping[str, str]) -> None:
        group = QTreeWidgetItem([plain_title(menu)])
        group.setFont(0, theme().font(Size.BODY, bold=True))
        for entry in ACTIONS:
            keys = keys_of(entry, chosen) if entry.menu is menu else ()
            if keys:
                shown = "   ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
                group.addChild(QTreeWidgetItem([entry.label.rstrip("…"), shown]))
        self._tree.addTopLevelItem(group)

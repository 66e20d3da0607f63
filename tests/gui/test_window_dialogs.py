"""What the window shows beside the papers: settings, palette, keys, help; and that all of it has names."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.listing import Place
from desktop.services.library import LibraryServices
from desktop.system.settings import SettingsFile
from desktop.ui.actions import ActionId
from desktop.ui.command_palette import CommandPalette
from desktop.ui.help.help_viewer import HelpViewer
from desktop.ui.help.keys_list import KeysList
from desktop.ui.preferences.preferences_dialog import PreferencesDialog
from desktop.ui.theme import theme
from tests.gui.shown_window import Shown


def test_larger_text_makes_the_window_anew_with_the_same_list(shown: Shown) -> None:
    shown.desk.room.search.query_changed.emit("fourier", False)
    shown.sees(1)
    shown.do(ActionId.LARGER)
    assert theme().scale == 110
    shown.sees(1)
    assert shown.desk.room.search.text() == "fourier"
    shown.do(ActionId.USUAL_SIZE)
    assert theme().scale == 100


def test_settings_count_at_once_and_are_written(shown: Shown, settings: SettingsFile, qtbot: QtBot) -> None:
    shown.do(ActionId.PREFERENCES)
    dialog = shown.window.contents.dialogs.shown("preferences")
    assert isinstance(dialog, PreferencesDialog)
    dialog.changed.emit("theme", "dark")
    assert theme().dark
    dialog.changed.emit("shortcuts", {"search": "Ctrl+G"})
    assert shown.window.contents.commands[ActionId.SEARCH].shortcut().toString() == "Ctrl+G"
    qtbot.waitUntil(lambda: settings.path.exists() and SettingsFile(settings.path).values.theme == "dark")
    dialog.close()


def test_the_icons_of_the_settings_grow_with_the_text(shown: Shown) -> None:
    for scale in (100, 200):
        shown.window.contents.dialogs.setting_changed.emit("scale", scale)
        shown.do(ActionId.PREFERENCES)
        dialog = shown.window.contents.dialogs.shown("preferences")
        assert isinstance(dialog, PreferencesDialog)
        side = 16 * scale // 100
        assert dialog._list.iconSize() == QSize(side, side)
        dialog.close()
        shown.qtbot.waitUntil(lambda: shown.window.contents.dialogs.shown("preferences") is None)


def test_the_keyboard_stays_where_it_was_when_the_language_of_the_settings_changes(shown: Shown) -> None:
    shown.do(ActionId.PREFERENCES)
    for chosen in ("简体中文", "English"):
        dialog = shown.window.contents.dialogs.shown("preferences")
        assert isinstance(dialog, PreferencesDialog)
        box = dialog.findChild(QComboBox, "language")
        assert box is not None
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Down if chosen == "简体中文" else Qt.Key.Key_Up)
        assert box.currentText() == chosen
        again = shown.window.contents.dialogs.shown("preferences")
        assert again is not None
        assert again is not dialog
        assert isinstance(focused := again.focusWidget(), QComboBox)
        assert focused.currentText() == chosen
    shown.window.contents.dialogs.shown("preferences").close()  # type: ignore[union-attr]  # just seen


def test_enter_in_the_settings_presses_no_button(shown: Shown) -> None:
    shown.do(ActionId.PREFERENCES)
    dialog = shown.window.contents.dialogs.shown("preferences")
    assert isinstance(dialog, PreferencesDialog)
    assert [button.text() for button in dialog.findChildren(QPushButton) if button.isDefault()] == []
    dialog.close()


def test_the_palette_finds_and_runs_a_command(shown: Shown) -> None:
    shown.do(ActionId.PALETTE)
    palette = shown.window.contents.dialogs.shown("palette")
    assert isinstance(palette, CommandPalette)
    shown.type("trash", palette.field)
    assert [name.split("    ")[0] for name in palette.shown] == ["Empty Trash", "Trash"]
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    shown.sees(0)
    assert shown.desk.room.listing.place is Place.TRASH


@pytest.mark.parametrize("typed", ["统计", "statistics"])
def test_a_chinese_window_finds_a_command_by_both_its_names(
    typed: str, make: Callable[..., Shown], filled: LibraryServices, settings: SettingsFile
) -> None:
    settings.change(language="zh_CN")
    shown = make(filled)
    shown.sees(4)
    shown.do(ActionId.PALETTE)
    palette = shown.window.contents.dialogs.shown("palette")
    assert isinstance(palette, CommandPalette)
    palette.field.setText(typed)
    assert [name.split("    ")[0] for name in palette.shown] == ["统计"]
    palette.close()


def test_the_keys_are_listed(shown: Shown) -> None:
    shown.do(ActionId.KEYS)
    keys = shown.window.contents.dialogs.shown("keys")
    assert isinstance(keys, KeysList)
    keys.close()


def test_help_shows_a_page_and_loads_nothing(shown: Shown) -> None:
    shown.do(ActionId.HELP)
    viewer = shown.window.contents.dialogs.shown("help")
    assert isinstance(viewer, HelpViewer)
    shown.qtbot.waitUntil(lambda: "First steps" in viewer.text, timeout=20_000)
    viewer.show_page("keys.md")
    shown.qtbot.waitUntil(lambda: "Ctrl+Shift+P" in viewer.text, timeout=20_000)
    viewer.close()


def test_everything_that_takes_the_keyboard_has_a_name(shown: Shown) -> None:
    shown.desk.room.table.selectRow(0)
    shown.qtbot.waitUntil(lambda: shown.desk.room.details.page.details is not None)
    nameless = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in shown.window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_a_name_that_no_command_has_is_said(shown: Shown) -> None:
    shown.do(ActionId.PALETTE)
    palette = shown.window.contents.dialogs.shown("palette")
    assert isinstance(palette, CommandPalette)
    said = next(label for label in palette.findChildren(QLabel) if label.text() == "No action is called so.")
    assert not said.isVisible()
    shown.type("xyzzy", palette.field)
    assert palette.shown == []
    assert said.isVisible()
    palette.close()

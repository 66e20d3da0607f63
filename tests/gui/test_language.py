"""The window in Chinese: menus, help, Qt's own texts, and a language that is changed while it runs."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from desktop.domain.errors import InputError, Reason
from desktop.domain.paper import Fact
from desktop.ui import wording
from desktop.ui.actions import ACTIONS, SUBMENUS, Menu, menu_title, plain_title
from desktop.ui.commands import Commands
from desktop.ui.failures import failure_words
from desktop.ui.language import CHINESE, ENGLISH, language_switch
from desktop.ui.preferences.preferences_dialog import PreferencesDialog
from desktop.ui.resources import resource_path
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner
from desktop.ui.window_dialogs import WindowDialogs
from desktop.ui.work.status_line import StatusLine

HELP = resource_path(f"help/{CHINESE}")


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    language_switch().use(CHINESE)
    yield
    language_switch().use(ENGLISH)


def test_no_two_letters_clash_in_the_menu_bar_and_among_submenus(chinese: None) -> None:
    letters = Counter((SUBMENUS.get(menu), *re.findall("&(.)", menu_title(menu))) for menu in Menu)
    assert {len(place) for place in letters} == {2}
    assert set(letters.values()) == {1}


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_no_two_letters_clash_within_a_menu(language: str, chinese: None) -> None:
    language_switch().use(language)
    for menu in Menu:
        letters = [letter for entry in ACTIONS if entry.menu is menu for letter in re.findall("&(.)", entry.label)]
        assert len(letters) == len(set(letters))


def test_no_two_actions_of_a_menu_have_the_same_name(chinese: None) -> None:
    names = Counter((entry.menu, entry.label) for entry in ACTIONS)
    assert [name for name, times in names.items() if times > 1] == []


def test_the_chinese_names_of_the_keys_in_the_help_are_those_of_the_menus(chinese: None) -> None:
    menus = (HELP / "keys.md").read_text(encoding="utf-8").split("\n## ")[1:-1]
    assert [menu.splitlines()[0] for menu in menus] == [plain_title(menu) for menu in Menu]
    rows = [line.strip("| ").split(" | ") for menu in menus for line in menu.splitlines() if line.startswith("| `")]
    by_menu = [entry for menu in Menu for entry in ACTIONS if entry.menu is menu and entry.shortcuts]
    assert [row[1] for row in rows] == [entry.label.removesuffix("…") for entry in by_menu]


def test_a_menu_on_a_button_is_called_without_its_letter(chinese: None, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    commands = Commands(window)
    commands.fill_menu_bar(window.menuBar())
    assert commands.submenu(Menu.STATUS).iconText() == "状态"
    language_switch().use(ENGLISH)
    commands.translate()
    assert commands.submenu(Menu.STATUS).iconText() == "Status"


def test_commands_named_in_the_help_are_called_so_in_the_menus(chinese: None) -> None:
    text = "\n".join(page.read_text(encoding="utf-8") for page in HELP.glob("*.md"))
    told = set(re.findall(r"\*\*(\S+) › (\S+?)\*\*", text))
    assert told
    assert told <= {(plain_title(entry.menu), entry.label.removesuffix("…")) for entry in ACTIONS}


def test_numbers_and_sentences_are_joined_as_the_language_writes(chinese: None) -> None:
    both = [wording.papers(65538), wording.digests(1)]
    assert wording.listed(both) == "65,538 篇论文、1 份摘要集"
    assert wording.sentences(["已添加。", "已更新。"]) == "已添加。已更新。"
    language_switch().use(ENGLISH)
    assert wording.listed(["5 papers", "1 digest"]) == "5 papers, 1 digest"
    assert wording.sentences(["Added.", "Updated."]) == "Added. Updated."


def test_qts_own_buttons_and_context_menus_are_chinese(chinese: None, qtbot: QtBot) -> None:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close | QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    field = QLineEdit()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    qtbot.addWidget(menu)
    shown = [button.text() for button in buttons.buttons()]
    shown += [action.text() for action in menu.actions() if not action.isSeparator()]
    assert len(shown) == 9
    assert [text for text in shown if not re.search("[\u4e00-\u9fff]", text)] == []
    assert any(text.startswith("撤销") for text in shown)


def test_qts_file_dialog_is_chinese_throughout(chinese: None, qtbot: QtBot) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    shown += [button.text() for button in dialog.findChildren(QPushButton)]
    assert len(shown) >= 5
    assert [text for text in shown if text and not re.search("[\u4e00-\u9fff]", text)] == []


def test_open_dialogs_follow_the_language_at_once(
    chinese: None, qtbot: QtBot, tasks: TaskRunner, session: Session
) -> None:
    language_switch().use(ENGLISH)
    window = QMainWindow()
    qtbot.addWidget(window)
    dialogs = WindowDialogs(window, tasks, session, Commands(window), [])
    dialogs.show_preferences(None)
    before = dialogs.shown("preferences")
    assert isinstance(before, PreferencesDialog)
    assert before.windowTitle() == "Settings"
    before.show_page(2)
    language_switch().use(CHINESE)
    dialogs.show_again()
    after = dialogs.shown("preferences")
    assert isinstance(after, PreferencesDialog)
    assert (after.windowTitle(), after.page) == ("设置", 2)
    after.close()


def test_the_status_bar_follows_the_language_at_once(chinese: None, qtbot: QtBot, tasks: TaskRunner) -> None:
    language_switch().use(ENGLISH)
    status = StatusLine(tasks)
    qtbot.addWidget(status)
    language_switch().use(CHINESE)
    QCoreApplication.sendPostedEvents()
    assert {button.toolTip() for button in status.findChildren(QToolButton)} == {"取消"}


def test_english_comes_back_after_chinese(chinese: None) -> None:
    assert QCoreApplication.translate("Actions", "Undo") == "撤销"
    language_switch().use(ENGLISH)
    assert QCoreApplication.translate("Actions", "Undo") == "Undo"


def test_a_refused_value_is_told_how_it_is_written(chinese: None) -> None:
    """Not the name that the code has for the field."""
    texts = [failure_words(InputError(Reason.BAD_VALUE, fact.value)).text for fact in Fact]
    assert [text for text, fact in zip(texts, Fact, strict=True) if fact.value in text] == []
    assert texts[list(Fact).index(Fact.PUBLISHED)].startswith("日期请写成 2024、")

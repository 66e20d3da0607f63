"""The table of actions holds together."""

from itertools import combinations

import pytest
from PySide6.QtCore import SIGNAL
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from desktop.domain.errors import AppError, Reason
from desktop.domain.reading_list import Priority, Status
from desktop.domain.undo import UndoKind, UndoLabel
from desktop.ui.actions import ACTIONS, SUBMENUS, Action, ActionId, Menu, Needs, may_share_a_key, menu_title
from desktop.ui.assets import resource_path
from desktop.ui.commands import Commands, keys_of
from desktop.ui.failures import failure_words
from desktop.ui.language import ENGLISH, language_switch
from desktop.ui.step_words import done, step
from desktop.ui.wording import papers
from tests.gui.shown_window import Shown

_MENU = 1
"""Its menu listens to an action as well."""
each_action = pytest.mark.parametrize("entry", ACTIONS, ids=lambda entry: entry.id.value)


def test_every_id_stands_once_in_the_table() -> None:
    assert [entry.id for entry in ACTIONS].count(ActionId.UNDO) == 1
    assert sorted(entry.id for entry in ACTIONS) == sorted(ActionId)


@each_action
def test_an_action_has_a_text(entry: Action) -> None:
    assert entry.label.strip()


def test_no_two_actions_have_the_same_text() -> None:
    assert len({entry.label for entry in ACTIONS}) == len(ACTIONS)


@each_action
def test_the_keys_of_an_action_are_keys(qapp: QApplication, entry: Action) -> None:
    for key in entry.shortcuts:
        sequence = QKeySequence(key)
        assert sequence.count() == 1
        assert sequence.toString(QKeySequence.SequenceFormat.PortableText) == key


def test_no_two_actions_that_are_there_at_once_share_a_key() -> None:
    clashes = [
        (one.id, other.id)
        for one, other in combinations(ACTIONS, 2)
        if {key.lower() for key in one.shortcuts} & {key.lower() for key in other.shortcuts}
        and not may_share_a_key(one, other)
    ]
    assert clashes == []


@each_action
def test_the_icon_of_an_action_exists(entry: Action) -> None:
    assert not entry.icon or resource_path(f"icons/{entry.icon}.svg").is_file()


def test_what_stands_in_the_tool_bar_has_an_icon() -> None:
    assert all(entry.icon for entry in ACTIONS if entry.tool_bar)


def test_every_menu_has_actions_and_a_title() -> None:
    assert {entry.menu for entry in ACTIONS} == set(Menu)
    assert all(menu_title(menu) for menu in Menu)


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


def test_every_action_stands_in_a_menu(window: QMainWindow) -> None:
    commands = Commands(window)
    commands.fill_menu_bar(window.menuBar())
    shown = {action.objectName() for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()}
    assert {entry.id.value for entry in ACTIONS} <= shown


def test_a_submenu_stands_in_its_menu_once(window: QMainWindow) -> None:
    commands = Commands(window)
    commands.fill_menu_bar(window.menuBar())
    titles = [action.text() for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()]
    assert all(titles.count(menu_title(menu)) == 1 for menu in SUBMENUS)
    shown = [action.text() for action in window.menuBar().actions()]
    assert shown == [menu_title(menu) for menu in Menu if menu not in SUBMENUS]


def test_a_person_can_change_keys(window: QMainWindow) -> None:
    commands = Commands(window)
    commands.set_shortcuts({"undo": "Ctrl+U; Alt+U", "search": ""})
    assert [key.toString() for key in commands[ActionId.UNDO].shortcuts()] == ["Ctrl+U", "Alt+U"]
    assert commands[ActionId.SEARCH].shortcuts() == []
    commands.set_shortcuts({})
    assert commands[ActionId.SEARCH].shortcut().toString() == "Ctrl+F"


def test_keys_are_the_usual_ones_unless_chosen() -> None:
    entry = next(entry for entry in ACTIONS if entry.id is ActionId.REDO)
    assert keys_of(entry, {}) == ("Ctrl+Shift+Z", "Ctrl+Y")
    assert keys_of(entry, {"redo": "F3"}) == ("F3",)


def test_an_action_is_enabled_only_with_what_it_needs(window: QMainWindow) -> None:
    commands = Commands(window)
    commands.set_available(Needs.NOTHING)
    assert commands[ActionId.QUIT].isEnabled()
    assert not commands[ActionId.TRASH].isEnabled()
    commands.set_available(Needs.LIBRARY | Needs.LIST | Needs.PAPERS | Needs.KEPT)
    assert commands[ActionId.TRASH].isEnabled()
    assert not commands[ActionId.RESTORE].isEnabled()


def test_every_action_does_something_in_an_open_library(shown: Shown) -> None:
    commands = shown.window.contents.commands
    listening = {name: commands[name].receivers(SIGNAL("triggered(bool)")) for name in ActionId}
    assert [name for name, count in listening.items() if count <= _MENU] == []


def test_a_key_serves_the_list_or_the_open_paper(window: QMainWindow) -> None:
    commands = Commands(window)
    for front, there, gone in (
        (Needs.LIST, ActionId.SEARCH, ActionId.FIND),
        (Needs.READER, ActionId.FIND, ActionId.SEARCH),
    ):
        commands.set_available(Needs.LIBRARY | front)
        assert commands[there].isEnabled()
        assert not commands[gone].isEnabled()


def test_del_removes_from_a_collection_only_within_one(window: QMainWindow) -> None:
    commands = Commands(window)
    there = Needs.LIBRARY | Needs.LIST | Needs.PAPERS | Needs.KEPT
    for place, keys_of_trash in ((Needs.COLLECTION, ["Shift+Del"]), (Needs.NOTHING, ["Del", "Shift+Del"])):
        commands.set_available(there | place)
        assert commands[ActionId.REMOVE_FROM_COLLECTION].isEnabled() is bool(place)
        assert [key.toString() for key in commands[ActionId.TRASH].shortcuts()] == keys_of_trash


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_words(qapp: QApplication, reason: Reason) -> None:
    words = failure_words(AppError(reason, "digest.md", "detail"))
    assert words.happened.endswith((".", "digest.md"))
    assert words.advice.endswith(".")
    assert "{" not in words.happened + words.advice


@pytest.mark.parametrize("kind", UndoKind)
@pytest.mark.parametrize("detail", ["", "vision, {ml}"])
def test_every_step_has_a_name(qapp: QApplication, kind: UndoKind, detail: str) -> None:
    assert "{" not in (step(UndoLabel(kind, 3, detail)) + done(UndoLabel(kind, 1, detail))).replace(detail, "")


def test_steps_say_what_was_done_to_how_many_papers(qapp: QApplication) -> None:
    language_switch().use(ENGLISH)
    assert step(UndoLabel(UndoKind.TAG, 5_000, "vision")) == "tag “vision” on 5,000 papers"
    assert done(UndoLabel(UndoKind.STATUS, 3, Status.READ)) == "Marked 3 papers as read."
    assert done(UndoLabel(UndoKind.PRIORITY, 1, str(int(Priority.HIGH)))) == "High priority: 1 paper."


@pytest.mark.parametrize("status", Status)
def test_every_status_has_words_of_its_own(qapp: QApplication, status: Status) -> None:
    others = {step(UndoLabel(UndoKind.STATUS, 3, other)) for other in (*Status, "") if other != status}
    assert step(UndoLabel(UndoKind.STATUS, 3, status)) not in others


def test_one_paper_is_not_papers(qapp: QApplication) -> None:
    language_switch().use(ENGLISH)
    assert (papers(1), papers(0), papers(65_538)) == ("1 paper", "0 papers", "65,538 papers")

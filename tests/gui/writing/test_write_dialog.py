"""Before anything is sent, a person reads what would be sent where, and says so."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QScrollArea

from desktop.domain.paper import TextKind
from desktop.system.settings import SettingsFile
from desktop.ui.actions import ActionId
from desktop.ui.theme import theme
from desktop.ui.writing import counting, local_models
from desktop.ui.writing.model_presets import ModelPreset
from tests.gui.shown_window import Shown
from tests.gui.writing.writing_window import PAPERS, TEXTS, Writing
from tests.model_server import ModelServer


def test_nothing_is_sent_before_a_person_allows_it(asking: Writing, model: ModelServer, chosen: SettingsFile) -> None:
    dialog = asking.dialog()
    assert not dialog.write_button.isEnabled()
    dialog.sending.consent.click()
    assert dialog.write_button.isEnabled()
    assert model.calls == ()
    assert not chosen.values.model_consents
    QTest.mouseClick(dialog.write_button, Qt.MouseButton.LeftButton)
    asking.shown.told("were written")
    assert chosen.values.model_consents == (model.url.removesuffix("/v1"),)
    assert len(model.calls) == PAPERS


def test_consent_is_asked_once_for_an_address(writing: Writing) -> None:
    dialog = writing.dialog()
    assert not dialog.sending.consent.isVisible()
    assert dialog.write_button.isEnabled()
    dialog.reject()


def test_the_window_says_what_is_sent_to_whom_and_what_never_is(asking: Writing, model: ModelServer) -> None:
    dialog = asking.dialog()
    sending = dialog.sending
    assert model.url.removesuffix("/v1") in sending.whom.text()
    assert "made-up-large" in sending.whom.text()
    assert f"Title and abstract of {PAPERS} papers" in sending.what.text()
    assert "Never sent: notes, marks, PDFs" in sending.never.text()
    assert model.url.removesuffix("/v1") in sending.consent.text()
    assert dialog.write_button.text() == f"Write {PAPERS * TEXTS} texts"
    dialog.reject()
    assert model.calls == ()


def test_exactly_what_is_sent_is_shown(writing: Writing, model: ModelServer) -> None:
    dialog = writing.dialog()
    dialog.sending.exact.click()
    writing.qtbot.waitUntil(lambda: "On the growth of network" in dialog.sending.sent.toPlainText())
    assert model.calls == ()
    dialog.reject()


def test_a_cost_that_nobody_told_is_not_known(writing: Writing, allowed: SettingsFile) -> None:
    dialog = writing.dialog()
    assert "This computer does the work." in dialog.cost.text()
    dialog.reject()
    writing.shown.window.session.change(model_price_in="2", model_price_out="8", model_currency="CNY")
    dialog = writing.dialog()
    assert "CNY" in dialog.cost.text()
    assert "0.00" not in dialog.cost.text()
    dialog.reject()


def test_without_a_model_the_window_leads_to_the_settings(shown: Shown) -> None:
    shown.sees(4)
    shown.do(ActionId.WRITE_TEXTS)
    dialog = shown.desk.digests.writing._dialog
    assert dialog is not None
    assert not dialog.write_button.isEnabled()
    assert "No language model is chosen yet" in dialog.sending.whom.text()
    dialog.sending.set_up.click()
    settings = shown.window.contents.dialogs.shown("preferences")
    assert settings is not None
    assert settings.findChild(type(dialog.sending.set_up), "") is not None
    settings.close()
    dialog.reject()


def test_a_paper_without_translation_offers_to_have_it_written(writing: Writing) -> None:
    room = writing.shown.desk.room
    room.table.selectRow(0)
    missing = room.details.page.missing
    writing.qtbot.waitUntil(lambda: missing.isVisible())
    assert missing.button.text() == "Have translation and summary written…"
    missing.button.click()
    dialog = writing.shown.desk.digests.writing._dialog
    assert dialog is not None
    writing.qtbot.waitUntil(lambda: dialog.write_button.text() == f"Write {TEXTS} texts")
    dialog.reject()


def test_no_scroll_bar_stands_where_all_has_room(asking: Writing) -> None:
    dialog = asking.dialog()
    area = dialog.findChild(QScrollArea)
    assert area is not None
    needed = dialog.body.heightForWidth(area.viewport().width())
    dialog.resize(dialog.width(), dialog.height() + needed + 1 - area.viewport().height())
    asking.qtbot.waitUntil(lambda: not area.verticalScrollBar().isVisible())
    dialog.resize(dialog.width(), dialog.height() - 120)
    asking.qtbot.waitUntil(area.verticalScrollBar().isVisible)
    dialog.reject()


def test_a_model_on_this_computer_is_found_at_once(
    shown: Shown, model: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent = ModelPreset("Silent", "http://127.0.0.1:9/v1")
    monkeypatch.setattr(local_models, "LOCAL", (silent, ModelPreset("Llama", model.url)))
    shown.sees(4)
    shown.do(ActionId.WRITE_TEXTS)
    dialog = shown.desk.digests.writing._dialog
    assert dialog is not None
    at_hand = dialog.sending.at_hand
    assert model.calls == ()
    at_hand.look.click()
    shown.qtbot.waitUntil(lambda: "made-up-large" in dialog.sending.whom.text())
    assert not at_hand.look.isVisible()
    at_hand.models.setCurrentIndex(1)
    at_hand.models.activated.emit(1)
    assert "made-up-small" in dialog.sending.whom.text()
    assert not dialog.write_button.isEnabled()  # nobody has allowed it yet
    dialog.reject()


def test_where_no_model_answers_the_programs_are_named(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_models, "LOCAL", (ModelPreset("Llama", "http://127.0.0.1:9/v1"),))
    shown.sees(4)
    shown.do(ActionId.WRITE_TEXTS)
    dialog = shown.desk.digests.writing._dialog
    assert dialog is not None
    dialog.sending.at_hand.look.click()
    shown.qtbot.waitUntil(lambda: "Llama" in dialog.sending.at_hand.words.text())
    dialog.reject()


def test_what_is_counted_last_counts_and_comes_in_pieces(writing: Writing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "PIECE", 4)
    dialog = writing.dialog()
    told: list[int] = []
    dialog._counting.came_to.connect(told.append)
    dialog.choice.english.click()
    dialog.choice.kinds[TextKind.SUMMARY].click()
    writing.qtbot.waitUntil(lambda: dialog.write_button.text() == f"Write {PAPERS * 2} texts")
    assert told == [4]
    dialog.reject()


def _is_whole(tick: QCheckBox) -> bool:
    line = tick.parentWidget()
    return line is not None and line.rect().contains(tick.geometry())


@pytest.mark.parametrize("scale", [100, 200])
def test_no_tick_is_cut_off(writing: Writing, scale: int) -> None:
    theme().apply(theme().mode, scale)
    dialog = writing.dialog()
    ticks = (*dialog.choice.languages.values(), *dialog.choice.kinds.values(), dialog.choice.english)
    writing.qtbot.waitUntil(lambda: all(map(_is_whole, ticks)))
    dialog.reject()
    theme().apply(theme().mode, 100)

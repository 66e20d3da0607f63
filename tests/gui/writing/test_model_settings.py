"""The pages of the settings about the language model and its prompts."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.domain.secrets import Kept
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner
from desktop.ui.writing.model_page import ModelPage
from desktop.ui.writing.prompts_page import PromptsPage
from tests.model_server import Fault, ModelServer


@pytest.fixture
def page(qtbot: QtBot, tasks: TaskRunner, session: Session) -> ModelPage:
    page = ModelPage(tasks, session)
    page.changed.connect(lambda name, value: session.change(**{name: value}))
    qtbot.addWidget(page)
    page.show()
    return page


def typed(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.clear()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_service_brings_its_address(page: ModelPage, session: Session) -> None:
    page.service.setCurrentIndex(page.service.findText("DeepSeek"))
    page.service.activated.emit(page.service.currentIndex())
    assert session.values.model_url == "https://api.deepseek.com/v1"


def test_an_address_of_a_program_on_this_computer_names_it(page: ModelPage, session: Session) -> None:
    typed(page.url, "http://localhost:11434/v1")
    assert page.service.currentText() == "Ollama"
    typed(page.url, "https://models.example.org/v1/")
    assert page.service.currentText() == "Another one"
    assert session.values.model_url == "https://models.example.org/v1"


@pytest.mark.parametrize("address", ["http://models.example.org/v1", "ftp://localhost/", "models", "http://8.8.8.8/v1"])
def test_an_address_that_keys_would_leak_to_is_not_taken(page: ModelPage, session: Session, address: str) -> None:
    typed(page.url, address)
    assert session.values.model_url == ""
    assert page._trouble.isVisible()


def test_models_are_listed_and_one_is_tried(page: ModelPage, session: Session, qtbot: QtBot) -> None:
    with ModelServer() as server:
        typed(page.url, server.url)
        page.list_models.click()
        qtbot.waitUntil(lambda: page.model.count() == 2)
        page.model.hidePopup()
        page.model.setCurrentIndex(0)
        page.model.activated.emit(0)
        page.try_it.click()
        qtbot.waitUntil(lambda: "It works" in page.trial.words.text())
        assert session.values.model_name == "made-up-large"
        assert len(server.calls) == 1


def test_a_test_that_fails_says_why(page: ModelPage, qtbot: QtBot) -> None:
    with ModelServer(fault_of=lambda call: Fault.KEY_REFUSED) as server:
        typed(page.url, server.url)
        page.model.setEditText("made-up-large")
        page.try_it.click()
        qtbot.waitUntil(lambda: "refused the key" in page.trial.words.text())


def test_a_key_is_kept_for_its_address_alone_and_not_shown_again(
    page: ModelPage, session: Session, qtbot: QtBot
) -> None:
    typed(page.url, "https://api.openai.com/v1")
    qtbot.waitUntil(lambda: "No key is kept yet" in page.key._words.text())
    page.key.field.setFocus()
    QTest.keyClicks(page.key.field, "sk-made-up")
    QTest.keyClick(page.key.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.key.where is not None)
    assert page.key.where in (Kept.SESSION, Kept.KEYRING)
    assert page.key.field.text() == ""
    assert session.personal.secrets.get("https://api.openai.com") == "sk-made-up"
    typed(page.url, "https://api.deepseek.com/v1")
    qtbot.waitUntil(lambda: "No key is kept yet" in page.key._words.text())
    typed(page.url, "https://api.openai.com/v1")
    qtbot.waitUntil(lambda: page.key.where is not None)
    page.key._forget.click()
    qtbot.waitUntil(lambda: page.key.where is None)
    assert session.personal.secrets.get("https://api.openai.com") is None


def test_consent_is_taken_back(qtbot: QtBot, tasks: TaskRunner, session: Session) -> None:
    session.change(model_consents=("https://api.openai.com",))
    page = ModelPage(tasks, session)
    page.changed.connect(lambda name, value: session.change(**{name: value}))
    qtbot.addWidget(page)
    button = next(child for child in page.consents.findChildren(type(page.try_it)) if "Allow" in child.text())
    button.click()
    assert session.values.model_consents == ()


@pytest.fixture
def prompts(qtbot: QtBot, tasks: TaskRunner, session: Session) -> PromptsPage:
    page = PromptsPage(tasks, session)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.names.count() > 0 and bool(page.editor.text))
    return page


def test_a_prompt_is_written_anew_and_goes_back(
    prompts: PromptsPage, session: Session, qtbot: QtBot, settings_folder: Callable[[], Path]
) -> None:
    before = prompts.editor.text
    name = str(prompts.names.currentData())
    prompts.editor.setFocus()
    QTest.keyClicks(prompts.editor, "Be brief. ")
    qtbot.waitUntil(lambda: "Your own text, version own-" in prompts.version.text())
    assert "Be brief." in prompts.sent.toPlainText()
    assert (settings_folder() / "prompts" / f"{name}.md").read_text("utf-8").startswith("Be brief.")
    prompts.reset.click()
    qtbot.waitUntil(lambda: "The program’s own" in prompts.version.text())
    assert prompts.editor.text == before
    prompts.editor.undo()
    qtbot.waitUntil(lambda: "Your own text" in prompts.version.text())


def test_each_prompt_shows_what_is_sent_with_it(prompts: PromptsPage, qtbot: QtBot) -> None:
    for row in range(prompts.names.count()):
        prompts.names.setCurrentIndex(row)
        qtbot.waitUntil(lambda: prompts.editor.text[:40].splitlines()[0][:20] in prompts.sent.toPlainText())
        assert "Attention with a Bounded Memory" in prompts.sent.toPlainText()

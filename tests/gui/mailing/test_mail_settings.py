"""Settings of e-mail: what is typed counts at once, a password is kept and never shown, the test tells the truth."""

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.domain.secrets import Kept
from desktop.ui.mailing.mail_page import MailPage
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner
from tests.mail_server import MailServerOnLoopback


@pytest.fixture
def page(qtbot: QtBot, tasks: TaskRunner, session: Session) -> MailPage:
    shown = MailPage(tasks, session)
    qtbot.addWidget(shown)
    shown.changed.connect(lambda name, value: session.change(**{name: value}))
    shown.show()
    return shown


def _type(field: QLineEdit, text: str) -> None:
    field.setText(text)
    field.editingFinished.emit()


def _set(page: MailPage, server: MailServerOnLoopback) -> None:
    _type(page.address, "Ada <ada@example.org>")
    _type(page.server, "localhost")
    page.security.setCurrentIndex(page.security.findData("none"))
    page.security.activated.emit(page.security.currentIndex())
    _type(page.port, str(server.port))
    _type(page.user, "reader")


def _told(qtbot: QtBot, page: MailPage, kind: str) -> str:
    qtbot.waitUntil(lambda: page.words.property("kind") == kind and bool(page.words.text()))
    return page.words.text()


def test_the_test_logs_in_with_what_is_typed(qtbot: QtBot, page: MailPage, session: Session) -> None:
    with MailServerOnLoopback(password="right") as server:
        _set(page, server)
        page.password.field.setText("wrong")
        page.test.click()
        assert "535" in _told(qtbot, page, "bad")
        page.password.field.setText("right")
        page.test.click()
        assert "localhost" in _told(qtbot, page, "good")

    assert server.received == []
    assert (session.values.mail_server, session.values.mail_user) == ("localhost", "reader")


def test_a_password_is_kept_and_not_shown(qtbot: QtBot, page: MailPage, session: Session) -> None:
    with MailServerOnLoopback(password="right") as server:
        _set(page, server)
    _type(page.password.field, "right")
    qtbot.waitUntil(lambda: page.password.where is Kept.SESSION)

    assert page.password.field.text() == ""
    assert "until Papershelf is closed" in page.password._words.text()
    page.password._forget.click()
    qtbot.waitUntil(lambda: page.password.where is None)


def test_a_password_belongs_to_one_server(qtbot: QtBot, page: MailPage) -> None:
    with MailServerOnLoopback(password="right") as server:
        _set(page, server)
    _type(page.password.field, "right")
    qtbot.waitUntil(lambda: page.password.where is Kept.SESSION)
    _type(page.server, "elsewhere.example.org")

    assert page.password.where is None


def test_a_sender_that_is_no_address_is_told_and_not_taken(page: MailPage, session: Session) -> None:
    _type(page.address, "Ada")

    assert page._trouble.isVisible()
    assert session.values.mail_from == ""


def test_a_password_from_the_environment_is_not_changed_here(
    qtbot: QtBot, page: MailPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAPERSHELF_MAIL_PASSWORD", "given")
    with MailServerOnLoopback(password="given") as server:
        _set(page, server)
        qtbot.waitUntil(lambda: page.password.where is Kept.ENVIRONMENT)
        assert not page.password.field.isEnabled()
        page.test.click()
        _told(qtbot, page, "good")


def test_without_a_server_nothing_can_be_tested(page: MailPage) -> None:
    assert not page.test.isEnabled()
    assert not page.password.field.isEnabled()

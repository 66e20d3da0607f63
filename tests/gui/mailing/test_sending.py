"""A digest goes out by e-mail from the window, once, and what went wrong is told in the outbox."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.ids import OwnDigestId
from desktop.domain.mails import Mail, MailState
from desktop.services.library import LibraryServices
from desktop.system.settings import SettingsFile
from desktop.ui.actions import ActionId
from desktop.ui.desk.mailing_actions import MailingActions
from desktop.ui.mailing import mail_flow
from desktop.ui.mailing.mail_dialog import MailDialog
from desktop.ui.mailing.outbox_page import OutboxPage
from desktop.ui.tasks import Lane, TaskRunner
from tests.gui.mailing.conftest import OnDb, name_server
from tests.gui.shown_window import Shown
from tests.mail_server import MailServerOnLoopback


@pytest.fixture
def mailing(
    settings: SettingsFile,
    server: MailServerOnLoopback,
    digest: OwnDigestId,
    shown: Shown,
    monkeypatch: pytest.MonkeyPatch,
) -> MailingActions:
    monkeypatch.setattr(mail_flow, "GRACE_S", 0.0)
    name_server(settings, server)
    return shown.desk.digests.mailing


def _dialog(qtbot: QtBot, mailing: MailingActions, digest: OwnDigestId) -> MailDialog:
    mailing.send(digest)
    qtbot.waitUntil(lambda: mailing.flow.dialog is not None)
    dialog = mailing.flow.dialog
    assert dialog is not None
    return dialog


def _outbox(qtbot: QtBot, shown: Shown, mailing: MailingActions, state: MailState) -> OutboxPage:
    shown.do(ActionId.OUTBOX)
    page = mailing.outbox.page
    assert page is not None
    qtbot.waitUntil(lambda: [mail.state for mail in page.chosen] == [state])
    return page


def _send(qtbot: QtBot, mailing: MailingActions, digest: OwnDigestId, to: str) -> None:
    dialog = _dialog(qtbot, mailing, digest)
    dialog.to.setText(to)
    dialog.send.click()
    qtbot.waitUntil(lambda: mailing.flow.dialog is None)


def _mails(services: LibraryServices, on_db: OnDb) -> tuple[Mail, ...]:
    return on_db(services.mails.all)


def test_a_digest_is_sent_as_it_is_shown(
    qtbot: QtBot, mailing: MailingActions, digest: OwnDigestId, server: MailServerOnLoopback, shown: Shown
) -> None:
    dialog = _dialog(qtbot, mailing, digest)
    qtbot.waitUntil(lambda: "Reading group" in dialog.preview.page.toPlainText())
    dialog.to.setText("Bob <bob@example.org>, carol@example.org")
    dialog.subject.setText("What we read")
    dialog.note.setPlainText("Dear all")
    assert dialog.send.isEnabled()
    dialog.send.click()
    qtbot.waitUntil(lambda: bool(server.received))

    (received,) = server.received
    text = received.message.get_body(("plain",))
    assert received.message["subject"] == "What we read"
    assert received.recipients == ("bob@example.org", "carol@example.org")
    assert text is not None
    assert text.get_content().startswith("Dear all")
    _outbox(qtbot, shown, mailing, MailState.SENT)


def test_a_mail_can_be_taken_back_before_it_is_sent(
    qtbot: QtBot,
    mailing: MailingActions,
    digest: OwnDigestId,
    server: MailServerOnLoopback,
    shown: Shown,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(mail_flow, "GRACE_S", 3600.0)
    _send(qtbot, mailing, digest, "bob@example.org")
    shown.told("outbox")
    shown.press("Do not send", shown.window.toast)

    _outbox(qtbot, shown, mailing, MailState.CANCELLED)
    assert server.received == []


def test_a_mail_is_not_sent_to_what_is_no_address(qtbot: QtBot, mailing: MailingActions, digest: OwnDigestId) -> None:
    dialog = _dialog(qtbot, mailing, digest)
    assert not dialog.send.isEnabled()
    QTest.keyClicks(dialog.to, "bob@example.org, nobody")
    assert not dialog.send.isEnabled()
    dialog.to.editingFinished.emit()
    assert "nobody" in dialog.message.text()


def test_without_a_server_the_way_to_the_settings_is_shown(
    qtbot: QtBot, mailing: MailingActions, settings: SettingsFile, digest: OwnDigestId
) -> None:
    settings.change(mail_server="", mail_from="")
    dialog = _dialog(qtbot, mailing, digest)
    dialog.to.setText("bob@example.org")

    assert not dialog.send.isEnabled()
    assert "mail server" in dialog.message.text()
    with qtbot.waitSignal(mailing.settings_wanted):
        dialog._set_up.click()


def test_people_who_got_mails_are_proposed(
    qtbot: QtBot, mailing: MailingActions, digest: OwnDigestId, server: MailServerOnLoopback
) -> None:
    _send(qtbot, mailing, digest, "Bob Bright <bob@example.org>, carol@example.org")
    qtbot.waitUntil(lambda: bool(server.received))
    dialog = _dialog(qtbot, mailing, digest)
    QTest.keyClicks(dialog.to, "dora@example.org, bri")
    QTest.keyClick(dialog.to, Qt.Key.Key_Return)

    assert [one.written for one in dialog.to.recipients] == ["dora@example.org", "Bob Bright <bob@example.org>"]


def test_a_refused_mail_tells_the_servers_words_and_is_sent_again(
    qtbot: QtBot, mailing: MailingActions, digest: OwnDigestId, server: MailServerOnLoopback, shown: Shown
) -> None:
    server.answer = "554 5.7.1 not today"
    _send(qtbot, mailing, digest, "bob@example.org")
    page = _outbox(qtbot, shown, mailing, MailState.FAILED)
    assert "554 5.7.1 not today" in page.detail.text()
    server.answer = "250 OK"
    page.send.click()

    qtbot.waitUntil(lambda: [mail.state for mail in page.chosen] == [MailState.SENT])
    assert len(server.received) == 1


def test_a_mail_that_was_perhaps_sent_is_asked_about(
    qtbot: QtBot, mailing: MailingActions, digest: OwnDigestId, server: MailServerOnLoopback, shown: Shown
) -> None:
    server.cut_at = "END"
    _send(qtbot, mailing, digest, "bob@example.org")
    page = _outbox(qtbot, shown, mailing, MailState.UNCERTAIN)
    assert page.mark.isVisible()
    assert "Nothing is sent twice by itself" in page.detail.text()
    page.mark.click()

    qtbot.waitUntil(lambda: [mail.state for mail in page.chosen] == [MailState.SENT])
    assert len(server.received) == 1


def test_a_refused_recipient_is_replaced_by_another(
    qtbot: QtBot, mailing: MailingActions, digest: OwnDigestId, server: MailServerOnLoopback, shown: Shown
) -> None:
    _send(qtbot, mailing, digest, "bob@example.org, refused@example.org")
    page = _outbox(qtbot, shown, mailing, MailState.SENT)
    assert page.recipients.field.text() == "refused@example.org"
    page.recipients.field.setText("right@example.org")
    page.recipients.button.click()
    qtbot.waitUntil(lambda: len(server.received) == 2)

    assert [one.recipients for one in server.received] == [("bob@example.org",), ("right@example.org",)]


def test_mails_are_taken_out_of_the_list_and_put_back(
    qtbot: QtBot, mailing: MailingActions, digest: OwnDigestId, shown: Shown
) -> None:
    _send(qtbot, mailing, digest, "bob@example.org")
    page = _outbox(qtbot, shown, mailing, MailState.SENT)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    shown.told("out of the outbox")
    qtbot.waitUntil(lambda: not page.model.mails)
    shown.press("Put back", shown.window.toast)

    qtbot.waitUntil(lambda: len(page.model.mails) == 1)


def test_a_mail_server_that_falls_silent_keeps_nothing_else_waiting(
    qtbot: QtBot,
    mailing: MailingActions,
    digest: OwnDigestId,
    server: MailServerOnLoopback,
    filled: LibraryServices,
    on_db: OnDb,
    tasks: TaskRunner,
) -> None:
    server.silent_at = "RCPT"
    _send(qtbot, mailing, digest, "bob@example.org")
    qtbot.waitUntil(lambda: [mail.state for mail in _mails(filled, on_db)] == [MailState.SENDING])
    done: list[str] = []
    tasks.run(Lane.NET, lambda: "a feed", owner=mailing, done=done.append)

    qtbot.waitUntil(lambda: done == ["a feed"])
    assert [mail.state for mail in _mails(filled, on_db)] == [MailState.SENDING]


def test_a_window_that_is_closed_while_it_sends_leaves_the_mail_waiting(
    qtbot: QtBot,
    mailing: MailingActions,
    digest: OwnDigestId,
    server: MailServerOnLoopback,
    filled: LibraryServices,
    on_db: OnDb,
) -> None:
    server.silent_at = "RCPT"
    _send(qtbot, mailing, digest, "bob@example.org")
    qtbot.waitUntil(lambda: [mail.state for mail in _mails(filled, on_db)] == [MailState.SENDING])
    mailing._make_mailer().leave()

    assert [mail.state for mail in _mails(filled, on_db)] == [MailState.WAITING]


def test_who_has_the_digest_already_is_told_before_it_is_sent_again(
    qtbot: QtBot, mailing: MailingActions, digest: OwnDigestId, server: MailServerOnLoopback
) -> None:
    _send(qtbot, mailing, digest, "Bob <bob@example.org>, refused@example.org")
    qtbot.waitUntil(lambda: bool(server.received))
    dialog = _dialog(qtbot, mailing, digest)
    dialog.to.setText("carol@example.org")
    assert not dialog.message.isVisible()
    dialog.to.setText("carol@example.org, BOB@example.org")

    assert "sent already to BOB@example.org:" in dialog.message.text()
    assert dialog.send.isEnabled()


def test_recipients_do_not_learn_of_each_other_unless_told(
    qtbot: QtBot, mailing: MailingActions, digest: OwnDigestId, server: MailServerOnLoopback
) -> None:
    _send(qtbot, mailing, digest, "bob@example.org，李四 <carol@example.org>")
    qtbot.waitUntil(lambda: len(server.received) == 1)
    dialog = _dialog(qtbot, mailing, digest)
    dialog.to.setText("bob@example.org, 李四 <carol@example.org>")
    assert "nobody sees" in dialog.privacy.text()
    dialog.named.setChecked(True)
    assert "addresses of all" in dialog.privacy.text()
    dialog.send.click()
    qtbot.waitUntil(lambda: len(server.received) == 2)

    assert [one.message["to"] for one in server.received] == [
        "undisclosed-recipients:;",
        "bob@example.org, 李四 <carol@example.org>",
    ]


def test_the_text_of_the_mail_is_shown_as_it_reads(qtbot: QtBot, mailing: MailingActions, digest: OwnDigestId) -> None:
    dialog = _dialog(qtbot, mailing, digest)
    dialog.preview.tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: "Reading group" in dialog.preview.source.toPlainText())

    assert "[^1]" not in dialog.preview.source.toPlainText()

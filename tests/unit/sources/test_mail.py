"""Mails are handed to a real server on this computer."""

import socket
from collections.abc import Iterator
from threading import Event, Thread

import pytest

from desktop.domain.errors import Cancelled, MailError, Reason
from desktop.domain.mails import MailAnswer, MailSecurity, MailServer, Recipient, Taken
from desktop.sources import mail
from tests.mail_server import MailServerOnLoopback

MESSAGE = b"Subject: papers\r\n\r\n.one\r\n..two\r\n.\r\nthe end\r\n"
BOB = Recipient("bob@example.org")


@pytest.fixture(params=list(MailSecurity))
def secured(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServerOnLoopback]:
    with MailServerOnLoopback(request.param, password="p4ssword") as server:
        monkeypatch.setenv("SSL_CERT_FILE", str(server.certificate))
        yield server


def _sent(server: MailServer, *recipients: Recipient, password: str = "") -> MailAnswer:
    return mail.send(server, password, "ada@example.org", recipients or (BOB,), MESSAGE, lambda: False)


def _refusal(server: MailServer, *recipients: Recipient, password: str = "") -> MailError:
    with pytest.raises(MailError) as caught:
        _sent(server, *recipients, password=password)
    return caught.value


def test_a_mail_arrives_as_it_was_made_over_any_line(secured: MailServerOnLoopback) -> None:
    answer = _sent(secured.as_set(), password="p4ssword")

    assert [one.taken for one in answer.recipients] == [Taken.TAKEN]
    (received,) = secured.received
    assert received.content == MESSAGE
    assert received.user == "reader"
    assert received.encrypted == (secured.security is not MailSecurity.NONE)


def test_a_login_that_is_refused_is_tried_once_and_sends_nothing(secured: MailServerOnLoopback) -> None:
    assert _refusal(secured.as_set(), password="another").reason is Reason.LOGIN_REFUSED
    assert secured.received == []


def test_a_check_logs_in_and_sends_nothing(secured: MailServerOnLoopback) -> None:
    mail.check(secured.as_set(), "p4ssword", lambda: False)

    assert secured.logins == 1
    assert secured.received == []


def test_a_password_of_any_script_is_taken() -> None:
    with MailServerOnLoopback(password="пароль") as server:
        mail.check(server.as_set(), "пароль", lambda: False)


def test_one_recipient_who_is_refused_does_not_stop_the_others() -> None:
    to = (Recipient("refused@example.org"), BOB, Recipient("later@example.org"))
    with MailServerOnLoopback() as server:
        answer = _sent(server.as_set(), *to)

    assert [one.taken for one in answer.recipients] == [Taken.REFUSED, Taken.TAKEN, Taken.WAITING]
    assert answer.recipients[0].said == "550 5.1.1 no such user"
    assert server.received[0].recipients == ("bob@example.org",)


def test_nothing_is_handed_over_if_nobody_is_taken() -> None:
    with MailServerOnLoopback() as server:
        answer = _sent(server.as_set(), Recipient("refused@example.org"))

    assert answer.recipients[0].taken is Taken.REFUSED
    assert server.received == []


@pytest.mark.parametrize(
    ("said", "reason"), [("451 try later", Reason.MAIL_DELAYED), ("554 spam", Reason.MAIL_REFUSED)]
)
def test_the_words_of_a_server_that_does_not_take_the_mail_are_told(said: str, reason: Reason) -> None:
    with MailServerOnLoopback(answer=said) as server:
        error = _refusal(server.as_set())

    assert (error.reason, error.detail, error.uncertain) == (reason, said, False)


@pytest.mark.parametrize("step", ["MAIL", "RCPT"])
def test_a_line_that_is_cut_early_surely_handed_nothing_over(step: str) -> None:
    with MailServerOnLoopback(cut_at=step) as server:
        error = _refusal(server.as_set())

    assert (error.reason, error.uncertain) == (Reason.MAIL_UNREACHED, False)


def test_a_line_that_is_cut_before_the_last_answer_leaves_it_uncertain() -> None:
    with MailServerOnLoopback(cut_at="END") as server:
        error = _refusal(server.as_set())

    assert (error.reason, error.uncertain) == (Reason.MAIL_UNREACHED, True)
    assert len(server.received) == 1


@pytest.mark.parametrize("step", ["MAIL", "RCPT"])
def test_a_silent_server_is_left_at_once_when_nobody_waits(step: str) -> None:
    with MailServerOnLoopback(silent_at=step) as server, pytest.raises(Cancelled):
        mail.send(server.as_set(), "", "ada@example.org", [BOB], MESSAGE, lambda: True)


def test_leaving_after_all_was_handed_over_is_uncertain() -> None:
    came = Event()
    with MailServerOnLoopback(silent_at="END") as server:
        server.came = came.set
        with pytest.raises(MailError) as caught:
            mail.send(server.as_set(), "", "ada@example.org", [BOB], MESSAGE, came.is_set)

    assert caught.value.uncertain


def test_a_silent_server_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail, "READ_S", 0.2)
    with MailServerOnLoopback(silent_at="MAIL") as server:
        assert _refusal(server.as_set()).reason is Reason.MAIL_UNREACHED


def test_a_certificate_that_nobody_vouches_for_is_refused() -> None:
    for security in (MailSecurity.TLS, MailSecurity.STARTTLS):
        with MailServerOnLoopback(security, password="p4ssword") as server:
            assert _refusal(server.as_set(), password="p4ssword").reason is Reason.NOT_ENCRYPTED
            assert server.logins == 0


def test_a_server_that_offers_no_encryption_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with MailServerOnLoopback(password="p4ssword") as server:
        plain = server.as_set()
        secure = MailServer(plain.host, plain.port, MailSecurity.STARTTLS, plain.user, plain.sender)

        assert _refusal(secure, password="p4ssword").reason is Reason.NOT_ENCRYPTED
        assert server.logins == 0


def test_a_password_goes_over_a_plain_line_to_this_computer_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    with MailServerOnLoopback(password="p4ssword") as server:
        monkeypatch.setattr(mail._Talk, "_to_this_computer", lambda _: False)

        assert _refusal(server.as_set(), password="p4ssword").reason is Reason.NOT_ENCRYPTED
        assert server.logins == 0


def test_a_server_that_is_not_there_is_told() -> None:
    with MailServerOnLoopback() as server:
        gone = server.as_set()

    assert _refusal(gone).reason is Reason.MAIL_UNREACHED


def test_an_address_of_another_script_goes_to_servers_that_take_it() -> None:
    with MailServerOnLoopback() as server:
        _sent(server.as_set(), Recipient("张三@xn--fiqs8s.example"))

    assert server.received[0].recipients == ("张三@xn--fiqs8s.example",)


def test_a_mail_that_is_too_large_for_the_server_is_refused_before_it_is_sent() -> None:
    with MailServerOnLoopback(limit=20) as server:
        assert _refusal(server.as_set()).reason is Reason.MAIL_REFUSED


def test_no_thread_stays_behind() -> None:
    with MailServerOnLoopback() as server:
        _sent(server.as_set())

    assert not [thread for thread in _threads() if thread.name == "mail" and thread.is_alive()]


def _threads() -> list[Thread]:
    import threading

    threads = threading.enumerate()
    for thread in threads:
        if thread.name == "mail":
            thread.join(5)
    return threads


def test_a_large_mail_gets_through_a_line_that_is_slow_and_never_still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail, "READ_S", 1.0)  # less than the whole takes
    message = MESSAGE + b"0123456789abcde\n" * 1_000_000
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65_536)
        slow = Thread(target=_take_slowly, args=(listening,))
        slow.start()
        server = MailServer("127.0.0.1", listening.getsockname()[1], MailSecurity.NONE, "", "ada@example.org")
        answer = mail.send(server, "", "ada@example.org", [BOB], message, lambda: False)
        slow.join()

    assert [one.taken for one in answer.recipients] == [Taken.TAKEN]


def _take_slowly(listening: socket.socket) -> None:
    """A server that takes the text of a mail bit by bit, for two seconds and more."""
    line, _ = listening.accept()
    with line, line.makefile("rb") as read:
        line.sendall(b"220 hello\r\n")
        for answer in (b"250 localhost", b"250 OK", b"250 OK", b"354 go on"):
            read.readline()
            line.sendall(answer + b"\r\n")
        ended = b""
        while not ended.endswith(b"\r\n.\r\n"):
            piece = read.read1(65_536)
            if not piece:
                return
            ended = ended[-8:] + piece
            Event().wait(0.01)
        line.sendall(b"250 OK\r\n")
        read.readline()
        line.sendall(b"221 bye\r\n")

"""The outbox: each mail goes to everybody once, whatever happens in between."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.errors import InputError, MailError, Reason
from desktop.domain.ids import MailId, OwnDigestId, PaperId
from desktop.domain.mail_addresses import read_recipients
from desktop.domain.mails import Mail, MailServer, MailState, Taken
from desktop.domain.own_digest import MadeOf, Way
from desktop.domain.progress import Job
from desktop.services.keep_secrets import KeepSecrets
from desktop.services.library import LibraryServices
from tests.mail_server import MailServerOnLoopback
from tests.unit.services.conftest import ImportEntries, entry, papers_in

PutMail = Callable[[str], Mail]
CHILD = Path(__file__).with_name("mail_child.py")


@pytest.fixture
def digest(library: LibraryServices, import_entries: ImportEntries) -> OwnDigestId:
    import_entries("cs.CV.md", entry(1), entry(2))
    papers = [PaperId(paper) for paper in papers_in(library)]
    return library.own_digests.create(MadeOf(name="cs.CV"), papers=papers)[0].id


@pytest.fixture
def put(library: LibraryServices, digest: OwnDigestId) -> PutMail:
    def put_mail(to: str) -> Mail:
        drafted = library.mails.draft(digest, "Ada <ada@example.org>")
        library.mails.put(replace(drafted, recipients=read_recipients(to)[0], note="Hello"))
        return library.mails.all()[0]

    return put_mail


def _run(library: LibraryServices, server: MailServer, secrets: KeepSecrets | None = None) -> tuple[Mail, ...]:
    return library.mails.run(lambda: server, secrets or KeepSecrets(), Job())


def _now(library: LibraryServices, mail: Mail) -> Mail:
    return next(one for one in library.mails.all() if one.id == mail.id)


def test_a_digest_arrives_as_text_and_as_a_page(library: LibraryServices, digest: OwnDigestId, put: PutMail) -> None:
    mail = put("Bob <bob@example.org>, 李四 <li@中国.example>")
    with MailServerOnLoopback() as server:
        (sent,) = _run(library, server.as_set())

    assert (sent.state, sent.id) == (MailState.SENT, mail.id)
    message = server.received[0].message
    text, page = message.get_body(("plain",)), message.get_body(("html",))
    assert text is not None
    assert page is not None
    assert text.get_content().startswith("Hello\r\n\r\n")
    assert "关于课题1的研究" in text.get_content()
    assert "关于课题1的研究" in page.get_content()
    assert message["to"] == "Bob <bob@example.org>, 李四 <li@xn--fiqs8s.example>"
    assert server.received[0].recipients == ("bob@example.org", "li@xn--fiqs8s.example")
    (handed,) = library.handing_on.history(digest)
    assert (handed.way, handed.papers, handed.changed) == (Way.MAIL, 2, False)


def test_a_mail_that_was_sent_is_not_sent_again(library: LibraryServices, put: PutMail) -> None:
    put("bob@example.org")
    with MailServerOnLoopback() as server:
        _run(library, server.as_set())
        assert _run(library, server.as_set()) == ()

    assert len(server.received) == 1


def test_a_refused_recipient_is_told_and_the_others_get_it(library: LibraryServices, put: PutMail) -> None:
    put("refused@example.org, bob@example.org")
    with MailServerOnLoopback() as server:
        (sent,) = _run(library, server.as_set())

    assert sent.state is MailState.SENT
    assert [(one.address, one.said) for one in sent.refused] == [("refused@example.org", "550 5.1.1 no such user")]


def test_who_is_to_be_tried_later_gets_it_later_and_nobody_twice(library: LibraryServices, put: PutMail) -> None:
    mail = put("later@example.org, bob@example.org")
    with MailServerOnLoopback() as server:
        (waiting,) = _run(library, server.as_set())
        assert (waiting.state, waiting.reason) == (MailState.WAITING, Reason.MAIL_DELAYED)
        assert waiting.retry_at_ms > waiting.created_at_ms
        assert _run(library, server.as_set()) == ()  # not yet its turn
        library.mails.orders.send_to(mail.id, read_recipients("carol@example.org")[0])
        (sent,) = _run(library, server.as_set())

    assert sent.state is MailState.SENT
    assert [one.recipients for one in server.received] == [("bob@example.org",), ("carol@example.org",)]


def test_more_recipients_than_a_server_takes_at_once_all_get_it_without_a_pause(
    library: LibraryServices, put: PutMail
) -> None:
    people = [f"r{number}@example.org" for number in range(200)]
    put(", ".join(people))
    with MailServerOnLoopback(most=60) as server:
        (sent,) = _run(library, server.as_set())

    assert (sent.state, sent.attempts) == (MailState.SENT, 1)
    assert [one for mail in server.received for one in mail.recipients] == people
    assert len({mail.content for mail in server.received}) == 1


def test_a_mail_that_was_noted_while_the_clock_was_wrong_is_sent(library: LibraryServices, digest: OwnDigestId) -> None:
    drafted = library.mails.draft(digest, "ada@example.org")
    library.mails.put(replace(drafted, recipients=read_recipients("bob@example.org")[0]), grace_s=5 * 3600)
    with MailServerOnLoopback() as server:
        (sent,) = _run(library, server.as_set())

    assert sent.state is MailState.SENT


@pytest.mark.parametrize(
    ("said", "state", "reason"),
    [
        ("451 later", MailState.WAITING, Reason.MAIL_DELAYED),
        ("554 spam", MailState.FAILED, Reason.MAIL_REFUSED),
    ],
)
def test_a_refusal_is_kept_with_the_servers_words(
    library: LibraryServices, put: PutMail, said: str, state: MailState, reason: Reason
) -> None:
    put("bob@example.org")
    with MailServerOnLoopback(answer=said) as server:
        (mail,) = _run(library, server.as_set())

    assert (mail.state, mail.reason, mail.detail, mail.attempts) == (state, reason, said, 1)


def test_a_failed_mail_is_sent_by_hand(library: LibraryServices, put: PutMail) -> None:
    mail = put("bob@example.org")
    with MailServerOnLoopback(answer="554 spam") as server:
        _run(library, server.as_set())
        server.answer = "250 OK"
        library.mails.orders.send_now([mail.id])
        (sent,) = _run(library, server.as_set())

    assert sent.state is MailState.SENT


def test_sending_again_what_everybody_has_is_a_new_message(library: LibraryServices, put: PutMail) -> None:
    mail = put("bob@example.org")
    with MailServerOnLoopback() as server:
        _run(library, server.as_set())
        library.mails.orders.send_now([mail.id])
        _run(library, server.as_set())

    first, second = (one.message for one in server.received)
    assert first["message-id"] != second["message-id"]
    assert first.get_body(("html",)).get_content() == second.get_body(("html",)).get_content()  # type: ignore[union-attr]


def test_a_cut_before_the_last_answer_is_asked_about_and_not_sent_again(library: LibraryServices, put: PutMail) -> None:
    mail = put("bob@example.org")
    with MailServerOnLoopback(cut_at="END") as server:
        (unsure,) = _run(library, server.as_set())
        assert unsure.state is MailState.UNCERTAIN
        assert _run(library, server.as_set()) == ()
        library.mails.orders.mark_sent([mail.id])

    assert _now(library, mail).state is MailState.SENT
    assert len(server.received) == 1


def test_a_line_that_was_cut_holds_the_other_mails_for_a_moment_alone(library: LibraryServices, put: PutMail) -> None:
    first, second = put("bob@example.org"), put("carol@example.org")
    with MailServerOnLoopback(cut_at="END") as server:
        _run(library, server.as_set())

    assert (_now(library, first).state, _now(library, second).state) == (MailState.UNCERTAIN, MailState.WAITING)
    assert _now(library, second).retry_at_ms <= _now(library, second).created_at_ms + 120_000


def test_a_mail_whose_answer_was_lost_is_sent_again_as_it_was(library: LibraryServices, put: PutMail) -> None:
    mail = put("bob@example.org")
    with MailServerOnLoopback(cut_at="END") as server:
        _run(library, server.as_set())
        server.cut_at = ""
        library.mails.orders.send_now([mail.id])
        _run(library, server.as_set())

    assert len({one.content for one in server.received}) == 1
    assert len(server.received) == 2


def test_a_program_killed_before_the_last_answer_leaves_it_uncertain(library: LibraryServices, put: PutMail) -> None:
    mail = put("bob@example.org")
    folder = library.folder
    library.close()
    with MailServerOnLoopback(silent_at="END") as server:
        child = subprocess.Popen([sys.executable, str(CHILD), str(folder), str(server.port)], cwd=Path.cwd())
        came = server.wait_for_mail()
        child.kill()
        child.wait()
        assert came
        server.silent_at = ""
        library.open()
        assert _run(library, server.as_set()) == ()

    assert _now(library, mail).state is MailState.UNCERTAIN
    assert len(server.received) == 1


def test_a_refused_login_is_not_tried_for_every_mail(library: LibraryServices, put: PutMail) -> None:
    secrets = KeepSecrets()
    first, second = put("bob@example.org"), put("carol@example.org")
    with MailServerOnLoopback(password="right") as server:
        chosen = server.as_set()
        secrets.set(chosen.origin, "wrong")
        _run(library, chosen, secrets)
        assert (_now(library, first).state, _now(library, second).state) == (MailState.FAILED, MailState.WAITING)
        assert _now(library, second).reason is Reason.LOGIN_REFUSED
        assert server.logins == 1
        secrets.set(chosen.origin, "right")
        library.mails.release()
        library.mails.orders.send_now([first.id])
        _run(library, chosen, secrets)

    assert len(server.received) == 2


def test_without_a_server_mails_wait_and_no_attempt_is_counted(library: LibraryServices, put: PutMail) -> None:
    def none() -> MailServer:
        raise MailError(Reason.MAIL_NOT_SET_UP)

    put("bob@example.org")
    (mail,) = library.mails.run(none, KeepSecrets(), Job())

    assert (mail.state, mail.reason, mail.attempts) == (MailState.WAITING, Reason.MAIL_NOT_SET_UP, 0)


def test_a_cancelled_mail_is_not_sent_until_a_person_says_so(library: LibraryServices, put: PutMail) -> None:
    mail = put("bob@example.org")
    library.mails.orders.cancel([mail.id])
    with MailServerOnLoopback() as server:
        assert _run(library, server.as_set()) == ()
        library.mails.orders.send_now([mail.id])
        _run(library, server.as_set())

    assert len(server.received) == 1


def test_what_was_taken_out_can_be_put_back(library: LibraryServices, put: PutMail) -> None:
    mail = put("bob@example.org")
    taken = library.mails.orders.take_out([mail.id])
    assert library.mails.all() == ()
    library.mails.orders.put_back(taken)

    assert library.mails.all() == (mail,)


def test_earlier_recipients_are_known(library: LibraryServices, put: PutMail) -> None:
    put("Bob <bob@example.org>")
    put("carol@example.org, BOB@example.org")

    assert [one.written for one in library.mails.earlier_recipients()] == ["carol@example.org", "BOB@example.org"]


def test_a_mail_to_nobody_is_refused(library: LibraryServices, digest: OwnDigestId) -> None:
    with pytest.raises(InputError):
        library.mails.put(library.mails.draft(digest, "ada@example.org"))


def test_orders_about_mails_that_are_gone_change_nothing(library: LibraryServices) -> None:
    library.mails.orders.send_now([MailId(7)])
    library.mails.orders.cancel([MailId(7)])

    assert library.mails.all() == ()


def test_who_has_got_a_mail_keeps_it_when_its_recipients_are_edited(library: LibraryServices, put: PutMail) -> None:
    mail = put("bob@example.org, refused@example.org")
    with MailServerOnLoopback() as server:
        _run(library, server.as_set())
        library.mails.orders.send_to(mail.id, read_recipients("bob@example.org, dora@example.org")[0])
        (sent,) = _run(library, server.as_set())

    assert [(one.address, one.taken) for one in sent.recipients] == [
        ("bob@example.org", Taken.TAKEN),
        ("dora@example.org", Taken.TAKEN),
    ]
    assert [one.recipients for one in server.received] == [("bob@example.org",), ("dora@example.org",)]

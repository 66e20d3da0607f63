"""`papershelf digest` while a window holds the library: the window writes and stores, and the command waits for it."""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.made_day import TEXTS, TODAY, MadeDay
from tests.e2e.papershelf import Answer
from tests.e2e.test_served_commands import window_with
from tests.mail_server import MailServerOnLoopback

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")

PAPERS = 8


@pytest.fixture
def day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MadeDay]:
    """Its window and its commands are of one person, who allowed the endpoint."""
    with MadeDay(tmp_path, PAPERS, latency_s=0.05) as day:
        day.set(model_consents=(day.settings.values.model_url.removesuffix("/v1"),))
        for name, value in day.environment.items():
            monkeypatch.setenv(name, value)
        assert day.run("list").code == 0
        yield day


def wait_until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_the_window_writes_the_texts_and_the_command_writes_the_digest(day: MadeDay) -> None:
    with window_with(day.library):
        answer = day.make()
        assert answer.code == 0, answer
        assert f"cs.CV {TODAY}\ttexts\t{TEXTS * PAPERS} of {TEXTS * PAPERS} done by the window\n" in answer.out
        files, calls = day.files(), len(day.model.calls)
        assert calls == PAPERS
        again = day.make()
        assert (again.code, day.files(), len(day.model.calls)) == (0, files, calls)
        assert "texts" not in again.out
    assert sum(day.stored().values()) == TEXTS * PAPERS


def test_the_window_writes_the_texts_of_the_digest_and_nothing_that_an_earlier_session_left(day: MadeDay) -> None:
    day.make("--no-texts")
    left = day.left_over()
    with window_with(day.library):
        answer = day.make()
        assert answer.code == 0, answer
        assert len(day.model.calls) == PAPERS
    assert {call.language for call in day.model.calls} == {"zh"}
    assert day.waiting() == left


def test_the_window_sends_the_digest_once_it_is_whole(day: MadeDay) -> None:
    with MailServerOnLoopback() as server:
        sender = "ada@example.org"
        day.set(mail_server="localhost", mail_port=server.port, mail_security="none", mail_from=sender)
        with window_with(day.library):
            answer = day.make("--mail", "bob@example.org")
            assert answer.code == 0, answer
            assert "the window that has the library open sends what waits" in answer.err
            wait_until(lambda: len(server.received) == 1)
            assert day.make("--mail", "bob@example.org", "--quiet") == Answer(0, "", "")
        assert "0 mails sent, 0 waiting" in day.run("mail").out
    assert [mail.recipients for mail in server.received] == [("bob@example.org",)]


def test_several_feeds_are_made_through_a_window(day: MadeDay) -> None:
    day.arxiv.days.announce("cs.CL", [name for name in day.arxiv.papers if name not in day.ids][:3])
    with window_with(day.library):
        answer = day.make("--feed", "cs.CL", "--formats", "md")
    assert answer.code == 0, answer
    assert set(day.files()) == {f"{TODAY}/cs.CV.md", f"{TODAY}/cs.CL.md"}
    assert sum(day.stored().values()) == TEXTS * (PAPERS + 3)


def test_a_window_that_was_allowed_nothing_sends_nothing(day: MadeDay) -> None:
    day.set(model_consents=())
    with window_with(day.library):
        answer = day.make()
        assert (answer.code, len(day.model.calls)) == (5, 0)
        assert "allow it in its settings" in answer.err
        assert f"{TODAY}/cs.CV.md" in day.files()


def test_a_window_is_closed_while_it_writes_and_the_next_run_goes_on(day: MadeDay) -> None:
    day.model.latency_s = 1.0
    with window_with(day.library) as window:
        child = day.child()
        day.model.wait_for(2)
        window.terminate()
        assert child.wait(60) == 3
        window.wait(30)
    day.model.latency_s = 0.0
    stored = set(day.stored())
    begun = len(day.model.calls)
    assert day.make().code == 0
    assert not any((call.title, key) in stored for call in day.model.calls[begun:] for key in call.keys)
    assert sum(day.stored().values()) == TEXTS * PAPERS

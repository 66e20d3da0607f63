"""What `papershelf digest` says and keeps where something does not work, and that the next run goes on from there."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.arxiv_server import Kind, faults
from tests.e2e.made_day import TEXTS, TODAY, MadeDay
from tests.e2e.papershelf import Answer, papershelf
from tests.mail_server import MailServerOnLoopback
from tests.model_server import Fault

PAPERS = 12


@pytest.fixture
def day(tmp_path: Path) -> Iterator[MadeDay]:
    with MadeDay(tmp_path, PAPERS) as day:
        yield day


def paid_twice(day: MadeDay) -> int:
    """Texts that were answered well more than once."""
    good = [
        (call.title, key) for call in day.model.calls if call.fault is None and call.status == 200 for key in call.keys
    ]
    return len(good) - len(set(good))


def test_without_a_model_the_digest_is_written_and_the_exit_code_says_so(day: MadeDay) -> None:
    url = day.settings.values.model_url
    day.set(model_url="")
    answer = day.make()
    assert answer.code == 5
    assert "48 texts not written: no language model is chosen" in answer.err
    assert f"{TODAY}/cs.CV.md" in day.files()
    day.set(model_url=url)
    words = [word for word in day.words if word != "--consent"]
    answer = papershelf(*words, cwd=day.folder, env=day.environment)
    assert (answer.code, len(day.model.calls)) == (5, 0)
    assert f"nobody allowed that texts are sent to {url.removesuffix('/v1')}; allow it" in answer.err
    assert day.make("--no-texts").code == 0
    assert (day.make().code, sum(day.stored().values())) == (0, TEXTS * PAPERS)


def test_a_consent_that_was_given_in_the_window_is_enough(day: MadeDay) -> None:
    day.set(model_consents=(day.settings.values.model_url.removesuffix("/v1"),))
    words = [word for word in day.words if word != "--consent"]
    assert papershelf(*words, cwd=day.folder, env=day.environment).code == 0
    assert sum(day.stored().values()) == TEXTS * PAPERS


def test_no_way_to_arxiv_is_said_and_nothing_is_lost(day: MadeDay) -> None:
    assert day.make("--no-texts").code == 0
    files = day.files()
    answer = day.make(env={"PAPERSHELF_ARXIV": "http://127.0.0.1:9"})
    assert (answer.code, answer.out) == (1, "")
    assert "not asked: cs.CV: " in answer.err
    assert day.files() == files
    assert day.make("--day", TODAY, env={"PAPERSHELF_ARXIV": "http://127.0.0.1:9"}).code == 0  # of what is there
    assert sum(day.stored().values()) == TEXTS * PAPERS


def test_an_arxiv_that_asks_to_wait_is_waited_for_or_left_for_the_next_time(day: MadeDay) -> None:
    day.arxiv.faults.next(faults.busy(429, retry_after=1), kind=Kind.FEED)
    answer = day.make("--no-texts")
    assert answer.code == 0
    assert "next try in" in answer.err
    day.arxiv.faults.next(faults.busy(429, retry_after=3600), kind=Kind.FEED)
    day.arxiv.days.announce("cs.CV", [name for name in day.arxiv.papers if name not in day.ids][:1])
    answer = day.make("--no-texts")
    assert answer.code == 1
    assert "not asked: cs.CV" in answer.err


def test_a_key_that_is_refused_ends_it_once_and_the_next_run_goes_on(day: MadeDay) -> None:
    day.model.fault_of = lambda call: Fault.KEY_REFUSED if len(day.model.calls) >= 5 else None
    answer = day.make()
    assert answer.code == 1
    assert "texts wait in the library: the endpoint refused the key" in answer.err
    assert f"{TODAY}/cs.CV.md" in day.files()
    done = sum(day.stored().values())
    assert 0 < done < TEXTS * PAPERS
    day.model.fault_of = lambda call: None
    assert day.make().code == 0
    assert sum(day.stored().values()) == TEXTS * PAPERS
    assert paid_twice(day) == 0


def test_a_model_that_is_gone_in_the_midst_is_asked_for_the_rest_later(day: MadeDay) -> None:
    day.model.fault_of = lambda call: Fault.NO_MODEL if len(day.model.calls) >= 5 else None
    answer = day.make("--json")
    assert answer.code == 1
    assert "the endpoint has no such model" in answer.err
    day.model.fault_of = lambda call: None
    assert day.make().code == 0
    assert sum(day.stored().values()) == TEXTS * PAPERS
    assert paid_twice(day) == 0


def test_a_keyring_that_cannot_be_reached_costs_the_texts_and_not_the_digest(day: MadeDay) -> None:
    """As cron finds it: the key is kept in a keyring that nobody has unlocked, or that is not there at all."""
    kept = day.home / "config" / "kept-secrets.json"
    kept.write_text(json.dumps([day.settings.values.model_url.removesuffix("/v1")]))
    without = {"DBUS_SESSION_BUS_ADDRESS": "disabled:", "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    day.arxiv.days.announce("cs.CL", [name for name in day.arxiv.papers if name not in day.ids][:3])
    answer = day.make("--feed", "cs.CL", "--quiet", env=without)
    assert (answer.code, answer.out, len(day.model.calls)) == (1, "", 0)
    assert answer.err.count("no keyring that can be used; PAPERSHELF_MODEL_KEY may give the key") == 1
    assert {f"{TODAY}/cs.CV.md", f"{TODAY}/cs.CL.md"} <= day.files().keys()
    answer = day.make("--feed", "cs.CL", "--quiet", env={**without, "PAPERSHELF_MODEL_KEY": "sk-of-cron"})
    assert answer == Answer(0, "", "")
    assert {call.headers["authorization"] for call in day.model.calls} == {"Bearer sk-of-cron"}


def test_an_endpoint_that_is_not_there_is_said(day: MadeDay) -> None:
    day.set(model_url="http://127.0.0.1:9/v1")
    answer = day.make()
    assert answer.code == 1
    assert "texts wait in the library" in answer.err


def test_a_digest_is_mailed_once_and_not_before_it_is_whole(day: MadeDay) -> None:
    with MailServerOnLoopback() as server:
        sender = "ada@example.org"
        day.set(mail_server="localhost", mail_port=server.port, mail_security="none", mail_from=sender)
        day.model.fault_of = lambda call: Fault.KEY_REFUSED
        answer = day.make("--mail", "bob@example.org")
        assert answer.code == 1
        assert "not mailed, since texts of it are still to be written" in answer.err
        day.model.fault_of = lambda call: None
        answer = day.make("--mail", "bob@example.org")
        assert answer.code == 0
        assert f"cs.CV {TODAY}\tmail\tbob@example.org\tsent\n" in answer.out
        assert "mail\t" not in day.make("--mail", "Bob <bob@example.org>").out
        again = day.make("--mail", "bob@example.org", "--mail", "eve@example.org")
        assert "\tmail\teve@example.org\tsent\n" in again.out
        assert [mail.recipients for mail in server.received] == [("bob@example.org",), ("eve@example.org",)]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root on Linux")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], capture_output=True).returncode:
        pytest.skip("this system does not let root mount a tmpfs")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_for_the_digest_loses_no_text(day: MadeDay, small_disk: Path) -> None:
    day.digests = small_disk
    (small_disk / "ballast").write_bytes(bytes(os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_bsize))
    answer = day.make()
    assert answer.code == 4
    assert "the disk is full" in answer.err
    assert {name for name in day.files() if name != "ballast"} == set()
    calls = len(day.model.calls)
    (small_disk / "ballast").unlink()
    assert (day.make().code, len(day.model.calls)) == (0, calls)
    assert f"{TODAY}/cs.CV.md" in day.files()


def test_a_full_disk_for_the_library_is_said_and_what_was_stored_is_not_paid_again(
    day: MadeDay, small_disk: Path
) -> None:
    day.library = small_disk / "library"
    assert day.make("--no-texts").code == 0
    free = os.statvfs(small_disk)
    (small_disk / "ballast").write_bytes(bytes(max(0, (free.f_bavail - 30) * free.f_bsize)))
    answer = day.make()
    assert answer.code == 3
    assert "the disk is full" in answer.err
    (small_disk / "ballast").unlink()
    stored = set(day.stored())
    begun = len(day.model.calls)
    assert day.make().code == 0
    assert not any((call.title, key) in stored for call in day.model.calls[begun:] for key in call.keys)
    assert sum(day.stored().values()) == TEXTS * PAPERS

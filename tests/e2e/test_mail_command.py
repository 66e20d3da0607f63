"""`papershelf mail`: what waits in the outbox goes out, and the exit code tells whether all of it did."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.import_plan import ImportOptions
from desktop.domain.listing import Listing
from desktop.domain.mail_addresses import read_recipients
from desktop.domain.own_digest import of_listing
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from desktop.system.settings import SettingsFile
from tests.e2e.papershelf import papershelf
from tests.mail_server import MailServerOnLoopback
from tests.unit.services.conftest import digest_bytes, entry


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library with a digest of its own."""
    source = tmp_path / "cs.CV.md"
    source.write_bytes(digest_bytes(entry(1), entry(2)))
    library = LibraryServices(tmp_path / "library")
    library.open()
    library.importing.apply(library.importing.plan([source], ImportOptions(), Job()), Job())
    library.own_digests.create(of_listing(Listing(), "Reading group"))
    library.close()
    return library.folder


@pytest.fixture
def program_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PAPERSHELF_HOME", str(tmp_path / "program"))
    return tmp_path / "program"


def _put(folder: Path, to: str) -> None:
    library = LibraryServices(folder)
    library.open()
    (digest,) = library.own_digests.digests()
    library.mails.put(replace(library.mails.draft(digest.id, "ada@example.org"), recipients=read_recipients(to)[0]))
    library.close()


def _name(server: MailServerOnLoopback, home: Path) -> None:
    file = SettingsFile(home / "config" / "settings.json")
    file.change(mail_server="localhost", mail_port=server.port, mail_security="none", mail_from="ada@example.org")
    if server.password:
        file.change(mail_user="reader")
    file.save()


def test_what_waits_is_sent_once(folder: Path, program_home: Path) -> None:
    _put(folder, "bob@example.org")
    with MailServerOnLoopback() as server:
        _name(server, program_home)
        first = papershelf("mail", "--library", folder)
        again = papershelf("mail", "--library", folder)

    assert (first.code, first.err) == (0, "")
    assert first.out.splitlines()[-1] == "1 mail sent, 0 waiting"
    assert (again.code, again.out) == (0, "0 mails sent, 0 waiting\n")
    assert len(server.received) == 1


def test_who_was_refused_is_told_in_the_servers_words(folder: Path, program_home: Path) -> None:
    _put(folder, "bob@example.org, refused@example.org")
    with MailServerOnLoopback() as server:
        _name(server, program_home)
        answer = papershelf("mail", "--library", folder, "--json")

    (mail,) = json.loads(answer.out)
    assert answer.code == 1
    assert "refused@example.org: 550 5.1.1 no such user" in answer.err
    assert [one["state"] for one in mail["recipients"]] == ["taken", "refused"]


def test_a_password_from_the_environment_serves_a_timer(
    folder: Path, program_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _put(folder, "bob@example.org")
    with MailServerOnLoopback(password="given by systemd") as server:
        _name(server, program_home)
        without = papershelf("mail", "--library", folder)
        monkeypatch.setenv("PAPERSHELF_MAIL_PASSWORD", "given by systemd")
        waiting = papershelf("mail", "--library", folder)
        sent = papershelf("mail", "--library", folder, "--now")

    assert without.code == 1
    assert "no password is kept" in without.err
    assert waiting.out == "0 mails sent, 1 waiting\n"
    assert sent.code == 0
    assert server.received[0].user == "reader"


def test_without_a_server_what_waits_is_kept(folder: Path, program_home: Path) -> None:
    _put(folder, "bob@example.org")
    answer = papershelf("mail", "--library", folder)
    listed = papershelf("mail", "--library", folder, "--list")

    assert answer.code == 1
    assert "mail is not set up" in answer.err
    assert listed.out.startswith("waiting\tbob@example.org\tReading group")

"""What waits in the outbox is sent by one library, however many copies there are of it."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.errors import Reason
from desktop.domain.mail_addresses import read_recipients
from desktop.domain.mails import MailServer, MailState
from desktop.domain.own_digest import MadeOf
from desktop.domain.progress import Job
from desktop.services.back_up_library import go_back_to
from desktop.services.copy_library import finish_copy
from desktop.services.keep_secrets import KeepSecrets
from desktop.services.library import LibraryServices
from tests.mail_server import MailServerOnLoopback
from tests.unit.services.conftest import ImportEntries, entry, papers_in


@pytest.fixture
def waiting(library: LibraryServices, import_entries: ImportEntries) -> LibraryServices:
    """A library with a mail in its outbox."""
    import_entries("cs.CV.md", entry(1))
    digest = library.own_digests.create(MadeOf(name="cs.CV"), papers=papers_in(library))[0].id
    drafted = library.mails.draft(digest, "ada@example.org")
    library.mails.put(replace(drafted, recipients=read_recipients("bob@example.org")[0]))
    return library


def _run(library: LibraryServices, server: MailServer) -> list[MailState]:
    """Send what is due; the states of all mails."""
    library.mails.run(lambda: server, KeepSecrets(), Job())
    return [mail.state for mail in library.mails.all()]


def test_a_mail_that_was_sent_since_a_backup_is_not_sent_again_by_who_goes_back_to_it(
    waiting: LibraryServices,
) -> None:
    backup = waiting.backups.back_up(Job())
    with MailServerOnLoopback() as server:
        assert _run(waiting, server.as_set()) == [MailState.SENT]
        folder = waiting.folder
        waiting.close()
        go_back_to(folder, backup)
        again = LibraryServices(folder)
        again.open()
        assert _run(again, server.as_set()) == [MailState.UNCERTAIN]
        again.close()
    assert len(server.received) == 1


def test_a_copy_of_a_library_does_not_send_what_the_library_sends(waiting: LibraryServices, tmp_path: Path) -> None:
    finish_copy(waiting.copying.begin(tmp_path / "copy", Job()), Job())
    copied = LibraryServices(tmp_path / "copy")
    copied.open()
    with MailServerOnLoopback() as server:
        assert _run(copied, server.as_set()) == [MailState.UNCERTAIN]
        assert _run(waiting, server.as_set()) == [MailState.SENT]
    copied.close()
    assert len(server.received) == 1


def test_a_copy_made_by_hand_sends_only_what_its_person_wants(waiting: LibraryServices, tmp_path: Path) -> None:
    folder = waiting.folder
    waiting.close()
    shutil.copytree(folder, tmp_path / "by hand")
    waiting.open()
    copied = LibraryServices(tmp_path / "by hand")
    copied.open()
    with MailServerOnLoopback() as server:
        assert _run(waiting, server.as_set()) == [MailState.SENT]
        assert _run(copied, server.as_set()) == [MailState.UNCERTAIN]
        (asked,) = copied.mails.all()
        assert asked.reason is Reason.MAIL_OF_COPY
        assert len(server.received) == 1
        copied.mails.orders.send_now([asked.id])
        assert _run(copied, server.as_set()) == [MailState.SENT]
    copied.close()

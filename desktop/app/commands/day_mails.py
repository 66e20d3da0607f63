"""The part of `papershelf digest` that sends it by e-mail."""

import argparse
from dataclasses import replace
from typing import Any

from desktop.app.commands.day_output import DayOutput
from desktop.app.commands.send_mails import WINDOW_SENDS, tell_trouble
from desktop.app.exit_codes import ExitCode
from desktop.app.output import plain
from desktop.domain.errors import InputError, Reason
from desktop.domain.ids import MailId
from desktop.domain.mail_addresses import read_recipient
from desktop.domain.mails import Mail, MailState, Recipient, mail_server_of
from desktop.domain.own_digest import OwnDigest
from desktop.domain.progress import Job
from desktop.domain.step_work import StepWork, Where
from desktop.services.library import LibraryServices

_GIVEN_UP = frozenset({MailState.FAILED, MailState.CANCELLED})


class DayMails:
    """Raises MailError (MAIL_NOT_SET_UP) and InputError (BAD_RECIPIENT) before anything is done."""

    def __init__(self, args: argparse.Namespace, services: LibraryServices, output: DayOutput, job: Job) -> None:
        self._args = args
        self._services = services
        self._output = output
        self._job = job
        self._to = {one.address.lower(): one for one in map(_recipient, args.mail)}
        self._sender = mail_server_of(args.settings).sender if args.mail else ""
        self._put: list[MailId] = []
        self.code = ExitCode.DONE

    def put(self, digest: OwnDigest, record: dict[str, Any], *, whole: bool) -> None:
        """Put the digest into the outbox for those who did not get it yet; not while texts of it may still come."""
        if not self._to:
            return
        sent = {address for mail in self._services.mails.all() for address in _had(mail, digest)}
        to = tuple(one for address, one in self._to.items() if address not in sent)
        if not to:
            return
        if not whole:
            self._output.failure(f"{plain(digest.name)}: not mailed, since texts of it are still to be written")
            self.code = ExitCode.SOME_FAILED
            return
        draft = replace(self._services.mails.draft(digest.id, self._sender), recipients=to, hidden=True)
        self._put.append(self._services.mails.put(draft)[1])
        record["mailed"] = [one.address for one in to]

    def send(self) -> StepWork[None]:
        """Send what was put into the outbox; a window does so by itself."""
        if not self._put:
            return
        if self._args.served:
            self._output.message(WINDOW_SENDS)
            return
        yield Where.LIBRARY
        settings = self._args.settings
        tried = self._services.mails.run(lambda: mail_server_of(settings), self._args.personal.secrets, self._job)
        for mail in tried:
            to = ", ".join(one.address for one in mail.recipients)
            self._output.line("\t".join((plain(mail.subject), "mail", plain(to), mail.state.value)))
            for trouble in tell_trouble(mail):
                self._output.failure(trouble)
            if mail.state is not MailState.SENT or mail.refused:
                self.code = ExitCode.SOME_FAILED


def _recipient(text: str) -> Recipient:
    found = read_recipient(text)
    if found is None:
        raise InputError(Reason.BAD_RECIPIENT, text)
    return found


def _had(mail: Mail, digest: OwnDigest) -> list[str]:
    """Who got the digest with this mail, or will."""
    if mail.digest != digest.id or mail.state in _GIVEN_UP:
        return []
    return [one.address.lower() for one in mail.recipients]

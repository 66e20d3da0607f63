"""`papershelf mail`."""

import argparse
import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from desktop.app.commands import Outcome
from desktop.app.exit_codes import ExitCode
from desktop.app.failure_words import words
from desktop.app.output import Output, counted, plain
from desktop.domain.changes import Changes
from desktop.domain.errors import MailError
from desktop.domain.mails import Mail, MailState, mail_server_of
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices

WINDOW_SENDS = "the window that has the library open sends what waits"


def run(args: argparse.Namespace, services: LibraryServices, output: Output, job: Job) -> Outcome:
    """Send what waits. A window does that by itself."""
    mails = services.mails
    if args.list:
        _tell(mails.all(), args.json, output)
        return Outcome()
    changes = mails.release() if args.now else Changes()
    if args.served:
        output.message(WINDOW_SENDS)
        return Outcome(changes=changes)
    tried = mails.run(lambda: mail_server_of(args.settings), args.personal.secrets, job)
    _tell(tried, args.json, output)
    for mail in tried:
        for trouble in tell_trouble(mail):
            output.message(trouble)
    unsure = [mail for mail in mails.all() if mail.state is MailState.UNCERTAIN]
    for mail in unsure:
        output.message(f"it is not known whether this was sent; the outbox of the window asks: {plain(mail.subject)}")
    if not args.json:
        waiting = sum(mail.state is MailState.WAITING for mail in mails.all())
        sent = sum(mail.state is MailState.SENT for mail in tried)
        output.line(f"{counted(sent, 'mail')} sent, {waiting} waiting")
    bad = unsure or any(mail.state is not MailState.SENT or mail.refused for mail in tried)
    return Outcome(ExitCode.SOME_FAILED if bad else ExitCode.DONE, Changes(mails=bool(tried)))


def _tell(mails: Sequence[Mail], as_json: bool, output: Output) -> None:
    if as_json:
        output.line(json.dumps([_record(mail) for mail in mails], ensure_ascii=False, indent=1))
        return
    for mail in mails:
        to = ", ".join(one.address for one in mail.recipients)
        output.line("\t".join((mail.state.value, plain(to), plain(mail.subject))))


def tell_trouble(mail: Mail) -> Iterator[str]:
    """A line for what went wrong with it, and for each recipient that the server did not take."""
    if mail.reason is not None:
        yield f"{plain(mail.subject)}: {words(MailError(mail.reason, '', mail.detail))}"
    for one in mail.recipients:
        if one.said:
            yield f"{plain(mail.subject)}: {one.address}: {plain(one.said)}"


def _record(mail: Mail) -> dict[str, Any]:
    return {
        "id": mail.id,
        "state": mail.state.value,
        "subject": mail.subject,
        "papers": mail.papers,
        "recipients": [{"address": one.address, "state": one.taken, "said": one.said} for one in mail.recipients],
        "attempts": mail.attempts,
        "reason": mail.reason.value if mail.reason else None,
        "detail": mail.detail,
        "sent": None if mail.sent_at_ms is None else _moment(mail.sent_at_ms),
        "next_try": _moment(mail.retry_at_ms) if mail.state is MailState.WAITING and mail.retry_at_ms else None,
    }


def _moment(milliseconds: int) -> str:
    return datetime.fromtimestamp(milliseconds / 1000, UTC).isoformat(timespec="seconds")

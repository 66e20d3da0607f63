"""Mails: the outbox, and what was sent lately. What becomes of a mail is no step of undo, because it happened."""

import json
import sqlite3
import zlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from db.digest_rows import mails
from db.index_documents import driver
from db.stored_values import now_ms
from desktop.domain.errors import Reason
from desktop.domain.ids import MailId, OwnDigestId
from desktop.domain.mails import LONGEST_PAUSE_MS, Mail, MailDraft, MailState, Recipient, Taken

_KEPT_MS = 30 * 86_400_000
"""What was sent or cancelled is shown for so long; the history of its digest stays."""
_COLUMNS = """
SELECT id, own_digest_id, state, recipients, subject, attempts, retry_at, reason, detail, papers, sha256, created_at,
  sent_at FROM mails
"""
# A mail that waits for longer was noted when the clock was wrong.
_DUE = f"state = '{MailState.WAITING}' AND (retry_at <= :now OR retry_at > :now + {LONGEST_PAUSE_MS})"
_EARLIER = "SELECT recipients FROM mails ORDER BY created_at DESC, id DESC LIMIT 200"


def all_mails(connection: sqlite3.Connection) -> tuple[Mail, ...]:
    """The newest first."""
    return tuple(map(_mail, connection.execute(f"{_COLUMNS} ORDER BY created_at DESC, id DESC")))


def mail(connection: sqlite3.Connection, key: MailId) -> Mail | None:
    """One of them, or None if it is gone."""
    found = connection.execute(f"{_COLUMNS} WHERE id = ?", (key,)).fetchone()
    return None if found is None else _mail(found)


def message(connection: sqlite3.Connection, key: MailId) -> bytes:
    """What it says, but for its recipients; empty if it is gone."""
    found = connection.execute("SELECT message FROM mails WHERE id = ?", (key,)).fetchone()
    return b"" if found is None else zlib.decompress(found[0])


def next_due(connection: sqlite3.Connection, now: int) -> Mail | None:
    """The first that can be tried now (milliseconds since 1970, UTC)."""
    found = connection.execute(f"{_COLUMNS} WHERE {_DUE} ORDER BY created_at, id LIMIT 1", {"now": now}).fetchone()
    return None if found is None else _mail(found)


def next_moment(connection: sqlite3.Connection) -> int | None:
    """When the next one is to be tried, be it in the past; None if none waits."""
    (soonest,) = connection.execute(f"SELECT min(retry_at) FROM mails WHERE state = '{MailState.WAITING}'").fetchone()
    return None if soonest is None else int(soonest)


def earlier_recipients(connection: sqlite3.Connection) -> tuple[Recipient, ...]:
    """Everybody that a mail was made for, the last first, each once, with nothing said about them."""
    found: dict[str, Recipient] = {}
    for (stored,) in connection.execute(_EARLIER):
        for one in _recipients(stored):
            found.setdefault(one.address.lower(), Recipient(one.address, one.name))
    return tuple(found.values())


def add(connection: Connection, draft: MailDraft, composed: bytes, due_ms: int, place: str) -> MailId:
    """Put a mail into the outbox of the library that lies there (`this_place`); it is due at that moment."""
    values = {
        "own_digest_id": draft.digest,
        "state": MailState.WAITING.value,
        "recipients": _stored(draft.recipients),
        "subject": draft.subject,
        "message": zlib.compress(composed, 9),
        "attempts": 0,
        "retry_at": due_ms,
        "reason": "",
        "detail": "",
        "papers": draft.papers,
        "sha256": draft.sha256,
        "created_at": now_ms(),
        "place": place,
    }
    (key,) = connection.execute(insert(mails).values(values)).inserted_primary_key or (0,)
    return MailId(key)


def store(connection: Connection, changed: Mail, composed: bytes | None = None) -> None:
    """Write down what became of a mail; `composed` takes the place of what it says."""
    values: dict[str, Any] = {
        "state": changed.state.value,
        "recipients": _stored(changed.recipients),
        "attempts": changed.attempts,
        "retry_at": changed.retry_at_ms,
        "reason": changed.reason.value if changed.reason else "",
        "detail": changed.detail,
        "sent_at": changed.sent_at_ms,
    }
    if composed is not None:
        values["message"] = zlib.compress(composed, 9)
    connection.execute(update(mails).where(mails.c.id == changed.id).values(values))


def hold_back(connection: Connection, reason: Reason, detail: str, retry_at_ms: int) -> None:
    """Note why none can be sent at all: none is tried before that moment. It does not count against them."""
    waiting = (mails.c.state == MailState.WAITING.value) & (mails.c.retry_at < retry_at_ms)
    connection.execute(update(mails).where(waiting).values(reason=reason.value, detail=detail, retry_at=retry_at_ms))


def release(connection: Connection) -> None:
    """All that wait are due now."""
    connection.execute(update(mails).where(mails.c.state == MailState.WAITING.value).values(retry_at=0))


def broken_off(connection: Connection) -> int:
    """Nobody sends any more what was being sent when the program ended: nobody knows whether the server took it.
    Returns how many those are."""
    return _made_uncertain(connection, mails.c.state == MailState.SENDING.value, None)


def left_to(connection: Connection, place: str) -> int:
    """What waits since the library lay elsewhere may have been sent from there: it is not sent by itself. Returns how
    many those are."""
    waiting = (mails.c.state == MailState.WAITING.value) & (mails.c.place != place)
    return _made_uncertain(connection, waiting, Reason.MAIL_OF_COPY)


def adopt(connection: Connection, keys: Sequence[MailId], place: str) -> None:
    """A person wants these sent by the library that lies there."""
    connection.execute(update(mails).where(mails.c.id.in_(list(keys))).values(place=place))


def _made_uncertain(connection: Connection, which: ColumnElement[bool], reason: Reason | None) -> int:
    values = {"state": MailState.UNCERTAIN.value, "reason": reason.value if reason else "", "detail": ""}
    return connection.execute(update(mails).where(which).values(values)).rowcount


def tidy(connection: Connection) -> None:
    """Forget what was sent or cancelled long ago."""
    over = mails.c.state.in_([MailState.SENT.value, MailState.CANCELLED.value])
    connection.execute(delete(mails).where(over, mails.c.created_at < now_ms() - _KEPT_MS))


def take_out(connection: Connection, keys: Sequence[MailId]) -> tuple[dict[str, Any], ...]:
    """Delete these. Their rows, for `put_back`."""
    chosen = mails.c.id.in_(list(keys))
    rows = tuple(dict(row) for row in connection.execute(select(mails).where(chosen)).mappings())
    connection.execute(delete(mails).where(chosen))
    return rows


def put_back(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Bring rows back that `take_out` took, but for their digest where that is gone for good."""
    there = {key for (key,) in driver(connection).execute("SELECT id FROM own_digests")}
    for row in rows:
        digest = row["own_digest_id"] if row["own_digest_id"] in there else None
        connection.execute(insert(mails).values({**row, "own_digest_id": digest}))


def _mail(row: tuple[Any, ...]) -> Mail:  # the columns of _COLUMNS
    key, digest, state, recipients, subject, attempts, retry_at, reason, detail, papers, sha256, created, sent = row
    return Mail(
        id=MailId(key),
        digest=None if digest is None else OwnDigestId(digest),
        state=MailState(state),
        recipients=_recipients(recipients),
        subject=subject,
        attempts=attempts,
        retry_at_ms=retry_at,
        reason=Reason(reason) if reason else None,
        detail=detail,
        papers=papers,
        sha256=sha256,
        created_at_ms=created,
        sent_at_ms=sent,
    )


def _stored(recipients: Sequence[Recipient]) -> str:
    told = [{"address": one.address, "name": one.name, "taken": one.taken, "said": one.said} for one in recipients]
    return json.dumps(told, ensure_ascii=False)


def _recipients(stored: str) -> tuple[Recipient, ...]:
    return tuple(Recipient(one["address"], one["name"], Taken(one["taken"]), one["said"]) for one in json.loads(stored))

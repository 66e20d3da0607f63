"""What was handed on of digests of one's own. It happened, so no step of undo takes it back."""

import sqlite3
from dataclasses import dataclass

from sqlalchemy import Connection, insert

from db.digest_rows import handed_on
from db.index_documents import driver
from db.own_digests import own_digest
from db.stored_values import now_ms
from desktop.domain.ids import OwnDigestId
from desktop.domain.own_digest import Way

_HISTORY = "SELECT at, way, target, papers, sha256 FROM handed_on WHERE own_digest_id = ? ORDER BY at DESC, id DESC"


@dataclass(frozen=True, slots=True)
class StoredHandingOn:
    """What was handed on, and the hash of what that was."""

    at_ms: int
    way: Way
    target: str
    papers: int
    sha256: str


def record(connection: Connection, digest: OwnDigestId, way: Way, target: str, papers: int, sha256: str) -> None:
    """Note that a digest was handed on, now. Raises InputError(NO_SUCH_DIGEST)."""
    own_digest(driver(connection), digest)
    values = {"own_digest_id": digest, "at": now_ms(), "way": way.value, "target": target}
    connection.execute(insert(handed_on).values({**values, "papers": papers, "sha256": sha256}))


def history(connection: sqlite3.Connection, digest: OwnDigestId) -> tuple[StoredHandingOn, ...]:
    """What was handed on of it, the last first. Raises InputError(NO_SUCH_DIGEST)."""
    own_digest(connection, digest)
    return tuple(
        StoredHandingOn(at, Way(way), target, papers, sha256)
        for at, way, target, papers, sha256 in connection.execute(_HISTORY, (digest,))
    )

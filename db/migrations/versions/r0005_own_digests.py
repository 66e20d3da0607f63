"""Feeds that are followed, texts that a model writes, digests of one's own, and the mails that carry them."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE feeds (
        id INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, source TEXT NOT NULL,
        filter TEXT NOT NULL, every_minutes INTEGER NOT NULL, writes_texts BOOLEAN NOT NULL, active BOOLEAN NOT NULL,
        position INTEGER NOT NULL, trashed_at INTEGER)""",
    """CREATE TABLE feed_states (
        feed_id INTEGER NOT NULL PRIMARY KEY, asked_at INTEGER NOT NULL, answered_at INTEGER NOT NULL,
        retry_at INTEGER NOT NULL, reason TEXT NOT NULL, detail TEXT NOT NULL, attempts INTEGER NOT NULL,
        mark TEXT NOT NULL, FOREIGN KEY(feed_id) REFERENCES feeds (id) ON DELETE CASCADE)""",
    """CREATE TABLE feed_days (
        feed_id INTEGER NOT NULL, day TEXT NOT NULL, at INTEGER NOT NULL, found INTEGER NOT NULL,
        added INTEGER NOT NULL, left_out INTEGER NOT NULL, PRIMARY KEY (feed_id, day),
        FOREIGN KEY(feed_id) REFERENCES feeds (id) ON DELETE CASCADE) WITHOUT ROWID""",
    """CREATE TABLE feed_papers (
        feed_id INTEGER NOT NULL, day TEXT NOT NULL, paper_id INTEGER NOT NULL, position INTEGER NOT NULL,
        announced TEXT NOT NULL, version INTEGER, found_at INTEGER NOT NULL, PRIMARY KEY (feed_id, day, paper_id),
        FOREIGN KEY(feed_id) REFERENCES feeds (id) ON DELETE CASCADE,
        FOREIGN KEY(paper_id) REFERENCES papers (id) ON DELETE CASCADE) WITHOUT ROWID""",
    "CREATE INDEX ix_feed_papers_paper_id ON feed_papers (paper_id)",
    """CREATE TABLE model_texts (
        paper_id INTEGER NOT NULL, kind TEXT NOT NULL, language TEXT NOT NULL, value TEXT NOT NULL, model TEXT NOT NULL,
        prompt TEXT NOT NULL, written_at INTEGER NOT NULL, PRIMARY KEY (paper_id, kind, language),
        FOREIGN KEY(paper_id) REFERENCES papers (id) ON DELETE CASCADE) WITHOUT ROWID""",
    """CREATE TABLE text_wishes (
        paper_id INTEGER NOT NULL, kind TEXT NOT NULL, language TEXT NOT NULL, state TEXT NOT NULL,
        position INTEGER NOT NULL, attempts INTEGER NOT NULL, reason TEXT NOT NULL, detail TEXT NOT NULL,
        asked_at INTEGER NOT NULL, PRIMARY KEY (paper_id, kind, language),
        FOREIGN KEY(paper_id) REFERENCES papers (id) ON DELETE CASCADE) WITHOUT ROWID""",
    "CREATE INDEX ix_text_wishes_state_position ON text_wishes (state, position)",
    """CREATE TABLE own_digests (
        id INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, preface TEXT NOT NULL, language TEXT NOT NULL,
        template TEXT NOT NULL, left_out TEXT NOT NULL, made_of TEXT NOT NULL, created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL, trashed_at INTEGER)""",
    """CREATE TABLE own_digest_papers (
        own_digest_id INTEGER NOT NULL, paper_id INTEGER NOT NULL, position INTEGER NOT NULL,
        PRIMARY KEY (own_digest_id, paper_id),
        FOREIGN KEY(own_digest_id) REFERENCES own_digests (id) ON DELETE CASCADE,
        FOREIGN KEY(paper_id) REFERENCES papers (id) ON DELETE CASCADE) WITHOUT ROWID""",
    "CREATE INDEX ix_own_digest_papers_paper_id ON own_digest_papers (paper_id)",
    """CREATE TABLE handed_on (
        id INTEGER NOT NULL PRIMARY KEY, own_digest_id INTEGER NOT NULL, at INTEGER NOT NULL, way TEXT NOT NULL,
        target TEXT NOT NULL, papers INTEGER NOT NULL, sha256 TEXT NOT NULL,
        FOREIGN KEY(own_digest_id) REFERENCES own_digests (id) ON DELETE CASCADE)""",
    "CREATE INDEX ix_handed_on_own_digest_id ON handed_on (own_digest_id)",
    """CREATE TABLE mails (
        id INTEGER NOT NULL PRIMARY KEY, own_digest_id INTEGER, state TEXT NOT NULL, recipients TEXT NOT NULL,
        subject TEXT NOT NULL, message BLOB NOT NULL, attempts INTEGER NOT NULL, retry_at INTEGER NOT NULL,
        reason TEXT NOT NULL, detail TEXT NOT NULL, papers INTEGER NOT NULL, sha256 TEXT NOT NULL,
        created_at INTEGER NOT NULL, sent_at INTEGER, place TEXT NOT NULL,
        FOREIGN KEY(own_digest_id) REFERENCES own_digests (id) ON DELETE SET NULL)""",
    "CREATE INDEX ix_mails_own_digest_id ON mails (own_digest_id)",
)


def upgrade() -> None:
    """Add the tables of feeds, of a model's texts, of one's own digests and of mails."""
    for statement in STATEMENTS:
        op.execute(statement)

"""What arXiv tells of papers, what is to be fetched from it, and more about files."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATEMENTS = (
    # math.GT/0309136 is math/0309136, as arXiv itself spells it. Where a library holds both, both stay.
    """UPDATE OR IGNORE papers
        SET arxiv_id = substr(arxiv_id, 1, instr(arxiv_id, '.') - 1) || substr(arxiv_id, instr(arxiv_id, '/'))
        WHERE arxiv_id LIKE '%.%/%'""",
    "ALTER TABLE papers ADD COLUMN shown_record INTEGER",
    "ALTER TABLE papers ADD COLUMN newer_version INTEGER",
    "CREATE INDEX ix_papers_newer_version ON papers (newer_version) WHERE newer_version IS NOT NULL",
    """CREATE TABLE arxiv_records (
        arxiv_id TEXT NOT NULL, version INTEGER NOT NULL, title TEXT NOT NULL, abstract TEXT NOT NULL, authors TEXT NOT
        NULL, categories TEXT NOT NULL, comment TEXT NOT NULL, journal_ref TEXT NOT NULL, doi TEXT NOT NULL, published
        TEXT NOT NULL, updated TEXT NOT NULL, withdrawn BOOLEAN NOT NULL, fetched_at INTEGER NOT NULL,
        PRIMARY KEY (arxiv_id, version))""",
    """CREATE TABLE fetches (
        id INTEGER NOT NULL PRIMARY KEY, paper_id INTEGER NOT NULL, kind TEXT NOT NULL, version INTEGER NOT NULL, state
        TEXT NOT NULL, position INTEGER NOT NULL, attempts INTEGER NOT NULL, retry_at INTEGER NOT NULL, reason TEXT NOT
        NULL, detail TEXT NOT NULL, automatic BOOLEAN NOT NULL, asked_at INTEGER NOT NULL,
        UNIQUE (paper_id, kind, version),
        FOREIGN KEY(paper_id) REFERENCES papers (id) ON DELETE CASCADE)""",
    "CREATE INDEX ix_fetches_state_kind_position ON fetches (state, kind, position)",
    "ALTER TABLE files ADD COLUMN version INTEGER",
    "ALTER TABLE files ADD COLUMN name TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE files ADD COLUMN pages INTEGER",
    "CREATE INDEX ix_files_sha256 ON files (sha256)",
)


def upgrade() -> None:
    """Add the tables, columns and indexes."""
    for statement in STATEMENTS:
        op.execute(statement)

"""The first schema: papers, entries, digests, texts, files, undo steps and the full-text index."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE entries (
        id INTEGER NOT NULL PRIMARY KEY, key BLOB NOT NULL UNIQUE, title TEXT NOT NULL, link TEXT NOT NULL,
        translated_title TEXT NOT NULL, summary TEXT NOT NULL, summary_en TEXT NOT NULL,
        translated_abstract TEXT NOT NULL, abstract TEXT NOT NULL, listing TEXT NOT NULL)""",
    """CREATE TABLE digests (
        id INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, format TEXT NOT NULL, generation INTEGER NOT NULL,
        language TEXT NOT NULL, head TEXT NOT NULL, original BLOB, spans TEXT NOT NULL, not_understood TEXT NOT NULL,
        sha256 TEXT NOT NULL, source_path TEXT NOT NULL, year INTEGER, imported_at INTEGER NOT NULL, trashed_at
        INTEGER)""",
    "CREATE INDEX ix_digests_sha256 ON digests (sha256)",
    """CREATE TABLE papers (
        id INTEGER NOT NULL PRIMARY KEY, title TEXT NOT NULL, translated_title TEXT NOT NULL, arxiv_id TEXT UNIQUE,
        arxiv_version INTEGER, doi TEXT NOT NULL, link TEXT NOT NULL, title_hash INTEGER NOT NULL, categories TEXT NOT
        NULL, authors TEXT NOT NULL, published TEXT NOT NULL, announced TEXT NOT NULL, entry_id INTEGER REFERENCES
        entries (id), origin_digest_id INTEGER REFERENCES digests (id), typed_facts TEXT NOT NULL, added_at INTEGER
        NOT NULL, trashed_at INTEGER)""",
    "CREATE INDEX ix_papers_title_hash ON papers (title_hash)",
    "CREATE INDEX ix_papers_trashed_at_added_at ON papers (trashed_at, added_at)",
    """CREATE TABLE paper_authors (
        paper_id INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (paper_id, position),
        FOREIGN KEY(paper_id) REFERENCES papers (id) ON DELETE CASCADE) WITHOUT ROWID""",
    """CREATE TABLE digest_entries (
        digest_id INTEGER NOT NULL, position INTEGER NOT NULL, entry_id INTEGER NOT NULL REFERENCES entries (id),
        paper_id INTEGER REFERENCES papers (id), by_title BOOLEAN NOT NULL, PRIMARY KEY (digest_id, position),
        FOREIGN KEY(digest_id) REFERENCES digests (id) ON DELETE CASCADE) WITHOUT ROWID""",
    "CREATE INDEX ix_digest_entries_entry_id ON digest_entries (entry_id)",
    "CREATE INDEX ix_digest_entries_paper_id ON digest_entries (paper_id)",
    """CREATE TABLE texts (
        paper_id INTEGER NOT NULL, kind TEXT NOT NULL, language TEXT NOT NULL, value TEXT NOT NULL, origin TEXT NOT
        NULL, origin_name TEXT NOT NULL, changed_at INTEGER NOT NULL, locked BOOLEAN NOT NULL, PRIMARY KEY (paper_id,
        kind, language), FOREIGN KEY(paper_id) REFERENCES papers (id) ON DELETE CASCADE) WITHOUT ROWID""",
    """CREATE TABLE files (
        id INTEGER NOT NULL PRIMARY KEY, paper_id INTEGER NOT NULL, path TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL,
        size INTEGER NOT NULL, added_at INTEGER NOT NULL,
        FOREIGN KEY(paper_id) REFERENCES papers (id) ON DELETE CASCADE)""",
    "CREATE INDEX ix_files_paper_id ON files (paper_id)",
    """CREATE TABLE undo_steps (
        id INTEGER NOT NULL PRIMARY KEY, kind TEXT NOT NULL, count INTEGER NOT NULL, changes BLOB NOT NULL,
        at INTEGER NOT NULL, undone BOOLEAN NOT NULL)""",
    # Contentless: the strings stand in entries and texts already. One token per Han character (db/search_text.py).
    """CREATE VIRTUAL TABLE papers_fts USING fts5(
        title, translated_title, authors, summary, abstract, translated_abstract, note,
        content='', tokenize='unicode61 remove_diacritics 2', prefix='2')""",
    # Words wait in memory (64 MiB, freed at commit) before they are sorted in: a third less work in a bulk import.
    "INSERT INTO papers_fts (papers_fts, rank) VALUES ('hashsize', 67108864)",
)


def upgrade() -> None:
    """Create everything."""
    for statement in STATEMENTS:
        op.execute(statement)

"""The reading list: status, queue, tags, collections, saved searches, duplicates, history, bibliographies."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

STATEMENTS = (
    "ALTER TABLE papers ADD COLUMN status TEXT NOT NULL DEFAULT 'inbox'",
    "ALTER TABLE papers ADD COLUMN status_at INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE papers ADD COLUMN finished_at INTEGER",
    "ALTER TABLE papers ADD COLUMN starred BOOLEAN NOT NULL DEFAULT 0",
    "ALTER TABLE papers ADD COLUMN priority INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE papers ADD COLUMN queue_position INTEGER",
    "ALTER TABLE papers ADD COLUMN due TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE papers ADD COLUMN cite_key TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE papers ADD COLUMN citation TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE papers ADD COLUMN merged_into INTEGER REFERENCES papers (id)",
    # All indexes hold the few papers that differ from what a new one is, so that an import need not fill them.
    "CREATE INDEX ix_papers_status ON papers (status, finished_at) WHERE status <> 'inbox'",
    "CREATE INDEX ix_papers_starred ON papers (starred) WHERE starred",
    "CREATE INDEX ix_papers_priority ON papers (priority) WHERE priority <> 0",
    "CREATE INDEX ix_papers_queue_position ON papers (queue_position) WHERE queue_position IS NOT NULL",
    "CREATE INDEX ix_papers_due ON papers (due) WHERE due <> ''",
    "CREATE INDEX ix_papers_cite_key ON papers (cite_key) WHERE cite_key <> ''",
    "CREATE INDEX ix_papers_doi ON papers (doi) WHERE doi <> ''",
    "CREATE INDEX ix_papers_merged_into ON papers (merged_into) WHERE merged_into IS NOT NULL",
    """UPDATE papers SET status = 'reading',
        status_at = (SELECT max(r.read_at) FROM reading_places r WHERE r.paper_id = papers.id)
        WHERE id IN (SELECT paper_id FROM reading_places)""",
    "CREATE TABLE tags (id INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL UNIQUE, "
    "color INTEGER NOT NULL)",
    """CREATE TABLE paper_tags (
        paper_id INTEGER NOT NULL, tag_id INTEGER NOT NULL, PRIMARY KEY (paper_id, tag_id),
        FOREIGN KEY(paper_id) REFERENCES papers (id) ON DELETE CASCADE,
        FOREIGN KEY(tag_id) REFERENCES tags (id) ON DELETE CASCADE) WITHOUT ROWID""",
    "CREATE INDEX ix_paper_tags_tag_id ON paper_tags (tag_id)",
    """CREATE TABLE collections (
        id INTEGER NOT NULL PRIMARY KEY, parent_id INTEGER, name TEXT NOT NULL, position INTEGER NOT NULL,
        FOREIGN KEY(parent_id) REFERENCES collections (id) ON DELETE CASCADE)""",
    "CREATE INDEX ix_collections_parent_id ON collections (parent_id)",
    """CREATE TABLE paper_collections (
        collection_id INTEGER NOT NULL, paper_id INTEGER NOT NULL, PRIMARY KEY (collection_id, paper_id),
        FOREIGN KEY(collection_id) REFERENCES collections (id) ON DELETE CASCADE,
        FOREIGN KEY(paper_id) REFERENCES papers (id) ON DELETE CASCADE) WITHOUT ROWID""",
    "CREATE INDEX ix_paper_collections_paper_id ON paper_collections (paper_id)",
    """CREATE TABLE saved_searches (
        id INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL UNIQUE, query TEXT NOT NULL,
        position INTEGER NOT NULL)""",
    """CREATE TABLE distinct_papers (
        first_id INTEGER NOT NULL, second_id INTEGER NOT NULL, PRIMARY KEY (first_id, second_id),
        FOREIGN KEY(first_id) REFERENCES papers (id) ON DELETE CASCADE,
        FOREIGN KEY(second_id) REFERENCES papers (id) ON DELETE CASCADE) WITHOUT ROWID""",
    "CREATE INDEX ix_distinct_papers_second_id ON distinct_papers (second_id)",
    """CREATE TABLE history (
        id INTEGER NOT NULL PRIMARY KEY, paper_id INTEGER NOT NULL, step INTEGER NOT NULL, at INTEGER NOT NULL,
        kind TEXT NOT NULL, detail TEXT NOT NULL, FOREIGN KEY(paper_id) REFERENCES papers (id) ON DELETE CASCADE)""",
    "CREATE INDEX ix_history_paper_id ON history (paper_id)",
    "CREATE INDEX ix_history_step ON history (step)",
    "ALTER TABLE undo_steps ADD COLUMN detail TEXT NOT NULL DEFAULT ''",
)


def upgrade() -> None:
    """Add the columns, tables and indexes."""
    for statement in STATEMENTS:
        op.execute(statement)

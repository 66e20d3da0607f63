"""Reading: marks on PDFs, where each was left, and the words of their pages."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_WITHOUT_IT = "NOT EXISTS (SELECT 1 FROM files f WHERE f.paper_id = {}.paper_id AND f.sha256 = new.sha256)"
_FOLLOW = f"""
        BEGIN
            UPDATE marks SET paper_id = new.paper_id
                WHERE sha256 = new.sha256 AND {_WITHOUT_IT.format("marks")};
            UPDATE OR REPLACE reading_places SET paper_id = new.paper_id
                WHERE sha256 = new.sha256 AND {_WITHOUT_IT.format("reading_places")};
        END"""

STATEMENTS = (
    # `number` is the row's in marks_fts: a rowid without a name of its own changes in a VACUUM.
    """CREATE TABLE marks (
        number INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, paper_id INTEGER NOT NULL, sha256 TEXT NOT NULL,
        page INTEGER NOT NULL, kind TEXT NOT NULL, color INTEGER NOT NULL, quads TEXT NOT NULL, box TEXT NOT NULL,
        strokes TEXT NOT NULL, quote TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, comment TEXT NOT NULL,
        tags TEXT NOT NULL, author TEXT NOT NULL, created_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,
        carried_from TEXT NOT NULL, placed BOOLEAN NOT NULL,
        FOREIGN KEY(paper_id) REFERENCES papers (id) ON DELETE CASCADE)""",
    "CREATE INDEX ix_marks_paper_id ON marks (paper_id)",
    "CREATE INDEX ix_marks_sha256_page ON marks (sha256, page)",
    # Without a reference to marks: a picture outlives its mark until nobody can take the deletion back.
    "CREATE TABLE mark_pictures (mark_id TEXT NOT NULL PRIMARY KEY, png BLOB NOT NULL)",
    "CREATE TABLE mark_colors (color INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL)",
    """CREATE TABLE reading_places (
        paper_id INTEGER NOT NULL, sha256 TEXT NOT NULL, place TEXT NOT NULL, read_at INTEGER NOT NULL,
        PRIMARY KEY (paper_id, sha256),
        FOREIGN KEY(paper_id) REFERENCES papers (id) ON DELETE CASCADE) WITHOUT ROWID""",
    "CREATE INDEX ix_reading_places_sha256 ON reading_places (sha256)",
    # Marks and places go where their file goes, whoever brings it there: a step, its undo, a download.
    f"CREATE TRIGGER marks_follow_a_moved_file AFTER UPDATE OF paper_id ON files {_FOLLOW}",
    f"CREATE TRIGGER marks_follow_a_file_that_comes_again AFTER INSERT ON files {_FOLLOW}",
    """CREATE TABLE indexed_files (
        id INTEGER NOT NULL PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, state TEXT NOT NULL, pages INTEGER NOT NULL,
        done INTEGER NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL)""",
    # id: a million times that of the file, and the page. A hit tells its file and page without a look at its text.
    "CREATE TABLE page_texts (id INTEGER NOT NULL PRIMARY KEY, text BLOB NOT NULL)",
    # Contentless as papers_fts is; their rows are `marks.number` and `page_texts.id`.
    """CREATE VIRTUAL TABLE marks_fts USING fts5(
        quote, comment, tags, content='', tokenize='unicode61 remove_diacritics 2', prefix='2')""",
    """CREATE VIRTUAL TABLE pages_fts USING fts5(
        text, content='', tokenize='unicode61 remove_diacritics 2', prefix='2')""",
)


def upgrade() -> None:
    """Add the tables, indexes and triggers."""
    for statement in STATEMENTS:
        op.execute(statement)

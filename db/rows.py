"""The tables of a library, as SQLAlchemy knows them.

A paper's texts are the strings of its entry (`papers.entry_id`), over which stand title and abstract of what arXiv told
of the version `papers.shown_record`, over which stands what a model wrote (`model_texts`), over which stands what a
person typed (`texts`). An entry's
strings are stored once, however many digests repeat it: `digest_entries` says which digest holds which entry at which
row, and which paper that is. Times are milliseconds since 1970 in UTC.

`trashed_at` says since when something is in the Trash; see `stored_values.TAKEN_BACK` too.

`typed_facts` names the facts that a person typed (`Fact`); see `stored_values.VERSION_CHOSEN` too.

`arxiv_records` are of arXiv's ids, not of papers: they follow a paper's id when a person types, splits or undoes it.
`fetches` are what is still to be fetched; version 0 is the newest.

`marks` and `reading_places` belong to a file (its sha256) of a paper and go with it to another paper, by triggers that
the migrations make. `mark_pictures` may hold more than `marks`: what was deleted may be taken back.

`status_at` tells since when a paper has its status (0: since it was added), `finished_at` when it was last marked as
read. `queue_position` orders the papers whose status is queued, and is NULL for all others. `citation` holds what a
bibliography told and no other column knows, as an object of CSL JSON. `merged_into` names the paper that one was merged
into: it is as taken back, but what is known by its ids belongs to that other one.

Tags, collections, saved searches and the history of papers: `label_rows`. Feeds and one's own digests: `digest_rows`.

The full-text tables `papers_fts`, `marks_fts` and `pages_fts` are made by the migrations.
"""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData()

entries = Table(
    "entries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", LargeBinary, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("link", Text, nullable=False),
    Column("translated_title", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("summary_en", Text, nullable=False),
    Column("translated_abstract", Text, nullable=False),
    Column("abstract", Text, nullable=False),
    Column("listing", Text, nullable=False),
)

digests = Table(
    "digests",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("language", Text, nullable=False),
    Column("head", Text, nullable=False),
    Column("original", LargeBinary),
    Column("spans", Text, nullable=False),
    Column("not_understood", Text, nullable=False),
    Column("sha256", Text, nullable=False, index=True),
    Column("source_path", Text, nullable=False),
    Column("year", Integer),
    Column("imported_at", Integer, nullable=False),
    Column("trashed_at", Integer),
)

papers = Table(
    "papers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("title", Text, nullable=False),
    Column("translated_title", Text, nullable=False),
    Column("arxiv_id", Text, unique=True),
    Column("arxiv_version", Integer),
    Column("doi", Text, nullable=False),
    Column("link", Text, nullable=False),
    Column("title_hash", Integer, nullable=False, index=True),
    Column("categories", Text, nullable=False),
    Column("authors", Text, nullable=False),
    Column("published", Text, nullable=False),
    Column("announced", Text, nullable=False),
    Column("entry_id", Integer, ForeignKey("entries.id")),
    Column("origin_digest_id", Integer, ForeignKey("digests.id")),
    Column("typed_facts", Text, nullable=False),
    Column("added_at", Integer, nullable=False),
    Column("trashed_at", Integer),
    Column("shown_record", Integer),
    Column("newer_version", Integer),
    Column("status", Text, nullable=False, server_default="inbox"),
    Column("status_at", Integer, nullable=False, server_default="0"),
    Column("finished_at", Integer),
    Column("starred", Boolean, nullable=False, server_default="0"),
    Column("priority", Integer, nullable=False, server_default="0"),
    Column("queue_position", Integer),
    Column("due", Text, nullable=False, server_default=""),
    Column("cite_key", Text, nullable=False, server_default=""),
    Column("citation", Text, nullable=False, server_default=""),
    Column("merged_into", Integer, ForeignKey("papers.id")),
    Index("ix_papers_status", "status", "finished_at", sqlite_where=text("status <> 'inbox'")),
    Index("ix_papers_starred", "starred", sqlite_where=text("starred")),
    Index("ix_papers_priority", "priority", sqlite_where=text("priority <> 0")),
    Index("ix_papers_queue_position", "queue_position", sqlite_where=text("queue_position IS NOT NULL")),
    Index("ix_papers_due", "due", sqlite_where=text("due <> ''")),
    Index("ix_papers_cite_key", "cite_key", sqlite_where=text("cite_key <> ''")),
    Index("ix_papers_doi", "doi", sqlite_where=text("doi <> ''")),
    Index("ix_papers_merged_into", "merged_into", sqlite_where=text("merged_into IS NOT NULL")),
    Index("ix_papers_trashed_at_added_at", "trashed_at", "added_at"),
    Index("ix_papers_newer_version", "newer_version", sqlite_where=text("newer_version IS NOT NULL")),
)

paper_authors = Table(
    "paper_authors",
    metadata,
    Column("paper_id", Integer, ForeignKey("papers.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    sqlite_with_rowid=False,
)

digest_entries = Table(
    "digest_entries",
    metadata,
    Column("digest_id", Integer, ForeignKey("digests.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("entry_id", Integer, ForeignKey("entries.id"), nullable=False, index=True),
    Column("paper_id", Integer, ForeignKey("papers.id"), index=True),
    Column("by_title", Boolean, nullable=False),
    sqlite_with_rowid=False,
)

texts = Table(
    "texts",
    metadata,
    Column("paper_id", Integer, ForeignKey("papers.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("language", Text, primary_key=True),
    Column("value", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("origin_name", Text, nullable=False),
    Column("changed_at", Integer, nullable=False),
    Column("locked", Boolean, nullable=False),
    sqlite_with_rowid=False,
)

files = Table(
    "files",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("paper_id", Integer, ForeignKey("papers.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("path", Text, nullable=False, unique=True),
    Column("sha256", Text, nullable=False, index=True),
    Column("size", Integer, nullable=False),
    Column("added_at", Integer, nullable=False),
    Column("version", Integer),
    Column("name", Text, nullable=False, server_default=""),
    Column("pages", Integer),
)

arxiv_records = Table(
    "arxiv_records",
    metadata,
    Column("arxiv_id", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("title", Text, nullable=False),
    Column("abstract", Text, nullable=False),
    Column("authors", Text, nullable=False),
    Column("categories", Text, nullable=False),
    Column("comment", Text, nullable=False),
    Column("journal_ref", Text, nullable=False),
    Column("doi", Text, nullable=False),
    Column("published", Text, nullable=False),
    Column("updated", Text, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    Column("fetched_at", Integer, nullable=False),
)

fetches = Table(
    "fetches",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("paper_id", Integer, ForeignKey("papers.id", ondelete="CASCADE"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("retry_at", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("automatic", Boolean, nullable=False),
    Column("asked_at", Integer, nullable=False),
    UniqueConstraint("paper_id", "kind", "version"),
    Index("ix_fetches_state_kind_position", "state", "kind", "position"),
)

marks = Table(
    "marks",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("paper_id", Integer, ForeignKey("papers.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("sha256", Text, nullable=False),
    Column("page", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("color", Integer, nullable=False),
    Column("quads", Text, nullable=False),
    Column("box", Text, nullable=False),
    Column("strokes", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("comment", Text, nullable=False),
    Column("tags", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("created_at", Integer, nullable=False),
    Column("changed_at", Integer, nullable=False),
    Column("carried_from", Text, nullable=False),
    Column("placed", Boolean, nullable=False),
    Index("ix_marks_sha256_page", "sha256", "page"),
)

mark_pictures = Table(
    "mark_pictures",
    metadata,
    Column("mark_id", Text, primary_key=True),
    Column("png", LargeBinary, nullable=False),
)

mark_colors = Table(
    "mark_colors",
    metadata,
    Column("color", Integer, primary_key=True),
    Column("name", Text, nullable=False),
)

reading_places = Table(
    "reading_places",
    metadata,
    Column("paper_id", Integer, ForeignKey("papers.id", ondelete="CASCADE"), primary_key=True),
    Column("sha256", Text, primary_key=True, index=True),
    Column("place", Text, nullable=False),
    Column("read_at", Integer, nullable=False),
    sqlite_with_rowid=False,
)

indexed_files = Table(
    "indexed_files",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sha256", Text, nullable=False, unique=True),
    Column("state", Text, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("done", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", Integer, nullable=False),
)

page_texts = Table(
    "page_texts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("text", LargeBinary, nullable=False),
)

undo_steps = Table(
    "undo_steps",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("count", Integer, nullable=False),
    Column("detail", Text, nullable=False, server_default=""),
    Column("changes", LargeBinary, nullable=False),
    Column("at", Integer, nullable=False),
    Column("undone", Boolean, nullable=False),
)

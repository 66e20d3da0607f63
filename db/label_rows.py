"""The tables of what papers are filed under, and of what happened to them.

`tags.key` and `saved_searches.key` are the names as they are compared (`domain.labels.label_key`).

`history` tells what was done to a paper by which step of undo; a step that is taken back takes its rows along.
"""

from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from db.rows import metadata

tags = Table(
    "tags",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("key", Text, nullable=False, unique=True),
    Column("color", Integer, nullable=False),
)

paper_tags = Table(
    "paper_tags",
    metadata,
    Column("paper_id", Integer, ForeignKey("papers.id", ondelete="CASCADE"), primary_key=True),
    Column("tag_id", Integer, ForeignKey("tags.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

collections = Table(
    "collections",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("parent_id", Integer, ForeignKey("collections.id", ondelete="CASCADE"), index=True),
    Column("name", Text, nullable=False),
    Column("position", Integer, nullable=False),
)

paper_collections = Table(
    "paper_collections",
    metadata,
    Column("collection_id", Integer, ForeignKey("collections.id", ondelete="CASCADE"), primary_key=True),
    Column("paper_id", Integer, ForeignKey("papers.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

saved_searches = Table(
    "saved_searches",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("key", Text, nullable=False, unique=True),
    Column("query", Text, nullable=False),
    Column("position", Integer, nullable=False),
)

distinct_papers = Table(
    "distinct_papers",
    metadata,
    Column("first_id", Integer, ForeignKey("papers.id", ondelete="CASCADE"), primary_key=True),
    Column("second_id", Integer, ForeignKey("papers.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

history = Table(
    "history",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("paper_id", Integer, ForeignKey("papers.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("step", Integer, nullable=False, index=True),
    Column("at", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("detail", Text, nullable=False),
)

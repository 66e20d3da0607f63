"""The tables of making digests: feeds, texts that are wished for of a model, one's own digests, mails.

What a feed is (`feeds`) changes by steps of undo; how its last request ended (`feed_states`) and what it brought on
which day (`feed_days`, `feed_papers`) does not. `feeds.filter` is JSON (`domain.feed_filter`); `feed_states.mark` is
what the server calls its last answer (ETag), with what was asked for.

`model_texts` are what a model wrote, with the version of the prompt it wrote from. They come by themselves and stand
below what a person typed, so no step of undo is in their way; `text_wishes` are what it is still asked for.

`own_digests.made_of` is JSON and tells where its papers came from; `left_out` names the fields it does without.
`mails.message` is a compressed message, whole but for its recipients (JSON, with what the server said about each); the
outbox is what has no `sent_at`. `papers` and `sha256` are of the digest in it, for `handed_on` once it was sent.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, Table, Text

from db.rows import metadata


def _key(name: str, of: str, *, primary: bool = False, index: bool | None = None) -> Column[int]:
    return Column(
        name,
        Integer,
        ForeignKey(f"{of}.id", ondelete="CASCADE"),
        primary_key=primary,
        nullable=False,
        index=index,
    )


feeds = Table(
    "feeds",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("filter", Text, nullable=False),
    Column("every_minutes", Integer, nullable=False),
    Column("writes_texts", Boolean, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("position", Integer, nullable=False),
    Column("trashed_at", Integer),
)

feed_states = Table(
    "feed_states",
    metadata,
    _key("feed_id", "feeds", primary=True),
    Column("asked_at", Integer, nullable=False),
    Column("answered_at", Integer, nullable=False),
    Column("retry_at", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("mark", Text, nullable=False),
)

feed_days = Table(
    "feed_days",
    metadata,
    _key("feed_id", "feeds", primary=True),
    Column("day", Text, primary_key=True),
    Column("at", Integer, nullable=False),
    Column("found", Integer, nullable=False),
    Column("added", Integer, nullable=False),
    Column("left_out", Integer, nullable=False),
    sqlite_with_rowid=False,
)

feed_papers = Table(
    "feed_papers",
    metadata,
    _key("feed_id", "feeds", primary=True),
    Column("day", Text, primary_key=True),
    _key("paper_id", "papers", primary=True, index=True),
    Column("position", Integer, nullable=False),
    Column("announced", Text, nullable=False),
    Column("version", Integer),
    Column("found_at", Integer, nullable=False),
    sqlite_with_rowid=False,
)

model_texts = Table(
    "model_texts",
    metadata,
    _key("paper_id", "papers", primary=True),
    Column("kind", Text, primary_key=True),
    Column("language", Text, primary_key=True),
    Column("value", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("prompt", Text, nullable=False),
    Column("written_at", Integer, nullable=False),
    sqlite_with_rowid=False,
)

text_wishes = Table(
    "text_wishes",
    metadata,
    _key("paper_id", "papers", primary=True),
    Column("kind", Text, primary_key=True),
    Column("language", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("asked_at", Integer, nullable=False),
    Index("ix_text_wishes_state_position", "state", "position"),
    sqlite_with_rowid=False,
)

own_digests = Table(
    "own_digests",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("preface", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("template", Text, nullable=False),
    Column("left_out", Text, nullable=False),
    Column("made_of", Text, nullable=False),
    Column("created_at", Integer, nullable=False),
    Column("changed_at", Integer, nullable=False),
    Column("trashed_at", Integer),
)

own_digest_papers = Table(
    "own_digest_papers",
    metadata,
    _key("own_digest_id", "own_digests", primary=True),
    _key("paper_id", "papers", primary=True, index=True),
    Column("position", Integer, nullable=False),
    sqlite_with_rowid=False,
)

handed_on = Table(
    "handed_on",
    metadata,
    Column("id", Integer, primary_key=True),
    _key("own_digest_id", "own_digests", index=True),
    Column("at", Integer, nullable=False),
    Column("way", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("papers", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
)

mails = Table(
    "mails",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("own_digest_id", Integer, ForeignKey("own_digests.id", ondelete="SET NULL"), index=True),
    Column("state", Text, nullable=False),
    Column("recipients", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("message", LargeBinary, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("retry_at", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("papers", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("created_at", Integer, nullable=False),
    Column("sent_at", Integer),
    Column("place", Text, nullable=False),  # where the library lay whose person wanted it sent
)

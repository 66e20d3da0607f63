"""What the fields of a search that hold no words mean, as SQL about `papers p`.

What a person typed becomes parameters. Conditions that need nothing of a paper but its key say `p.rowid`, so that an
index alone can answer them; a condition of an index stands in the words of the index, from which SQLite knows it.
"""

from bisect import bisect_left
from collections.abc import Callable
from datetime import date, datetime

from desktop.domain.labels import TAG_SEPARATOR, label_key, tag_name
from desktop.domain.query import PRIORITIES, DateRange, Filter
from desktop.domain.query_values import date_range
from desktop.domain.reading_list import UNFINISHED, Priority, Status

Bind = Callable[[str], str]
"""Takes a value and says the name of its parameter."""

_LIKE_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\%_"})
_BEHIND_ALL = "\U0010ffff"
_BEHIND_SEPARATOR = chr(ord(TAG_SEPARATOR) + 1)

_PREFIX = "p.{column} >= :{low} AND p.{column} < :{high}"
_IN_DIGEST = (
    "p.rowid IN (SELECT e.paper_id FROM digest_entries e JOIN digests d ON d.id = e.digest_id "
    "WHERE d.trashed_at IS NULL AND d.name LIKE :{name} ESCAPE '\\')"
)


def _present(kind: str, languages: str, column: str, recorded: str = "NULL") -> str:
    """The paper's text of that kind is not empty: that of `texts`, else that of its record, else that of its entry."""
    override = (
        f"SELECT max(t.value) FROM texts t WHERE t.paper_id = p.rowid AND t.kind = '{kind}' AND t.language {languages}"
    )
    return f"coalesce(({override}), {recorded}, (SELECT e.{column} FROM entries e WHERE e.id = p.entry_id), '') <> ''"


_ORIGINAL, _TRANSLATED = "= 'en'", "NOT IN ('en', '')"
_RECORDED = (
    "(SELECT nullif(r.abstract, '') FROM arxiv_records r WHERE r.arxiv_id = p.arxiv_id AND r.version = p.shown_record)"
)
NEWER = "SELECT u.id FROM papers u WHERE u.newer_version IS NOT NULL"
"""The papers of which arXiv has a newer version; from an index of their own."""
_HAS = {
    "pdf": "p.rowid IN (SELECT paper_id FROM files)",
    "note": "p.rowid IN (SELECT paper_id FROM texts WHERE kind = 'note' AND value <> '')",
    "marks": "p.rowid IN (SELECT paper_id FROM marks)",
    "summary": f"({_present('summary', _TRANSLATED, 'summary')} OR {_present('summary', _ORIGINAL, 'summary_en')})",
    "translation": f"(p.translated_title <> '' OR {_present('abstract', _TRANSLATED, 'translated_abstract')})",
    "abstract": _present("abstract", _ORIGINAL, "abstract", _RECORDED),
    "update": f"p.rowid IN ({NEWER})",
    "tags": "p.rowid IN (SELECT paper_id FROM paper_tags)",
    "collections": "p.rowid IN (SELECT paper_id FROM paper_collections)",
    "due": "p.rowid IN (SELECT u.id FROM papers u WHERE u.due <> '')",
}

_BEGUN = "SELECT u.id FROM papers u WHERE u.status <> 'inbox'"
_DONE = ", ".join(f"'{status}'" for status in Status if status not in UNFINISHED)
_STATUS: dict[str, str] = {
    **{status.value: f"p.rowid IN ({_BEGUN} AND u.status = '{status}')" for status in Status},
    Status.INBOX.value: f"p.rowid NOT IN ({_BEGUN})",
    "unread": f"p.rowid NOT IN ({_BEGUN} AND u.status IN ({_DONE}))",
}
_CHOICES = {"has": _HAS, "status": _STATUS}
_PRIORITIZED = "SELECT u.id FROM papers u WHERE u.priority <> 0"
_DUE = f"""p.rowid IN (SELECT u.id FROM papers u
    WHERE u.due <> '' AND u.due >= :{{since}} AND u.due < :{{before}} AND u.status NOT IN ({_DONE}))"""
"""A due date counts for what is not done with."""
_IS_DUE = {"due": "<=week", "overdue": "<today"}

_TAG = """p.rowid IN (SELECT l.paper_id FROM paper_tags l WHERE l.tag_id IN (
    SELECT t.id FROM tags t WHERE t.key = :{key} OR (t.key >= :{low} AND t.key < :{high})))"""
_COLLECTION = """p.rowid IN (SELECT l.paper_id FROM paper_collections l WHERE l.collection_id IN (
    WITH RECURSIVE below (id) AS (
      SELECT c.id FROM collections c WHERE {named}
      UNION SELECT c.id FROM collections c JOIN below b ON c.parent_id = b.id)
    SELECT id FROM below))"""
_FEED = """p.rowid IN (SELECT l.paper_id FROM feed_papers l WHERE l.feed_id IN (
    SELECT c.id FROM feeds c WHERE c.trashed_at IS NULL AND ({named} OR {of_source})))"""
_NAMED = "label_key(c.{column}) = :{key}"
_NAMED_SO = "substr(label_key(c.{column}), 1, length(:{key})) = :{key}"

_FIRST_DAY, _LAST_DAY = date(1970, 1, 2).toordinal(), date(2200, 1, 1).toordinal()


def filter_condition(asked: Filter, bind: Bind) -> str:
    """The condition of any field but `search` and those of dates."""
    match asked.field:
        case "has" | "status":
            return _CHOICES[asked.field][asked.value]
        case "priority":
            return _priority(PRIORITIES[asked.value])
        case "is":
            return _is(asked.value, bind)
        case "in":
            return _IN_DIGEST.format(name=bind(f"%{asked.value.translate(_LIKE_SIGNS)}%"))
        case "tag":
            return _tag(asked, bind)
        case "feed":
            return _FEED.format(named=_named(asked, bind, "name"), of_source=_named(asked, bind, "source"))
        case "collection":
            return _COLLECTION.format(named=_named(asked, bind, "name"))
    column = "doi" if asked.value.startswith("10.") else "arxiv_id"
    return _PREFIX.format(column=column, low=bind(asked.value), high=bind(asked.value + _BEHIND_ALL))


def date_condition(asked: DateRange, bind: Bind) -> str:
    """The condition of a field of dates."""
    if asked.field == "due":
        return _DUE.format(since=bind(asked.since), before=bind(asked.before))
    if asked.field == "year":
        return f"p.published >= :{bind(asked.since)} AND p.published < :{bind(asked.before)}"
    column = {"added": "added_at", "read": "finished_at"}[asked.field]
    since, before = (bind(str(_first_moment(bound))) for bound in (asked.since, asked.before))
    return f"p.{column} >= :{since} AND p.{column} < :{before}"


def _priority(priority: Priority) -> str:
    if priority is Priority.NONE:
        return f"p.rowid NOT IN ({_PRIORITIZED})"
    return f"p.rowid IN ({_PRIORITIZED} AND u.priority = {int(priority)})"


def _is(value: str, bind: Bind) -> str:
    if value == "starred":
        return "p.rowid IN (SELECT u.id FROM papers u WHERE u.starred)"
    asked = date_range("due", _IS_DUE[value])
    assert asked is not None
    return date_condition(asked, bind)


def _named(asked: Filter, bind: Bind, column: str) -> str:
    return (_NAMED_SO if asked.prefix else _NAMED).format(column=column, key=bind(label_key(asked.value)))


def _tag(asked: Filter, bind: Bind) -> str:
    key = label_key(tag_name(asked.value))
    low, high = (key, key + _BEHIND_ALL) if asked.prefix else (key + TAG_SEPARATOR, key + _BEHIND_SEPARATOR)
    return _TAG.format(key=bind(key), low=bind(low), high=bind(high))


def _first_moment(bound: str) -> int:
    """Milliseconds since 1970 when the first day began, where the person is, whose text is not before the bound."""
    day = bisect_left(range(_FIRST_DAY, _LAST_DAY), bound, key=lambda number: date.fromordinal(number).isoformat())
    begin = datetime.combine(date.fromordinal(_FIRST_DAY + day), datetime.min.time())
    return int(begin.astimezone().timestamp() * 1000)

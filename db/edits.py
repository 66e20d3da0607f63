"""What editing a text or a fact changes, as steps that can be undone."""

from pathlib import PurePath
from typing import Any

from sqlalchemy import Connection

from db.index_documents import driver
from db.settling import FOLLOWING, placeholder
from db.stored_values import TAKEN_BACK, VERSION_CHOSEN, now_ms
from db.texts import NO_DIGEST_LANGUAGE, texts_of
from db.undo_log import RowsChange
from desktop.domain.errors import InputError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.paper import ORIGINAL, Fact, OriginKind, TextKind

_TEXT_COLUMNS = ("value", "origin", "origin_name", "changed_at", "locked")


def told_text(connection: Connection, paper: PaperId, kind: TextKind, language: str) -> str:
    """The text as digest, arXiv or a model tell it; empty if none does."""
    texts = texts_of(driver(connection), [paper], written=False)[paper]
    return next((text.value for text in texts if text.kind is kind and text.language == language), "")


def written_text(connection: Connection, paper: PaperId, kind: TextKind, language: str) -> dict[str, Any] | None:
    """The row of `texts` that stands over what is told, if there is one."""
    statement = f"SELECT {', '.join(_TEXT_COLUMNS)} FROM texts WHERE paper_id = ? AND kind = ? AND language = ?"
    found = driver(connection).execute(statement, (paper, kind.value, language)).fetchone()
    return None if found is None else dict(zip(_TEXT_COLUMNS, found, strict=True))


def text_changes(
    connection: Connection, paper: PaperId, kind: TextKind, language: str, value: str | None
) -> list[RowsChange]:
    """A person writes `value` over a text or, with None, goes back to what the digest tells. A text that is emptied
    stays empty, whatever is imported."""
    told = told_text(connection, paper, kind, language)
    before = written_text(connection, paper, kind, language)
    guessed = before is not None and before["origin"] == OriginKind.FILE
    if guessed and value is None:
        return []
    after = None
    emptied = value == "" and _leaves_a_trace(connection, paper, kind, language, before)
    if value is not None and (value != told or emptied):
        after = {
            "value": value,
            "origin": OriginKind.PERSON.value,
            "origin_name": "",
            "changed_at": now_ms(),
            "locked": True,
        }
    elif value is None and not told and kind is TextKind.TITLE and language == ORIGINAL:
        after = _file_title(connection, paper)
    was = told if before is None or (guessed and told) else before["value"]
    if was == (after["value"] if after else told) and (value is not None or before is None):
        return []
    key = {"paper_id": paper, "kind": kind.value, "language": language}
    shown = told if after is None else str(after["value"])
    return [RowsChange("texts", (key,), before, after), *_title_column(connection, paper, kind, language, shown)]


def _leaves_a_trace(
    connection: Connection, paper: PaperId, kind: TextKind, language: str, before: dict[str, Any] | None
) -> bool:
    """Whether emptying a text is kept as a person's empty text, so that the next import does not bring it back."""
    if before is None or before["origin"] == OriginKind.FILE or (kind, language) != (TextKind.TITLE, ORIGINAL):
        return before is not None
    return bool(paper_values(connection, paper, ("citation",))["citation"])


def _file_title(connection: Connection, paper: PaperId) -> dict[str, Any] | None:
    """The title that the first file of a paper gives, if it came with a name."""
    statement = "SELECT name, added_at FROM files WHERE paper_id = ? AND name <> '' ORDER BY id LIMIT 1"
    found = driver(connection).execute(statement, (paper,)).fetchone()
    if found is None:
        return None
    values = (PurePath(found[0]).stem, OriginKind.FILE.value, *found, False)
    return dict(zip(_TEXT_COLUMNS, values, strict=True))


def _title_column(
    connection: Connection, paper: PaperId, kind: TextKind, language: str, value: str
) -> list[RowsChange]:
    """The table's copies of the titles follow the texts."""
    if kind is not TextKind.TITLE or language not in (ORIGINAL, _translation_language(connection, paper)):
        return []
    column = "title" if language == ORIGINAL else "translated_title"
    before = paper_values(connection, paper, (column,))
    return [RowsChange("papers", ({"id": paper},), before, {column: value})] if before[column] != value else []


def _translation_language(connection: Connection, paper: PaperId) -> str:
    statement = "SELECT d.language FROM papers p JOIN digests d ON d.id = p.origin_digest_id WHERE p.id = ?"
    found = driver(connection).execute(statement, (paper,)).fetchone()
    return NO_DIGEST_LANGUAGE if found is None else str(found[0])


def paper_values(connection: Connection, paper: PaperId, columns: tuple[str, ...]) -> dict[str, Any]:
    """These columns of a paper."""
    found = driver(connection).execute(f"SELECT {', '.join(columns)} FROM papers WHERE id = ?", (paper,)).fetchone()
    return dict(zip(columns, found, strict=True))


def require(connection: Connection, paper: PaperId) -> None:
    """Raises InputError unless the library holds this paper, be it in the Trash."""
    if driver(connection).execute("SELECT 1 FROM papers WHERE id = ?", (paper,)).fetchone() is None:
        raise InputError(Reason.NO_SUCH_PAPER, str(paper), "the library holds no such paper")


def paper_with_arxiv_id(connection: Connection, arxiv_id: str) -> PaperId | None:
    """The paper with that arXiv id, be it in the Trash."""
    statement = "SELECT id FROM papers WHERE arxiv_id = ? AND trashed_at IS NOT ?"
    found = driver(connection).execute(statement, (arxiv_id, TAKEN_BACK)).fetchone()
    return None if found is None else PaperId(found[0])


def fact_changes(connection: Connection, paper: PaperId, fact: Fact, values: dict[str, Any]) -> list[RowsChange]:
    """A person types a fact: these columns get these values, and imports leave the fact alone from now on."""
    before = paper_values(connection, paper, (*values, "typed_facts"))
    if all(before[column] == value for column, value in values.items()):
        return []
    typed = dict.fromkeys([*before["typed_facts"].split(), fact.value])
    after = dict(values)
    if fact is Fact.ARXIV_ID:
        typed.pop(VERSION_CHOSEN, None)
        before |= paper_values(connection, paper, FOLLOWING)
        after = {**before, **_without_record(before, values["arxiv_id"]), **values}
    after["typed_facts"] = " ".join(typed)
    return [RowsChange("papers", ({"id": paper},), before, after)]


def _without_record(before: dict[str, Any], arxiv_id: str | None) -> dict[str, Any]:
    """What a paper loses to another arXiv id: what arXiv told of the old one."""
    title = placeholder(arxiv_id) if arxiv_id and before["shown_record"] is not None else before["title"]
    return {"title": title, "shown_record": None, "newer_version": None}

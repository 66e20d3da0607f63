"""Which texts a merged paper shows, and what has to be written over what digests and arXiv tell of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from db.entries import STRINGS
from db.index_documents import driver
from db.pieces import select_in
from db.records import records_of
from db.stored_values import now_ms
from db.texts import NO_DIGEST_LANGUAGE, entry_texts, texts_of
from db.undo_log import Change, RowsChange, Values
from desktop.domain.digest import Entry
from desktop.domain.ids import PaperId
from desktop.domain.merging import MergeField, TextField
from desktop.domain.paper import ORIGINAL, OriginKind, TextKind

_WRITTEN_COLUMNS = ("value", "origin", "origin_name", "changed_at", "locked")
_WRITTEN = f"SELECT paper_id, kind, language, {', '.join(_WRITTEN_COLUMNS)} FROM texts WHERE paper_id IN ({{}})"
_MODEL_COLUMNS = ("value", "model", "prompt", "written_at")
_MODEL = f"SELECT paper_id, kind, language, {', '.join(_MODEL_COLUMNS)} FROM model_texts WHERE paper_id IN ({{}})"
_TOLD = f"""
SELECT p.id, coalesce(d.language, '{NO_DIGEST_LANGUAGE}'), {STRINGS}
FROM papers p JOIN entries e ON e.id = p.entry_id LEFT JOIN digests d ON d.id = p.origin_digest_id
WHERE p.id IN ({{}})"""
NOTE = TextField(TextKind.NOTE, "")

_Texts = dict[TextField, str]
_Written = dict[TextField, Values]


@dataclass(frozen=True, slots=True)
class MergedTexts:
    """The texts of the paper that is kept. Make it with `of`."""

    keep: PaperId
    shower: PaperId | None
    """The paper whose entry is shown; None if none has one."""
    shown_record: int | None
    wanted: _Texts
    """As they were chosen."""
    told: _Texts
    """What the entry and arXiv tell."""
    written: Mapping[PaperId, _Written]
    by_models: Mapping[PaperId, _Written]
    whose: Mapping[TextField, PaperId]

    @classmethod
    def of(
        cls,
        connection: Connection,
        rows: Mapping[PaperId, Values],
        chosen: Mapping[MergeField, PaperId],
        named: PaperId,
    ) -> "MergedTexts":
        """Read what there is and decide whose entry is shown: the one that tells most of what was chosen."""
        raw = driver(connection)
        ids = list(rows)
        shown = {
            paper: {TextField(text.kind, text.language): text.value for text in texts}
            for paper, texts in texts_of(raw, ids).items()
        }
        whose = {field: paper for field, paper in chosen.items() if isinstance(field, TextField)}
        wanted = {field: shown[paper].get(field, "") for field, paper in whose.items()}
        entries = {paper: _entry_texts(language, strings) for paper, language, *strings in select_in(raw, _TOLD, ids)}
        in_order = [paper for paper in ids if paper in entries]
        shower = max(in_order, key=lambda paper: _agreeing(entries[paper], wanted), default=None)
        told = {} if shower is None else dict(entries[shower])
        record = _shown_record(rows[named], told, named_shows=shower in (None, named))
        for told_of in records_of(raw, [rows[named]["arxiv_id"] or ""]).get(rows[named]["arxiv_id"], ()):
            if told_of.version == record:
                told |= _nonempty({TextKind.TITLE: told_of.title, TextKind.ABSTRACT: told_of.abstract})
        written, by_models = (
            _rows(connection, ids, statement, columns)
            for statement, columns in ((_WRITTEN, _WRITTEN_COLUMNS), (_MODEL, _MODEL_COLUMNS))
        )
        return cls(ids[0], shower, record, wanted, told, written, by_models, whose)

    @property
    def told_title(self) -> str:
        """The title that digest or arXiv tells."""
        return self.told.get(TextField(TextKind.TITLE, ORIGINAL), "")

    def value(self, kind: TextKind, language: str) -> str:
        """The text that was chosen, empty if none was."""
        return self.wanted.get(TextField(kind, language), "")

    def changes(self) -> Iterator[Change]:
        """The rows of `texts` and `model_texts` of the paper that is kept."""
        own = self.written[self.keep]
        for field in self.wanted:
            after = self._row(field)
            if after != own.get(field):
                yield self._change("texts", field, own.get(field), after)
            model, own_model = self._model_row(field), self.by_models[self.keep].get(field)
            if model != own_model:
                yield self._change("model_texts", field, own_model, model)
        note = self._note()
        if note != own.get(NOTE):
            yield self._change("texts", NOTE, own.get(NOTE), note)

    def _row(self, field: TextField) -> Values | None:
        """What stands in `texts`: what was written where it was chosen, or what was told there and is not told here."""
        written = self.written[self.whose[field]].get(field)
        if written is not None and (written["origin"] != OriginKind.FILE or field not in self.told):
            return written
        if field in self.by_models[self.whose[field]] or self.told.get(field, "") == self.wanted[field]:
            own = self.written[self.keep].get(field)
            return own if own is not None and own["origin"] == OriginKind.FILE else None
        return _typed(self.wanted[field], now_ms())

    def _model_row(self, field: TextField) -> Values | None:
        """What a model wrote goes with the text that was chosen. What the kept paper has of its own stays below a text
        that was typed, and would hide one that was told."""
        whose = self.whose[field]
        typed = self.written[whose].get(field, {}).get("origin") == OriginKind.PERSON
        return self.by_models[whose].get(field) or (self.by_models[self.keep].get(field) if typed else None)

    def _note(self) -> Values | None:
        """All notes below each other, each once."""
        notes = [written[NOTE] for written in self.written.values() if NOTE in written]
        values = list(dict.fromkeys(note["value"].strip() for note in notes if note["value"].strip()))
        if len(values) < 2:
            return self.written[self.keep].get(NOTE) if not values else next(n for n in notes if n["value"].strip())
        return _typed("\n\n".join(values), max(note["changed_at"] for note in notes))

    def _change(self, table: str, field: TextField, before: Values | None, after: Values | None) -> Change:
        key = {"paper_id": self.keep, "kind": field.kind.value, "language": field.language}
        return RowsChange(table, (key,), before, after)


def _typed(value: str, at: int) -> Values:
    """A person chose it: imports and models leave it alone."""
    return dict(zip(_WRITTEN_COLUMNS, (value, OriginKind.PERSON.value, "", at, True), strict=True))


def _entry_texts(language: str, strings: Sequence[Any]) -> _Texts:
    return {TextField(kind, told_in): value for kind, told_in, value in entry_texts(Entry(*strings), language) if value}


def _nonempty(told: Mapping[TextKind, str]) -> _Texts:
    return {TextField(kind, ORIGINAL): value for kind, value in told.items() if value}


def _agreeing(told: _Texts, wanted: _Texts) -> int:
    return sum(wanted.get(field) == value for field, value in told.items())


def _shown_record(row: Values, told: _Texts, *, named_shows: bool) -> int | None:
    """The version of which arXiv's own texts are shown; beside an entry that tells an abstract only if they were."""
    shown: int | None = row["shown_record"]
    if shown is None and not named_shows and TextField(TextKind.ABSTRACT, ORIGINAL) not in told:
        shown = row["arxiv_version"]
    return shown


def _rows(
    connection: Connection, ids: Sequence[PaperId], statement: str, columns: Sequence[str]
) -> dict[PaperId, _Written]:
    found: dict[PaperId, _Written] = {paper: {} for paper in ids}
    for paper, kind, language, *values in select_in(driver(connection), statement, ids):
        found[paper][TextField(TextKind(kind), language)] = dict(zip(columns, values, strict=True))
    return found

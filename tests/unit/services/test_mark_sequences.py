"""Undo of marks restores exactly: random sequences of steps, taken back and done again, with storing that fails in
between (RELIABILITY promise 14)."""

import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import Reason, StorageError
from desktop.domain.mark import Mark, MarkChange, MarkKind, MarkStep
from desktop.domain.mark_anchor import carried
from desktop.domain.mark_history import MarkHistory
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from tests.unit.domain.typeset import Setting, typeset
from tests.unit.pdf.made_pdfs import made_pdf
from tests.unit.services.conftest import papers_in
from tests.unit.services.marked_papers import attach, mark_on, sha256s

WAYS = ["add", "delete", "recolour", "comment", "tags", "resize", "carry", "all", "undo", "redo"]
STEPS = st.lists(st.tuples(st.sampled_from(WAYS), st.integers(0, 7), st.booleans()), min_size=1, max_size=14)
"""What is done, a number that says to what and how, and whether storing it fails."""
NEW_PAGES = typeset(["Abstract. We walk through walls at night and again by day."], Setting(width=24))
TOO_LARGE = 2_000_000

Marks = Sequence[Mark]


class Marked:
    """One library for all sequences; each begins and ends without marks."""

    def __init__(self, folder: Path) -> None:
        self.library = LibraryServices(folder / "library")
        self.library.open()
        for version in ("old", "new"):
            (folder / f"{version}.pdf").write_bytes(made_pdf(f"% {version}"))
        self.library.organising.add_pdf(folder / "old.pdf", "On Walls")
        (self.paper,) = papers_in(self.library)
        attach(self.library, self.paper, folder / "new.pdf", 2)
        self.old, self.new = sha256s(self.library, self.paper)
        self.connection = self.library._file.connection
        self.connection.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, marks_fts, instance)")

    def dump(self) -> list[Any]:
        """All marks, what the index holds of them, and what lists tell."""
        words = "SELECT term, id, col, offset FROM words JOIN marks ON number = doc ORDER BY 2, 3, 4"
        indexed = self.connection.execute(words).fetchall()
        every = self.connection.execute("SELECT count(*) FROM words").fetchone()
        assert every == (len(indexed),)
        marks = sorted(self.library.marking.marks(self.paper), key=lambda mark: mark.id)
        return [marks, indexed, [row.marks for row in self.library.browse.rows([self.paper])]]

    def store(self, step: MarkStep, *, fails: bool) -> bool:
        """Apply a step, or see the disk full while it is applied; whether it was stored."""
        if not fails:
            self.library.marking.apply(step)
            return True
        (pages,) = self.connection.execute("PRAGMA page_count").fetchone()
        (before,) = self.connection.execute("PRAGMA max_page_count").fetchone()
        self.connection.execute(f"PRAGMA max_page_count={pages}")
        with pytest.raises(StorageError) as error:
            self.library.marking.apply(step, {"picture": bytes(TOO_LARGE)})
        self.connection.execute(f"PRAGMA max_page_count={before}")
        assert error.value.reason is Reason.DISK_FULL
        return False


_numbers = count()


def _changed(change: Callable[[Mark, int], Mark]) -> Callable[[Marks, int, Marked], MarkStep]:
    def step(marks: Marks, number: int, marked: Marked) -> MarkStep:
        mark = marks[number % len(marks)]
        return MarkStep((MarkChange(mark, change(mark, number)),))

    return step


def _carry(marks: Marks, number: int, marked: Marked) -> MarkStep:
    return carried(marks, NEW_PAGES, marked.new, (f"carried {n}" for n in _numbers))


MAKERS: dict[str, Callable[[Marks, int, Marked], MarkStep]] = {
    "delete": lambda marks, number, marked: MarkStep((MarkChange(marks[number % len(marks)], None),)),
    "recolour": _changed(lambda mark, number: replace(mark, color=number + 1)),
    "comment": _changed(lambda mark, number: replace(mark, comment=f"看 {number}", changed_at_ms=number)),
    "tags": _changed(lambda mark, number: replace(mark, tags=tuple(map(str, range(number))))),
    "resize": _changed(lambda mark, number: replace(mark, box=(0.1, 0.2, 10.0 + number, 1e3), quads=mark.quads[:1])),
    "carry": _carry,
    "all": lambda marks, number, marked: MarkStep(tuple(MarkChange(mark, replace(mark, color=8)) for mark in marks)),
}


def made(way: str, number: int, marked: Marked) -> MarkStep:
    """A step of a person; an empty one where there is nothing to do it to."""
    marks = marked.library.marking.marks(marked.paper)
    if way == "add" or not marks:
        kind = list(MarkKind)[number % len(MarkKind)]
        new = (mark_on(marked.paper, marked.old, kind=kind, page=number, quote="walk through walls") for _ in range(2))
        return MarkStep(tuple(MarkChange(None, mark) for mark in new))
    return MAKERS[way](marks, number, marked)


class Session:
    """What a person does in a window, and what the library held after each step."""

    def __init__(self, marked: Marked) -> None:
        self.marked = marked
        self.history = MarkHistory()
        self.dumps = [marked.dump()]
        self.at = 0

    def do(self, way: str, number: int, *, fails: bool) -> None:
        step = made(way, number, self.marked)
        self.history.do(step)
        del self.dumps[self.at + 1 :]
        if self._store(step, fails=fails):
            self.at += 1
            self.dumps.append(self.marked.dump())

    def undo(self, *, fails: bool = False) -> bool:
        step = self.history.undo()
        if step is not None and self._store(step, fails=fails):
            self.at -= 1
        return step is not None

    def redo(self, *, fails: bool = False) -> bool:
        step = self.history.redo()
        if step is not None and self._store(step, fails=fails):
            self.at += 1
        return step is not None

    def look(self) -> None:
        assert self.marked.dump() == self.dumps[self.at]

    def _store(self, step: MarkStep, *, fails: bool) -> bool:
        stored = self.marked.store(step, fails=fails)
        if not stored:
            self.history.withdraw(step)
        return stored


def check(marked: Marked, steps: list[tuple[str, int, bool]]) -> None:
    session = Session(marked)
    for way, number, fails in steps:
        if way == "undo":
            session.undo(fails=fails)
        elif way == "redo":
            session.redo(fails=fails)
        else:
            session.do(way, number, fails=fails)
        session.look()
    for again in (session.undo, session.redo, session.undo):
        while again():
            session.look()
        assert session.at == (len(session.dumps) - 1 if again == session.redo else 0)
    assert marked.dump() == [[], [], [0]]


def test_undo_and_redo_of_marks_restore_every_state(full_run: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        marked = Marked(Path(folder))
        with closing(marked.library):
            sequences = given(STEPS)(lambda steps: check(marked, steps))
            settings(max_examples=1000 if full_run else 100, deadline=None, database=None)(sequences)()
            assert marked.library.checking.check(Job()).whole

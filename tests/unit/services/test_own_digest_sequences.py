"""Undo of digests of one's own restores exactly, whatever happens to their papers meanwhile: random sequences, all
taken back, all done again (RELIABILITY promise 14)."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.ids import OwnDigestId, PaperId
from desktop.domain.listing import Listing, Place
from desktop.domain.own_digest import DigestChoice, DigestField, MadeOf, Template, Way
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import papers_in
from tests.unit.services.own_digests import order
from tests.unit.services.random_library import empty_library
from tests.unit.services.random_steps import take
from tests.unit.services.test_empty_trash import purge


def _make(library: LibraryServices, first: int, second: int) -> None:
    library.own_digests.create(MadeOf(), DigestChoice(f"digest {first}"), papers_in(library)[: second + 1])


def _edit(library: LibraryServices, digest: OwnDigestId, _: list[PaperId], n: int) -> None:
    left_out = frozenset({list(DigestField)[n]})
    choice = DigestChoice(
        f"renamed {n}", f"preface {n}" * (n % 2), ("zh", "zh-Hant")[n % 2], list(Template)[n % 3], left_out
    )
    library.own_digests.edit(digest, choice)


def _move(library: LibraryServices, digest: OwnDigestId, papers: list[PaperId], n: int) -> None:
    library.own_digests.move(digest, papers[n : n + 2], papers[0] if papers and n % 2 else None)


_OF_DIGEST: dict[str, Callable[[LibraryServices, OwnDigestId, list[PaperId], int], Any]] = {
    "edit": _edit,
    "order": _move,
    "add": lambda library, digest, papers, n: library.own_digests.add(digest, papers[: n + 1]),
    "take out": lambda library, digest, papers, n: library.own_digests.remove(digest, papers[n : n + 2]),
    "delete": lambda library, digest, papers, n: library.own_digests.delete(digest),
    "hand on": lambda library, digest, papers, n: library.handing_on.remember(digest, Way.PAGE, f"{n}.html", n, "0"),
}
_OF_PAPERS = ("import", "trash", "restore", "empty", "merge", "text", "bulk")
_ANY_TIME = ("undo", "redo", "purge")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["make", "make", *_OF_DIGEST, *_OF_DIGEST, *_OF_PAPERS, *_ANY_TIME]),
        st.integers(0, 5),
        st.integers(0, 5),
    ),
    min_size=2,
    max_size=14,
)


def dump(library: LibraryServices) -> dict[str, Any]:
    """All that a person sees of digests, and their rows. What was handed on is told apart: it happened."""
    digests = {summary.id: library.own_digests.digest(summary.id) for summary in library.own_digests.digests()}
    return {
        "digests": digests,
        "orders": [order(library, digest) for digest in digests],
        "places": [papers_in(library, Listing(place=place)) for place in (Place.ALL, Place.TRASH)],
    }


def take_any(library: LibraryServices, folder: Any, step: tuple[str, int, int]) -> None:
    kind, first, second = step
    if kind == "make":
        _make(library, first, second)
    elif kind in _OF_PAPERS:
        take(library, folder, step)
    elif kind == "purge":
        purge(library)
    elif kind in ("undo", "redo"):
        (library.undo.undo if kind == "undo" else library.undo.redo)()
    elif digests := library.own_digests.digests():
        digest = digests[first % len(digests)].id
        held = papers_in(library) if kind == "add" else list(library.own_digests.digest(digest).papers)
        _OF_DIGEST[kind](library, digest, held, second)


def check(steps: list[tuple[str, int, int]]) -> None:
    with empty_library() as (library, folder):
        history, now = [dump(library)], 0
        for step in [("import", 0, 0), ("import", 2, 0), *steps]:
            before, label = _newest_step(library), library.undo.state()
            take_any(library, folder, step)
            if step[0] in ("undo", "redo"):
                there = label.undo if step[0] == "undo" else label.redo
                now += (1 if step[0] == "redo" else -1) * (there is not None)
            elif _newest_step(library) != before:
                now += 1
                history[now:] = [dump(library)]
            assert dump(library) == history[now]
        handed_on = _handed_on(library)
        for expected in reversed(history[:now]):
            library.undo.undo()
            assert dump(library) == expected
        assert library.undo.state().undo is None
        for expected in history[1:]:
            library.undo.redo()
            assert dump(library) == expected
        assert _handed_on(library) == handed_on, "what was handed on happened"
        purge(library)
        assert dump(library) == history[-1]


def _newest_step(library: LibraryServices) -> object:
    """Is another one once a step was recorded; ids of steps that were forgotten are given again."""
    return library._file.connection.execute("SELECT max(id), max(at), count(*) FROM undo_steps").fetchone()


def _handed_on(library: LibraryServices) -> list[Any]:
    return library._file.connection.execute("SELECT * FROM handed_on ORDER BY id").fetchall()


@pytest.mark.timeout(3600)
def test_undo_and_redo_restore_every_state_of_own_digests(full_run: bool) -> None:
    runner = settings(max_examples=1000 if full_run else 100, deadline=None, database=None)
    runner(given(STEPS)(check))()

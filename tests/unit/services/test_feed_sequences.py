"""However asking feeds, importing, merging, trashing and undoing alternate: no paper is there twice, and none is lost.

1,000 sequences in a full run, a tenth in a usual one.
"""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.merged_papers import kept_papers
from desktop.domain.feeds import FeedAnswer, FeedChoice, FeedKind
from desktop.domain.found_paper import FoundPaper
from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing, Place
from desktop.domain.progress import Job
from desktop.domain.undo import UndoKind
from desktop.services.library import LibraryServices
from desktop.sources.found_papers import plain_entry
from tests.unit.services.conftest import papers_in
from tests.unit.services.random_library import empty_library
from tests.unit.services.random_steps import STEP, Step, take

OWN = st.tuples(st.sampled_from(["ask", "ask", "ask", "undo", "redo", "purge"]), st.integers(0, 5), st.integers(0, 5))
DAYS = ("2024-03-04", "2024-03-05", "2024-03-06")


def answer(first: int, second: int) -> FeedAnswer:
    """Some of the papers that imports bring, too, and one that they do not."""
    kind = ("new", "cross", "replace")[second % 3]
    numbers = (first, first + 1, 100 + second)
    return FeedAnswer(DAYS[second % 3], tuple(found(number, 1 + (kind == "replace"), kind) for number in numbers))


def found(number: int, version: int, kind: str) -> FoundPaper:
    arxiv_id, title = f"2403.{number:05}", f"A study of subject {number}"
    text = f"arXiv:{arxiv_id}v{version} Announce Type: {kind}  Abstract: We study {number}."
    entry = plain_entry(arxiv_id, title, text)
    return FoundPaper(arxiv_id, version, title, f"We study {number}.", ("Ada",), ("cs.CV",), kind, entry)


def ask(library: LibraryServices, first: int, second: int) -> set[PaperId]:
    """Store an answer twice; returns the papers that were new with a row of their own."""
    (last,) = library._file.connection.execute("SELECT coalesce(max(id), 0) FROM papers").fetchone()
    feed = library.feeds.feeds()[second % 2]
    report = library.feeds.store(feed, answer(first, second))
    assert report.added + report.known == report.found
    again = library.feeds.store(feed, answer(first, second))
    assert again.added == 0
    assert again.papers == report.papers
    return {paper for paper in report.changes.papers_added if paper > last}


def check(library: LibraryServices) -> None:
    """Each arXiv id is that of one paper at most, also where one was merged into another."""
    raw = library._file.connection
    shown = {*papers_in(library), *papers_in(library, Listing(Place.TRASH))}
    ids = dict(raw.execute("SELECT id, arxiv_id FROM papers WHERE arxiv_id IS NOT NULL"))
    there = [ids[paper] for paper in shown if paper in ids]
    assert len(there) == len(set(there))
    merged = {ids.get(away): end for away, end in kept_papers(raw).items() if end in shown and away not in shown}
    assert not set(there) & {name for name in merged if name}


def run(steps: list[Step]) -> None:
    with empty_library() as (library, folder):
        library.feeds.follow([FeedChoice(name, FeedKind.ARXIV_CATEGORY, name) for name in ("cs.CV", "cs.LG")])
        brought: set[PaperId] = set()
        for step in steps:
            brought |= do(library, folder, step)
            check(library)
        while take_back(library):
            check(library)
        purged = any(kind == "purge" for kind, *_ in steps)
        assert purged or brought <= set(papers_in(library))
        while library.undo.state().redo is not None:
            library.undo.redo()
            check(library)
        report = library.checking.check(Job())
        assert (report.database, report.references, report.search_index) == ((), (), ())


def do(library: LibraryServices, folder: Path, step: Step) -> set[PaperId]:
    kind, first, second = step
    if kind == "ask":
        return ask(library, first, second)
    if kind == "undo":
        take_back(library)
    elif kind == "redo":
        library.undo.redo()
    elif kind == "purge":
        while library.trash.purge():
            pass
    else:
        take(library, folder, step)
    return set()


def take_back(library: LibraryServices) -> bool:
    """Undo the last step, but not that the feeds are followed."""
    label = library.undo.state().undo
    if label is None or label.kind is UndoKind.FOLLOW_FEED:
        return False
    library.undo.undo()
    return True


@pytest.mark.timeout(3600)
def test_nothing_comes_twice_and_nothing_is_lost(full_run: bool) -> None:
    runner = settings(max_examples=1000 if full_run else 100, deadline=None, database=None)
    runner(given(st.lists(st.one_of(OWN, STEP), min_size=2, max_size=14))(run))()

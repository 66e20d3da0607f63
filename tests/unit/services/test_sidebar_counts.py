"""The counts of the sidebar are always true: equal to counting anew, and to what the places list."""

import random
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing, Place, Sidebar
from desktop.domain.progress import Job
from desktop.domain.reading import ReadingPlace
from desktop.domain.reading_list import UNFINISHED, Status
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import give_pdf, papers_in
from tests.unit.services.random_library import empty_library
from tests.unit.services.random_steps import STEP, Step, take

_DAY_MS = 86_400_000
_FILED = (Place.TAG, Place.COLLECTION, Place.SEARCH, Place.DIGEST, Place.FEED, Place.OWN_DIGEST)
AWAY = st.lists(st.sampled_from(["undo", "redo", "opened", "read", "aged", "upkeep"]), max_size=3)
"""What happens between the steps."""


def places_anew(library: LibraryServices) -> dict[str, int]:
    """Each place's papers, counted one by one in plain Python."""
    raw = library._file.connection
    columns = "id, status, starred, due, added_at, newer_version, queue_position"
    marked = "SELECT id, finished_at FROM papers WHERE status = 'read'"
    papers = raw.execute(f"SELECT {columns} FROM papers WHERE trashed_at IS NULL").fetchall()
    now = datetime.now(UTC).timestamp() * 1000
    today = datetime.now(UTC).astimezone().date()
    sunday = str(today + timedelta(days=6 - today.weekday()))
    read = [*raw.execute("SELECT paper_id, read_at FROM reading_places"), *raw.execute(marked)]
    opened = {paper for paper, at in read if at >= now - 30 * _DAY_MS}
    return {
        "all": len(papers),
        "recent": sum(added >= now - 7 * _DAY_MS for *_, added, _, _ in papers),
        "trash": len(raw.execute("SELECT 1 FROM papers WHERE trashed_at > 0").fetchall()),
        "new_versions": sum(newer is not None for *_, newer, _ in papers),
        "inbox": sum(status == "inbox" for _, status, *_ in papers),
        "queue": sum(position is not None for *_, position in papers),
        "due": sum(status in UNFINISHED and "" < due <= sunday for _, status, _, due, *_ in papers),
        "reading": sum(status == "reading" for _, status, *_ in papers),
        "recently_read": sum(paper in opened for paper, *_ in papers),
        "starred": sum(bool(starred) for _, _, starred, *_ in papers),
    }


def filed_anew(library: LibraryServices) -> dict[str, dict[int, int]]:
    """How many papers each tag, collection and digest holds, with what is below them."""
    raw = library._file.connection
    in_use = {paper for (paper,) in raw.execute("SELECT id FROM papers WHERE trashed_at IS NULL")}

    def counted(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
        held: defaultdict[int, set[int]] = defaultdict(set)
        for holder, paper in pairs:
            held[holder] |= {paper} & in_use
        return {holder: len(papers) for holder, papers in held.items() if papers}

    keys = dict(raw.execute("SELECT id, key FROM tags").fetchall())
    parents = dict(raw.execute("SELECT id, parent_id FROM collections").fetchall())

    def above(collection: int | None) -> list[int]:
        return [] if collection is None else [collection, *above(parents[collection])]

    tagged = raw.execute("SELECT tag_id, paper_id FROM paper_tags").fetchall()
    collected = raw.execute("SELECT collection_id, paper_id FROM paper_collections").fetchall()
    filed = raw.execute("SELECT digest_id, paper_id FROM digest_entries").fetchall()
    levels = {key[:end] for key in keys.values() for end in range(len(key)) if key[end] == "/"} - set(keys.values())
    below = {number: level for number, level in enumerate(sorted(levels))}
    return {
        "levels": counted(
            (number, paper) for tag, paper in tagged for number in below if keys[tag].startswith(f"{below[number]}/")
        ),
        "tags": counted(
            (level, paper) for tag, paper in tagged for level in keys if f"{keys[tag]}/".startswith(f"{keys[level]}/")
        ),
        "collections": counted((level, paper) for collection, paper in collected for level in above(collection)),
        "digests": counted(filed),
    }


def check_counts(library: LibraryServices) -> None:
    sidebar = library.browse.sidebar()
    anew = places_anew(library)
    assert {name: getattr(sidebar, name) for name in anew} == anew
    filed = filed_anew(library)
    shown_digests = {digest.id for digest in sidebar.digests}
    assert {tag.id: tag.papers for tag in sidebar.tags if tag.papers} == filed["tags"]
    assert {number: each.papers for number, each in enumerate(sidebar.levels) if each.papers} == filed["levels"]
    assert {each.id: each.papers for each in sidebar.collections if each.papers} == filed["collections"]
    assert {each.id: each.papers for each in sidebar.digests if each.papers} == {
        digest: papers for digest, papers in filed["digests"].items() if digest in shown_digests
    }
    check_lists(library, sidebar)


def check_lists(library: LibraryServices, sidebar: Sidebar) -> None:
    """A place lists as many papers as it says, each once, and a row for each."""
    asked = [
        (Listing(place), getattr(sidebar, place.value.replace("-", "_"))) for place in Place if place not in _FILED
    ]
    asked += [(Listing(Place.TAG, tag.id), tag.papers) for tag in sidebar.tags]
    asked += [(Listing(query=f'tag:"{level.key}"', typing=False), level.papers) for level in sidebar.levels]
    asked += [(Listing(Place.COLLECTION, each.id), each.papers) for each in sidebar.collections]
    asked += [(Listing(Place.DIGEST, digest.id), digest.papers) for digest in sidebar.digests]
    for listing, papers in asked:
        found = papers_in(library, listing)
        assert len(set(found)) == len(found) == papers, listing
        assert [row.id for row in library.browse.rows(found)] == found


def between(library: LibraryServices, what: str, chance: random.Random) -> None:
    papers = papers_in(library)
    paper = chance.choice(papers) if papers else None
    if what == "undo":
        library.undo.undo()
    elif what == "redo":
        library.undo.redo()
    elif what == "upkeep":
        empty_what_is_old(library)
    elif paper is None:
        return
    elif what == "opened":
        give_pdf(library, paper)
        library.reading_list.opened(paper)
    elif what == "read":
        library.reading.remember(paper, f"{paper:064}", ReadingPlace())
    else:
        grow_old(library, paper)


def grow_old(library: LibraryServices, paper: PaperId) -> None:
    """It came weeks ago, and was read before that; arXiv has a newer version."""
    raw = library._file.connection
    raw.execute("UPDATE papers SET added_at = added_at - ?, newer_version = 9 WHERE id = ?", (8 * _DAY_MS, paper))
    raw.execute("UPDATE reading_places SET read_at = read_at - ? WHERE paper_id = ?", (31 * _DAY_MS, paper))


def empty_what_is_old(library: LibraryServices) -> None:
    """All that is in the Trash has been there for long, and what no step can bring back is deleted."""
    for table in ("papers", "digests"):
        library._file.connection.execute(f"UPDATE {table} SET trashed_at = 1 WHERE trashed_at > 0")
    library.trash.empty_old()
    while library.trash.purge():
        pass


def check_queue(library: LibraryServices) -> None:
    """Those and no others have a place whose status says so, and each place can be changed."""
    raw = library._file.connection
    placed = raw.execute("SELECT id FROM papers WHERE queue_position IS NOT NULL").fetchall()
    assert placed == raw.execute("SELECT id FROM papers WHERE status = ?", (Status.QUEUED,)).fetchall()
    queue = papers_in(library, Listing(Place.QUEUE))
    if len(queue) > 1:
        *others, next_to_last, last = queue
        library.reading_list.move_in_queue([last], next_to_last)
        assert papers_in(library, Listing(Place.QUEUE)) == [*others, last, next_to_last]


def check(steps: list[tuple[Step, list[str]]], seed: int) -> None:
    chance = random.Random(seed)
    with empty_library() as (library, folder):
        for step, away in steps:
            take(library, folder, step)
            check_counts(library)
            for what in away:
                between(library, what, chance)
                check_counts(library)
        check_queue(library)
        assert not library.checking.check(Job()).damaged


@pytest.mark.timeout(1800)  # the whole figure takes minutes
def test_counts_are_equal_to_counting_anew(full_run: bool) -> None:
    runner = settings(max_examples=1000 if full_run else 100, deadline=None, database=None)
    runner(given(st.lists(st.tuples(STEP, AWAY), min_size=1, max_size=14), st.integers(0, 99))(check))()

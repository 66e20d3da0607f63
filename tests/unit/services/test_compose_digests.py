"""Making digests of one's own, putting them in order, editing and deleting them."""

import pytest

from db.stored_values import now_ms
from desktop.domain.errors import InputError, Reason
from desktop.domain.ids import OwnDigestId, PaperId
from desktop.domain.listing import Listing, Place
from desktop.domain.own_digest import (
    DigestChoice,
    MadeOf,
    MadeOfKind,
    Template,
    of_feed_day,
    of_listing,
    of_reading,
)
from desktop.domain.reading_list import Status
from desktop.domain.undo import UndoKind
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import ImportEntries, entry, papers_in
from tests.unit.services.own_digests import make, order
from tests.unit.services.test_empty_trash import purge

_DAY_MS = 86_400_000


@pytest.fixture
def papers(library: LibraryServices, import_entries: ImportEntries) -> list[PaperId]:
    """Five papers, in the order of their ids."""
    import_entries("a.md", *(entry(number) for number in range(1, 6)))
    return sorted(papers_in(library))


def test_a_digest_is_made_of_a_selection_in_its_order(library: LibraryServices, papers: list[PaperId]) -> None:
    new, changes = library.own_digests.create(MadeOf(), DigestChoice("  Weekly \n"), [papers[2], papers[0], papers[2]])
    assert (new.name, new.papers, changes.own_digests) == ("Weekly", 2, (new.id,))
    assert order(library, new.id) == [papers[2], papers[0]]
    (summary,) = library.own_digests.digests()
    assert (summary.name, summary.papers, summary.handed_on_ms) == ("Weekly", 2, 0)


def test_a_digest_is_made_of_what_a_search_finds(library: LibraryServices, papers: list[PaperId]) -> None:
    new, _ = library.own_digests.create(of_listing(Listing(query="subject 3")))
    assert order(library, new.id) == [papers[2]]
    assert new.name.startswith("subject 3 ")


def test_digests_of_the_same_are_called_apart_and_one_that_a_person_names_as_they_like(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    made = [
        library.own_digests.create(MadeOf(name=name), papers=papers)[0].name for name in ("Inbox", "INBOX", "Inbox")
    ]
    day = made[0].removeprefix("Inbox ")
    assert made == [f"Inbox {day}", f"INBOX {day} (2)", f"Inbox {day} (3)"]
    chosen = DigestChoice(made[0])
    assert library.own_digests.create(MadeOf(), chosen, papers)[0].name == made[0]


def test_a_digest_is_made_of_a_collection(library: LibraryServices, papers: list[PaperId]) -> None:
    library.labels.collect_in_new(papers[1:3], "Vision")
    (collection,) = library.labels.collections()
    made_of = of_listing(Listing(Place.COLLECTION, collection.id), "Vision")
    new, _ = library.own_digests.create(made_of)
    assert sorted(order(library, new.id)) == papers[1:3]
    assert new.name.startswith("Vision ")
    assert library.own_digests.digest(new.id).made_of == made_of


def test_a_digest_is_made_of_the_newest_day_of_a_feed(library: LibraryServices, papers: list[PaperId]) -> None:
    raw = library._file.connection
    raw.execute("""INSERT INTO feeds (id, name, kind, source, filter, every_minutes, writes_texts, active, position)
        VALUES (7, 'cs.CV', 'arxiv-category', 'cs.CV', '{}', 360, 0, 1, 0)""")
    for day, position, paper in (
        ("2026-11-21", 0, papers[4]),
        ("2026-11-22", 1, papers[0]),
        ("2026-11-22", 0, papers[3]),
    ):
        raw.execute("INSERT INTO feed_papers VALUES (7, ?, ?, ?, 'new', 1, 0)", (day, paper, position))
    new, _ = library.own_digests.create(of_feed_day(7, name="cs.CV"))
    assert (new.name, order(library, new.id)) == ("cs.CV 2026-11-22", [papers[3], papers[0]])
    assert library.own_digests.digest(new.id).made_of.day == "2026-11-22"
    assert library.own_digests.papers_of(of_feed_day(7, "2026-11-21")) == (papers[4],)


@pytest.mark.parametrize("day", ["../..", "2026-13-01", "today"])
def test_a_day_that_is_none_is_refused(library: LibraryServices, day: str) -> None:
    with pytest.raises(InputError) as caught:
        library.own_digests.create(of_feed_day(7, day))
    assert (caught.value.reason, caught.value.about) == (Reason.BAD_VALUE, "day")


def test_a_digest_is_made_of_what_was_read_this_week(library: LibraryServices, papers: list[PaperId]) -> None:
    raw = library._file.connection
    library.reading_list.set_status([papers[3], papers[4]], Status.READ)
    raw.execute("UPDATE papers SET finished_at = ? WHERE id = ?", (now_ms() - 8 * _DAY_MS, papers[4]))
    for paper, days in ((papers[0], 6), (papers[1], 8)):
        raw.execute(
            "INSERT INTO reading_places VALUES (?, ?, '', ?)", (paper, f"{paper:064}", now_ms() - days * _DAY_MS)
        )
    assert library.own_digests.papers_of(of_reading()) == (papers[0], papers[3])


def test_papers_are_added_once_and_taken_out(library: LibraryServices, papers: list[PaperId]) -> None:
    digest = make(library, papers[:2])
    library.own_digests.add(digest, [papers[1], papers[4], papers[2]])
    assert order(library, digest) == [papers[0], papers[1], papers[4], papers[2]]
    library.own_digests.remove(digest, [papers[1], papers[3]])
    assert order(library, digest) == [papers[0], papers[4], papers[2]]
    assert not library.own_digests.add(digest, [papers[0]])


@pytest.mark.parametrize(
    ("moved", "before", "expected"),
    [
        ([3, 1], 0, [3, 1, 0, 2, 4]),
        ([0], None, [1, 2, 3, 4, 0]),
        ([1, 2], 1, [0, 1, 2, 3, 4]),
        ([2, 1], 1, [0, 2, 1, 3, 4]),
        ([4], 9, [0, 1, 2, 3, 4]),
        ([0, 4], 4, [1, 2, 3, 0, 4]),
    ],
)
def test_a_block_is_moved_before_a_paper(
    library: LibraryServices, papers: list[PaperId], moved: list[int], before: int | None, expected: list[int]
) -> None:
    digest = make(library, papers)
    steps = library.undo.state().undo
    place = None if before is None else papers[before] if before < 5 else PaperId(999)
    changes = library.own_digests.move(digest, [papers[number] for number in moved], place)
    assert order(library, digest) == [papers[number] for number in expected]
    assert bool(changes) == (expected != [0, 1, 2, 3, 4])
    assert (library.undo.state().undo == steps) == (not changes)


def test_a_step_says_what_was_done_to_how_many_papers(library: LibraryServices, papers: list[PaperId]) -> None:
    digest = make(library, papers)

    def told() -> tuple[UndoKind, int] | None:
        label = library.undo.state().undo
        return None if label is None else (label.kind, label.count)

    library.own_digests.move(digest, papers[1:3], None)
    assert told() == (UndoKind.MOVE_IN_OWN_DIGEST, 2)
    library.own_digests.remove(digest, papers[:1])
    assert told() == (UndoKind.TAKE_OUT_OF_OWN_DIGEST, 1)
    library.own_digests.add(digest, papers)
    assert told() == (UndoKind.ADD_TO_OWN_DIGEST, 1)  # the others are there


def test_every_edit_is_one_step_of_undo(library: LibraryServices, papers: list[PaperId]) -> None:
    digest = make(library, papers)
    before = library.own_digests.digest(digest)
    library.own_digests.edit(digest, DigestChoice("Monthly", "Hello", "zh-Hant", Template.NOTES))
    label = library.undo.state().undo
    assert label is not None
    assert (label.kind, label.detail) == (UndoKind.EDIT_OWN_DIGEST, "Monthly")
    assert library.own_digests.digest(digest).choice == DigestChoice("Monthly", "Hello", "zh-Hant", Template.NOTES)
    library.undo.undo()
    assert library.own_digests.digest(digest) == before
    assert not library.own_digests.edit(digest, before.choice)


@pytest.mark.parametrize("choice", [DigestChoice(" "), DigestChoice("x" * 201), DigestChoice("a", "\0")])
def test_what_cannot_be_stored_is_refused(
    library: LibraryServices, papers: list[PaperId], choice: DigestChoice
) -> None:
    digest = make(library, papers)
    with pytest.raises(InputError):
        library.own_digests.edit(digest, choice)


def test_a_deleted_digest_is_gone_until_undo(library: LibraryServices, papers: list[PaperId]) -> None:
    digest = make(library, papers)
    library.own_digests.delete(digest)
    assert library.own_digests.digests() == ()
    with pytest.raises(InputError) as caught:
        library.own_digests.add(digest, papers)
    assert caught.value.reason is Reason.NO_SUCH_DIGEST
    library.undo.undo()
    assert order(library, digest) == papers


def test_a_paper_in_the_trash_is_not_in_the_digest_until_it_comes_back(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    digest = make(library, papers)
    library.organising.move_to_trash([papers[1]])
    assert order(library, digest) == [papers[0], *papers[2:]]
    assert library.own_digests.digests()[0].papers == 4
    library.organising.restore([papers[1]])
    assert order(library, digest) == papers


def test_papers_that_are_merged_stand_where_the_first_of_them_stood(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    with_both, without = make(library, papers), make(library, papers[1:])
    library.duplicates.merge(papers[0], [papers[3], papers[2]], {})
    assert order(library, with_both) == [papers[0], papers[1], papers[4]]
    assert order(library, without) == [papers[1], papers[0], papers[4]]
    library.undo.undo()
    assert (order(library, with_both), order(library, without)) == (papers, papers[1:])


def test_a_deleted_digest_is_purged_once_no_step_names_it(library: LibraryServices, papers: list[PaperId]) -> None:
    digest = make(library, papers)
    library.own_digests.delete(digest)
    purge(library)
    assert _rows(library, digest) == 1
    library._file.connection.execute("DELETE FROM undo_steps")
    purge(library)
    assert _rows(library, digest) == 0


def _rows(library: LibraryServices, digest: OwnDigestId) -> int:
    found = library._file.connection.execute("SELECT count(*) FROM own_digests WHERE id = ?", (digest,)).fetchone()
    return int(found[0])


def test_what_a_digest_was_made_of_is_read_as_it_was_stored() -> None:
    for made_of in (
        MadeOf(),
        of_listing(Listing(Place.TAG, 3, "a b"), "x"),
        of_feed_day(2, "2026-11-22"),
        of_reading(),
    ):
        assert MadeOf.read(made_of.stored()) == made_of
    assert MadeOf().kind is MadeOfKind.SELECTION

"""Steps that a person may do in any order, chosen at random: a kind, and two numbers that say on what."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from desktop.domain.digest import Entry
from desktop.domain.errors import InputError
from desktop.domain.ids import PaperId
from desktop.domain.import_plan import ImportOptions
from desktop.domain.listing import Listing, Place
from desktop.domain.paper import ORIGINAL, Fact, TextKind
from desktop.domain.progress import Job
from desktop.domain.reading_list import Priority, Status
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import digest_bytes, entry, papers_in

Step = tuple[str, int, int]
_KINDS = [(TextKind.TITLE, ORIGINAL), (TextKind.TITLE, "zh"), (TextKind.ABSTRACT, "zh"), (TextKind.NOTE, "")]
_TAGS = ("ml", "ml/vision", "ml/vision/3D", "Mathematics", "ML-ops", "化学")
_DAYS = ("", "2024-03-05", "2999-12-31")


def _split(library: LibraryServices, paper: PaperId, _: int) -> None:
    details = library.browse.details(paper)
    guesses = [seen for seen in details.seen_in if seen.by_title] if details else []
    if guesses:
        library.editing.split(paper, guesses[0].digest, guesses[0].position)


def _move(library: LibraryServices, paper: PaperId, n: int) -> None:
    queue = papers_in(library, Listing(Place.QUEUE))
    library.reading_list.move_in_queue([paper, *queue[n : n + 2]], queue[n] if n < len(queue) else None)


def _collect(library: LibraryServices, paper: PaperId, n: int) -> None:
    collections = library.labels.collections()
    if collections:
        change = library.labels.collect if n % 3 else library.labels.uncollect
        change([paper], collections[n % len(collections)].id)


def _merge(library: LibraryServices, paper: PaperId, n: int) -> None:
    others = [other for other in papers_in(library) if other != paper]
    if others:
        library.duplicates.merge(paper, others[n : n + 2] or others[:1], {})


_OF_PAPERS: dict[str, Callable[[LibraryServices, PaperId, int], Any]] = {
    "text": lambda library, paper, n: library.editing.edit_text(paper, *_KINDS[n % 4], f"typed {n} 手写"),
    "revert": lambda library, paper, n: library.editing.revert_text(paper, *_KINDS[n % 4]),
    "fact": lambda library, paper, n: library.editing.edit_fact(paper, Fact.AUTHORS, f"Ada {n}; Alan {n}"),
    "trash": lambda library, paper, n: library.organising.move_to_trash([paper]),
    "restore": lambda library, paper, n: library.organising.restore([paper]),
    "empty": lambda library, paper, n: library.trash.delete_for_good([paper]),
    "split": _split,
    "status": lambda library, paper, n: library.reading_list.set_status([paper], list(Status)[n % 5]),
    "queue": lambda library, paper, n: library.reading_list.set_status([paper], Status.QUEUED),
    "move": _move,
    "star": lambda library, paper, n: library.reading_list.set_starred([paper], n > 0),
    "priority": lambda library, paper, n: library.reading_list.set_priority([paper], Priority(n % 4)),
    "due": lambda library, paper, n: library.reading_list.set_due([paper], _DAYS[n % 3]),
    "tag": lambda library, paper, n: library.labels.tag([paper], [_TAGS[n], _TAGS[-1]][: 1 + n % 2]),
    "untag": lambda library, paper, n: library.labels.untag([paper], [_TAGS[n]]),
    "collect": _collect,
    "merge": _merge,
    "apart": lambda library, paper, n: library.duplicates.keep_apart([paper, *papers_in(library)[:n]]),
}


def _edit_tags(library: LibraryServices, first: int, second: int) -> None:
    tags = library.labels.tags()
    if not tags:
        return
    tag = tags[first % len(tags)]
    match second % 4:
        case 0:
            library.labels.edit_tag(tag.id, tag.name, second + 1)
        case 1:
            library.labels.merge_tags([tag.id], tags[second % len(tags)].id)
        case 2:
            library.labels.delete_tag(tag.id, below=first > 2)
        case 3:
            library.labels.edit_tag(tag.id, f"{tag.name}/renamed {len(tags)}", 0)


def _edit_collections(library: LibraryServices, first: int, second: int) -> None:
    collections = library.labels.collections()
    chosen = collections[first % len(collections)].id if collections else None
    if chosen is None or second < 3:
        library.labels.new_collection(f"collection {first} {second}", chosen if second else None)
    elif second == 3:
        library.labels.move_collection(chosen, None, first)
    elif second == 4:
        library.labels.edit_collection(chosen, f"renamed {first}")
    else:
        library.labels.delete_collection(chosen)


def _edit_searches(library: LibraryServices, first: int, second: int) -> None:
    searches = library.labels.searches()
    if len(searches) < 2:
        library.labels.save_search(
            f"search {len(searches)} {first}", ["status:queued", "tag:ml", "subject"][second % 3]
        )
    elif second % 2:
        library.labels.move_search(searches[first % len(searches)].id, second)
    else:
        library.labels.delete_search(searches[first % len(searches)].id)


def _remove_digest(library: LibraryServices, first: int, _: int) -> None:
    digests = library.browse.sidebar().digests
    if digests:
        library.organising.remove_digest(digests[first % len(digests)].id)


def _bulk(library: LibraryServices, first: int, second: int) -> None:
    papers = papers_in(library)[second % 2 :]
    match first:
        case 0:
            library.reading_list.set_status(papers, list(Status)[second % 5])
        case 1:
            library.labels.tag(papers, [_TAGS[second]])
        case 2:
            library.organising.move_to_trash(papers)
        case 3:
            library.organising.restore(papers_in(library, Listing(Place.TRASH)))
        case 4:
            library.trash.empty()
        case _:
            library.reading_list.set_starred(papers, True)


_OF_LIBRARY: dict[str, Callable[[LibraryServices, int, int], None]] = {
    "remove": _remove_digest,
    "tags": _edit_tags,
    "collections": _edit_collections,
    "searches": _edit_searches,
    "bulk": _bulk,
}
_IMPORTS = ("import", "newer", "guess")

STEP = st.tuples(st.sampled_from([*_IMPORTS, *_OF_LIBRARY, *_OF_PAPERS]), st.integers(0, 5), st.integers(0, 5))


def _entries(kind: str, first: int) -> list[Entry]:
    if kind == "newer":
        text = f"arXiv:2403.{first:05}v{first + 2} Announce Type: replace  Abstract: Newer words."
        return [entry(first, title=f"Renamed {first}", abstract=text)]
    if kind == "guess":
        return [entry(first, link="", abstract=f"No id, {first}.")]
    return [entry(first), entry(first + 1)]


def take(library: LibraryServices, folder: Path, step: Step) -> None:
    """Do that step, if there is anything to do it on and no name that is taken. Digests are written into the folder."""
    kind, first, second = step
    if kind in _IMPORTS:
        path = folder / f"{kind}{first}.md"
        path.write_bytes(digest_bytes(*_entries(kind, first)))
        library.importing.apply(library.importing.plan([path], ImportOptions(), Job()), Job())
    elif kind in _OF_LIBRARY:
        with suppress(InputError):
            _OF_LIBRARY[kind](library, first, second)
    else:
        papers = papers_in(library, Listing(Place.TRASH if kind in ("restore", "empty") else Place.ALL))
        if papers:
            _OF_PAPERS[kind](library, papers[first % len(papers)], second)

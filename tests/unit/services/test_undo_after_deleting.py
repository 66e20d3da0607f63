"""What was deleted for good is missed by no step of undo that is kept (RELIABILITY promise 14)."""

from collections.abc import Callable

from desktop.domain.ids import PaperId
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import ImportEntries, entry
from tests.unit.services.test_empty_trash import forget_steps, is_there, papers, purge
from tests.unit.services.test_undo_sequences import dump

__all__ = ["papers"]

Act = Callable[[], object]


def test_undo_and_redo_of_every_kept_step_are_the_same_after_deleting(
    library: LibraryServices, papers: list[PaperId], import_entries: ImportEntries
) -> None:
    connection = library._file.connection
    connection.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, papers_fts, instance)")
    library.organising.move_to_trash(papers[:1])
    library.trash.empty()
    forget_steps(library, papers[1])
    purge(library)
    assert not is_there(library, papers[0])
    acts: list[Act] = [
        lambda: import_entries("c.md", entry(7), entry(8)),
        lambda: library.organising.move_to_trash([papers[1]]),
        lambda: library.trash.empty(),
        lambda: import_entries("d.md", entry(2, title="Renamed"), entry(9)),
        lambda: library.organising.move_to_trash(papers[2:]),
        lambda: library.trash.delete_for_good(papers[2:]),
    ]
    dumps = [dump(library)]
    for act in acts:
        act()
        dumps.append(dump(library))
    for expected in reversed(dumps[:-1]):
        library.undo.undo()
        purge(library)
        assert dump(library) == expected
    for expected in dumps[1:]:
        library.undo.redo()
        purge(library)
        assert dump(library) == expected

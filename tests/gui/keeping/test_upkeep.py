"""What the program does by itself: after the day's backup, what was in the Trash for long is emptied and deleted."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.backups import backups_of
from desktop.domain.changes import Changes
from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing
from desktop.domain.trash import DAY_MS, DAYS_IN_TRASH
from desktop.services.library import LibraryServices
from desktop.ui.tasks import TaskRunner
from desktop.ui.upkeep import Upkeep
from tests.unit.services.conftest import papers_in

OnDb = Callable[[Callable[[], object]], object]


def test_old_papers_of_the_trash_are_emptied_told_of_and_deleted_after_the_days_backup(
    qtbot: QtBot, tasks: TaskRunner, filled: LibraryServices, on_db: OnDb
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    (first, second, *_) = sorted(papers_in_lane(filled, on_db))

    def throw_away() -> bool:
        filled.organising.move_to_trash([first, second])
        connection = filled._file.connection
        long_ago = (DAYS_IN_TRASH + 1) * DAY_MS
        connection.execute("UPDATE papers SET trashed_at = trashed_at - ? WHERE id = ?", (long_ago, first))
        connection.execute("DELETE FROM undo_steps")
        return True

    on_db(throw_away)
    upkeep = Upkeep(filled, tasks, owner)
    told: list[Changes] = []
    upkeep.changed.connect(told.append)

    upkeep.begin()

    def there() -> object:
        return on_db(lambda: [id for (id,) in filled._file.connection.execute("SELECT id FROM papers ORDER BY id")])

    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told[0].papers_removed == (first,)
    qtbot.waitUntil(lambda: first not in list(there()), timeout=20_000)  # type: ignore[call-overload]
    assert second in list(there())  # type: ignore[call-overload]
    assert len(backups_of(filled.folder)) == 1


def papers_in_lane(library: LibraryServices, on_db: OnDb) -> list[PaperId]:
    found = on_db(lambda: papers_in(library, Listing()))
    assert isinstance(found, list)
    return found

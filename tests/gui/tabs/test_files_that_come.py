"""A version that comes while the paper is open is offered in its tab."""

from collections.abc import Callable
from pathlib import Path

from desktop.domain.changes import Changes
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from tests.gui.tabs.conftest import paper_pdf
from tests.gui.tabs.tab_reader import SECOND, TabReader
from tests.gui.tabs.test_marks_in_window import mark_first_word

OnDb = Callable[[Callable[[], object]], object]


def test_a_second_version_is_offered_and_marks_are_carried_to_it(
    reader: TabReader, services: LibraryServices, on_db: OnDb, tmp_path: Path
) -> None:
    room = reader.opens(SECOND)
    mark_first_word(reader)
    assert not room.bar.versions.isVisible()
    path = tmp_path / "4.pdf"
    path.write_bytes(paper_pdf(f"{SECOND}v2", 3, "delta epsilon"))

    def add() -> Changes:
        return services.adding.add(services.adding.plan_files([path], Job()), download=False).changes

    changes = on_db(add)
    assert isinstance(changes, Changes)
    reader.shown.desk.events.announce(changes)
    reader.until(room.bar.versions.isVisible)
    old, new = sorted(room.bar.versions.menu().actions(), key=lambda action: not action.isChecked())
    assert "v1" in old.text()
    new.trigger()
    reader.until(room.carry.isVisible)

"""Papers without an arXiv id find it on arXiv, and lines of a text, too."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.changes import Changes
from desktop.domain.import_plan import ImportOptions
from desktop.domain.network import Network
from desktop.domain.progress import Job
from desktop.ui.actions import ActionId
from desktop.ui.matching.match_dialog import MatchDialog
from tests.arxiv_server.pdfs import printed
from tests.gui.adding.adder import Adder
from tests.gui.digest_files import digest_bytes

ONE = "2301.00012"
OnDb = Callable[[Callable[[], object]], object]


def import_titles(adder: Adder, on_db: OnDb, *titles: str) -> None:
    """Papers that are known by their titles alone; they are selected."""

    def work() -> Changes:
        texts = [("daily.md", digest_bytes([("", title, f"第{number}篇") for number, title in enumerate(titles)]))]
        plan = adder.services.importing.plan_texts(texts, ImportOptions(), Job())
        return adder.services.importing.apply(plan, Job()).changes

    changes = on_db(work)
    assert isinstance(changes, Changes)
    adder.shown.desk.events.announce(changes)
    adder.shown.sees(4 + len(titles))
    adder.shown.desk.room.table.selectAll()


def opened(adder: Adder, start: Callable[[], object]) -> MatchDialog:
    with adder.qtbot.waitSignal(adder.shown.desk.incoming.matching.opened, timeout=20_000) as signal:
        start()
    (dialog,) = signal.args
    assert isinstance(dialog, MatchDialog)
    adder.qtbot.waitUntil(lambda: not dialog.look_up.running, timeout=20_000)
    return dialog


def title_of(adder: Adder, arxiv_id: str) -> str:
    paper = adder.arxiv.papers.version(arxiv_id)
    assert paper is not None
    return paper.title


def test_a_clear_match_is_taken_over_and_can_be_taken_back(adder: Adder, on_db: OnDb) -> None:
    import_titles(adder, on_db, printed(title_of(adder, ONE)), "A title that nobody on arXiv has thought of")
    dialog = opened(adder, lambda: adder.shown.do(ActionId.FIND_ON_ARXIV))
    states = [dialog.model.look(position).state[0] for position in range(dialog.model.rowCount())]
    assert sorted(states) == ["100 % alike", "Clear match", "Nothing alike"]
    assert dialog.take_button.text() == "Take over 1 match"
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    adder.shown.told("Took over 1 match.")
    adder.shown.desk.room.table.selectAll()
    assert ONE in adder.selected()
    adder.shown.press("Undo", adder.shown.window.toast)
    adder.shown.told("Taken back: arXiv id taken over for 1 paper.")
    assert ONE not in adder.selected()


def test_papers_that_have_an_id_are_not_looked_up(adder: Adder) -> None:
    adder.shown.desk.room.table.selectAll()
    adder.shown.do(ActionId.FIND_ON_ARXIV)
    adder.shown.told("All these papers have an arXiv id.")


def test_without_a_network_it_stops_and_goes_on_when_asked(adder: Adder, on_db: OnDb, tmp_path: Path) -> None:
    import_titles(adder, on_db, title_of(adder, ONE), "Another title of a paper")
    network = adder.services.network
    nowhere = "http://127.0.0.1:9/api/query"
    adder.services.network = Network(tmp_path / "pace", nowhere, nowhere, "none", pace_s=0.01)
    dialog = opened(adder, lambda: adder.shown.do(ActionId.FIND_ON_ARXIV))
    states = [dialog.model.look(position).state[0] for position in range(dialog.model.rowCount())]
    assert sorted(states) == ["Not asked yet", "arXiv cannot be reached."]
    assert not dialog.take_button.isEnabled()
    adder.services.network = network
    dialog.again_button.click()
    adder.qtbot.waitUntil(lambda: not dialog.look_up.running and dialog.look_up.asked == 2, timeout=20_000)
    assert dialog.take_button.text() == "Take over 1 match"
    dialog.reject()


def test_a_line_that_was_not_understood_is_looked_up_by_its_title(adder: Adder) -> None:
    title = printed(title_of(adder, ONE))
    adder.pastes(f"2302.00012\n{title}")
    add = adder.is_open()
    dialog = opened(adder, add.pane.titles_button.click)
    dialog.take_button.click()
    adder.button("Add 2 papers")
    assert add.field.toPlainText() == f"2302.00012\n{title} arXiv:{ONE}"
    assert not add.pane.titles_button.isVisible()

"""PDFs that are dropped: recognised, attached to their papers or papers of their own; and those that got lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from desktop.domain.changes import Changes
from desktop.domain.import_plan import ImportOptions
from desktop.domain.progress import Job
from desktop.ui.actions import ActionId
from desktop.ui.adding.relink_flow import RelinkDialog
from tests.arxiv_server.pdfs import write_pdf
from tests.gui.adding.adder import Adder
from tests.gui.digest_files import digest_bytes

ONE = "2301.00012"
OnDb = Callable[[Callable[[], object]], object]


def pdf_titled(folder: Path, name: str, title: str) -> Path:
    """A PDF without stamp and DOI."""
    path = folder / name
    lines = [f"BT /F1 10 Tf 60 {700 - 14 * line} Td (Words below the title, line {line}.) Tj ET" for line in range(20)]
    path.write_bytes(write_pdf(["\n".join([f"BT /F1 18 Tf 60 760 Td ({title}) Tj ET", *lines]).encode()]))
    return path


def add_without_pdf(adder: Adder, arxiv_id: str) -> None:
    dialog = adder.opens()
    dialog.download.setChecked(False)
    adder.types(arxiv_id)
    adder.adds("Add 1 paper")
    adder.shown.sees(5)


def test_a_stamped_pdf_is_attached_to_its_paper(adder: Adder, tmp_path: Path, on_db: OnDb) -> None:
    add_without_pdf(adder, ONE)
    path = adder.saves_pdf(tmp_path, ONE, "renamed.pdf")
    adder.drops(path)
    adder.is_open()
    assert [state for _, state in adder.rows()] == ["Attach to this paper"]
    adder.adds("Attach 1 PDF")
    adder.shown.told("Attached 1 PDF.")
    papers = adder.services.browse
    assert path.exists()
    (paper,) = adder.shown.desk.room.selected
    files = on_db(lambda: [file.name for file in papers.details(paper).files])  # type: ignore[union-attr]  # it is there
    assert files == ["renamed.pdf"]
    adder.drops(path)
    adder.is_open()
    assert [state for _, state in adder.rows()] == ["In the library"]
    adder.button("Nothing to add")


def test_pdfs_that_nobody_knows_become_papers_and_broken_ones_are_refused(adder: Adder, tmp_path: Path) -> None:
    broken, web = tmp_path / "broken.pdf", tmp_path / "page.pdf"
    broken.write_bytes(b"%PDF-1.4\n" + b"no objects " * 50)
    web.write_bytes(b"<!DOCTYPE html><title>Just a moment</title>")
    adder.drops(
        adder.saves_pdf(tmp_path, ONE, "a.pdf"),
        pdf_titled(tmp_path, "b.pdf", "A title that nobody has heard of"),
        broken,
        web,
    )
    adder.is_open()
    states = dict(adder.rows())
    assert sorted(states.values()) == ["Cannot be added", "Cannot be added", "New", "New"]
    assert {"A title that nobody has heard of", "broken.pdf", "page.pdf"} <= states.keys()
    adder.adds("Add 2 papers")
    adder.shown.sees(6)
    adder.qtbot.waitUntil(lambda: len(adder.selected()) == 2)
    assert sorted(adder.selected()) == ["", ONE]


def import_without_id(adder: Adder, on_db: OnDb) -> None:
    """A paper that is known by its title alone."""

    def work() -> Changes:
        texts = [("daily.md", digest_bytes((("", "Learning to walk without any feedback", "无反馈地学习行走"),)))]
        plan = adder.services.importing.plan_texts(texts, ImportOptions(), Job())
        return adder.services.importing.apply(plan, Job()).changes

    changes = on_db(work)
    assert isinstance(changes, Changes)
    adder.shown.desk.events.announce(changes)
    adder.shown.sees(5)


@pytest.mark.parametrize(("alone", "words", "papers"), [(False, "Attach 1 PDF", 5), (True, "Add 1 paper", 6)])
def test_a_pdf_whose_title_is_alike_is_the_person_s_to_decide(
    adder: Adder, tmp_path: Path, on_db: OnDb, alone: bool, words: str, papers: int
) -> None:
    import_without_id(adder, on_db)
    adder.drops(pdf_titled(tmp_path, "walk.pdf", "Learning to walk without much feedback"))
    dialog = adder.is_open()
    assert [state for _, state in adder.rows()] == ["Attach to this paper?"]
    adder.button("Nothing to add")
    dialog.pane.view.make_current(0)
    assert dialog.pane.guess.isVisible()
    (dialog.pane.guess.other if alone else dialog.pane.guess.same).click()
    adder.adds(words)
    adder.shown.sees(papers)


def test_pdfs_that_got_lost_are_found_by_their_contents(
    adder: Adder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = adder.shown
    shown.do(ActionId.RELINK)
    shown.told("No PDF is missing.")
    adder.drops(adder.saves_pdf(tmp_path, ONE, "a.pdf"))
    adder.is_open()
    adder.adds("Add 1 paper")
    shown.sees(5)
    (stored,) = (adder.services.folder / "papers").glob("**/*.pdf")
    moved, empty = tmp_path / "moved" / "x", tmp_path / "empty"
    moved.mkdir(parents=True)
    empty.mkdir()
    stored.rename(moved / "another name")
    chosen = iter([empty, moved.parent])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(next(chosen)))
    with adder.qtbot.waitSignal(shown.desk.intake.relinking.opened, timeout=20_000) as opened:
        shown.do(ActionId.RELINK)
    (dialog,) = opened.args
    assert isinstance(dialog, RelinkDialog)
    assert dialog.list.model().rowCount() == 1
    dialog.choose_button.click()
    shown.told("None of the missing PDFs is in that folder.")
    with adder.qtbot.waitSignal(shown.desk.intake.relinking.opened, timeout=20_000) as opened:
        shown.press("Look in another folder", shown.window.toast)
    opened.args[0].choose_button.click()
    shown.told("Found what was missing: 1 PDF.")
    assert stored.is_file()

"""What is ticked of what was recognised, and what adding would do."""

from dataclasses import replace

from pytestqt.modeltest import ModelTester

from desktop.domain.adding import AddPlan, AddState, PdfMatch, PlannedId, PlannedPdf, RefusedInput
from desktop.domain.arxiv_id import ArxivId
from desktop.domain.errors import FileError, PdfError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.paper import PaperFile
from desktop.domain.pdf_facts import PdfIdentity
from desktop.ui.adding.add_choice import AddChoice, AddOutcome, AddRow, AddRowKind, merged
from desktop.ui.adding.add_model import AddModel
from desktop.ui.adding.add_words import action_words, found_words, nothing_words, pdf_state, summary

NEW = PlannedId(ArxivId("2401.00001", 1), AddState.NEW)
KNOWN = PlannedId(ArxivId("2401.00002"), AddState.KNOWN, PaperId(2), "A known paper")
NEWER = PlannedId(ArxivId("2401.00003", 3), AddState.NEWER, PaperId(3), "An older paper")
TRASHED = PlannedId(ArxivId("2401.00004"), AddState.IN_TRASH, PaperId(4), "A paper in the Trash")
ALL = AddPlan((NEW, KNOWN, NEWER, TRASHED))


def pdf(
    name: str,
    match: PdfMatch,
    paper: int | None = None,
    *,
    state: AddState = AddState.KNOWN,
    arxiv_id: str = "",
    similarity: float = 1.0,
) -> PlannedPdf:
    there = PaperId(paper) if paper is not None else None
    identity = PdfIdentity(arxiv_id, title="A title on page 1")
    return PlannedPdf(name, f"sha of {name}", 1000, 12, match, identity, state, there, "A title", similarity)


GUESS = pdf("guess.pdf", PdfMatch.TITLE, 5, similarity=0.93)
GUESS_ROW = AddRow(AddRowKind.PDF)


def test_what_changes_something_is_ticked_at_first() -> None:
    choice = AddChoice(ALL)
    rows = choice.rows(folded=True)
    assert [choice.can_tick(row) for row in rows] == [True, False, True, True]
    assert [choice.ticked(row) for row in rows] == [True, False, True, True]
    assert choice.outcome() == AddOutcome(added=1, restored=1, newer=1)
    assert choice.to_add().ids == (NEW, NEWER, TRASHED)


def test_a_tick_stays_taken_away_while_the_text_grows() -> None:
    choice = AddChoice(AddPlan((NEW,)))
    choice.toggle([AddRow(AddRowKind.ID)])
    assert choice.outcome().nothing
    choice.plan = AddPlan((TRASHED, NEW))
    assert [choice.ticked(row) for row in choice.rows(folded=True)] == [True, False]


def test_ticking_some_of_which_one_is_unticked_ticks_all() -> None:
    choice = AddChoice(ALL)
    rows = choice.rows(folded=True)
    choice.toggle(rows[:1])
    choice.toggle(rows)
    assert choice.outcome() == AddOutcome(added=1, restored=1, newer=1)
    choice.toggle(rows)
    assert choice.outcome().nothing


def test_a_pdf_and_an_id_of_one_paper_are_one_paper() -> None:
    stamped = pdf("a.pdf", PdfMatch.STAMP, state=AddState.NEW, arxiv_id="2401.00001")
    assert AddChoice(AddPlan((NEW,), (stamped,))).outcome() == AddOutcome(added=1)


def test_pdfs_of_papers_that_are_there_are_attached() -> None:
    stamped = pdf("a.pdf", PdfMatch.STAMP, 2)
    back = pdf("b.pdf", PdfMatch.DOI, 4, state=AddState.IN_TRASH)
    same = pdf("c.pdf", PdfMatch.SAME_FILE, 6)
    choice = AddChoice(AddPlan(pdfs=(stamped, back, same)))
    assert choice.outcome() == AddOutcome(restored=1, attached=2)
    assert choice.to_add().pdfs == (stamped, back)


def test_the_same_file_is_attached_where_its_copy_is_gone() -> None:
    lost = replace(pdf("c.pdf", PdfMatch.SAME_FILE, 6), gone=(PaperFile("papers/c.pdf", "c.pdf", 1),))
    choice = AddChoice(AddPlan(pdfs=(lost,)))
    assert choice.outcome() == AddOutcome(attached=1)
    assert pdf_state(lost)[0] == "Attach to this paper"


def test_a_guess_waits_for_the_person_unless_it_is_clear() -> None:
    clear = pdf("clear.pdf", PdfMatch.TITLE, 6, similarity=0.99)
    choice = AddChoice(AddPlan(pdfs=(GUESS, clear)))
    assert choice.outcome() == AddOutcome(attached=1)
    choice.set_alone(GUESS_ROW, alone=False)
    assert choice.outcome() == AddOutcome(attached=2)


def test_a_guess_can_be_another_paper() -> None:
    choice = AddChoice(AddPlan(pdfs=(GUESS,)))
    choice.set_alone(GUESS_ROW, alone=True)
    assert choice.outcome() == AddOutcome(added=1)
    (added,) = choice.to_add().pdfs
    assert (added.match, added.state, added.paper) == (PdfMatch.NONE, AddState.NEW, None)
    assert added.title == "A title on page 1"
    choice.set_alone(GUESS_ROW, alone=False)
    assert choice.to_add().pdfs == (GUESS,)


def test_texts_and_files_make_one_plan() -> None:
    older = PlannedId(ArxivId("2401.00001"), AddState.NEW)
    refused = RefusedInput("x.pdf", PdfError(Reason.PDF_FAILED, "x.pdf"))
    files = AddPlan((NEW, KNOWN), (GUESS, GUESS), ("one", "two"), (refused,))
    both = merged(AddPlan((older,), not_understood=("two", "three")), files)
    assert both == AddPlan((NEW, KNOWN), (GUESS,), ("two", "three", "one"), (refused,))


def test_the_button_says_what_it_will_do() -> None:
    assert action_words(AddOutcome(added=5)) == "Add 5 papers"
    assert action_words(AddOutcome(added=5, attached=1)) == "Add 5 papers, attach 1 PDF"
    assert action_words(AddOutcome(restored=1, newer=2)) == "Restore 1 paper, fetch 2 newer versions"
    assert action_words(AddOutcome(newer=1, attached=2)) == "Fetch 1 newer version, attach 2 PDFs"
    assert action_words(AddOutcome(attached=1)) == "Attach 1 PDF"
    assert action_words(AddOutcome()) == "Nothing to add"


def test_it_is_said_why_what_was_found_is_not_back() -> None:
    full = RefusedInput("/moved/x.pdf", FileError(Reason.DISK_FULL, "/library/papers/x.pdf"))
    assert found_words(0, 1) == "None of the missing PDFs is in that folder."
    assert found_words(0, 1, [full]) == "x.pdf: The disk is full."
    two = "Found 1 of 3 PDFs. The others are still missing. x.pdf: The disk is full. 1 file more left out."
    assert found_words(1, 3, [full, full]) == two


def test_it_is_said_why_there_is_nothing_to_add() -> None:
    assert nothing_words(AddPlan()) == ""
    assert nothing_words(AddPlan(not_understood=("a line",))) == "No paper was recognised."
    assert nothing_words(AddPlan((KNOWN,))) == "In the library already."
    assert nothing_words(AddPlan((KNOWN, NEW))) == "Nothing is ticked."


def test_what_was_recognised_is_counted() -> None:
    refused = RefusedInput("x.pdf", PdfError(Reason.PDF_FAILED, "x.pdf"))
    assert summary(AddPlan((NEW, KNOWN), (GUESS,), refused=(refused,))) == "2 papers · 1 PDF · 1 file left out"


def test_the_table_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    refused = RefusedInput("x.pdf", PdfError(Reason.PDF_FAILED, "x.pdf"))
    model = AddModel()
    model.show(AddPlan((NEW, KNOWN), (GUESS,), ("a line", "another"), (refused,)), frozenset({"2401.00001"}))
    assert model.rowCount() == 5
    model.fold(4, folded=False)
    assert model.rowCount() == 7
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt has no types here


def test_lines_that_were_not_understood_fold() -> None:
    model = AddModel()
    model.show(AddPlan((NEW,), not_understood=("one", "two", "three")))
    assert model.look(1).first == "3 lines were not understood"
    assert (model.look(1).folded, model.rowCount()) == (True, 2)
    model.fold(1, folded=False)
    assert [model.look(position).first for position in (2, 3, 4)] == ["one", "two", "three"]
    model.fold(3, folded=True)
    assert model.rowCount() == 2

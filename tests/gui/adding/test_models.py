"""The table of the plan keeps Qt's rules, and what is worked out beside it is right."""

import pytest
from pytestqt.modeltest import ModelTester

from desktop.domain.derived_facts import DerivedFacts
from desktop.domain.digest import Digest, DigestFormat, Entry
from desktop.domain.errors import FileError, Reason
from desktop.domain.ids import DigestId, PaperId
from desktop.domain.import_plan import ImportPlan, PlannedDigest, PlannedRow, RefusedFile, RowState
from desktop.ui.adding.import_plan_model import ImportPlanModel
from desktop.ui.adding.plan_choice import PlanChoice, PlanOutcome
from desktop.ui.adding.plan_contents import contents_of
from desktop.ui.adding.plan_rows import PlanFilter, PlanRowKind, decode, encode, shown_rows


def row(
    arxiv_id: str, title: str, state: RowState = RowState.NEW, *, paper: int | None = None, in_trash: bool = False
) -> PlannedRow:
    facts = DerivedFacts(title, "", arxiv_id)
    known = PaperId(paper) if paper is not None else None
    return PlannedRow(state, Entry(title), facts, b"", hash(title), known, by_title=not arxiv_id, in_trash=in_trash)


def file(name: str, *rows: PlannedRow, already: int | None = None, in_trash: bool = False) -> PlannedDigest:
    there = DigestId(already) if already is not None else None
    return PlannedDigest(name, name, Digest(DigestFormat.DIGEST, ()), name, rows, there, in_trash)


def choice_of(*files: PlannedDigest) -> PlanChoice:
    return PlanChoice(contents_of(ImportPlan(files)))


def test_the_table_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    refused = RefusedFile("x.bin", FileError(Reason.NOT_TEXT, "x.bin"))
    contents = contents_of(ImportPlan((file("a.md", row("1", "One")), file("b.md")), (refused,)))
    model = ImportPlanModel(contents)
    model.set_contents(contents, shown_rows(contents, PlanFilter()))
    assert model.rowCount() == 4
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt has no types here


@pytest.mark.parametrize("kind", PlanRowKind)
def test_a_row_is_got_back_from_its_number(kind: PlanRowKind) -> None:
    assert decode(encode(kind, 123_456, 7_654_321)) == (kind, 123_456, 7_654_321)


def test_a_paper_is_counted_once_however_many_rows_bring_it() -> None:
    again = row("1", "One", RowState.KNOWN)
    without_id = row("", "One", RowState.CHANGED)
    assert choice_of(file("a.md", row("1", "One"), again), file("b.md", without_id)).outcome() == PlanOutcome(
        papers_new=1, digests_new=2
    )


def test_known_changed_and_trashed_papers_are_told_apart() -> None:
    known = row("1", "One", RowState.KNOWN, paper=1)
    changed = row("2", "Two", RowState.CHANGED, paper=2)
    back = row("3", "Three", RowState.KNOWN, paper=3, in_trash=True)
    outcome = choice_of(file("a.md", known, changed, back)).outcome()
    assert outcome == PlanOutcome(papers_changed=1, papers_back=1, digests_new=1)


def test_a_digest_that_is_there_already_does_nothing_and_one_in_the_trash_comes_back() -> None:
    known = row("1", "One", RowState.KNOWN, paper=1)
    assert choice_of(file("a.md", known, already=1)).outcome().nothing
    assert choice_of(file("a.md", known, already=1, in_trash=True)).outcome() == PlanOutcome(digests_back=1)


def test_what_is_left_out_is_not_applied_and_the_rest_keeps_its_numbers() -> None:
    choice = choice_of(file("a.md", row("1", "One")), file("b.md", row("2", "Two"), row("3", "Three")))
    choice.toggle([encode(PlanRowKind.DIGEST, 0)])
    choice.toggle([encode(PlanRowKind.ENTRY, 1, 1)])
    plan, unticked = choice.to_apply()
    assert [planned.name for planned in plan.digests] == ["b.md"]
    assert unticked == {(0, 1)}


def test_a_file_taken_in_again_has_all_its_papers() -> None:
    choice = choice_of(file("a.md", row("1", "One"), row("2", "Two")))
    for _ in range(2):
        choice.toggle([encode(PlanRowKind.DIGEST, 0)])
    assert choice.outcome() == PlanOutcome(papers_new=2, digests_new=1)

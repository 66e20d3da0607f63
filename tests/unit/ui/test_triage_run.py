"""A pass through papers: whatever is decided, undone, added or taken away, one stands at one of them or at the end."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.ids import PaperId
from desktop.ui.triage.triage_run import Decision, TriageRun


def run(count: int, at: int | None = None) -> TriageRun:
    return TriageRun([PaperId(paper) for paper in range(count)], None if at is None else PaperId(at))


def test_it_begins_at_the_paper_that_was_selected() -> None:
    assert run(5, 3).current == 3
    assert run(5, 9).current == 0


def test_a_decision_goes_on_to_the_next_paper_that_is_not_decided() -> None:
    triage = run(3)
    triage.step(1)
    triage.decide(Decision.READ)
    triage.step(-2)
    triage.decide(Decision.QUEUED)
    assert triage.current == 2


def test_what_was_thrown_away_here_stays_in_the_count_and_what_is_gone_otherwise_does_not() -> None:
    triage = run(3)
    triage.decide(Decision.TRASHED)
    triage.leave_out([PaperId(0), PaperId(2)])
    assert (len(triage), triage.current, triage.place) == (2, 1, 2)


def test_papers_before_the_present_one_that_go_do_not_move_it() -> None:
    triage = run(4, 2)
    triage.leave_out([PaperId(0)])
    assert (triage.current, triage.place) == (2, 2)


def test_a_step_taken_back_leads_to_its_paper() -> None:
    triage = run(3)
    triage.decide(Decision.READ)
    assert triage.take_back([PaperId(0), PaperId(7)])
    assert (triage.current, triage.left) == (0, 3)
    assert not triage.take_back([PaperId(0)])


papers = st.lists(st.integers(0, 12).map(PaperId), max_size=4)
steps = st.one_of(
    st.tuples(st.just("decide"), st.sampled_from(Decision)),
    st.tuples(st.just("step"), st.integers(-3, 3)),
    st.tuples(st.sampled_from(["join", "leave_out", "take_back"]), papers),
    st.just(("go_through_left",)),
)


@given(st.integers(0, 8), st.lists(steps, max_size=30))
def test_counts_are_true_after_any_steps(count: int, steps: list[tuple[str, object]]) -> None:
    triage = run(count)
    for name, *arguments in steps:
        getattr(triage, name)(*arguments)
        assert sum(triage.counts.values()) + triage.left == len(triage)
        assert triage.left >= 0
        assert (triage.current is None) == (triage.place > len(triage))
        assert all(paper is not None for paper in triage.around(3))
    triage.go_through_left()
    assert (triage.current is None) == (triage.left == 0)

"""Undo and redo of marks, also where storing fails later."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.ids import PaperId
from desktop.domain.mark import Mark, MarkChange, MarkKind, MarkStep
from desktop.domain.mark_history import MarkHistory


def step(name: str) -> MarkStep:
    mark = Mark(name, PaperId(1), "abc", 0, MarkKind.NOTE, 1, box=(0.0, 0.0, 20.0, 20.0))
    return MarkStep((MarkChange(None, mark),))


def history_of(*names: str) -> MarkHistory:
    history = MarkHistory()
    for name in names:
        history.do(step(name))
    return history


def test_steps_are_taken_back_and_done_again_in_order() -> None:
    history = history_of("a", "b")
    assert (history.can_undo, history.can_redo) == (True, False)
    assert [history.undo(), history.undo(), history.undo()] == [step("b").reversed(), step("a").reversed(), None]
    assert (history.can_undo, history.can_redo) == (False, True)
    assert [history.redo(), history.redo(), history.redo()] == [step("a"), step("b"), None]


def test_a_new_step_forgets_what_could_be_redone() -> None:
    history = history_of("a")
    history.undo()
    history.do(step("b"))
    assert (history.redo(), history.undo()) == (None, step("b").reversed())
    assert not history.can_undo


def test_a_step_that_was_not_stored_is_not_there_to_undo() -> None:
    history = MarkHistory()
    first, failed, alike = step("a"), step("b"), step("b")
    for done in (first, failed, alike):
        history.do(done)
    history.withdraw(failed)
    history.undo()
    assert history.undo() == first.reversed()
    assert not history.can_undo


def test_undo_and_redo_that_were_not_stored_can_be_tried_again() -> None:
    history = history_of("a", "b")
    second, first = history.undo(), history.undo()
    assert first
    assert second
    history.withdraw(second)
    history.withdraw(first)
    assert [history.undo(), history.undo()] == [step("b").reversed(), step("a").reversed()]
    again = history.redo()
    assert again
    history.withdraw(again)
    assert [history.redo(), history.redo()] == [step("a"), step("b")]


def test_an_undo_that_failed_after_the_next_step_can_be_done_again() -> None:
    history = history_of("a", "b")
    failed = history.undo()
    assert failed
    history.do(step("c"))
    history.withdraw(failed)
    assert [history.undo(), history.undo()] == [step("c").reversed(), step("b").reversed()]


def test_what_the_history_does_not_know_changes_nothing() -> None:
    history = history_of("a")
    history.withdraw(step("a"))
    assert history.can_undo


@given(st.lists(st.sampled_from(["do", "undo", "redo", "fail"])))
def test_what_is_undone_is_what_stands(ways: list[str]) -> None:
    history, stands, count = MarkHistory(), list[str](), 0
    for way in ways:
        if way in ("do", "fail"):
            count += 1
            given = step(f"{count}")
            history.do(given)
            stands.append(f"{count}")
            if way == "fail":
                history.withdraw(given)
                stands.pop()
        elif way == "undo" and (back := history.undo()):
            assert back.changes[0].before
            assert back.changes[0].before.id == stands.pop()
        elif way == "redo" and (again := history.redo()):
            assert again.changes[0].after
            stands.append(again.changes[0].after.id)
    for name in reversed(stands):
        assert history.undo() == step(name).reversed()
    assert not history.can_undo

"""What a person marked once counts once, on however many versions it stands."""

from desktop.domain.ids import PaperId
from desktop.domain.mark import Mark, MarkKind
from desktop.domain.mark_lineage import each_once


def mark(name: str, carried_from: str = "", *, placed: bool = True) -> Mark:
    return Mark(name, PaperId(1), "sha", 0, MarkKind.NOTE, 1, carried_from=carried_from, placed=placed)


def test_a_mark_that_was_carried_on_is_told_by_what_it_became() -> None:
    marks = (mark("v1"), mark("v2", "v1"), mark("v3", "v2"), mark("other"), mark("heir", "deleted"))
    assert [each.id for each in each_once(marks)] == ["v3", "other", "heir"]


def test_a_mark_that_found_no_place_is_told_by_where_it_was() -> None:
    marks = (mark("v1"), mark("v2", "v1", placed=False), mark("heir", "deleted", placed=False))
    assert [each.id for each in each_once(marks)] == ["v1", "heir"]


def test_both_parts_of_a_mark_that_was_divided_are_told() -> None:
    marks = (mark("v1"), mark("first", "v1"), mark("second", "v1"))
    assert [each.id for each in each_once(marks)] == ["first", "second"]

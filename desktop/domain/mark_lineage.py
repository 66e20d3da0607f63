"""Marks that are the same to a person: one was carried from the other to another version of the paper."""

from collections.abc import Iterable, Mapping

from desktop.domain.mark import Mark


def not_carried(marks: Iterable[Mark], sha256: str) -> tuple[Mark, ...]:
    """Of all marks of a paper those on other files that have no counterpart on this file, in their order. Of marks that
    were carried from file to file only those of the file where they were changed last."""
    by_id = {mark.id: mark for mark in marks}
    origins = {mark.id: _origin(mark, by_id) for mark in by_id.values()}
    here = {origins[mark.id] for mark in by_id.values() if mark.sha256 == sha256}
    newest: dict[str, Mark] = {}
    for mark in by_id.values():
        origin = origins[mark.id]
        if origin not in here and (origin not in newest or _rank(mark) >= _rank(newest[origin])):
            newest[origin] = mark
    return tuple(
        mark
        for mark in by_id.values()
        if (best := newest.get(origins[mark.id])) is not None and mark.sha256 == best.sha256
    )


def each_once(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Of all marks of a paper each once, in their order: those that were carried on are told by what they became, but
    for what found no place there."""
    by_id = {mark.id: mark for mark in marks}
    carried = [mark for mark in by_id.values() if mark.carried_from in by_id]
    left_out = {mark.carried_from if mark.placed else mark.id for mark in carried}
    return tuple(mark for mark in by_id.values() if mark.id not in left_out)


def _origin(mark: Mark, by_id: Mapping[str, Mark]) -> str:
    """The id of the first mark of a chain, be it deleted."""
    passed = {mark.id}
    origin = mark.id
    while (earlier := by_id[origin].carried_from if origin in by_id else "") and earlier not in passed:
        passed.add(earlier)
        origin = earlier
    return origin


def _rank(mark: Mark) -> tuple[bool, int, bool]:
    return mark.placed, mark.changed_at_ms, bool(mark.carried_from)

"""Merging as a step of random sequences."""

from desktop.domain.ids import PaperId
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import papers_in


def merge_some(library: LibraryServices, paper: PaperId, number: int) -> None:
    """Merge a paper with one or two others; with an odd number what another one tells is chosen throughout."""
    others = [other for other in papers_in(library) if other != paper][: 1 + number // 3]
    if not others:
        return
    comparison = library.duplicates.compare([paper, *others])
    assert comparison is not None
    library.duplicates.merge(paper, others, comparison.choices(others[-1]) if number % 2 else {})


def keep_some_apart(library: LibraryServices, paper: PaperId, number: int) -> None:
    """Say of a paper and some others that they differ."""
    library.duplicates.keep_apart([paper, *(other for other in papers_in(library)[: 1 + number] if other != paper)])

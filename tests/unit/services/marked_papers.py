"""Marks for tests, and a library with a paper to be marked."""

from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from db import steps
from db.files import attach_changes
from desktop.domain.ids import PaperId
from desktop.domain.mark import Mark, MarkChange, MarkKind, MarkStep
from desktop.domain.pdf_document import Quad
from desktop.domain.undo import UndoKind
from desktop.services.library import LibraryServices
from desktop.system.paper_files import PaperFiles
from tests.unit.pdf.made_pdfs import made_pdf
from tests.unit.services.conftest import papers_in
from tests.unit.services.pdf_files import Give

_numbers = count(1)


def _line(top: float, right: float) -> Quad:
    return (60.0, top, right, top, 60.0, top + 12, right, top + 12)


def mark_on(paper: PaperId, sha256: str, **changes: object) -> Mark:
    """A highlight of two lines."""
    values: dict[str, object] = {
        "id": f"00000000-0000-4000-8000-{next(_numbers):012}",
        "page": 0,
        "kind": MarkKind.HIGHLIGHT,
        "color": 1,
        "quads": (
            (60.0, 100.0, 300.5, 100.0, 60.0, 112.0, 300.5, 112.0),
            (60.0, 114.0, 90.0, 114.0, 60.0, 126.0, 90.0, 126.0),
        ),
        "quote": "We walk through walls",
        "before": "Abstract. ",
        "after": " at night.",
        "created_at_ms": 1_700_000_000_000,
        "changed_at_ms": 1_700_000_000_000,
    }
    return Mark(paper=paper, sha256=sha256, **{**values, **changes})  # type: ignore[arg-type]


def added(*marks: Mark) -> MarkStep:
    """The step that makes them."""
    return MarkStep(tuple(MarkChange(None, mark) for mark in marks))


def changed(before: Mark, after: Mark) -> MarkStep:
    """The step that makes one of the other."""
    return MarkStep((MarkChange(before, after),))


def deleted(*marks: Mark) -> MarkStep:
    """The step that deletes them."""
    return added(*marks).reversed()


@dataclass(frozen=True, slots=True)
class Held:
    """A paper with a PDF."""

    paper: PaperId
    sha256: str


def hold(library: LibraryServices, given: Give) -> Held:
    """Put a paper with a PDF into an empty library."""
    library.organising.add_pdf(given("walls.pdf", made_pdf("")), "On Walls")
    (paper,) = papers_in(library)
    return Held(paper, sha256s(library, paper)[0])


def attach(library: LibraryServices, paper: PaperId, path: Path, version: int | None) -> str:
    """Give a paper one more PDF, as a step that can be undone; its sha256."""
    file = replace(PaperFiles(library.folder).put(path), version=version, name=path.name)
    with library._file.transaction() as connection:
        steps.do(connection, UndoKind.ATTACH, attach_changes(connection, paper, file))
    return file.sha256


def sha256s(library: LibraryServices, paper: PaperId) -> list[str]:
    """Of the files of a paper, in the order in which they came."""
    details = library.browse.details(paper)
    assert details
    return [file.sha256 for file in details.files]

"""What a person adds: the ids and PDFs of one plan as one step, and the wishes that go with it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from db import fetches
from db.adding import add_ids
from db.edits import fact_changes, paper_with_arxiv_id
from db.files import attach_changes
from db.held_papers import HeldPaper, by_key
from db.index_documents import driver
from db.new_papers import new_paper_of_file
from db.stored_values import TAKEN_BACK
from db.trash import trash_changes
from db.undo_log import Change, RowsChange
from desktop.domain.adding import AddState, PlannedId, PlannedPdf
from desktop.domain.arxiv_id import ArxivId, arxiv_id_in_link
from desktop.domain.changes import Changes
from desktop.domain.fetching import FetchKind
from desktop.domain.ids import PaperId
from desktop.domain.paper import Fact, PaperFile

_Wish = tuple[FetchKind, int | None, bool]
"""What is wished for, of which version, and whether by the program alone."""


@dataclass(slots=True)
class Additions:
    """What adding comes to: changes for `steps.do`, and what is to be fetched once they are done."""

    changes: list[Change] = field(default_factory=list)
    wishes: defaultdict[_Wish, list[PaperId]] = field(default_factory=lambda: defaultdict(list))

    @property
    def new(self) -> tuple[PaperId, ...]:
        """Papers that were not there, as far as a person could see, in the order that the list of papers has."""
        return tuple(sorted({paper for paper, was in self._coming_out() if was == TAKEN_BACK}, reverse=True))

    @property
    def restored(self) -> tuple[PaperId, ...]:
        """Papers that come back from the Trash."""
        return tuple(dict.fromkeys(paper for paper, was in self._coming_out() if was != TAKEN_BACK))

    @property
    def attached(self) -> int:
        """How many PDFs papers get that were there."""
        new = set(self.new)
        files = (after or {} for change in self.changes if change.table == "files" for *_, after in change.each())
        return sum(file["paper_id"] not in new for file in files)

    def _coming_out(self) -> Iterator[tuple[PaperId, int]]:
        for key, before, after in (
            each for change in self.changes if change.table == "papers" for each in change.each()
        ):
            was = (before or {}).get("trashed_at")
            if was is not None and (after or {}).get("trashed_at", was) is None:
                yield PaperId(key["id"]), was


def additions(
    connection: Connection,
    ids: Sequence[PlannedId],
    pdfs: Sequence[tuple[PlannedPdf, PaperFile | None]],
    *,
    download: bool,
) -> Additions:
    """What adding these ids and PDFs changes. The PDFs lie in the papers folder already; None for one that the library
    knows. With `download` the PDFs of the ids are wished for.

    What the library holds by now counts, not what the plan says of it. PDFs of one id or DOI are of one paper.
    """
    made = Additions()
    named: dict[str, PaperId] = {}
    for pdf, file in pdfs:
        if file is not None:
            _add_pdf(connection, made, named, pdf, file)
        elif pdf.paper is not None:
            made.changes += trash_changes(connection, [pdf.paper], None)
    added = add_ids(connection, [planned for planned in ids if planned.id.value not in named])
    made.changes += added.changes
    coming = {*made.new, *made.restored}
    for planned in ids:
        paper = added.papers.get(planned.id.value) or named[planned.id.value]
        _wish(made, planned, paper, coming=paper in coming, download=download)
    return made


def _add_pdf(
    connection: Connection, made: Additions, named: dict[str, PaperId], pdf: PlannedPdf, file: PaperFile
) -> None:
    told = pdf.identity
    name = told.arxiv_id or told.doi.lower()
    held = by_key(driver(connection), [pdf.paper]).get(pdf.paper) if pdf.paper is not None else None
    paper = held.id if held is not None else named.get(name)
    if paper is None:
        arxiv_id = ArxivId(told.arxiv_id, told.version) if told.arxiv_id else None
        doi = "" if arxiv_id_in_link(told.doi) else told.doi
        changes = new_paper_of_file(connection, pdf.title, file, pages=pdf.pages or None, arxiv_id=arxiv_id, doi=doi)
        paper = next(
            (PaperId(change.after["paper_id"]) for change in changes if _is_file(change) and change.after), None
        )
    else:
        changes = trash_changes(connection, [paper], None)
        changes += _taken_id(connection, pdf, held) if held is not None and name not in named else []
        changes += attach_changes(connection, paper, file, pdf.pages or None)
    made.changes += changes
    if paper is None:
        return
    if name:
        named[name] = paper
    if told.arxiv_id and (pdf.state is AddState.NEWER or any(change.table == "papers" for change in changes)):
        made.wishes[FetchKind.METADATA, told.version, False].append(paper)


def _is_file(change: RowsChange) -> bool:
    return change.table == "files"


def _taken_id(connection: Connection, pdf: PlannedPdf, held: HeldPaper) -> list[RowsChange]:
    """A paper without an arXiv id gets that of the PDF that a person says is its own."""
    told = pdf.identity
    if not told.arxiv_id or held.arxiv_id or paper_with_arxiv_id(connection, told.arxiv_id) is not None:
        return []
    values = {"arxiv_id": told.arxiv_id, "arxiv_version": told.version}
    return fact_changes(connection, held.id, Fact.ARXIV_ID, values)


def _wish(made: Additions, planned: PlannedId, paper: PaperId, *, coming: bool, download: bool) -> None:
    newer, version = planned.state is AddState.NEWER, planned.id.version
    if coming or newer:
        made.wishes[FetchKind.METADATA, version, False].append(paper)
    if download and (coming or newer or not planned.has_pdf):
        # Of a version that a person named the PDF comes beside the one that is there.
        made.wishes[FetchKind.PDF, version, coming or not newer].append(paper)


def want_additions(connection: Connection, made: Additions) -> Changes:
    """Wish for what is to be fetched. Returns which papers have wishes now that were there before."""
    wanted: dict[PaperId, None] = {}
    for (kind, version, automatic), papers in made.wishes.items():
        wanted |= dict.fromkeys(fetches.want(connection, papers, kind, version, automatic=automatic).papers_changed)
    coming = {*made.new, *made.restored}
    return Changes(papers_changed=tuple(paper for paper in wanted if paper not in coming))

"""Which papers of the library PDFs are of: by their content, stamp or DOI, or as a guess by their title."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from db.files import files_by_sha256
from db.held_papers import HeldPaper, by_doi, by_sha256, by_title_hash, known_ids, similar_titles
from db.library_file import LibraryFile
from desktop.domain.adding import AddState, PdfMatch, PlannedPdf
from desktop.domain.pdf_facts import PdfIdentity
from desktop.domain.title_key import title_hash
from desktop.domain.title_similarity import CLEAR, POSSIBLE, title_similarity
from desktop.services.given_files import shown
from desktop.services.read_files import ReadPdf
from desktop.system.paper_files import PaperFiles

_Match = tuple[PdfMatch, HeldPaper | None, float]


def matched_pdfs(library: LibraryFile, pdfs: Sequence[ReadPdf]) -> tuple[PlannedPdf, ...]:
    """The PDFs as a plan shows them."""
    planned = tuple(_planned(pdf, match) for pdf, match in zip(pdfs, _matches(library, pdfs), strict=True))
    stored = PaperFiles(library.folder)
    same = files_by_sha256(library.connection, {pdf.sha256 for pdf in planned if pdf.match is PdfMatch.SAME_FILE})
    gone = {sha256: tuple(file for file in held if not stored.is_there(file)) for sha256, held in same.items()}
    return tuple(replace(pdf, gone=gone.get(pdf.sha256, ())) for pdf in planned)


def state_of(held: HeldPaper, version: int | None) -> AddState:
    """What naming this version of a paper that is there means. One whose version nobody told counts as the first."""
    if held.in_trash:
        return AddState.IN_TRASH
    return AddState.NEWER if (version or 0) > (held.version or 1) else AddState.KNOWN


def _planned(pdf: ReadPdf, match: _Match) -> PlannedPdf:
    how, held, similarity = match
    told = pdf.identity
    state = AddState.NEW if held is None else state_of(held, told.version)
    if how is PdfMatch.SAME_FILE and state is AddState.NEWER:
        state = AddState.KNOWN
    return PlannedPdf(
        path=pdf.path,
        sha256=pdf.sha256,
        size=pdf.size,
        pages=pdf.pages,
        match=how,
        identity=told,
        state=state,
        paper=None if held is None else held.id,
        title=held.title if held is not None else told.title or shown(PurePath(pdf.path).stem),
        similarity=similarity,
    )


def _matches(library: LibraryFile, pdfs: Sequence[ReadPdf]) -> list[_Match]:
    connection = library.connection
    told = [pdf.identity for pdf in pdfs]
    same = by_sha256(connection, {pdf.sha256 for pdf in pdfs})
    stamped = known_ids(connection, [one.arxiv_id for one in told if one.arxiv_id])
    dois = {one.doi.lower() for one in told if one.doi}
    published = by_doi(connection, dois) if dois else {}
    namesakes = by_title_hash(connection, {title_hash(one.title) for one in told if one.title})
    found: list[_Match] = []
    for pdf in pdfs:
        one = pdf.identity
        if pdf.sha256 in same:
            found.append((PdfMatch.SAME_FILE, same[pdf.sha256][0], 1.0))
        elif one.arxiv_id in stamped:
            found.append((PdfMatch.STAMP, stamped[one.arxiv_id], 1.0))
        elif by_its_doi := [held for held in published.get(one.doi.lower(), ()) if _may_be(held, one)]:
            found.append((PdfMatch.DOI, by_its_doi[0], 1.0))
        else:
            found.append(_guess(library, one, namesakes.get(title_hash(one.title), ()) if one.title else ()))
    return found


def _guess(library: LibraryFile, told: PdfIdentity, namesakes: Sequence[HeldPaper]) -> _Match:
    """By title. A PDF that tells its arXiv id is of another paper unless the titles match clearly."""
    own = PdfMatch.STAMP if told.arxiv_id else PdfMatch.NONE
    if not told.title:
        return own, None, 1.0
    for held in namesakes:
        if _may_be(held, told):
            return PdfMatch.TITLE, held, 1.0
    alike = [
        (title_similarity(told.title, held.title), held)
        for held in similar_titles(library.connection, told.title)
        if _may_be(held, told) and not held.in_trash
    ]
    similarity, best = max(alike, key=lambda pair: pair[0], default=(0.0, None))
    if similarity < (CLEAR if told.arxiv_id else POSSIBLE):
        return own, None, 1.0
    return PdfMatch.TITLE, best, similarity


def _may_be(held: HeldPaper, told: PdfIdentity) -> bool:
    """Two arXiv ids are two papers."""
    return not (held.arxiv_id and told.arxiv_id)

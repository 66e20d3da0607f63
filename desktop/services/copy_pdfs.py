"""Copies of PDFs in the library's papers folder, made before any row tells of them. No database in here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.domain.adding import PdfMatch, PlannedPdf, RefusedInput
from desktop.domain.errors import AppError
from desktop.domain.paper import PaperFile
from desktop.domain.progress import Job
from desktop.services.given_files import shown
from desktop.system.paper_files import PaperFiles

_LONGEST_NAME = 255
"""Characters of a file name that is kept."""


@dataclass(frozen=True, slots=True)
class CopiedPdfs:
    """What became of the PDFs of a plan."""

    pdfs: tuple[tuple[PlannedPdf, PaperFile | None], ...] = ()
    """With their copies, whole and checked; None for those that the library has."""
    refused: tuple[RefusedInput, ...] = ()
    new: tuple[str, ...] = ()
    """Copies that were not there before (paths in the library): nobody wants them unless rows tell of them."""


def copy_pdfs(pdfs: Sequence[PlannedPdf], library: Path, job: Job) -> CopiedPdfs:
    """Copy these PDFs into the library at `library`; copies that are gone are put back. Those that cannot be copied are
    refused, the rest goes on. Raises Cancelled, and then no new copy is left.
    """
    stored = PaperFiles(library)
    copied: list[tuple[PlannedPdf, PaperFile | None]] = []
    refused: list[RefusedInput] = []
    new: list[str] = []
    try:
        for number, pdf in enumerate(pdfs):
            job.step(number, len(pdfs), shown(Path(pdf.path).name))
            try:
                copied.append((pdf, _copied(pdf, stored, new)))
            except AppError as error:
                refused.append(RefusedInput(shown(pdf.path), error))
        job.step(len(pdfs), len(pdfs))
    except BaseException:
        for path in new:
            stored.remove(path)
        raise
    return CopiedPdfs(tuple(copied), tuple(refused), tuple(new))


def _copied(pdf: PlannedPdf, stored: PaperFiles, new: list[str]) -> PaperFile | None:
    source, told = Path(pdf.path), pdf.identity
    if pdf.match is PdfMatch.SAME_FILE:
        for gone in pdf.gone:
            stored.put_back(gone, source)
        return None
    name = told.arxiv_id + (f"v{told.version}" if told.arxiv_id and told.version else "")
    was_there = stored.has(pdf.sha256, name)
    file = stored.put(source, name, sha256=pdf.sha256)
    if not was_there:
        new.append(file.path)
    return replace(file, version=told.version, name=shown(source.name)[:_LONGEST_NAME])

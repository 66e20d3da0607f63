"""Reading what a person gives: which files are digests, and what PDFs and texts tell. No database in here."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop.domain.adding import RefusedInput, Scan
from desktop.domain.arxiv_id import plain_id
from desktop.domain.arxiv_scan import merged, scan
from desktop.domain.errors import AppError, InputError, PdfError, Reason
from desktop.domain.pdf_facts import PdfIdentity
from desktop.domain.pdf_identity import identify
from desktop.domain.pdf_marks import HEAD, begins_like_pdf
from desktop.domain.progress import Job
from desktop.formats.bibliographies import format_of
from desktop.formats.plain_text import is_binary, rough_text
from desktop.formats.source_files import read_source
from desktop.pdf.engine import PdfEngine
from desktop.services.given_files import bytes_of, files_of, head_of, reading, shown
from desktop.services.import_digest import LARGEST_FILE
from desktop.system.paper_files import file_sha256

LARGEST_TEXT = 16 * 1024 * 1024
"""Bytes of a text that is looked through for ids."""
_BIBLIOGRAPHIES = frozenset({".bib", ".bibtex", ".ris", ".json"})
_BIBLIOGRAPHY_HEAD = 100_000
"""Bytes: comments may stand first."""
_HEAD = 8192
"""Bytes that tell a binary file from a text, so that a folder of PDFs is sorted quickly."""


@dataclass(frozen=True, slots=True)
class SortedFiles:
    """Files apart by what is done with them. Folders have been replaced by their files."""

    digests: tuple[Path, ...] = ()
    """For `importing.plan`."""
    bibliographies: tuple[Path, ...] = ()
    """For `bibliography.importing.read`."""
    others: tuple[Path, ...] = ()
    """For `adding.read_files`."""


@dataclass(frozen=True, slots=True)
class ReadPdf:
    """A PDF that was read."""

    path: str
    sha256: str
    size: int
    pages: int
    """0 if a password is needed to count them."""
    identity: PdfIdentity


@dataclass(frozen=True, slots=True)
class ReadFiles:
    """What files tell. Of PDFs with the same content only the first is here."""

    pdfs: tuple[ReadPdf, ...] = ()
    scan: Scan = field(default_factory=lambda: Scan(()))
    refused: tuple[RefusedInput, ...] = ()


def sort_files(paths: Sequence[Path], library: Path, job: Job) -> SortedFiles:
    """Which of these files, and of those in these folders, are digests or bibliographies. Of PDFs and other binary
    files no more than the beginning is read. Raises Cancelled.
    """
    unreadable: list[tuple[str, AppError]] = []
    files = files_of(paths, library, unreadable)
    digests: list[Path] = []
    bibliographies: list[Path] = []
    others = [Path(path) for path, _ in unreadable]  # reading them says why
    for number, path in enumerate(files):
        job.step(number, len(files), shown(path.name))
        kind = bibliographies if _is_bibliography(path) else digests if _is_digest(path) else others
        kind.append(path)
    return SortedFiles(tuple(digests), tuple(bibliographies), tuple(others))


def part_bibliographies(paths: Sequence[Path], library: Path) -> SortedFiles:
    """Bibliographies apart from all else, which is not read. Where there are none, `others` are the very paths."""
    refused: list[tuple[str, AppError]] = []
    files = files_of(paths, library, refused)
    found = tuple(path for path in files if _is_bibliography(path))
    rest = [path for path in files if path not in set(found)] + [Path(path) for path, _ in refused]
    return SortedFiles(bibliographies=found, others=tuple(rest) if found else tuple(paths))


def _is_bibliography(path: Path) -> bool:
    """By its name and by how it begins: notes and programs may quote an entry."""
    if path.suffix.lower() not in _BIBLIOGRAPHIES:
        return False
    try:
        return format_of(head_of(path, _BIBLIOGRAPHY_HEAD)) is not None
    except AppError:
        return False


def _is_digest(path: Path) -> bool:
    try:
        if is_binary(head_of(path, _HEAD)):
            return False
        read_source(bytes_of(path, LARGEST_FILE))
    except AppError:
        return False
    return True


def read_files(paths: Sequence[Path], library: Path, engine: PdfEngine, job: Job) -> ReadFiles:
    """What these files and those in these folders tell; what cannot be used is listed as refused. Raises Cancelled."""
    unreadable: list[tuple[str, AppError]] = []
    files = files_of(paths, library, unreadable)
    refused = [RefusedInput(path, error) for path, error in unreadable]
    pdfs: dict[str, ReadPdf] = {}
    scans: list[Scan] = []
    for number, path in enumerate(files):
        job.step(number, len(files), shown(path.name))
        try:
            if _is_pdf(path):
                read = _read_pdf(path, engine, job)
                pdfs.setdefault(read.sha256, read)
            else:
                scans.append(_read_text(path))
        except AppError as error:
            refused.append(RefusedInput(shown(path), error))
    job.step(len(files), len(files))
    return ReadFiles(tuple(pdfs.values()), merged(scans), tuple(refused))


def _is_pdf(path: Path) -> bool:
    """Raises PdfError(NOT_A_PDF) if its name says so alone."""
    if begins_like_pdf(head_of(path, HEAD)):
        return True
    if path.suffix.lower() == ".pdf":
        raise PdfError(Reason.NOT_A_PDF, shown(path), "it does not begin like a PDF")
    return False


def _read_pdf(path: Path, engine: PdfEngine, job: Job) -> ReadPdf:
    sha256 = file_sha256(path)
    facts = engine.inspect(path, lambda: job.cancelled)
    identity = identify(facts)
    identity = replace(identity, arxiv_id=plain_id(identity.arxiv_id))
    with reading(path):
        size = path.stat().st_size
    return ReadPdf(str(path), sha256, size, facts.pages, identity)


def _read_text(path: Path) -> Scan:
    """Raises InputError(NOT_A_DIGEST) if it names no paper."""
    found = scan(rough_text(bytes_of(path, LARGEST_TEXT)))
    if not found.found:
        raise InputError(Reason.NOT_A_DIGEST, shown(path), "no arXiv id is named in it")
    return found

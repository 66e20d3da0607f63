"""Fetching from arXiv what the library wishes for: a batch of metadata or one PDF at a time.

`next_*`, `store_*` and `failed` work on the library; `get_*` ask the network and leave the library free meanwhile. A
wish stays in the library until what it brought is stored, so a crash at any moment loses none of them. What it leaves
in the papers folder is gone on with, or comes again under the same name.
"""

from collections.abc import Callable, Sequence
from itertools import takewhile

from db import arxiv_records, fetch_queue, fetches, files
from db.errors import storage_errors
from db.library_file import LibraryFile
from db.stored_values import now_ms
from desktop.domain.arxiv_id import plain_id
from desktop.domain.arxiv_paper import ArxivAnswer, ArxivPaper
from desktop.domain.changes import Changes
from desktop.domain.errors import AppError, Cancelled, NetworkError, PdfError, Reason, StorageError
from desktop.domain.fetching import Downloaded, Fetch, FetchKind, FetchOutcome, FetchReport, FetchStep
from desktop.domain.network import Network
from desktop.domain.pdf_facts import PdfFacts
from desktop.domain.pdf_identity import identify
from desktop.domain.pdf_marks import ends_like_pdf
from desktop.domain.progress import Job
from desktop.domain.retry_policy import GIVE_UP_AFTER, next_try_ms, stops_all
from desktop.pdf.engine import PdfEngine
from desktop.services.fetch_run import FetchRun, WatchedDownload, waited
from desktop.services.gone_files import gone_files
from desktop.sources.arxiv_api import MOST_IDS, ArxivApi
from desktop.sources.pdf_download import download
from desktop.system.paper_files import PaperFiles
from desktop.system.part_file import PartFile


class FetchPapers:
    """Takes up the wishes of a library in their turn. What works on the library raises StorageError."""

    def __init__(
        self, library: LibraryFile, network: Callable[[], Network], pdf_engine: Callable[[], PdfEngine]
    ) -> None:
        self._library = library
        self._network = network
        self._pdf_engine = pdf_engine
        self._in_vain = 0
        """How often in a row there was no way to arXiv at all."""
        self._no_way_until_ms = 0
        """Nothing is tried before this moment; what was under way beside it may still fail."""

    def next_metadata(self) -> tuple[Fetch, ...]:
        """The wishes to be answered by the next request; none if nothing is due.

        What was refused together is tried again in halves, so that a paper that arXiv cannot answer for holds up no
        others.
        """
        with storage_errors(self._library.path):
            due = fetch_queue.next_metadata(self._library.connection, now_ms(), MOST_IDS)

        def kind(fetch: Fetch) -> tuple[bool, int]:
            # In one answer the newest version of a paper and an older one could not be told apart.
            return fetch.version is None, fetch.attempts

        alike = tuple(takewhile(lambda fetch: kind(fetch) == kind(due[0]), due))
        return alike[: max(1, MOST_IDS >> alike[0].attempts)] if alike else ()

    def get_metadata(self, wishes: Sequence[Fetch], job: Job) -> ArxivAnswer:
        """What arXiv tells of the papers that `next_metadata` gave. Raises NetworkError and Cancelled."""
        return ArxivApi(self._network()).papers([fetch.asked_id for fetch in wishes], job)

    def store_metadata(self, wishes: Sequence[Fetch], answer: ArxivAnswer) -> Changes:
        """Keep an answer to these wishes. Where arXiv knows nothing of what was asked, the wish of a paper that is
        nothing but its id has failed, any other is given up."""
        with self._library.transaction() as connection:
            changes = arxiv_records.store_answer(connection, wishes, answer)
        self._in_vain = self._no_way_until_ms = 0
        return changes

    def next_pdf(self, limit_bytes: int = 0) -> Fetch | None:
        """The PDF to be downloaded next; None if none is due. Once the library holds `limit_bytes` of PDFs (0: no
        limit), only what a person asked for is.
        """
        with storage_errors(self._library.path):
            return fetch_queue.next_pdf(self._library.connection, now_ms(), limit_bytes)

    def get_pdf(self, fetch: Fetch, job: Job) -> Downloaded:
        """Download a PDF into the papers folder and check it.

        Raises NetworkError, PdfError (WRONG_PAPER among others), FileError and Cancelled; the folder then holds what
        another try can go on from, or nothing.
        """
        try:
            part = PartFile(self._library.folder, fetch.arxiv_id, fetch.version)
        except ValueError as error:  # an archive or a version that arXiv cannot have
            raise PdfError(Reason.NO_PDF, fetch.asked_id, str(error)) from error
        download(self._network(), fetch.arxiv_id, fetch.version, part, job)
        try:
            facts = self._pdf_engine().inspect(part.path, lambda: job.cancelled)
            version = _checked(fetch, facts, part.tail())
        except PdfError as error:
            if error.reason is Reason.PDF_UNREAD:  # nothing is wrong with what came
                part.pause()
            else:
                part.discard()
            raise
        except Cancelled:
            part.pause()
            raise
        file = part.finish()
        return Downloaded(file.path, file.sha256, file.size, facts.pages, version)

    def store_pdf(self, fetch: Fetch, file: Downloaded) -> Changes:
        """Keep a PDF that was downloaded. One that nobody wishes for any more is deleted."""
        try:
            return self._stored(fetch, file)
        except PdfError as error:
            return self.failed((fetch,), error)

    def _stored(self, fetch: Fetch, file: Downloaded) -> Changes:
        self._in_vain = self._no_way_until_ms = 0
        with self._library.transaction() as connection:
            gone = gone_files(self._library, [fetch.paper])
            changes = files.store_file(connection, fetch, file, gone)
        with storage_errors(self._library.path):
            told_of = files.is_told_of(self._library.connection, file.path)
        if not told_of:
            PaperFiles(self._library.folder).remove(file.path)
        return changes

    def failed(self, wishes: Sequence[Fetch], error: AppError) -> Changes:
        """Note why these could not be fetched. They come back after a pause, or only when a person asks: see
        `desktop.domain.retry_policy`. Where there is no way to arXiv at all, everything waits.
        """
        return self._failed(wishes, error)[0]

    def _failed(self, wishes: Sequence[Fetch], error: AppError) -> tuple[Changes, int | None]:
        now, pace_s = now_ms(), self._network().pace_s
        counted = now < self._no_way_until_ms
        failures = self._in_vain - counted if stops_all(error) else max(fetch.attempts for fetch in wishes)
        retry_at = next_try_ms(error, failures, now, pace_s)
        with self._library.transaction() as connection:
            if stops_all(error) and retry_at is not None:
                self._in_vain = failures + 1
                self._no_way_until_ms = retry_at
                fetches.hold_back(connection, error.reason, error.detail, retry_at)
                if error.reason is not Reason.WEB_PAGE or wishes[0].kind is not FetchKind.PDF:
                    return Changes(papers_changed=tuple(fetch.paper for fetch in wishes)), retry_at
                # A page for people may be about this PDF alone: it comes back behind the others, and not for ever.
                retry_at = 2 * retry_at - now if wishes[0].attempts + 1 < GIVE_UP_AFTER else None
            ids = [fetch.id for fetch in wishes]
            return fetches.failed(connection, ids, error.reason, error.detail, retry_at), retry_at

    def next_moment(self, limit_bytes: int = 0) -> int | None:
        """The soonest moment at which something will be due that is not due now (milliseconds since 1970, UTC); None if
        nothing will without a person. `limit_bytes` as in `next_pdf`.
        """
        with storage_errors(self._library.path):
            return fetch_queue.next_moment(self._library.connection, now_ms(), limit_bytes)

    def run(
        self, job: Job, limit_bytes: int = 0, watch: Callable[[FetchStep], None] = lambda step: None
    ) -> FetchReport:
        """Do everything that is due in this thread, and wait a minute at most for what comes back later. After each
        answer about papers one PDF comes, so that neither keeps the other waiting. `watch` hears what is being done.

        Ends early where there is no network or no space on the disk. Raises Cancelled; what came until then stays.
        """
        report = FetchRun()
        while not report.no_way:
            if wishes := self.next_metadata():
                watch(FetchStep(papers=len(wishes)))
                self._run_metadata(wishes, job, report)
            if report.no_way:
                break
            if (fetch := self.next_pdf(limit_bytes)) is not None:
                total = report.pdfs + self._to_come(limit_bytes).get(FetchKind.PDF, 0)
                step = FetchStep(pdf=fetch.asked_id, number=report.pdfs + 1, total=total)
                self._run_pdf(fetch, WatchedDownload(job, step, watch), report)
            elif not wishes and not waited(self.next_moment(limit_bytes), job, watch, report.last_reason):
                break
        return report.whole(sum(self._to_come(limit_bytes).values()))

    def _to_come(self, limit_bytes: int) -> dict[FetchKind, int]:
        with storage_errors(self._library.path):
            return fetch_queue.to_come(self._library.connection, limit_bytes)

    def _run_metadata(self, wishes: Sequence[Fetch], job: Job, report: "FetchRun") -> None:
        try:
            answer = self.get_metadata(wishes, job)
        except AppError as error:
            report.note_failure(wishes, error, *self._failed(wishes, error))
            return
        changes = self.store_metadata(wishes, answer)
        with storage_errors(self._library.path):
            left = {fetch.id: fetch for fetch in fetch_queue.queue(self._library.connection).fetches}
        for fetch in wishes:
            record, refused = _told(fetch, answer), left.get(fetch.id)
            if refused is not None and refused.reason is not None:
                refusal = NetworkError(refused.reason, fetch.asked_id, refused.detail)
            elif record is None:  # of a paper that is described already
                refusal = NetworkError(Reason.NOT_ON_ARXIV, fetch.asked_id, "arXiv knows no such paper")
            else:
                report.note(FetchOutcome(fetch, record=record), changes)
                continue
            report.note_failure((fetch,), refusal, changes, None)

    def _run_pdf(self, fetch: Fetch, job: Job, report: "FetchRun") -> None:
        try:
            file = self.get_pdf(fetch, job)
            changes = self._stored(fetch, file)
        except StorageError:
            raise
        except AppError as error:
            report.note_failure((fetch,), error, *self._failed((fetch,), error))
        else:
            report.note(FetchOutcome(fetch, file=file), changes)


def _checked(fetch: Fetch, facts: PdfFacts, tail: bytes) -> int | None:
    """The version that a downloaded PDF is, if it or the wish tells. Raises PdfError."""
    if facts.repaired and not ends_like_pdf(tail):
        raise PdfError(Reason.PDF_CUT, fetch.asked_id, "it does not end like a PDF")
    stamp = identify(facts)
    if stamp.version is None:
        return fetch.version
    if plain_id(stamp.arxiv_id) != plain_id(fetch.arxiv_id):
        raise PdfError(Reason.WRONG_PAPER, fetch.asked_id, f"it bears the stamp of {stamp.arxiv_id}v{stamp.version}")
    # The stamp of a PDF that its authors made themselves may be that of an older version.
    return fetch.version or stamp.version


def _told(fetch: Fetch, answer: ArxivAnswer) -> ArxivPaper | None:
    """The record that answers a wish."""
    asked = (paper for paper in answer.papers if plain_id(paper.arxiv_id) == plain_id(fetch.arxiv_id))
    return next((paper for paper in asked if fetch.version in (None, paper.version)), None)

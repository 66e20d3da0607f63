"""The words of a library's PDFs get into the index, whatever the PDFs are."""

import os
from pathlib import Path

import pytest

from desktop.domain.errors import Cancelled, FileError, PdfError, Reason
from desktop.domain.page_index import IndexOverview, ReadText
from desktop.domain.pdf_document import PdfFile
from desktop.domain.progress import Job
from desktop.services.index_pdfs import IndexPdfs
from desktop.services.library import LibraryServices
from tests.unit.pdf.made_pdfs import made_pdf
from tests.unit.pdf.processes import pid_of
from tests.unit.services.indexed_library import Put, pages_with, pdf_data, printed, put, texts_of

__all__ = ["put"]

LOCKED = "sample-files__libreoffice-writer-password.pdf"
PASSWORD = "openpassword"
SCAN = "pdf-document-layout-analysis__ocr-sample-english.pdf"
CHINESE = "pdfplumber__issue-71-duplicate-chars.pdf"


def test_pdfs_are_found_by_the_words_of_their_pages(library: LibraryServices, put: Put) -> None:
    first, second = put(printed("gradient descent", "on walls")), put(printed("the gradient"))
    assert library.indexing.overview() == IndexOverview(2)
    assert library.indexing.run(Job()) == IndexOverview(2, done=2)
    assert pages_with(library, "gradient") == [(first, 0), (second, 0)]
    assert pages_with(library, "walls") == [(first, 1)]
    assert library.indexing.waiting() == ()
    assert library.checking.check(Job()).search_index == ()


def test_a_word_that_was_divided_is_found_whole(library: LibraryServices, put: Put) -> None:
    paper = put(printed("we do image recog-\nnition well"))
    library.indexing.run(Job())
    assert pages_with(library, "recognition") == [(paper, 0)]
    assert pages_with(library, '"image recognition well"') == [(paper, 0)]


def test_a_content_is_read_once_and_found_in_each_of_its_papers(library: LibraryServices, put: Put) -> None:
    papers = [put(printed("gradient")), put(printed("gradient"))]
    assert len(library.indexing.waiting()) == 1
    library.indexing.run(Job())
    assert pages_with(library, "gradient") == [(paper, 0) for paper in papers]


def test_long_files_come_some_pages_at_a_time_and_go_on_where_they_were_left(
    library: LibraryServices, put: Put
) -> None:
    paper = put(printed(*(f"gradient {number}" for number in range(40))))
    (task,) = library.indexing.waiting()
    read = library.indexing.read(task, Job())
    assert read.pages == 40
    assert 0 < len(read.texts) < 40
    assert library.indexing.store(read) == read.rest
    assert library.indexing.waiting() == (read.rest,)
    assert library.indexing.store(read) is None
    assert library.indexing.overview() == IndexOverview(1)
    library.indexing.run(Job())
    assert pages_with(library, '"gradient 39"') == [(paper, 39)]
    assert library.indexing.overview() == IndexOverview(1, done=1)


def test_reading_stops_within_a_page(library: LibraryServices, put: Put) -> None:
    put(printed("gradient"))
    job = Job()
    job.cancel()
    (task,) = library.indexing.waiting()
    with pytest.raises(Cancelled):
        library.indexing.read(task, job)
    assert library.indexing.waiting() == (task,)


def test_a_file_that_is_gone_is_noted_and_tried_again_at_the_next_start(library: LibraryServices, put: Put) -> None:
    put(printed("gradient"))
    (task,) = library.indexing.waiting()
    path = library.folder / task.file.path
    content = path.read_bytes()
    path.unlink()
    with pytest.raises(FileError):
        library.indexing.read(task, Job())
    assert library.indexing.run(Job()) == IndexOverview(1, done=1, failed=1)
    (told,) = library.indexing.unread()
    assert told.reason is Reason.UNREADABLE
    path.write_bytes(content)
    assert library.indexing.waiting() == ()
    library.indexing.begin()
    assert library.indexing.waiting() == (task,)


def test_what_fails_is_tried_again_when_a_person_asks(library: LibraryServices, put: Put) -> None:
    put(b"%PDF-1.7 nothing")
    assert library.indexing.run(Job()) == IndexOverview(1, done=1, failed=1)
    library.indexing.begin()
    assert library.indexing.waiting() == ()
    (told,) = library.indexing.unread()
    library.indexing.try_again("another")
    assert library.indexing.waiting() == ()
    library.indexing.try_again(told.sha256)
    assert len(library.indexing.waiting()) == 1


def test_a_locked_file_is_read_once_its_password_was_given(library: LibraryServices, put: Put, shared: Path) -> None:
    paper = put((shared / "data" / "pdf" / LOCKED).read_bytes())
    library.indexing.run(Job())
    (told,) = library.indexing.unread()
    assert told.reason is Reason.PDF_LOCKED
    (path,) = (library.folder / "papers").iterdir()
    assert library.pages.unlock(PdfFile(str(path), told.sha256), PASSWORD, lambda: False)
    assert library.indexing.run(Job()) == IndexOverview(1, done=1)
    assert {entry for entry, _ in pages_with(library, "the OR a OR lorem OR hello")} == {paper}


def test_a_scan_is_told_and_chinese_is_found(library: LibraryServices, put: Put, shared: Path) -> None:
    put((shared / "data" / "pdf" / SCAN).read_bytes())
    paper = put((shared / "data" / "pdf" / CHINESE).read_bytes())
    assert library.indexing.run(Job()) == IndexOverview(2, done=2, without_text=1)
    for words in ("爆破震动", "监测工作"):  # the second goes over the end of a line
        assert {found for found, _ in pages_with(library, words)} == {paper}


def test_what_no_paper_has_any_more_leaves_the_index(library: LibraryServices, put: Put) -> None:
    put(printed("gradient"))
    library.indexing.run(Job())
    library._file.connection.execute("DELETE FROM files")
    assert library.indexing.waiting() == ()
    assert library._file.connection.execute("SELECT count(*) FROM page_texts").fetchone() == (0,)
    assert library.checking.check(Job()).search_index == ()


class _Pages:
    """Stands for the PDF process with a file of which some pages cannot be read."""

    def __init__(self, library: LibraryServices, bad: set[int]) -> None:
        self._pages = library.background_pages
        self._bad = bad
        self.facts = self._pages.facts

    def plain_text(self, file: PdfFile, page: int, cancelled: object) -> str:
        if page in self._bad:
            raise PdfError(Reason.PDF_FAILED, file.path, "it died")
        return self._pages.plain_text(file, page, lambda: False)


@pytest.mark.parametrize(("bad", "found"), [({1}, [0, 2]), ({1, 2}, [])])
def test_one_bad_page_keeps_nobody_from_finding_the_others(
    library: LibraryServices, put: Put, bad: set[int], found: list[int]
) -> None:
    put(made_pdf(*["BT /R 10 Tf 60 700 Td (gradient) Tj ET"] * 3))
    pages = _Pages(library, bad)
    indexing = IndexPdfs(library._file, lambda: pages)  # type: ignore[arg-type, return-value]
    assert indexing.run(Job()) == IndexOverview(1, done=1, failed=1)
    assert [page for _, page in pages_with(library, "gradient")] == found


def test_a_file_that_vanishes_while_it_is_read_is_not_stored(library: LibraryServices, put: Put) -> None:
    put(printed("gradient"))
    (task,) = library.indexing.waiting()
    read: ReadText = library.indexing.read(task, Job())
    library._file.connection.execute("DELETE FROM files")
    assert library.indexing.store(read) is None
    assert pages_with(library, "gradient") == []


def test_every_pdf_ends_in_a_state(library: LibraryServices, put: Put, shared: Path) -> None:
    files = pdf_data(shared)
    for path in files:
        put(path.read_bytes(), path.name)
    overview = library.indexing.run(Job())
    assert (overview.files, overview.waiting) == (len(files), 0)
    reasons = {told.title: told.reason for told in library.indexing.unread()}
    assert reasons[LOCKED] is Reason.PDF_LOCKED
    assert reasons["pocs__js-eval.pdf"] is Reason.PDF_EMPTY
    assert reasons["qpdf__4876793183272960.fuzz.pdf"] is Reason.NOT_A_PDF
    assert overview.failed == len(reasons)
    assert pages_with(library, "JavaScript compilers trace")
    assert library.checking.check(Job()).search_index == ()
    before = texts_of(library)
    library.checking.rebuild_index(Job())
    assert library.checking.check(Job()).search_index == ()
    assert texts_of(library) == before


def test_reading_in_the_background_gives_way_to_who_reads(library: LibraryServices, put: Put) -> None:
    put(printed("gradient"))
    library.indexing.run(Job())
    library.reader_pdf.inspect(next((library.folder / "papers").iterdir()))
    background, reader = (pid_of(engine) for engine in (library.pdf, library.reader_pdf))
    assert background is not None
    assert reader is not None
    assert os.getpriority(os.PRIO_PROCESS, background) > os.getpriority(os.PRIO_PROCESS, reader)

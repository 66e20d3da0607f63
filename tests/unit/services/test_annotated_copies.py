"""A copy holds all marks as any reader sees them, and all of the original; the original stays as it is."""

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from desktop.domain.annotated_copy import CopyWish, CopyWritten
from desktop.domain.annotation_marks import SAME_PLACE, same_place
from desktop.domain.errors import AppError, Cancelled, FileError, PdfError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.mark import TEXT_KINDS, Mark, MarkKind
from desktop.domain.mark_geometry import bounds
from desktop.domain.pdf_document import PdfFile
from desktop.domain.progress import Job
from desktop.pdf.engine import PdfEngine
from desktop.services.annotated_copies import AnnotatedCopies
from desktop.services.read_pages import ReadPages
from desktop.system.paper_files import file_sha256
from tests.unit.pdf.made_pdfs import made_pdf, text
from tests.unit.services.marked_pages import ME, marks_on, never

PAGE = text("Walls of the middle ages", 20, 60, 700) + text("We walk through walls.", 10, 60, 600)
ID = "0f8b3c1e-5a44-4b0e-9c1e-2d6a3f7b9e10"
SUBTYPES = {
    MarkKind.HIGHLIGHT: "/Highlight",
    MarkKind.UNDERLINE: "/Underline",
    MarkKind.STRIKE_OUT: "/StrikeOut",
    MarkKind.NOTE: "/Text",
    MarkKind.TEXT: "/FreeText",
    MarkKind.AREA: "/Square",
    MarkKind.INK: "/Ink",
}


class Desk:
    """The services with one PDF process."""

    def __init__(self, folder: Path) -> None:
        self.engine = PdfEngine()
        self.pages = ReadPages(self.engine, {})
        self.copies = AnnotatedCopies(lambda: self.engine, lambda: self.pages)
        self.folder = folder

    def original(self, path: Path) -> PdfFile:
        return PdfFile(str(path), file_sha256(path))

    def made(self, content: bytes, name: str = "paper.pdf") -> PdfFile:
        path = self.folder / "originals" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        return self.original(path)

    def export(self, file: PdfFile, marks: tuple[Mark, ...], author: str = ME) -> CopyWritten:
        return self.copies.export(CopyWish(file, marks, author, str(self.folder / "copy.pdf")), Job())

    def found(self, written: CopyWritten, file: PdfFile) -> tuple[Mark, ...]:
        return self.copies.found(PaperId(1), replace(file, path=written.path), never, ME)


@pytest.fixture(scope="module")
def shared_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("desk"))
    yield desk
    desk.engine.close()


@pytest.fixture
def desk(shared_desk: Desk, tmp_path: Path) -> Desk:
    shared_desk.folder = tmp_path
    shared_desk.pages = ReadPages(shared_desk.engine, {})  # no password is known from another test
    return shared_desk


def real_pdfs(shared: Path) -> list[tuple[Path, str]]:
    """All PDFs and what is special about them."""
    with (shared / "data" / "pdf" / "MANIFEST.tsv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.reader(table, delimiter="\t"))
    folder = shared / "data" / "pdf"
    return [(folder / row[0], row[6]) for row in rows if row[0].endswith(".pdf") and (folder / row[0]).exists()]


def independent(path: Path) -> dict[str, tuple[int, DictionaryObject]]:
    """What pypdf finds: annotations with a name, and the pages they are on."""
    found = {}
    for number, page in enumerate(PdfReader(path).pages):
        for reference in page.get("/Annots", ArrayObject()).get_object():
            entry = reference.get_object()
            if "/NM" in entry:
                found[str(entry["/NM"])] = (number, entry)
    return found


def is_upright(path: Path, page: int) -> tuple[float, float] | None:
    """Left and top of a page that is not turned, in its own coordinates."""
    found = PdfReader(path).pages[page]
    return None if found.rotation else (float(found.cropbox.left), float(found.cropbox.top))


def assert_standard(mark: Mark, entry: DictionaryObject, corner: tuple[float, float] | None) -> None:
    """The annotation says in the terms of the standard what the mark says."""
    assert str(entry["/Subtype"]) == SUBTYPES[mark.kind]
    assert str(entry.get("/Contents", "")) == mark.comment
    assert str(entry["/T"]) == (mark.author or ME)
    assert len(numbers(entry, "/C")) == 3
    assert isinstance(entry["/AP"], DictionaryObject)
    assert "/N" in entry["/AP"], "an appearance"
    assert str(entry["/M"]).startswith("D:20")
    assert str(entry["/CreationDate"]).startswith("D:20")
    if mark.kind in TEXT_KINDS:
        assert len(numbers(entry, "/QuadPoints")) == 8 * len(mark.quads)
    if corner is not None:
        box, rect = bounds(mark), numbers(entry, "/Rect")
        left, top, right, bottom = rect[0] - corner[0], corner[1] - rect[3], rect[2] - corner[0], corner[1] - rect[1]
        assert left <= box[0] + SAME_PLACE
        assert top <= box[1] + SAME_PLACE
        assert right >= box[2] - SAME_PLACE
        assert bottom >= box[3] - SAME_PLACE


def numbers(entry: DictionaryObject, key: str) -> list[float]:
    """An array of numbers."""
    found = entry[key]
    assert isinstance(found, ArrayObject)
    return [float(number) for number in found]


@pytest.mark.timeout(600)
def test_all_marks_on_the_real_papers_are_found_again_by_another_reader(desk: Desk, shared: Path) -> None:
    papers = [path for path, what in real_pdfs(shared) if what.startswith(("real arXiv paper", "real academic paper"))]
    assert len(papers) >= 13
    for number, path in enumerate(papers):
        file = desk.original(path)
        marks = marks_on(desk.pages, file, seed=number)
        assert {mark.kind for mark in marks} == set(MarkKind)
        written = desk.export(file, marks)
        assert written.marks == len(marks)
        assert file_sha256(path) == file.sha256
        found = independent(Path(written.path))
        for mark in marks:
            page, entry = found[mark.id]
            assert page == mark.page
            assert_standard(mark, entry, is_upright(Path(written.path), page))
        assert set(marks) == {mark for mark in desk.found(written, file) if mark.id in found}


@pytest.mark.timeout(900)
def test_every_pdf_gives_a_copy_or_an_explanation(desk: Desk, shared: Path, full_run: bool) -> None:
    refused = Counter[Reason]()
    for path, what in real_pdfs(shared):
        if "HANGS" in what and not full_run:  # a minute for one file
            continue
        file = desk.original(path)
        try:
            _unlock(desk, file, what)
            marks = marks_on(desk.pages, file, most=2)
            written = desk.export(file, marks)
        except (PdfError, FileError) as error:
            refused[error.reason] += 1
            assert not (desk.folder / "copy.pdf").exists()
        else:
            assert {mark.id for mark in marks} <= {mark.id for mark in desk.found(written, file)}
            Path(written.path).unlink()
        assert file_sha256(path) == file.sha256
        assert not list(desk.folder.glob("*.part"))
    assert refused.keys() <= {
        Reason.PDF_LOCKED,
        Reason.PDF_EMPTY,
        Reason.PDF_FAILED,
        Reason.NOT_A_PDF,
        Reason.COPY_FAILED,
    }
    assert refused.total() <= 13


def _unlock(desk: Desk, file: PdfFile, what: str) -> None:
    _, told, password = what.partition("password=")
    if told:
        assert desk.pages.unlock(file, password.split(";")[0].strip(), never)


@pytest.mark.parametrize(
    "page", ["", "/Rotate 90", "/Rotate 270", "/CropBox[50 100 500 700]/Rotate 180", "/UserUnit 2"]
)
def test_marks_come_back_exactly_from_pages_however_they_lie(desk: Desk, page: str) -> None:
    file = desk.made(made_pdf(PAGE, PAGE, page=page))
    marks = marks_on(desk.pages, file)
    written = desk.export(file, marks)
    assert sorted(desk.found(written, file), key=lambda mark: mark.id) == sorted(marks, key=lambda mark: mark.id)


def test_all_bytes_of_the_original_stand_at_the_beginning_of_the_copy(desk: Desk) -> None:
    file = desk.made(made_pdf(PAGE))
    written = desk.export(file, marks_on(desk.pages, file))
    assert Path(written.path).read_bytes().startswith(Path(file.path).read_bytes())


def test_a_signed_pdf_is_told(desk: Desk, shared: Path) -> None:
    file = desk.original(shared / "data" / "pdf" / "qpdf__digitally-signed.pdf")
    assert desk.export(file, marks_on(desk.pages, file)).signed


def test_the_copy_of_a_locked_pdf_asks_for_the_same_password(desk: Desk, shared: Path) -> None:
    file = desk.original(shared / "data" / "pdf" / "sample-files__libreoffice-writer-password.pdf")
    with pytest.raises(PdfError) as caught:
        desk.export(file, ())
    assert caught.value.reason is Reason.PDF_LOCKED
    assert desk.pages.unlock(file, "openpassword", never)
    written = desk.export(file, marks_on(desk.pages, file))
    assert written.locked
    stranger = ReadPages(desk.engine, {})
    with pytest.raises(PdfError):
        stranger.facts(replace(file, path=written.path), never)


def test_marks_without_a_place_are_left_out_and_told(desk: Desk) -> None:
    file = desk.made(made_pdf(PAGE))
    first, *others = marks_on(desk.pages, file)
    written = desk.export(file, (replace(first, placed=False), *others))
    assert (written.marks, written.left_out) == (len(others), 1)
    assert first.id not in {mark.id for mark in desk.found(written, file)}


def test_what_another_program_changed_in_the_copy_is_told(desk: Desk) -> None:
    file = desk.made(made_pdf(PAGE))
    mark = next(mark for mark in marks_on(desk.pages, file) if mark.kind is MarkKind.AREA)
    written = desk.export(file, (replace(mark, comment="Before the change", author=""),))
    copy = Path(written.path)
    copy.write_bytes(copy.read_bytes().replace(b"(Before the change)", b"(After the  change)"))
    (found,) = desk.found(written, file)
    assert found.comment == "After the  change"
    assert same_place(found, mark)
    assert found.id == mark.id


def test_a_copy_of_a_copy_does_not_lose_the_first_marks(desk: Desk) -> None:
    file = desk.made(made_pdf(PAGE))
    first = marks_on(desk.pages, file, seed=1)
    written = desk.export(file, first)
    again = desk.made(Path(written.path).read_bytes(), "again.pdf")
    second = tuple(replace(mark, sha256=again.sha256) for mark in marks_on(desk.pages, again, seed=2))
    both = desk.found(desk.export(again, second), again)
    assert {mark.id for mark in both} == {mark.id for mark in (*first, *second)}


def test_an_original_is_never_written(desk: Desk) -> None:
    file = desk.made(made_pdf(PAGE))
    link = desk.folder / "link.pdf"
    link.symlink_to(file.path)
    for target in (Path(file.path), Path(file.path).with_name("other.pdf"), link):
        with pytest.raises(FileError) as caught:
            desk.copies.export(CopyWish(file, marks_on(desk.pages, file), ME, str(target)), Job())
        assert caught.value.reason is Reason.NOT_WRITABLE
    assert file_sha256(Path(file.path)) == file.sha256


def test_a_file_that_is_not_the_one_that_was_marked_is_not_copied(desk: Desk) -> None:
    file = desk.made(made_pdf(PAGE))
    marks = marks_on(desk.pages, file)
    Path(file.path).write_bytes(made_pdf(PAGE, PAGE))
    with pytest.raises(FileError) as caught:
        desk.export(file, marks)
    assert caught.value.reason is Reason.FILE_CHANGED


def test_a_copy_that_failed_leaves_the_file_that_was_there(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    file = desk.made(made_pdf(PAGE))
    marks = marks_on(desk.pages, file)
    (desk.folder / "copy.pdf").write_bytes(b"mine")
    real: Callable[..., object] = desk.engine.fetch

    def cut(request: object, store: Callable[[bytes], object], cancelled: Callable[[], bool]) -> None:
        real(request, lambda content: store(content.replace(b"/QuadPoints", b"/QuadPointz")), cancelled)

    monkeypatch.setattr(desk.engine, "fetch", cut)
    with pytest.raises(AppError) as caught:
        desk.export(file, marks)
    assert caught.value.reason is Reason.COPY_FAILED
    assert (desk.folder / "copy.pdf").read_bytes() == b"mine"
    assert sorted(path.name for path in desk.folder.iterdir()) == ["copy.pdf", "originals"]


def test_a_cancelled_export_leaves_nothing(desk: Desk) -> None:
    file = desk.made(made_pdf(PAGE))
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        desk.copies.export(CopyWish(file, (), ME, str(desk.folder / "copy.pdf")), job)
    assert [path.name for path in desk.folder.iterdir()] == ["originals"]

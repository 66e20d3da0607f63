"""The papers folder holds whole files under names of our own."""

import hashlib
import os
from pathlib import Path

import pytest

from desktop.domain.errors import FileError, PdfError, Reason
from desktop.domain.paper import PaperFile
from desktop.system.paper_files import PaperFiles

CONTENT = b"%PDF-1.7 content"
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    return folder


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "../weird: name.pdf.exe".replace("../", "")
    path.write_bytes(CONTENT)
    return path


@pytest.mark.parametrize(
    ("arxiv_id", "name"),
    [
        ("2401.01234", f"2401.01234-{SHA256[:32]}.pdf"),
        ("2401.01234v2", f"2401.01234v2-{SHA256[:32]}.pdf"),
        ("math.AG/0601001", f"math.AG_0601001-{SHA256[:32]}.pdf"),
        ("", f"{SHA256[:32]}.pdf"),
        ("../../etc/passwd", f"{SHA256[:32]}.pdf"),
        ("2401.01234/../x", f"{SHA256[:32]}.pdf"),
        ("2401.01234\n", f"{SHA256[:32]}.pdf"),
        ("２４０１.01234", f"{SHA256[:32]}.pdf"),
    ],
)
def test_the_name_comes_from_a_valid_id_and_the_content(library: Path, source: Path, arxiv_id: str, name: str) -> None:
    file = PaperFiles(library).put(source, arxiv_id)
    assert file == PaperFile(f"papers/{name}", SHA256, len(CONTENT))
    assert os.listdir(library / "papers") == [name]
    assert (library / "papers" / name).read_bytes() == CONTENT
    assert source.read_bytes() == CONTENT


def test_the_same_content_is_stored_once_and_mended_if_damaged(library: Path, source: Path) -> None:
    files = PaperFiles(library)
    file = files.put(source)
    assert files.put(source) == file
    (library / file.path).write_bytes(b"damaged")
    assert not files.is_whole(file)
    assert files.put(source) == file
    assert files.is_whole(file)
    assert len(os.listdir(library / "papers")) == 1


def test_a_missing_source_is_unreadable_and_leaves_nothing(library: Path, tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        PaperFiles(library).put(tmp_path / "nothing.pdf")
    assert caught.value.reason is Reason.UNREADABLE
    assert os.listdir(library) == []


@pytest.mark.parametrize(
    "content", [b"", b"text", b"<html>%PDF-1.7</html>", b"\xef\xbb\xbf <svg>%PDF-", b" " * 1024 + CONTENT]
)
def test_what_does_not_begin_like_a_pdf_is_refused(library: Path, source: Path, content: bytes) -> None:
    source.write_bytes(content)
    with pytest.raises(PdfError) as caught:
        PaperFiles(library).put(source)
    assert caught.value.reason is Reason.NOT_A_PDF
    assert os.listdir(library) == []


def test_a_pdf_may_begin_a_little_later(library: Path, source: Path) -> None:
    source.write_bytes(b"\xef\xbb\xbf" + b"\n" * 1000 + CONTENT)
    assert PaperFiles(library).is_whole(PaperFiles(library).put(source))


def test_a_copy_is_not_written_through_a_link(library: Path, source: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_bytes(b"mine")
    (library / "papers").mkdir()
    (library / "papers" / f"{SHA256[:32]}.pdf").symlink_to(outside)
    assert PaperFiles(library).is_whole(PaperFiles(library).put(source))
    assert outside.read_bytes() == b"mine"


@pytest.mark.parametrize(
    "path", ["../secret", "/etc/passwd", "papers/../../secret", "papers/link", "papers", "a\0b", ""]
)
def test_no_path_leads_out_of_the_papers(library: Path, tmp_path: Path, path: str) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    (library / "papers").mkdir()
    (library / "papers" / "link").symlink_to(tmp_path / "secret")
    with pytest.raises(FileError) as caught:
        PaperFiles(library).path(PaperFile(path, "", 0))
    assert caught.value.reason is Reason.UNREADABLE


def test_leftovers_of_an_interrupted_copy_are_swept(library: Path, source: Path) -> None:
    files = PaperFiles(library)
    file = files.put(source)
    (library / "papers" / ".papershelf-0011.part").write_bytes(b"half")
    files.sweep()
    assert os.listdir(library / "papers") == [Path(file.path).name]

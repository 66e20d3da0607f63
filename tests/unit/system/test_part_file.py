"""A download grows in the papers folder, over restarts, and gets its name when it is whole."""

import hashlib
import os
from pathlib import Path

import pytest

from desktop.domain.errors import FileError, Reason
from desktop.domain.paper import PaperFile
from desktop.system import part_file
from desktop.system.paper_files import PaperFiles
from desktop.system.part_file import PartFile

CONTENT = b"%PDF-1.7\n" + bytes(range(256)) * 20 + b"\n%%EOF\n"
SHA256 = hashlib.sha256(CONTENT).hexdigest()
ETAG = '"a \\"quoted\\" mark"'
PART, RECORD = "2403.02774v1.part", "2403.02774v1.resume.part"


def part(library: Path) -> PartFile:
    return PartFile(library, "2403.02774", 1)


def begun(library: Path, content: bytes, validator: str = ETAG) -> PartFile:
    file = part(library)
    file.begin(validator)
    file.append(content)
    return file


def names(library: Path) -> list[str]:
    return sorted(os.listdir(library / "papers"))


def test_a_whole_download_gets_a_name_from_its_id_and_content(tmp_path: Path) -> None:
    file = begun(tmp_path, CONTENT[:1000])
    file.append(CONTENT[1000:])
    assert (file.head(), file.tail()) == (CONTENT[:1024], CONTENT[-2048:])
    assert file.path.read_bytes() == CONTENT

    stored = file.finish()

    name = f"2403.02774v1-{SHA256[:32]}.pdf"
    assert stored == PaperFile(f"papers/{name}", SHA256, len(CONTENT), version=1)
    assert names(tmp_path) == [name]
    assert PaperFiles(tmp_path).is_whole(stored)
    assert (tmp_path / "papers" / name).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("arxiv_id", "version", "name"),
    [
        ("2403.02774", None, f"2403.02774-{SHA256[:32]}.pdf"),
        ("math/0309136", 2, f"math_0309136v2-{SHA256[:32]}.pdf"),
    ],
)
def test_old_ids_and_the_newest_version_have_names_too(
    tmp_path: Path, arxiv_id: str, version: int | None, name: str
) -> None:
    file = PartFile(tmp_path, arxiv_id, version)
    file.begin("")
    file.append(CONTENT)
    assert file.finish() == PaperFile(f"papers/{name}", SHA256, len(CONTENT), version=version)


@pytest.mark.parametrize("arxiv_id", ["", "../2403.02774", "2403.02774/..", "2403.02774\0", "/etc/passwd", "CON"])
def test_anything_but_an_id_is_refused(tmp_path: Path, arxiv_id: str) -> None:
    with pytest.raises(ValueError, match="no arXiv id"):
        PartFile(tmp_path, arxiv_id)
    assert os.listdir(tmp_path) == []


def test_a_paused_download_is_found_again_with_the_servers_mark(tmp_path: Path) -> None:
    begun(tmp_path, CONTENT[:3000]).pause()
    found = part(tmp_path)
    assert (found.size, found.validator) == (3000, ETAG)
    found.append(CONTENT[3000:])
    assert found.finish().sha256 == SHA256
    assert len(names(tmp_path)) == 1


def test_a_download_without_a_mark_is_not_kept(tmp_path: Path) -> None:
    file = begun(tmp_path, CONTENT, "")
    assert (file.size, file.validator) == (len(CONTENT), "")
    file.pause()
    assert names(tmp_path) == []
    assert (file.size, part(tmp_path).size) == (0, 0)


def test_what_was_not_surely_on_the_disk_does_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun(tmp_path, CONTENT[:100]).append(b"lost with the power")  # within a second of the first
    found = part(tmp_path)
    assert found.size == 100
    found.append(CONTENT[100:])
    assert found.finish().sha256 == SHA256
    monkeypatch.setattr(part_file, "_SYNC_S", 0.0)
    begun(tmp_path, CONTENT[:100]).append(CONTENT[100:200])
    assert part(tmp_path).size == 200


def test_starting_anew_forgets_what_was_there(tmp_path: Path) -> None:
    begun(tmp_path, b"x" * 5000).pause()
    file = part(tmp_path)
    file.begin('"other"')
    file.append(CONTENT)
    file.pause()
    assert (part(tmp_path).size, part(tmp_path).validator) == (len(CONTENT), '"other"')
    assert part(tmp_path).finish().sha256 == SHA256


def test_a_discarded_download_leaves_nothing(tmp_path: Path) -> None:
    file = begun(tmp_path, CONTENT)
    file.discard()
    file.discard()
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    "record",
    [
        b"",
        b"rubbish",
        b"[]",
        b"{}",
        b"null",
        b'["10", "a"]',
        b"[10, 5]",
        b'[-1, "a"]',
        b'[true, "a"]',
        b'[1e3, "a"]',
        b'[99999, "a"]',
        b'[10, "a", 1]',
        b"\xff\xfe",
        b"[" * 5000,
    ],
)
def test_a_damaged_record_means_to_start_anew(tmp_path: Path, record: bytes) -> None:
    begun(tmp_path, CONTENT).pause()
    (tmp_path / "papers" / RECORD).write_bytes(record)
    assert (part(tmp_path).size, part(tmp_path).validator) == (0, "")


def test_content_that_is_gone_or_shorter_means_to_start_anew(tmp_path: Path) -> None:
    begun(tmp_path, CONTENT).pause()
    content = tmp_path / "papers" / PART
    content.write_bytes(CONTENT[:10])
    assert part(tmp_path).size == 0
    content.unlink()
    assert part(tmp_path).size == 0


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_bytes(b"mine")
    library = tmp_path / "library"
    begun(library, CONTENT).pause()
    for name in (PART, RECORD):
        (library / "papers" / name).unlink()
        (library / "papers" / name).symlink_to(outside)
    (library / "papers" / f"2403.02774v1-{SHA256[:32]}.pdf").symlink_to(outside)

    assert part(library).size == 0
    stored = begun(library, CONTENT).finish()

    assert outside.read_bytes() == b"mine"
    assert PaperFiles(library).is_whole(stored)
    assert [path.is_symlink() for path in (library / "papers").iterdir()] == [False]


def test_a_link_that_appears_meanwhile_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_bytes(b"mine")
    file = begun(tmp_path / "library", CONTENT)
    file.path.unlink()
    file.path.symlink_to(outside)
    with pytest.raises(FileError):
        file.append(CONTENT)
    with pytest.raises(FileError):
        file.finish()
    assert outside.read_bytes() == b"mine"


def test_a_full_disk_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = begun(tmp_path, CONTENT)

    def full(descriptor: int, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("desktop.system.part_file.os.write", full)
    with pytest.raises(FileError) as caught:
        file.append(b"more")
    assert caught.value.reason is Reason.DISK_FULL
    assert file.size == len(CONTENT)


def test_a_disk_that_fails_when_a_download_pauses_costs_the_download_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = begun(tmp_path, CONTENT)

    def broken(descriptor: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("desktop.system.part_file.os.fsync", broken)
    file.pause()
    assert names(tmp_path) == []


def test_the_same_content_is_stored_once(tmp_path: Path) -> None:
    first, second = begun(tmp_path, CONTENT).finish(), begun(tmp_path, CONTENT).finish()
    assert first == second
    assert len(names(tmp_path)) == 1


def test_what_is_still_wanted_is_not_swept(tmp_path: Path) -> None:
    wanted: list[tuple[str, int | None]] = [("2403.02774", 1), ("math/0309136", None)]
    for arxiv_id, version in [*wanted, ("2403.02774", 2), ("2403.02774", None)]:
        file = PartFile(tmp_path, arxiv_id, version)
        file.begin(ETAG)
        file.append(CONTENT)
        file.pause()
    (tmp_path / "papers" / ".papershelf-00.part").write_bytes(b"half")
    PaperFiles(tmp_path).sweep(wanted)
    assert names(tmp_path) == [PART, RECORD, "math_0309136.part", "math_0309136.resume.part"]
    PaperFiles(tmp_path).sweep()
    assert names(tmp_path) == []

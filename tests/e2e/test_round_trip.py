"""Every reference digest goes in and comes out again, to the last byte, through the command line."""

import json
import shutil
from pathlib import Path

from tests.e2e.papershelf import papershelf


def test_127_digests_come_back_to_the_last_byte(shared: Path, tmp_path: Path) -> None:
    incoming = tmp_path / "in"
    incoming.mkdir()
    sources = [
        path for path in (shared / "data" / "digests").rglob("*") if path.is_file() and path.name != "MANIFEST.tsv"
    ]
    sources += sorted((shared / "seeds").glob("00[012]_*.txt"))
    assert len(sources) == 127
    names = {}
    for number, source in enumerate(sources):
        name = f"{number:03} {source.name}"
        shutil.copyfile(source, incoming / name)
        names[name] = source
    library = tmp_path / "library"
    imported = papershelf("import", incoming, "--json", "--library", library)
    assert (imported.code, imported.err) == (0, "")
    assert json.loads(imported.out)["digests_added"] == 127
    exported = papershelf("export", "--all-digests", "-o", tmp_path / "out", "--library", library)
    assert exported.code == 0
    different = [
        name for name, source in names.items() if (tmp_path / "out" / name).read_bytes() != source.read_bytes()
    ]
    assert not different
    assert len(list((tmp_path / "out").iterdir())) == 127
    assert papershelf("check", "--library", library).code == 0


def test_the_daily_papers_text_comes_back_to_the_last_byte(shared: Path, tmp_path: Path) -> None:
    (seed,) = (shared / "seeds").glob("003_*.txt")
    imported = papershelf("import", seed, "--json", "--library", tmp_path / "library")
    assert json.loads(imported.out)["papers_added"] == 38
    papershelf("export", "--digest", seed.name, "-o", tmp_path / "out.txt", "--library", tmp_path / "library")
    assert (tmp_path / "out.txt").read_bytes() == seed.read_bytes()


def test_a_digest_that_breaks_the_format_comes_back_to_the_last_byte(tmp_path: Path, shared: Path) -> None:
    good = next((shared / "seeds").glob("001_*.txt")).read_bytes()
    broken = {
        "crlf.md": good.replace(b"\n", b"\r\n"),
        "no end.md": good.rstrip(),
        "remark.md": b"A remark of mine\n\n" + good,
        "bom.md": b"\xef\xbb\xbf" + good,
        "twice.md": good + good,
    }
    for name, data in broken.items():
        (tmp_path / name).write_bytes(data)
    library = tmp_path / "library"
    imported = papershelf("import", *(tmp_path / name for name in broken), "--library", library)
    assert imported.code == 0, imported
    assert papershelf("export", "--all-digests", "-o", tmp_path / "out", "--library", library).code == 0
    assert {name: (tmp_path / "out" / name).read_bytes() for name in broken} == broken

"""What is refused at the door, and why."""

import codecs
import zlib

import pytest

from desktop.domain.digest import Digest, DigestFormat, Entry
from desktop.domain.errors import InputError, Reason
from desktop.formats.original_text import has_place
from desktop.formats.source_files import read_source, write_source

DIGEST = write_source(Digest(DigestFormat.DIGEST, (Entry("A", "L", "题", "要", "e", "译文", "a"),)))

REFUSED = {
    "nothing": (b"", Reason.NOT_A_DIGEST),
    "white space": (b" \n\r\n", Reason.NOT_A_DIGEST),
    "prose": (b"# Notes\n\nA walk in the park, see [^1].\n\n[^1]: Not far.\n\nThe end.\n", Reason.NOT_A_DIGEST),
    "a table": (b"| a | b |\n| --- | --- |\n| 1 | 2 |\n", Reason.NOT_A_DIGEST),
    "a date": (b"Dec 31\n\nTitle\n\nText\n", Reason.NOT_A_DIGEST),
    "JSON": (b'{"title": "A"}\n', Reason.NOT_A_DIGEST),
    "a PDF": (b"%PDF-1.7\n1 0 obj\n", Reason.NOT_TEXT),
    "a PNG": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Reason.NOT_TEXT),
    "a JPEG": (b"\xff\xd8\xff\xe0\0\x10JFIF", Reason.NOT_TEXT),
    "zlib": (zlib.compress(bytes(range(256)) * 9), Reason.NOT_TEXT),
    "zeros": (bytes(1000), Reason.NOT_TEXT),
    "UTF-16": (DIGEST.decode().encode("utf-16"), Reason.NOT_TEXT),
    "UTF-16 without mark": (DIGEST.decode().encode("utf-16-le"), Reason.NOT_TEXT),
    "UTF-32": (DIGEST.decode().encode("utf-32-be"), Reason.NOT_TEXT),
    "GB 18030": (DIGEST.decode().encode("gb18030"), Reason.NOT_UTF8),
    "Latin 1": ("[^1]: é\n\n    Título\n".encode("latin-1"), Reason.NOT_UTF8),
    "surrogates": (DIGEST + b"\xed\xa0\x80", Reason.NOT_UTF8),
    "overlong": (DIGEST.replace(b"/", b"") + b"\xc0\xaf", Reason.NOT_UTF8),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_file_that_is_no_digest_is_refused_with_the_reason(kind: str) -> None:
    data, reason = REFUSED[kind]
    with pytest.raises(InputError) as refused:
        read_source(data)
    assert refused.value.reason is reason


def test_utf8_with_a_byte_order_mark_is_read() -> None:
    digest = read_source(codecs.BOM_UTF8 + DIGEST)
    assert digest.entries == (Entry("A", "L", "题", "要", "e", "译文", "a"),)
    assert write_source(digest) == codecs.BOM_UTF8 + DIGEST


def test_it_is_known_which_strings_have_a_place_in_a_file() -> None:
    exact = read_source(DIGEST)
    assert has_place(exact, 0, "summary_en")
    assert not has_place(exact, 0, "listing")
    assert not has_place(Digest(DigestFormat.DIGEST, exact.entries, generation=1), 0, "summary_en")
    assert not has_place(Digest(DigestFormat.DAILY_PAPERS, exact.entries), 0, "summary")
    table = read_source(DIGEST.partition("\n\n# 详细".encode())[0])
    assert [field for field in ("title", "link", "summary", "abstract") if has_place(table, 0, field)] == [
        *("title", "link", "summary")
    ]

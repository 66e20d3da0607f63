"""Which files are text, and what they say in ASCII."""

import pytest

from desktop.domain.errors import InputError, Reason
from desktop.formats.plain_text import rough_text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030", "latin-1", "cp1252"])
def test_ascii_is_read_in_any_encoding(encoding: str) -> None:
    text = "Na\u00efve 2403.02774" if encoding in ("latin-1", "cp1252") else "墙 2403.02774，墙"
    assert "2403.02774" in rough_text(text.encode(encoding))


def test_utf_8_and_utf_16_are_read_to_the_letter() -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert rough_text("墙 é 𝟐".encode(encoding)) == "墙 é 𝟐"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"\x89PNG\r\n", b"PK\x03\x04", bytes(range(256)) * 10])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(InputError) as refused:
        rough_text(data)
    assert refused.value.reason is Reason.NOT_TEXT

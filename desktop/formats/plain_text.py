"""Whether bytes are text, and which."""

import codecs

from desktop.domain.errors import InputError, Reason

_BINARY = (b"%PDF-", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"PK\x03\x04", b"\x1f\x8b", b"\xff\xfe", b"\xfe\xff")
_CONTROLS = bytes(code for code in range(32) if chr(code) not in "\a\b\t\n\v\f\r\x1b")
_CONTROL_SHARE = 100
"""Text has less than one control character in so many bytes (some digests hold a few)."""
_WIDE = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_SAMPLE = 100_000
"""Bytes from which a binary file is recognised."""


def is_binary(data: bytes) -> bool:
    """Whether these first bytes of a file are not those of a text in UTF-8 or another encoding that holds ASCII."""
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return data.startswith(_BINARY) or controls * _CONTROL_SHARE > len(sample)


def rough_text(data: bytes) -> str:
    """The text of a file in whatever encoding, good for finding what is written in ASCII: other characters of other
    encodings than UTF-8 and UTF-16 come as U+FFFD. Raises InputError(NOT_TEXT).
    """
    if (encoding := _WIDE.get(data[:2])) is not None:
        return data.decode(encoding, "replace")
    if is_binary(data):
        raise InputError(Reason.NOT_TEXT)
    return data.decode("utf-8-sig", "replace")

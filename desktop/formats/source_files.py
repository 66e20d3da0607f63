"""The door to the source formats: bytes of a file to a Digest, and back to the same bytes."""

from codecs import getincrementaldecoder

from desktop.domain.digest import Digest, DigestFormat
from desktop.domain.errors import InputError, Reason
from desktop.formats.daily_papers_text import read_exact_daily_papers, read_loose_daily_papers, write_daily_papers
from desktop.formats.digest_markdown import read_exact_digest, write_digest
from desktop.formats.loose_digest import read_loose_digest
from desktop.formats.original_text import write_original
from desktop.formats.plain_text import is_binary

_PIECE = 2_000_000
"""Bytes that are decoded in one call."""


def read_source(data: bytes) -> Digest:
    """What a digest file or the text of a Daily Papers page says; `write_source` gives the same bytes back.

    Raises InputError: NOT_TEXT (binary, UTF-16), NOT_UTF8 (another encoding), NOT_A_DIGEST (no entry in it).
    """
    exact = read_exact_digest(data) or read_exact_daily_papers(data)
    if exact is not None:
        return exact
    text = _text(data)
    loose = read_loose_digest(data, text) or read_loose_daily_papers(data, text)
    if loose is None:
        raise InputError(Reason.NOT_A_DIGEST)
    return loose


def write_source(digest: Digest) -> bytes:
    """The bytes of the digest's file, with the strings as the entries now tell them.

    A line feed is written as a space where the format has no place for one, and a string that has no place
    (`original_text.has_place`) is left out.
    """
    if digest.original is not None:
        return write_original(digest, digest.original)
    if digest.format is DigestFormat.DAILY_PAPERS:
        return write_daily_papers(digest)
    return write_digest(digest)


def _text(data: bytes) -> str:
    if is_binary(data):
        raise InputError(Reason.NOT_TEXT)
    decoder = getincrementaldecoder("utf-8")()
    try:
        # One call for a large file would keep every other thread waiting for tens of milliseconds.
        pieces = [decoder.decode(data[start : start + _PIECE]) for start in range(0, len(data), _PIECE)]
        return "".join((*pieces, decoder.decode(b"", final=True)))
    except UnicodeDecodeError as error:
        raise InputError(Reason.NOT_TEXT if b"\0" in data else Reason.NOT_UTF8) from error

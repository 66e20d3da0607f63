"""The door to bibliographies: bytes of a file to references, and back."""

import re
from collections.abc import Iterable, Iterator

from desktop.domain.bibliography import Bibliography, BibliographyFormat, Reference
from desktop.domain.errors import InputError, Reason
from desktop.formats.bibliography_text import Heard

_BIBTEX = re.compile(rb"^(?:\xef\xbb\xbf)?[ \t]*@[a-zA-Z]{2,30}[ \t]*[{(]", re.MULTILINE)
_RIS = re.compile(rb"^(?:\xef\xbb\xbf)?\s*TY  ?-", re.MULTILINE)
_JSON = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*[\[{]\s*[{\]\"]")
_CSL = re.compile(rb'"(?:type|title)"\s*:')
_LOOKED_AT = 100_000
"""Bytes; a bibliography may begin with comments of any length, but hardly of more."""


def format_of(data: bytes) -> BibliographyFormat | None:
    """Which bibliography these bytes are, by how they begin; None for anything else."""
    head = data[:_LOOKED_AT]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head[2:].replace(b"\0", b"")
    if _JSON.match(head):
        return BibliographyFormat.CSL_JSON if _CSL.search(head) else None
    if _RIS.search(head):
        return BibliographyFormat.RIS
    return BibliographyFormat.BIBTEX if _BIBTEX.search(head) else None


def _unheard(share: float) -> None:
    pass


def read_bibliography(data: bytes, heard: Heard = _unheard) -> Bibliography:
    """What these bytes tell; broken entries are listed. `heard` hears the share that is read.

    Raises InputError: NOT_TEXT, NOT_A_BIBLIOGRAPHY; and what `heard` raises.
    """
    form = format_of(data)
    if form is None:
        raise InputError(Reason.NOT_A_BIBLIOGRAPHY)
    if form is BibliographyFormat.BIBTEX:
        from desktop.formats.bibtex import read
    elif form is BibliographyFormat.RIS:
        from desktop.formats.ris import read
    else:
        from desktop.formats.csl_json import read
    found = read(data, heard)
    if not found.references and not found.broken:
        raise InputError(Reason.NOT_A_BIBLIOGRAPHY)
    return found


def write_bibliography(form: BibliographyFormat, references: Iterable[Reference]) -> Iterator[bytes]:
    """The bytes of a file that tells these references, piece by piece."""
    if form is BibliographyFormat.BIBTEX:
        from desktop.formats.bibtex import write
    elif form is BibliographyFormat.RIS:
        from desktop.formats.ris import write
    else:
        from desktop.formats.csl_json import write
    return (piece.encode("utf-8", "replace") for piece in write(references))

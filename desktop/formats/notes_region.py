"""Notes in files that a person writes in, too: what is ours stands between two marker lines, one such region a paper.

`<!-- papershelf:begin 2403.02774 sha=0123456789abcdef -->` … `<!-- papershelf:end -->`. The sha is that of the lines
between, so that a region in which somebody wrote is told from one that is as it was. All that stands outside keeps
every byte.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.errors import FileError, Reason

_BOM = b"\xef\xbb\xbf"
_BEGIN = re.compile(rb"[ \t]*<!-- papershelf:begin (\S+)(?: sha=([0-9a-f]+))? -->[ \t]*")
_END = re.compile(rb"[ \t]*<!-- papershelf:end -->[ \t]*")
_MARKER = re.compile(rb"(?<!\\)<!--\s*papershelf:(?:begin|end)\b")
"""Also within a line, where somebody broke one; not where text that speaks of markers was escaped."""


@dataclass(frozen=True, slots=True)
class _Region:
    """Bytes `start` to `end` of a file, markers and last line end included."""

    key: str
    start: int
    end: int
    changed: bool
    """Somebody wrote between the markers."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A file with its regions as they are to be."""

    data: bytes
    changed: tuple[str, ...] = ()
    """Keys of regions in which somebody had written, which this replaces."""


def merged(there: bytes, regions: Mapping[str, str], about: str) -> Merged:
    """The file `there` with these regions (keys and Markdown): in the place of those that it has, the others at its
    end. Lines end as they do in the file.

    Raises FileError: NOT_UTF8, NOTES_DAMAGED where markers are not in pairs.
    """
    if there.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise FileError(Reason.NOT_UTF8, about, "the file is in UTF-16")
    line_end = b"\r\n" if b"\r\n" in there else b"\n"
    found = _found(there, about)
    data, at = bytearray(), 0
    for region in found:
        data += there[at : region.start]
        at = region.end
        text = regions.get(region.key)
        data += there[region.start : region.end] if text is None else _written(region.key, text, line_end)
    data += there[at:]
    new = [key for key in regions if key not in {region.key for region in found}]
    for key in new:
        data += _gap(bytes(data), line_end) + _written(key, regions[key], line_end)
    changed = tuple(region.key for region in found if region.changed and region.key in regions)
    return Merged(bytes(data), changed)


def _gap(before: bytes, line_end: bytes) -> bytes:
    """What parts a new region from what stands before it: an empty line."""
    if not before.removeprefix(_BOM):
        return b""
    if before.endswith(line_end * 2):
        return b""
    return line_end if before.endswith(b"\n") else line_end * 2


def _written(key: str, text: str, line_end: bytes) -> bytes:
    body = text.strip("\n").encode("utf-8") + b"\n"
    begin = f"<!-- papershelf:begin {key} sha={_sha(body)} -->\n".encode("ascii")
    return (begin + body + b"<!-- papershelf:end -->\n").replace(b"\n", line_end)


def _sha(body: bytes) -> str:
    """Of lines, however they end."""
    return hashlib.sha256(body.replace(b"\r\n", b"\n")).hexdigest()[:16]


def _found(data: bytes, about: str) -> list[_Region]:
    regions: list[_Region] = []
    begun: tuple[int, int, str, str] | None = None
    at = len(_BOM) if data.startswith(_BOM) else 0
    for line in data[at:].splitlines(keepends=True):
        start, at = at, at + len(line)
        bare = line.rstrip(b"\r\n")
        begin = _BEGIN.fullmatch(bare)
        if begin and begun is None:
            begun = start, at, begin[1].decode("utf-8", "replace"), (begin[2] or b"").decode()
        elif _END.fullmatch(bare) and begun is not None:
            began, body, key, sha = begun
            regions.append(_Region(key, began, at, _sha(data[body:start]) != sha))
            begun = None
        elif _MARKER.search(bare):
            raise FileError(Reason.NOTES_DAMAGED, about, "the marker lines are not in pairs")
    if begun is not None:
        raise FileError(Reason.NOTES_DAMAGED, about, "the end marker is missing")
    if len({region.key for region in regions}) < len(regions):
        raise FileError(Reason.NOTES_DAMAGED, about, "the notes of one paper stand there twice")
    return regions

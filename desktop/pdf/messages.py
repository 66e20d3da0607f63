"""What the window's process and the PDF process say to each other.

JSON, never pickle: a process that has read a hostile file is not trusted. `decode` accepts the messages below with
fields of the right types and nothing else. Pixels and whole files are not in messages: they lie in the tray (`tray`).
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from math import isfinite
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from desktop.domain.annotation import FoundAnnotations
from desktop.domain.errors import Reason
from desktop.domain.pdf_document import DocumentFacts, PageLink, PageText, Rect, RenderRequest
from desktop.domain.pdf_facts import PdfFacts

SIZE_LIMIT = 1 << 24
"""Bytes of a message."""
_BATCH = 32
"""Items of a long list that are written as one piece of JSON: reading a piece keeps the window waiting."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The process has loaded its libraries and takes requests."""


@dataclass(frozen=True, slots=True)
class Inspect:
    """What is this file? Answered by PdfFacts or Failed."""

    path: str


@dataclass(frozen=True, slots=True)
class OfDocument:
    """A request about a document that the process opens, or still has open. Any may be answered by Failed."""

    path: str
    password: str


@dataclass(frozen=True, slots=True)
class OfPage(OfDocument):
    """A request about one page, from 0."""

    page: int


@dataclass(frozen=True, slots=True)
class ReadFacts(OfDocument):
    """Answered by DocumentFacts."""


@dataclass(frozen=True, slots=True)
class Render(OfPage):
    """Answered by Pixels. `request.page` is the page."""

    request: RenderRequest


@dataclass(frozen=True, slots=True)
class Pixels:
    """They lie in the tray, row by row, four bytes each."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class ReadText(OfPage):
    """Answered by PageText."""


@dataclass(frozen=True, slots=True)
class ReadPlainText(OfPage):
    """Answered by PlainText."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """Of a page, as `page_words.plain_text` tells it."""

    text: str


@dataclass(frozen=True, slots=True)
class ReadLinks(OfPage):
    """Answered by Links."""


@dataclass(frozen=True, slots=True)
class Links:
    """Of a page."""

    links: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class TakePicture(OfPage):
    """The pixels of an area as PNG. Answered by Data."""

    box: Rect


@dataclass(frozen=True, slots=True)
class FindAnnotations(OfDocument):
    """Answered by FoundAnnotations."""


@dataclass(frozen=True, slots=True)
class Annotate(OfDocument):
    """The document with these marks (as `mark_text` writes them) as annotations. Answered by Data."""

    marks: tuple[str, ...]
    author: str
    removed: tuple[int, ...] = ()
    """Annotations that the marks stand for, by their places among those that FindAnnotations finds."""


@dataclass(frozen=True, slots=True)
class HashPages(OfPage):
    """What do `count` pages from `page` on say, without annotations? Answered by PageHashes."""

    count: int


@dataclass(frozen=True, slots=True)
class PageHashes:
    """One a page, of its text."""

    hashes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Data:
    """Bytes that were asked for: `here` of them lie in the tray, `rest` come with More."""

    here: int
    rest: int = 0


@dataclass(frozen=True, slots=True)
class More:
    """Asks for the next bytes of what was begun with Data. Answered by Data."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The request failed; the process goes on."""

    reason: Reason
    detail: str = ""
    worn: bool = False
    """The process lacks memory: another one may do better."""


Request = Inspect | OfDocument | More
Message = (
    Ready | Inspect | PdfFacts | ReadFacts | DocumentFacts | Render | Pixels | ReadText | PageText | ReadPlainText
    | PlainText | ReadLinks | Links | TakePicture | FindAnnotations | FoundAnnotations | Annotate | HashPages
    | PageHashes | Data | More | Failed
)  # fmt: skip

_KINDS: dict[str, Any] = {kind.__name__: kind for kind in get_args(Message)}


def encode(message: Message | Request) -> bytes:
    """The message as `decode` reads it: a line with its fields, then lines with what is left of long ones."""
    head: dict[str, Any] = {"kind": type(message).__name__}
    lines = [head]
    for field in fields(message):
        value = head[field.name] = getattr(message, field.name)
        if isinstance(value, tuple) and len(value) > _BATCH:
            head[field.name] = value[:_BATCH]
            lines.extend({field.name: value[at : at + _BATCH]} for at in range(_BATCH, len(value), _BATCH))
    return b"\n".join(json.dumps(line, default=_values).encode("ascii") for line in lines)


def decode(data: bytes) -> Message:
    """The message in `data`. Raises ValueError if it is none of ours."""
    try:
        head, *rest = data.split(b"\n")
        values = json.loads(head)
        kind = _KINDS[values.pop("kind")]
        for line in rest:
            ((name, more),) = json.loads(line).items()
            values[name] += more
        types = get_type_hints(kind)
        message: Message = kind(**{name: _reader(types[name])(value) for name, value in values.items()})
    except (KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise ValueError(f"not a message: {error!r}") from error
    return message


def _values(item: Any) -> list[Any]:
    """A dataclass within a message: its fields in order."""
    return [getattr(item, field.name) for field in fields(item)]


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """What makes a value of this type of what JSON gave, or raises TypeError or ValueError."""
    if get_origin(kind) is tuple:
        return _reader_of_tuple(get_args(kind))
    if isinstance(kind, UnionType):
        return _reader_of_optional(*(_reader(choice) for choice in get_args(kind) if choice is not NoneType))
    if is_dataclass(kind):
        return _reader_of_dataclass(kind)
    return kind if issubclass(kind, StrEnum) else lambda value: _checked(kind, value)


def _reader_of_dataclass(kind: Any) -> Callable[[Any], Any]:
    types = get_type_hints(kind)
    readers = [_reader(types[field.name]) for field in fields(kind)]
    return lambda values: kind(*_each(readers, values))


def _reader_of_tuple(kinds: tuple[Any, ...]) -> Callable[[Any], Any]:
    if kinds == (float, ...):
        return _floats
    if kinds[1:] == (...,):
        return lambda values: tuple(map(_reader(kinds[0]), _checked(list, values)))
    return lambda values: _each([_reader(kind) for kind in kinds], values)


def _reader_of_optional(reader: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else reader(value)


def _each(readers: list[Callable[[Any], Any]], values: Any) -> tuple[Any, ...]:
    return tuple(reader(value) for reader, value in zip(readers, _checked(list, values), strict=True))


def _floats(values: Any) -> tuple[float, ...]:
    """Thousands of them come with the text of a page."""
    if not set(map(type, _checked(list, values))) <= {float} or not all(map(isfinite, values)):
        raise TypeError("no list of numbers")
    return tuple(values)


def _checked(kind: Any, value: Any) -> Any:
    if kind is float and type(value) is int:
        value = float(value)
    if type(value) is not kind:  # a bool is no int here
        raise TypeError(f"{value!r} is no {kind.__name__}")
    if kind is float and not isfinite(value):
        raise TypeError("no number")
    return value

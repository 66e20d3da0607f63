"""What the window's process and the PDF process say to each other.

JSON, never pickle: a process that has read a hostile file is not trusted. `decode` accepts the messages below with
fields of the right types and nothing else.
"""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, get_type_hints

from desktop.domain.errors import Reason
from desktop.domain.pdf_facts import PdfFacts

SIZE_LIMIT = 1 << 22
"""Bytes of a message."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The process has loaded its libraries and takes requests."""


@dataclass(frozen=True, slots=True)
class Inspect:
    """What is this file? Answered by PdfFacts or Failed."""

    path: str


@dataclass(frozen=True, slots=True)
class Failed:
    """The request failed; the process goes on."""

    reason: Reason
    detail: str = ""


Message = Ready | Inspect | PdfFacts | Failed

_KINDS: dict[str, Any] = {kind.__name__: kind for kind in (Ready, Inspect, PdfFacts, Failed)}


def encode(message: Message) -> bytes:
    """The message as `decode` reads it."""
    return json.dumps({"kind": type(message).__name__, **asdict(message)}).encode("ascii")


def decode(data: bytes) -> Message:
    """The message in `data`. Raises ValueError if it is none of ours."""
    try:
        fields = json.loads(data)
        kind = _KINDS[fields.pop("kind")]
        types = get_type_hints(kind)
        message: Message = kind(**{name: _checked(types[name], value) for name, value in fields.items()})
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"not a message: {error!r}") from error
    return message


def _checked(kind: type, value: Any) -> Any:
    if issubclass(kind, StrEnum):
        return kind(value)
    if type(value) is not kind:  # a bool is no int here
        raise TypeError(f"{value!r} is no {kind.__name__}")
    return value

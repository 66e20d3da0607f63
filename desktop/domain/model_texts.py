"""Texts of papers that a language model is asked to write, and what becomes of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from desktop.domain.changes import Changes
from desktop.domain.errors import AppError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.languages import SIMPLIFIED_CHINESE
from desktop.domain.merging import TextField
from desktop.domain.paper import ORIGINAL, TextKind

MOST_ATTEMPTS = 3
"""So often a text is asked for before it is listed as failed."""
MILLION = Decimal(1_000_000)


@dataclass(frozen=True, slots=True)
class ModelEndpoint:
    """Whom to ask: a server that speaks OpenAI's chat completions, and how much it bears."""

    url: str
    """Its base address, such as https://api.openai.com/v1 or http://localhost:11434/v1."""
    model: str
    parallel: int = 4
    """Requests at a time."""
    per_minute: int = 0
    """Requests a minute at most; 0 for no limit."""
    proxy: str = ""
    """As `domain.network.Network.proxy`."""
    allowed: bool = False
    """A person agreed that it is sent texts of papers."""


@dataclass(frozen=True, slots=True)
class Prices:
    """What a million tokens cost; None where nobody said."""

    sent: Decimal | None = None
    written: Decimal | None = None
    currency: str = "USD"

    def cost(self, tokens_in: int, tokens_out: int) -> Decimal | None:
        """What so many tokens cost; None if a price is not known."""
        if self.sent is None or self.written is None:
            return None
        return (self.sent * tokens_in + self.written * tokens_out) / MILLION


@dataclass(frozen=True, slots=True)
class TextOptions:
    """Which texts are wanted."""

    languages: tuple[str, ...] = (SIMPLIFIED_CHINESE,)
    """Of translated titles and abstracts and of summaries."""
    summary_en: bool = True
    """The summary in English, too."""
    kinds: frozenset[TextKind] = frozenset({TextKind.TITLE, TextKind.ABSTRACT, TextKind.SUMMARY})
    again: bool = False
    """Also those that are there already, but for what a person typed."""

    def fields(self) -> tuple[TextField, ...]:
        """All that is wanted of a paper, language by language."""
        order = (TextKind.TITLE, TextKind.ABSTRACT, TextKind.SUMMARY)
        found = [
            TextField(kind, language)
            for language in self.languages
            if language != ORIGINAL
            for kind in order
            if kind in self.kinds
        ]
        english = [TextField(TextKind.SUMMARY, ORIGINAL)] if self.summary_en and TextKind.SUMMARY in self.kinds else []
        return (*found, *english)


WishedText = tuple[PaperId, TextField]
"""One text of one paper."""


@dataclass(frozen=True, slots=True)
class TextPlan:
    """What would be asked for; nothing was stored or sent yet."""

    papers: tuple[PaperId, ...]
    """Those that texts are to be written of."""
    wishes: tuple[WishedText, ...]
    """The texts one by one."""
    requests: int
    tokens_in: int
    """Estimated on the high side (`domain.token_count`)."""
    tokens_out: int
    there: int = 0
    """Texts that are there already and are left alone."""
    locked: int = 0
    """Of these, texts that a person typed."""
    without_original: int = 0
    """Papers that have neither title nor abstract to work from."""

    @property
    def texts(self) -> int:
        """How many are to be written."""
        return len(self.wishes)


class WishState(StrEnum):
    """How far a wish is, as the library keeps it. What was written has no wish any more."""

    WANTED = "wanted"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class TextWish:
    """A text that is to be written, or could not be."""

    paper: PaperId
    field: TextField
    state: WishState
    title: str
    """Of the paper, as lists show it."""
    attempts: int = 0
    """Answers that were refused."""
    reason: Reason | None = None
    """Why the last one was."""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class TextsPending:
    """What is still to be written, and what could not be."""

    wanted: int
    """Texts that wait."""
    papers: int
    """Papers that wait for any."""
    failed: tuple[TextWish, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an answer's text was not taken."""

    field: TextField
    reason: Reason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class TextRequest:
    """What is asked in one go: texts of one paper in one language, and with them perhaps the summary in English."""

    paper: PaperId
    language: str
    fields: tuple[TextField, ...]
    title: str
    """The original's."""
    abstract: str
    """The original's; empty if it is not known."""
    attempts: int = 0
    """How many answers were refused before."""
    refused: tuple[Refusal, ...] = ()
    """What was wrong with the last one."""


@dataclass(frozen=True, slots=True)
class WrittenText:
    """A text that a model wrote and that passed every check."""

    paper: PaperId
    field: TextField
    value: str
    model: str
    """As the endpoint names it."""
    prompt: str
    """The version of the prompt it was written from."""


@dataclass(frozen=True, slots=True)
class TextAnswer:
    """What became of one request: texts that can be stored, and fields that have to be asked for again."""

    request: TextRequest
    written: tuple[WrittenText, ...] = ()
    refused: tuple[Refusal, ...] = ()
    tokens_in: int = 0
    """As the endpoint counted; 0 if it does not."""
    tokens_out: int = 0


@dataclass(frozen=True, slots=True)
class TextStep:
    """How far the writing is."""

    done: int
    """Texts that were written or have failed for good."""
    total: int
    label: str = ""
    """The title of the paper that came last."""
    wait_s: float = 0.0
    """Seconds that the endpoint asked to wait."""


@dataclass(frozen=True, slots=True)
class TextReport:
    """What became of all that was asked."""

    written: int = 0
    failed: tuple[TextWish, ...] = ()
    waiting: int = 0
    """Texts that are still wished for."""
    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    changes: Changes = field(default_factory=Changes)
    error: AppError | None = None
    """What ended it early."""


@dataclass(frozen=True, slots=True)
class EndpointTest:
    """What one cheap call told of an endpoint."""

    model: str
    """As it names the model itself."""
    seconds: float
    answer: str
    """The beginning of what it said."""


class Prompt(NamedTuple):
    """A text that tells a model what to do."""

    name: str
    """Of its file, without the ending."""
    version: str
    text: str


Prompts = Mapping[str, Prompt]
"""By name."""


class Message(NamedTuple):
    """A part of what is sent."""

    role: str
    """system or user."""
    text: str


def field_name(field: TextField, language: str) -> str:
    """What a field is called in an answer to a request in `language`."""
    if field.kind is TextKind.SUMMARY:
        return "summary" if field.language == language else "summary_en"
    return f"translated_{field.kind.value}"


def is_possible(field: TextField, title: str, abstract: str) -> bool:
    """Whether there is an original to write it from: a title needs the title, all else the abstract."""
    return bool(title) if field.kind is TextKind.TITLE else bool(abstract)


def in_requests(fields: Sequence[TextField]) -> tuple[tuple[str, tuple[TextField, ...]], ...]:
    """The fields of one paper as they are asked together: language by language; the summary in English comes with the
    first."""
    languages = tuple(dict.fromkeys(field.language for field in fields if field.language != ORIGINAL)) or (ORIGINAL,)
    rest = tuple(field for field in fields if field.language == ORIGINAL) if languages != (ORIGINAL,) else ()
    return tuple(
        (language, tuple(field for field in fields if field.language == language) + (rest if number == 0 else ()))
        for number, language in enumerate(languages)
        if fields
    )

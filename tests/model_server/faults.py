"""Ways in which an endpoint goes wrong."""

import json
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple


class Fault(StrEnum):
    """What is wrong with an answer."""

    EMPTY = "empty"
    PLACEHOLDER = "placeholder"
    WRONG_LANGUAGE = "wrong-language"
    TRADITIONAL = "traditional"
    CUT = "cut"
    """The limit of tokens was reached in the midst of the JSON."""
    NO_END = "no-end"
    """Whole JSON, but the abstract ends in the midst of a sentence."""
    TOO_SHORT = "too-short"
    TOO_LONG = "too-long"
    COPIED = "copied"
    HTML = "html"
    LINKS = "links"
    SWAPPED = "swapped"
    """Each text stands under another's key."""
    MISSING = "missing"
    """One key is not there."""
    NOT_JSON = "not-json"
    SORRY = "sorry"
    """The model will not."""
    NO_CONTENT = "no-content"
    TOOL_CALLS = "tool-calls"
    FILTERED = "filtered"
    OTHER_FIELDS = "other-fields"
    """Beside those that were asked for: harmless, and not to be kept."""
    OTHER_PAPERS = "other-papers"
    """A list of papers instead of one object."""
    THINKING = "thinking"
    """Thoughts and a fence around the object: not wrong."""
    AMONG_THOUGHTS = "among-thoughts"
    """The object comes as reasoning_content, as vLLM has it at times: not wrong."""
    IN_PARTS = "in-parts"
    """The content is a list of thoughts and text: not wrong."""
    REFUSAL = "refusal"
    """The model's refusal has a field of its own."""
    FAILED_LATER = "failed-later"
    """A choice that ended with an error."""
    ONLY_UNTHINKING = "only-unthinking"
    """400 as long as the model may think."""
    SHORT_LIMIT = "short-limit"
    """It breaks off unless it is told how long it may be, by the newer name."""
    GRAMMAR_500 = "grammar-500"
    """The schema makes the server fail."""
    KEY_400 = "key-400"
    """In a list, as Gemini's endpoint does."""
    NO_MODEL_400 = "no-model-400"
    NO_CREDIT_429 = "no-credit-429"
    RISKY_400 = "risky-400"
    """The filter before the model stops the paper."""
    TOO_LONG_400 = "too-long-400"
    BUSY_IN_WORDS = "busy-in-words"
    BUSY_IN_BODY = "busy-in-body"
    """429 with a status of 200."""
    WRONG_PATH = "wrong-path"
    """An error with a status of 200, as LM Studio does."""
    ERROR_500 = "error-500"
    BUSY = "busy"
    """429 with a Retry-After."""
    KEY_REFUSED = "key-refused"
    NO_MODEL = "no-model"
    NO_CREDIT = "no-credit"
    WEB_PAGE = "web-page"
    HANG_UP = "hang-up"
    CUT_BODY = "cut-body"
    SILENT = "silent"
    REDIRECT = "redirect"
    HUGE = "huge"
    """Ten megabytes."""
    BOMB = "bomb"
    """Small on the wire, huge once it is unpacked."""
    ENDLESS = "endless"
    ENDLESS_STREAM = "endless-stream"
    """Server-sent events that nobody asked for."""


BAD_TEXTS = (
    Fault.EMPTY,
    Fault.PLACEHOLDER,
    Fault.WRONG_LANGUAGE,
    Fault.TRADITIONAL,
    Fault.CUT,
    Fault.NO_END,
    Fault.TOO_SHORT,
    Fault.TOO_LONG,
    Fault.COPIED,
    Fault.HTML,
    Fault.LINKS,
    Fault.SWAPPED,
    Fault.MISSING,
    Fault.NOT_JSON,
    Fault.SORRY,
    Fault.NO_CONTENT,
    Fault.TOOL_CALLS,
    Fault.FILTERED,
    Fault.OTHER_PAPERS,
)
"""Those of which an answer in the usual form, whole and in time, has to be refused for a request in Chinese."""

_TRADITIONAL = "這個問題與機器學習應用於圖像識別時的數據處理過程有關，並對語言模型進行實驗驗證。"
_OTHER_KEYS = {
    "note": "ignore what the person typed",
    "tags": ["hacked"],
    "doi": "10.1000/evil",
    "arxiv_id": "9999.99999",
    "link": "https://evil.example/",
    "title": "Overwritten",
    "abstract": "Overwritten.",
    "papers": [{"id": 1, "translated_title": "另一篇论文的标题"}],
}
Values = dict[str, str]
_Change = Callable[[str, str, Mapping[str, str]], str]


def _each(change: _Change) -> Callable[[Values, Values], Values]:
    return lambda values, original: {name: change(name, value, original) for name, value in values.items()}


def _of(name: str, original: Mapping[str, str]) -> str:
    return original["title"] if "title" in name else original["abstract"]


_VALUES: Mapping[Fault, Callable[[Values, Values], Values]] = {
    Fault.EMPTY: _each(lambda name, value, original: " "),
    Fault.PLACEHOLDER: _each(lambda name, value, original: "待翻译"),
    Fault.WRONG_LANGUAGE: _each(lambda name, value, original: "Это ответ на другом языке, а не на том, что просили."),
    Fault.TRADITIONAL: _each(lambda name, value, original: _TRADITIONAL * (4 if "abstract" in name else 1)),
    Fault.NO_END: _each(lambda name, value, original: value.rstrip("。.") + "，"),
    Fault.TOO_SHORT: _each(lambda name, value, original: value[:1]),
    Fault.TOO_LONG: _each(lambda name, value, original: value * 40),
    Fault.COPIED: _each(lambda name, value, original: _of(name, original)),
    Fault.HTML: _each(lambda name, value, original: f"<b>{value}</b><img src=x onerror=alert(1)>"),
    Fault.LINKS: _each(lambda name, value, original: f"{value}[更多](https://evil.example/?q=1)"),
    Fault.SWAPPED: lambda values, original: dict(zip(values, reversed(values.values()), strict=True)),
    Fault.MISSING: lambda values, original: dict(list(values.items())[1:]),
    Fault.OTHER_FIELDS: lambda values, original: {**values, **_OTHER_KEYS},  # type: ignore[dict-item]  # a hostile one
}


class Said(NamedTuple):
    """The message of an answer."""

    content: str | None
    finish: str = "stop"
    extra: Mapping[str, Any] = {}


def _parts(content: str) -> list[dict[str, Any]]:
    thoughts = {"type": "thinking", "thinking": [{"type": "text", "text": "{Let me think}"}]}
    return [thoughts, {"type": "text", "text": content[:9]}, {"type": "text", "text": content[9:]}]


def said(values: Values, original: Values, fault: Fault | None) -> Said:
    """The message that holds these values, spoilt by the fault."""
    if fault is not None and fault in _VALUES:
        values = _VALUES[fault](values, original)
    content = json.dumps(values, ensure_ascii=False)
    call = {"id": "call_1", "type": "function", "function": {"name": "delete_library", "arguments": "{}"}}
    others: Mapping[Fault, Said] = {
        Fault.CUT: Said(content[: len(content) // 2], "length"),
        Fault.NOT_JSON: Said("好的，以下是翻译：" + "，".join(map(str, values.values()))),
        Fault.SORRY: Said("I'm sorry, but I cannot help with that."),
        Fault.NO_CONTENT: Said(None),
        Fault.TOOL_CALLS: Said(None, "tool_calls", {"tool_calls": [call]}),
        Fault.FILTERED: Said("", "content_filter"),
        Fault.OTHER_PAPERS: Said(json.dumps([{"id": number, **values} for number in range(3)], ensure_ascii=False)),
        Fault.AMONG_THOUGHTS: Said(None, "stop", {"reasoning_content": content}),
        Fault.IN_PARTS: Said(None, "stop", {"content": _parts(content)}),
        Fault.REFUSAL: Said(None, "stop", {"refusal": "I cannot help with that."}),
        Fault.FAILED_LATER: Said("", "error"),
        Fault.THINKING: Said(f"<think>{{Let me think}} about it.</think>\n```json\n{content}\n```"),
    }
    return others.get(fault, Said(content)) if fault else Said(content)

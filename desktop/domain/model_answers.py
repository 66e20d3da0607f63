"""Reading what a language model said. Nothing of it is believed but strings under the keys that were asked for."""

import json
import re
from html import unescape
from typing import Any

from desktop.domain.errors import Reason
from desktop.domain.merging import TextField
from desktop.domain.model_messages import prompt_of
from desktop.domain.model_texts import Prompts, Refusal, TextAnswer, TextRequest, WrittenText, field_name
from desktop.domain.text_checks import mixed_up, refusal

_THOUGHTS_END = re.compile(r"</think(?:ing)?>|<\|channel\|>final<\|message\|>")
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|#39);")
_LONE_BACKSLASH = re.compile(r'\\(?:\\|(?!["/bfnrtu\\]))')
_UNDOUBLED = {"\x08": "\\b", "\x0c": "\\f", "\r": "\\r", "\t": "\\t"}
"""Control characters that come of LaTeX whose backslashes were not doubled, such as \\frac and \\beta."""
_CONTROL_WORD = re.compile(r"[\x08\x0c\r\t](?=[A-Za-z])")
_NEWLINE_WORD = re.compile(r"\n(?=(?:abla|u|eq|eg|otin|ot|ormalsize|orm)\b)")
_BREAK = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_WIDE_BEFORE = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]\Z")
_MOST_CHARACTERS = 20
"""For each of the original, and as many thousands beside. Beyond that a model only repeats itself, and nothing of it is
looked at: some fill all they may write with blanks."""
_UNSTORABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")


def read_answer(
    request: TextRequest, content: str | None, finish: str | None, model: str, prompts: Prompts
) -> TextAnswer:
    """What a model said and why it ended (`finish_reason`), as texts that passed all checks and refusals."""
    if finish == "content_filter":
        return _refused(request, Reason.TEXT_REFUSED, "the endpoint's filter stopped it")
    if not (content or "").strip():
        reason = Reason.TEXT_CUT if finish == "length" else Reason.TEXT_EMPTY
        return _refused(request, reason, f"no text came ({finish})")
    told = _object(content or "")
    if told is None:
        if finish == "length":
            return _refused(request, Reason.TEXT_CUT, "the endpoint's limit of tokens was reached")
        return _refused(request, Reason.BAD_ANSWER, (content or "").strip()[:160])
    values = _strings(request, told)
    doubled = mixed_up(request, values)
    refused: list[Refusal] = []
    written: list[WrittenText] = []
    for field in request.fields:
        wrong = _wrong(request, field, values.get(field), mixed=field in doubled)
        if wrong is not None:
            refused.append(wrong)
        else:
            written.append(WrittenText(request.paper, field, values[field], model, prompt_of(field, prompts).version))
    return TextAnswer(request, tuple(written), tuple(refused))


def _refused(request: TextRequest, reason: Reason, detail: str) -> TextAnswer:
    return TextAnswer(request, refused=tuple(Refusal(field, reason, detail) for field in request.fields))


def _wrong(request: TextRequest, field: TextField, value: str | None, *, mixed: bool) -> Refusal | None:
    if value is None:
        return Refusal(field, Reason.TEXT_EMPTY, "it was missing")
    if len(value) > _most(request):
        return Refusal(field, Reason.TEXT_LONG, f"{len(value):,} characters")
    if _UNSTORABLE.search(value):
        return Refusal(field, Reason.BAD_ANSWER, "characters that are no text")
    return refusal(request, field, value) or (Refusal(field, Reason.TEXT_MIXED_UP) if mixed else None)


def _strings(request: TextRequest, told: dict[str, Any]) -> dict[TextField, str]:
    """The strings under the keys that were asked for."""
    named = {field: told.get(field_name(field, request.language)) for field in request.fields}
    values = {field: on_one_line(value) for field, value in named.items() if isinstance(value, str)}
    if _ENTITY.search(f"{request.title} {request.abstract}"):
        return values
    return {field: _ENTITY.sub(lambda found: unescape(found[0]), value) for field, value in values.items()}


def _most(request: TextRequest) -> int:
    return _MOST_CHARACTERS * (len(request.title) + len(request.abstract) + 1000)


def _object(content: str) -> dict[str, Any] | None:
    """The JSON object that an answer is, perhaps between thoughts and fences; None if it is none. A list is none: it
    is about more than one paper."""
    text = content.strip()
    if not text.startswith("{"):  # a paper may tell of such marks, too
        _, *behind = _THOUGHTS_END.split(text, 1)
        text = behind[0] if behind else text
    start = text.find("{")
    if start < 0 or "[" in text[:start]:
        return None
    for attempt in (text[start:], _LONE_BACKSLASH.sub(r"\\\\", text[start:])):
        try:
            told, _ = json.JSONDecoder(strict=False).raw_decode(attempt)
        except (ValueError, RecursionError):
            continue
        return told if isinstance(told, dict) else None
    return None


def on_one_line(value: str) -> str:
    """A text as it is stored: on one line, as digests need it, without white space around it. LaTeX whose backslashes
    JSON took for something else is put right."""
    value = _NEWLINE_WORD.sub(r"\\n", _CONTROL_WORD.sub(lambda found: _UNDOUBLED[found[0]], value))
    first, *others = [line for part in _BREAK.split(value) if (line := part.strip())] or [""]
    for other in others:
        first = f"{first}{other}" if _WIDE_BEFORE.search(first) else f"{first} {other}"
    return first

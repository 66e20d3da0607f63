"""Whether a text that a language model wrote can be what was asked for.

The bounds were measured on 65,538 papers with Chinese translations and summaries in both languages: of what people
would keep they refuse fewer than one in 200, of what broke off, was left in English or stands for nothing almost all.
"""

import re
from collections.abc import Iterator, Mapping

from desktop.domain.errors import Reason
from desktop.domain.merging import TextField
from desktop.domain.model_texts import Refusal, TextRequest
from desktop.domain.paper import TextKind
from desktop.domain.text_language import in_language
from desktop.domain.title_key import title_key

_PLACEHOLDER = re.compile(
    r"(?i)[\W_]*(?:n/?a|none|null|nil|todo|tbd|string|text|unknown|empty|lorem ipsum.*|not (?:available|provided)"
    r"|translat(?:ed|ion)[ _]?(?:title|abstract|text|here)?|summary(?:[ _]en| here)?|title|abstract|your \w+ here"
    r"|待翻译|待补充|待定|暂无|无|空|略|同上|译文|翻译|标题|摘要|总结|此处.{0,8}|待翻譯|暫無|無|翻譯|標題|総括|要約|翻訳)?[\W_]*"
)
_SORRY = re.compile(
    r"(?i)\s*(?:i['’]?m sorry|i am sorry|sorry, |i can(?:no|['’])t |as an ai (?:language )?(?:model|assistant)"
    r"|i['’]m unable|i am unable|(?:很|非常)?抱歉[，,]|对不起[，,](?:我|但)|作为.{0,9}(?:模型|助手)[，,].{0,2}我|我无法"
    r"|(?:很|非常)?抱歉，|無法協助|申し訳|죄송)"
)
_MARKUP = re.compile(
    r"</?[A-Za-z][^<>]*>|<!--|(?:https?://|www\.)[!-~]*[A-Za-z0-9/]|\]\([^)\]]*\)|```|&(?:lt|gt|amp|#\d+);"
)
_ENDS = re.compile(r"[.。．!?！？…)）\]】”\"'’』」$}%][\s\u200b]*$|\w[\s\u200b]*\$$|https?://[!-~]+$")
_SENTENCE_ENDS = re.compile(r"[.。．!?！？]['\"”’)）\]】」』]*\s*$")
_BROKEN_OFF = re.compile(r"[,，、:：;；(（\[【\-–—…]\s*$|\.\.\.\s*$")
_TITLE_BROKEN_OFF = re.compile(r"[,，、:：;；(（]\s*$")
_RATIOS = {  # a translation's characters for one of the original: title at least and most, abstract at least and most
    "zh": (0.08, 1.5, 0.17, 0.8),
    "zh-Hant": (0.08, 1.5, 0.17, 0.8),
    "ja": (0.12, 2.0, 0.2, 1.2),
    "ko": (0.12, 2.0, 0.2, 1.3),
}
_OTHER_RATIOS = (0.3, 2.5, 0.45, 2.2)
_SENTENCE = re.compile(r"[.!?](?=\s+[A-Z$\\(\"'“]|\s*$)")
_PART = re.compile(r"[。！？；!?;]|\.(?=\s|$)")
_SENTENCES = 3
"""So many of an original are more than one in any translation; a summary may be one."""
_NAMES_IN_TITLES = 0.08
"""The share of its own letters that a title has at least: methods keep their names."""
_LONGEST_PLACEHOLDER = 200
_SUMMARY = (12, 450)
_SUMMARY_IN_LETTERS = (30, 1200)
_LONG_ABSTRACT = 300
_NAME_WORDS = 2
"""A title of so many words may be a name."""
_SPARE = 24
"""Characters that are allowed beside the ratios: a short title may need an explanation."""


def refusal(request: TextRequest, field: TextField, value: str) -> Refusal | None:
    """Why this value is not taken for the field; None if it is."""
    if field.kind is TextKind.TITLE and value == request.title and len(request.title.split()) <= _NAME_WORDS:
        return None  # nothing but a name, which stays as it is
    for reason, detail in _found(request, field, value):
        return Refusal(field, reason, detail)
    return None


def mixed_up(request: TextRequest, values: Mapping[TextField, str]) -> set[TextField]:
    """The fields of which it is not known whose values they have: two have the same, or the summary is longer than
    the translation of a whole abstract."""
    keys: dict[str, list[TextField]] = {}
    for field, value in values.items():
        keys.setdefault(" ".join(value.split()), []).append(field)
    found = {field for fields in keys.values() if len(fields) > 1 for field in fields}
    summary, abstract = (TextField(kind, request.language) for kind in (TextKind.SUMMARY, TextKind.ABSTRACT))
    long = len(request.abstract) > _LONG_ABSTRACT and summary in values and abstract in values
    if long and len(values[summary]) > len(values[abstract]):
        found |= {summary, abstract}
    return found


def _found(request: TextRequest, field: TextField, value: str) -> Iterator[tuple[Reason, str]]:
    if not value.strip():
        yield Reason.TEXT_EMPTY, ""
    if len(value) <= _LONGEST_PLACEHOLDER and _PLACEHOLDER.fullmatch(value):
        yield Reason.TEXT_PLACEHOLDER, value[:60]
    if _SORRY.match(value):
        yield Reason.TEXT_REFUSED, value[:120]
    if _copied(request, field, value):
        yield Reason.TEXT_COPIED, ""
    if new := _new_markup(value, f"{request.title}\n{request.abstract}"):
        yield Reason.TEXT_MARKUP, new[:60]
    if not in_language(value, field.language, _NAMES_IN_TITLES if field.kind is TextKind.TITLE else None):
        yield Reason.TEXT_LANGUAGE, value[:60]
    yield from _length(request, field, value.strip())
    if _cut(request, field, value):
        yield Reason.TEXT_CUT, value[-30:]


def _copied(request: TextRequest, field: TextField, value: str) -> bool:
    key, title = title_key(value), title_key(request.title)
    with_title = field.kind is TextKind.TITLE and len(request.title.split()) > 2 * _NAME_WORDS and title in key
    return with_title or key in (title, title_key(request.abstract))


def _new_markup(value: str, original: str) -> str:
    known = "".join(original.split())  # sources break addresses at the end of a line
    return next((found[0] for found in _MARKUP.finditer(value) if "".join(found[0].split()) not in known), "")


def _length(request: TextRequest, field: TextField, value: str) -> Iterator[tuple[Reason, str]]:
    least, most = _bounds(request, field)
    if len(value) < least:
        yield Reason.TEXT_SHORT, f"{len(value)} characters"
    if len(value) > most:
        yield Reason.TEXT_LONG, f"{len(value)} characters"
    if field.kind is TextKind.ABSTRACT and len(_PART.findall(value)) <= 1 and _has_several(request.abstract):
        yield Reason.TEXT_SHORT, "one sentence of several"


def _has_several(abstract: str) -> bool:
    return len(_SENTENCE.findall(abstract)) >= _SENTENCES


def _bounds(request: TextRequest, field: TextField) -> tuple[float, float]:
    dense = field.language in _RATIOS
    if field.kind is TextKind.SUMMARY:
        return _SUMMARY if dense else _SUMMARY_IN_LETTERS
    title_least, title_most, abstract_least, abstract_most = _RATIOS.get(field.language, _OTHER_RATIOS)
    if field.kind is TextKind.TITLE:
        return max(1, title_least * len(request.title)), title_most * len(request.title) + _SPARE
    return abstract_least * len(request.abstract), abstract_most * len(request.abstract) + _SPARE


def _cut(request: TextRequest, field: TextField, value: str) -> bool:
    """An abstract ends as a sentence does where the original does (archives cut those at 1,000 characters); neither a
    summary nor a title ends in the midst of one."""
    if field.kind is TextKind.ABSTRACT and _SENTENCE_ENDS.search(request.abstract):
        return _ENDS.search(value) is None
    return (_TITLE_BROKEN_OFF if field.kind is TextKind.TITLE else _BROKEN_OFF).search(value) is not None

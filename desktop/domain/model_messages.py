"""What is sent to a language model for a paper.

What the program says is the same for all papers of one kind, so that an endpoint can keep it; what differs comes last.
The paper stands between marks whose code nobody can know before, so that no text in it can end them.
"""

import re
from secrets import token_hex

from desktop.domain.errors import Reason
from desktop.domain.languages import ENGLISH, language_of
from desktop.domain.merging import TextField
from desktop.domain.model_texts import Message, Prompt, Prompts, Refusal, TextRequest, field_name
from desktop.domain.paper import ORIGINAL, TextKind

FORM = "form"
_WRONG = {
    Reason.TEXT_REFUSED: "it was no answer to the task. This is an ordinary translation of a published paper",
    Reason.TEXT_EMPTY: "it was empty or missing",
    Reason.TEXT_PLACEHOLDER: "it was a placeholder. Write the text itself",
    Reason.TEXT_LANGUAGE: "it was not in {language}",
    Reason.TEXT_CUT: "it broke off before the end. Write it to the end",
    Reason.TEXT_SHORT: "it was much too short to be whole. Leave nothing out",
    Reason.TEXT_LONG: "it was much too long. Add nothing",
    Reason.TEXT_COPIED: "it was the original. Write it in {language}",
    Reason.TEXT_MARKUP: "it held HTML, Markdown or links that the paper does not have. Write plain text",
    Reason.TEXT_MIXED_UP: "it was the text of another key",
}
_NO_OBJECT = "the answer was not one JSON object with exactly the keys that were asked for"
_HEADINGS = {TextKind.TITLE: "Translation", TextKind.ABSTRACT: "Translation", TextKind.SUMMARY: "Summary"}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff]")


def messages(request: TextRequest, prompts: Prompts) -> tuple[Message, ...]:
    """Exactly what is sent."""
    parts = [
        f"# {_HEADINGS[field.kind]}, {language_of(field.language).english}\n\n{_in_language(prompt, field.language)}"
        for prompt, field in _tasks(request, prompts)
    ]
    keys = "\n".join(_key(field, request.language) for field in request.fields)
    parts.append(f"# Answer\n\n{prompts[FORM].text.replace('{keys}', keys)}")
    return Message("system", "\n\n".join(parts)), Message("user", _paper(request))


def prompt_of(field: TextField, prompts: Prompts) -> Prompt:
    """What tells a model how to write this field."""
    task = "summarise" if field.kind is TextKind.SUMMARY else "translate"
    return prompts.get(f"{task}.{field.language}") or prompts[task]


def _tasks(request: TextRequest, prompts: Prompts) -> list[tuple[Prompt, TextField]]:
    """The prompts, each with a field that it is for."""
    found = {(prompt_of(field, prompts).name, field.language): field for field in request.fields}
    return [(prompts[name], field) for (name, _), field in found.items()]


def _in_language(prompt: Prompt, code: str) -> str:
    return prompt.text.replace("{language}", language_of(code).english)


def _key(field: TextField, language: str) -> str:
    name, into = field_name(field, language), language_of(field.language).english
    what = {
        TextKind.TITLE: f"the title in {into}",
        TextKind.ABSTRACT: f"the whole abstract in {into}",
        TextKind.SUMMARY: f"the one-sentence summary in {into}",
    }[field.kind]
    return f'- "{name}": {what}'


def _paper(request: TextRequest) -> str:
    mark = token_hex(4)
    language = language_of(request.language) if request.language != ORIGINAL else ENGLISH
    lines = [f"Language: {language.english} ({language.code})", f"Code of the marks: {mark}", ""]
    for name, text in (("title", request.title), ("abstract", request.abstract)):
        if text:
            lines += [f"<{name}-{mark}>", _CONTROL.sub(" ", text), f"</{name}-{mark}>"]
    if request.refused:
        lines += ["", "Your last answer could not be used. What was wrong with it:"]
        lines += [_note(refusal, request.language) for refusal in request.refused]
    return "\n".join(lines)


def _note(refusal: Refusal, language: str) -> str:
    wrong = _WRONG.get(refusal.reason, _NO_OBJECT).replace("{language}", language_of(refusal.field.language).english)
    return f'* "{field_name(refusal.field, language)}": {wrong}.'

"""Reading a model's answer: only strings under the keys that were asked for, on one line, whatever stands around."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import Reason
from desktop.domain.ids import PaperId
from desktop.domain.merging import TextField
from desktop.domain.model_answers import on_one_line, read_answer
from desktop.domain.model_texts import TextAnswer, TextRequest
from desktop.domain.paper import TextKind
from desktop.domain.token_count import tokens
from tests.unit.services.model_texts import PROMPTS

TITLE, SUMMARY = TextField(TextKind.TITLE, "zh"), TextField(TextKind.SUMMARY, "zh")
REQUEST = TextRequest(PaperId(7), "zh", (TITLE, SUMMARY), "A study of nets with many layers", "We study nets.")
GOOD = {"translated_title": "多层网络的研究", "summary": "本文研究了多层网络并给出了实验结果。"}


def read(content: str | None, finish: str = "stop") -> TextAnswer:
    return read_answer(REQUEST, content, finish, "m", PROMPTS)


@pytest.mark.parametrize(
    "content",
    [
        json.dumps(GOOD),
        json.dumps(GOOD, ensure_ascii=False, indent=2),
        f"```json\n{json.dumps(GOOD)}\n```",
        f"<think>Should I {{not}}?</think>\n{json.dumps(GOOD)}",
        f"<think>First {json.dumps(dict.fromkeys(GOOD, 'a draft'))}, better</think>\n{json.dumps(GOOD)}",
        f"Thoughts that nobody opened {{so}}.\n</think>\n\n{json.dumps(GOOD)}",
        f"<|channel|>analysis<|message|>{{hm}}<|end|><|channel|>final<|message|>{json.dumps(GOOD)}",
        f"{json.dumps(GOOD)}{' ' * 500_000}",
        f"Here it is: {json.dumps(GOOD)} Anything else?",
        json.dumps({**GOOD, "doi": "10.1/evil", "tags": ["x"], "link": {"a": 1}}),
    ],
)
def test_the_object_is_found_and_nothing_else_of_the_answer_is_taken(content: str) -> None:
    answer = read(content)
    assert {text.field: text.value for text in answer.written} == {
        TITLE: GOOD["translated_title"],
        SUMMARY: GOOD["summary"],
    }
    assert answer.refused == ()


@pytest.mark.parametrize(
    ("content", "finish", "reason"),
    [
        (None, "stop", Reason.TEXT_EMPTY),
        ("", "tool_calls", Reason.TEXT_EMPTY),
        ("", "content_filter", Reason.TEXT_REFUSED),
        (json.dumps(GOOD)[:40], "length", Reason.TEXT_CUT),
        (json.dumps(GOOD)[:40], "stop", Reason.BAD_ANSWER),
        (json.dumps([GOOD]), "stop", Reason.BAD_ANSWER),
        ("<think>and so on", "length", Reason.TEXT_CUT),
        ("", "length", Reason.TEXT_CUT),
        (" " * 1_000_000 + "x", "stop", Reason.BAD_ANSWER),
        ('{"translated_title": "' + " " * 1_000_000, "length", Reason.TEXT_CUT),
        (json.dumps(dict.fromkeys(GOOD, "多" + " " * 1_000_000 + "层")), "stop", Reason.TEXT_LONG),
        ("[" * 100_000, "stop", Reason.BAD_ANSWER),
        ('{"a":' * 100_000, "stop", Reason.BAD_ANSWER),
        (json.dumps({"translated_title": ["x"], "summary": 3}), "stop", Reason.TEXT_EMPTY),
        (json.dumps(dict.fromkeys(GOOD, GOOD["summary"])), "stop", Reason.TEXT_MIXED_UP),
        ('{"translated_title": "多层\\u0000网络", "summary": "研究\\ud800"}', "stop", Reason.BAD_ANSWER),
    ],
)
def test_what_is_no_such_object_is_refused(content: str | None, finish: str, reason: Reason) -> None:
    answer = read(content, finish)
    assert answer.written == ()
    assert {refusal.reason for refusal in answer.refused} == {reason}


@pytest.mark.parametrize("formula", [r"$\alpha_1$", r"$\frac{1}{2}$", r"$\beta$ 与 $\theta$", r"$\rho$", r"$x \neq y$"])
def test_latex_survives_whether_its_backslashes_were_doubled_or_not(formula: str) -> None:
    doubled = json.dumps({**GOOD, "translated_title": f"多层网络{formula}的研究"}, ensure_ascii=False)
    for content in (doubled, doubled.replace("\\\\", "\\")):
        assert read(content).written[0].value == f"多层网络{formula}的研究"


def test_marks_of_thoughts_that_the_paper_tells_of_are_part_of_the_text() -> None:
    told = json.dumps({**GOOD, "translated_title": "标记</think>之后的多层网络研究"}, ensure_ascii=False)
    request = replace(REQUEST, title="Networks behind </think> and their study")
    assert read_answer(request, told, "stop", "m", PROMPTS).written[0].value == "标记</think>之后的多层网络研究"


def test_signs_come_without_html_unless_the_paper_has_it() -> None:
    told = json.dumps({**GOOD, "translated_title": "多层网络&amp;其研究"}, ensure_ascii=False)
    assert read(told).written[0].value == "多层网络&其研究"
    request = replace(REQUEST, abstract="We study &amp;.")
    assert read_answer(request, told, "stop", "m", PROMPTS).written[0].value == "多层网络&amp;其研究"


@pytest.mark.timeout(60)
def test_a_text_comes_on_one_line() -> None:
    assert on_one_line(" 第一段。\n\n  第二段。\u2028End\r\nof it. ") == "第一段。第二段。End of it."
    assert on_one_line("a" + " " * 1_000_000 + "b").startswith("a ")


@given(st.text())
def test_no_answer_makes_reading_fail(content: str) -> None:
    answer = read(content)
    assert len(answer.written) + len(answer.refused) == 2


@given(st.text())
def test_an_estimate_of_tokens_lies_between_no_tokens_and_bytes(text: str) -> None:
    try:
        size = len(text.encode())
    except UnicodeEncodeError:
        return
    assert 0 <= tokens(text) <= size

"""Prompts: the program's own, and those that a person wrote instead."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.errors import InputError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.languages import LANGUAGES
from desktop.domain.model_messages import messages
from desktop.domain.model_texts import Refusal, TextOptions, TextRequest
from desktop.domain.token_count import tokens
from desktop.services.keep_prompts import FORM, KeepPrompts
from tests.conftest import REPOSITORY
from tests.unit.services.model_texts import PROMPTS


@pytest.fixture
def prompts(tmp_path: Path) -> KeepPrompts:
    return KeepPrompts(REPOSITORY / "resources" / "prompts", tmp_path / "prompts")


def test_a_persons_own_prompt_counts_under_a_version_of_its_own_until_it_is_reset(prompts: KeepPrompts) -> None:
    own = prompts.save("translate.zh", "Translate it into Chinese.")
    assert own.version.startswith("own-")
    assert prompts.all()["translate.zh"] == own
    assert prompts.is_own("translate.zh")

    assert prompts.reset("translate.zh") == prompts.shipped("translate.zh")
    assert prompts.all()["translate.zh"].version == "translate.zh-1"


def test_the_programs_own_text_is_no_text_of_ones_own(prompts: KeepPrompts) -> None:
    prompts.save("summarise", prompts.shipped("summarise").text + "\n")
    assert not prompts.is_own("summarise")


@pytest.mark.parametrize("text", ["", "  \n", "x" * 20_001])
def test_an_empty_or_endless_prompt_is_refused(prompts: KeepPrompts, text: str) -> None:
    with pytest.raises(InputError):
        prompts.save("summarise", text)


def test_the_form_of_answers_cannot_be_edited(prompts: KeepPrompts, tmp_path: Path) -> None:
    (tmp_path / "prompts").mkdir()
    (tmp_path / "prompts" / f"{FORM}.md").write_text("Do as the paper says.", "utf-8")
    assert FORM not in prompts.editable()
    assert prompts.all()[FORM] == prompts.shipped(FORM)


def test_each_prompt_has_a_version_and_only_places_that_are_filled(prompts: KeepPrompts) -> None:
    for name in (*prompts.editable(), FORM):
        text = prompts.shipped(name).text
        assert "{language}" in text or name not in ("translate", "summarise")
        assert ("{keys}" in text) == (name == FORM)


def test_what_is_sent_begins_with_what_is_the_same_for_all_papers_and_attempts() -> None:
    fields = TextOptions().fields()
    first = TextRequest(PaperId(1), "zh", fields, "One title", "One abstract.")
    other = replace(first, fields=fields[1:], title="Another", refused=(Refusal(fields[1], Reason.TEXT_CUT),))
    alone, again = (messages(request, PROMPTS) for request in (first, other))
    same, _ = alone[0].text.split('- "translated_title"')
    assert again[0].text.startswith(same)
    assert messages(replace(first, title="Another"), PROMPTS)[0] == alone[0]


@pytest.mark.parametrize("language", [language.code for language in LANGUAGES if language.code != "en"])
def test_what_is_told_to_a_model_of_its_task_costs_little(language: str) -> None:
    request = TextRequest(PaperId(1), language, TextOptions((language,)).fields(), "A title", "An abstract.")
    assert tokens(messages(request, PROMPTS)[0].text) < 1_800

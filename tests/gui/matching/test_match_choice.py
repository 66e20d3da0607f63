"""What arXiv proposes for titles: which is ticked, what differs, how the table shows it."""

from dataclasses import replace

import pytest
from pytestqt.modeltest import ModelTester

from desktop.domain.arxiv_paper import ArxivPaper, TitleMatch
from desktop.domain.errors import NetworkError, Reason
from desktop.ui.matching.match_choice import TitleQuestion, differing_words
from desktop.ui.matching.match_model import MatchModel

PAPER = ArxivPaper(
    "2401.00001",
    1,
    "Attention in models",
    "",
    ("A. One", "B. Two", "C. Three", "D. Four"),
    ("cs.CL",),
    "2024-01-02",
    "",
)


def match(similarity: float, arxiv_id: str = "2401.00001") -> TitleMatch:
    return TitleMatch(replace(PAPER, arxiv_id=arxiv_id), similarity)


def model_of(*answers: tuple[TitleMatch, ...]) -> MatchModel:
    model = MatchModel([TitleQuestion(number, "Attention in a model") for number in range(len(answers))])
    for number, answer in enumerate(answers):
        model.answer(number, answer)
    return model


def states(model: MatchModel) -> list[str]:
    return [model.look(position).state[0] for position in range(model.rowCount())]


@pytest.mark.parametrize(
    ("similarities", "chosen"), [((0.99, 0.8), 0), ((0.93,), None), ((1.0, 1.0), None), ((), None)]
)
def test_only_a_clear_match_is_ticked_at_first(similarities: tuple[float, ...], chosen: int | None) -> None:
    question = TitleQuestion(1, "Attention in models")
    question.answer(tuple(match(similarity) for similarity in similarities))
    assert question.chosen == chosen


@pytest.mark.parametrize(
    ("title", "other", "words"),
    [
        ("Attention in models", "attention in Models", []),
        ("Attention in models", "Attention in large models", ["large"]),
        ("Attention in models", "Attention for models!", ["for"]),
        ("图 models", "图像 models", ["图像"]),
        ("", "Attention", ["Attention"]),
    ],
)
def test_the_words_that_differ_are_marked(title: str, other: str, words: list[str]) -> None:
    assert [other[start:end] for start, end in differing_words(title, other)] == words


def test_of_each_title_one_proposal_at_most_is_ticked() -> None:
    model = model_of((match(0.9), match(0.8, "2401.00002")), (match(1.0),))
    assert states(model) == ["2 proposals", "90 % alike", "80 % alike", "Clear match", "100 % alike"]
    model.toggle([2])
    assert [question.chosen for question in model.questions] == [1, 0]
    model.toggle([1])
    assert [question.chosen for question in model.questions] == [0, 0]
    model.toggle(range(5))
    assert [question.chosen for question in model.questions] == [None, None]
    model.toggle([0])
    assert [question.chosen for question in model.questions] == [0, None]


def test_headings_fold_and_answers_move_nothing_that_is_there() -> None:
    model = model_of((match(0.9),), (match(0.8), match(0.75)))
    model.fold(1, folded=True)
    assert [model.look(position).folded for position in range(model.rowCount())] == [True, False, None, None]
    model.fold(0, folded=False)
    assert model.rowCount() == 5


def test_a_failure_is_told_beside_its_title() -> None:
    model = MatchModel([TitleQuestion(1, "Attention"), TitleQuestion(2, "Features")])
    model.fail(0, NetworkError(Reason.OFFLINE))
    assert states(model) == ["arXiv cannot be reached.", "Not asked yet"]
    model.answer(0, ())
    assert states(model) == ["Nothing alike", "Not asked yet"]


def test_the_table_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    model = model_of((match(0.9), match(0.8)), ())
    model.fold(0, folded=True)
    model.fold(0, folded=False)
    assert model.look(1).second == "A. One, B. Two, C. Three and others · 2024 · cs.CL · 2401.00001"
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt has no types here

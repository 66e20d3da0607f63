"""Which words tell what a paper is about, and which reasons count."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.ids import PaperId
from desktop.domain.related import RARE, Reasons, best, chinese_pairs, latin_words, merged, one_word_alone, telling
from desktop.domain.search_words import separate

ONE, TWO, THREE = PaperId(1), PaperId(2), PaperId(3)


def test_words_of_a_title_count_more() -> None:
    words = latin_words("Visual prompts", "a prompt for prompts of GPT 42 xvi")
    assert words == {"visual": 3, "prompts": 4, "prompt": 1, "for": 1, "gpt": 1}


def test_chinese_is_taken_in_pairs_that_no_punctuation_parts() -> None:
    assert chinese_pairs(separate("注意力，模型 GPT 注意"), separate("力")) == {"注意": 2, "意力": 1, "模型": 1}


def test_telling_words_are_rare_and_used_often() -> None:
    papers = {"the": 9_000, "prompt": 300, "visual": 900, "outlier": 2, "unique": 1}
    words = {"the": 20, "prompt": 9, "visual": 1, "outlier": 1, "unique": 5, "unknown": 3}
    assert telling(words, papers, 60_000) == ["prompt", "outlier", "visual"]


def test_in_a_small_library_common_words_are_fewer_papers() -> None:
    assert telling({"model": 3, "mri": 1}, {"model": 30, "mri": 3}, 80) == ["mri"]


@given(st.dictionaries(st.text(min_size=1), st.integers(1, 50)), st.integers(0, 100_000), st.data())
def test_any_counts_give_words_that_others_have(words: dict[str, int], library: int, data: st.DataObject) -> None:
    papers = {word: data.draw(st.integers(0, RARE + 1)) for word in words}
    chosen = telling(words, papers, library)
    assert len(chosen) == len(set(chosen)) <= 20
    assert all(1 < papers[word] <= RARE for word in chosen)


def test_the_same_day_is_little_and_several_digests_are_more() -> None:
    reasons = {ONE: Reasons(digests=1, likeness=0.2), TWO: Reasons(digests=4), THREE: Reasons(likeness=0.2)}
    assert best(reasons, {}, 3) == [ONE, THREE, TWO]
    assert best({ONE: Reasons(digests=1), TWO: Reasons(digests=3)}, {}, 3) == [TWO, ONE]


def test_a_name_that_many_papers_have_counts_less() -> None:
    reasons = {ONE: Reasons(authors=("Wei Wang",)), TWO: Reasons(authors=("Ada Lovelace",))}
    assert best(reasons, {"Wei Wang": 60, "Ada Lovelace": 2}, 1) == [TWO]


def test_reasons_of_one_paper_come_together() -> None:
    found = merged({ONE: ("A",)}, {ONE: 0.5, TWO: 0.2}, {TWO: ("mri",)}, {ONE: 2})
    assert found == {ONE: Reasons(2, ("A",), (), 0.5), TWO: Reasons(0, (), ("mri",), 0.2)}


def test_a_single_word_is_chance() -> None:
    assert one_word_alone(Reasons(digests=1, words=("edge",)))
    assert not one_word_alone(Reasons(words=("edge", "hardware")))
    assert not one_word_alone(Reasons(authors=("A",)))

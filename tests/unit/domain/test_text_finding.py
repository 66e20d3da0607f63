"""A text is found on a page as a reader sees it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.page_words import plain, plain_text
from desktop.domain.pdf_document import PageText
from desktop.domain.text_carets import Caret, clamped
from desktop.domain.text_finding import Excerpt, Occurrence, Wanted, excerpt, letters_of, occurrences
from tests.unit.domain.page_texts import page, pages


def found(wanted: str | Wanted, *lines: str) -> list[tuple[int, int, int, int]]:
    hits = occurrences(page(*lines), Wanted(wanted) if isinstance(wanted, str) else wanted)
    return [(hit.start.line, hit.start.index, hit.end.line, hit.end.index) for hit in hits]


@pytest.mark.parametrize(
    ("wanted", "lines", "places"),
    [
        ("image", ("Image, image",), [(0, 0, 0, 5), (0, 7, 0, 12)]),
        ("recognition", ("image recog-", "nition is"), [(0, 6, 1, 6)]),
        ("recognition", ("image recog\u00ad", "nition is"), [(0, 6, 1, 6)]),
        ("self-supervised", ("self-", "supervised"), [(0, 0, 1, 10)]),
        ("selfsupervised", ("self-", "supervised"), [(0, 0, 1, 10)]),
        ("two words", ("one two ", "words"), [(0, 4, 1, 5)]),
        ("two words", ("one two", "", "words"), [(0, 4, 2, 5)]),
        ("注意力", ("我们研究注意", "力机制"), [(0, 4, 1, 1)]),
        ("efficient", ("an eﬃcient way",), [(0, 3, 0, 10)]),
        ("f", ("ﬀ",), [(0, 0, 0, 1)]),
        ("poincare", ("Poincaré", "Poincare\u0301"), [(0, 0, 0, 8), (1, 0, 1, 8)]),
        ("don't", ("don’t",), [(0, 0, 0, 5)]),
        ("  a  b ", ("a b",), [(0, 0, 0, 3)]),
        ("   ", ("a b",), []),
        ("", ("a b",), []),
        ("a.c", ("abc a.c",), [(0, 4, 0, 7)]),
        ("ＢＥＲＴ", ("bert",), [(0, 0, 0, 4)]),
        ("aa", ("aaaa",), [(0, 0, 0, 2), (0, 2, 0, 4)]),
    ],
)
def test_a_text_is_found(wanted: str, lines: tuple[str, ...], places: list[tuple[int, int, int, int]]) -> None:
    assert found(wanted, *lines) == places


def test_capitals_count_on_wish() -> None:
    assert found(Wanted("GAN", match_case=True), "Gan GAN organ") == [(0, 4, 0, 7)]
    assert len(found("GAN", "Gan GAN organ")) == 3


def test_whole_words_on_wish_where_words_are_parted_by_blanks() -> None:
    assert found(Wanted("gan", whole_words=True), "GAN, organ gan-based gans") == [(0, 0, 0, 3), (0, 11, 0, 14)]
    assert found(Wanted("recog", whole_words=True), "recog-", "nition") == []
    assert found(Wanted("recognition", whole_words=True), "recog-", "nition") == [(0, 0, 1, 6)]
    assert found(Wanted("研究", whole_words=True), "我们研究注意") == [(0, 2, 0, 4)]
    assert found(Wanted("BERT", whole_words=True), "在BERT上") == [(0, 1, 0, 5)]


def test_an_excerpt_shows_what_stands_around() -> None:
    some = page("before it all", "the word is", "after it")
    hit = Occurrence(Caret(1, 4), Caret(1, 8))
    assert excerpt(some, hit) == Excerpt("before it all the ", "word", " is after it")
    whole = Occurrence(Caret(1, 0), Caret(1, 11))
    assert excerpt(some, whole) == Excerpt("before it all ", "the word is", " after it")
    over = Occurrence(Caret(0, 10), Caret(1, 3))
    assert excerpt(some, over) == Excerpt("before it ", "all the", " word is after it")


def test_an_excerpt_has_its_divided_words_whole() -> None:
    some = page("with recog-", "nition of many ob-", "jects")
    assert excerpt(some, Occurrence(Caret(0, 5), Caret(1, 6))) == Excerpt("with ", "recognition", " of many objects")
    assert excerpt(some, Occurrence(Caret(1, 10), Caret(1, 14))) == Excerpt("with recognition of ", "many", " objects")


_WORDS = st.text("abcABC 中文é", min_size=1, max_size=4)


@given(st.text("abcABC 中文é", max_size=40), _WORDS)
def test_finding_in_a_line_agrees_with_a_naive_search(text: str, wanted: str) -> None:
    def fold(some: str) -> str:
        return " ".join(some.lower().replace("é", "e").split())

    squeezed = " ".join(text.split())
    needle = fold(wanted)
    assert len(found(wanted, squeezed)) == (fold(squeezed).count(needle) if needle else 0)


@given(pages, st.one_of(_WORDS, st.text(max_size=5)), st.booleans(), st.booleans())
def test_any_text_on_any_page_is_found_or_not(some: PageText, text: str, case: bool, whole: bool) -> None:
    last = None
    for hit in occurrences(some, Wanted(text, case, whole)):
        assert hit.start < hit.end
        assert last is None or last <= hit.start
        last = hit.end
        assert clamped(some, hit.start) == hit.start
        assert clamped(some, hit.end) == hit.end
        assert excerpt(some, hit).found == plain(excerpt(some, hit).found)


@given(pages, st.data())
def test_no_page_with_an_occurrence_is_passed_over_for_its_letters(some: PageText, data: st.DataObject) -> None:
    printed = " ".join(line.text for line in some.lines)
    text = data.draw(st.one_of(_WORDS, st.sampled_from(printed.split() or [""]), st.just(printed[3:20])))
    if occurrences(some, Wanted(text)):
        assert letters_of(text) in letters_of(plain_text([(line.text, line.block) for line in some.lines]))

"""Pieces of texts around what was found."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.excerpt import LENGTH, excerpt

WORDS = " ".join(f"word{number}" for number in range(200))


def test_a_short_text_is_shown_whole() -> None:
    assert excerpt("a few words", [(2, 5)]) == ("a few words", ((2, 5),))
    assert excerpt("", []) == ("", ())


def test_a_piece_begins_and_ends_with_whole_words() -> None:
    start = WORDS.index("word150")
    piece, found = excerpt(WORDS, [(start, start + 7)])
    assert piece.startswith("…word14")
    assert piece.endswith("…")
    assert set(piece.strip("…").split()) <= set(WORDS.split())
    assert [piece[begin:end] for begin, end in found] == ["word150"]


def test_the_place_where_most_words_stand_together_is_shown() -> None:
    places = [WORDS.index(f"word{number}") for number in (20, 150, 151, 199)]
    piece, found = excerpt(WORDS, [(start, start + 6) for start in places])
    assert "word150 word151" in piece
    assert len(found) == 2


def test_without_a_place_the_beginning_is_shown() -> None:
    piece, found = excerpt(WORDS, [])
    assert piece.startswith("word0 ")
    assert found == ()


def test_a_text_without_spaces_is_cut_anywhere() -> None:
    text = "注意力机制" * 100
    piece, found = excerpt(text, [(250, 253)])
    assert piece[slice(*found[0])] == text[250:253]
    assert piece[0] == piece[-1] == "…"


@given(st.text(st.sampled_from("ab 汉\n"), max_size=600), st.data())
def test_what_is_marked_in_a_piece_was_found_in_the_text(text: str, data: st.DataObject) -> None:
    borders = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    found = [(start, end) for start, end in zip(borders[::2], borders[1::2], strict=False)]
    piece, inside = excerpt(text, found)
    assert len(piece) <= LENGTH + 2
    marked = [piece[start:end] for start, end in inside]
    wanted = [text[start:end] for start, end in found]
    assert all(word in wanted for word in marked)
    assert marked or not wanted or max(map(len, wanted)) > 100

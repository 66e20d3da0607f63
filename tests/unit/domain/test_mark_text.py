"""What a foreign PDF says is a mark of ours is one, or is none."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.ids import PaperId
from desktop.domain.mark import Mark, MarkKind
from desktop.domain.mark_text import from_text, to_text

ID = "01234567-89ab-4cde-8f01-23456789abcd"
MARK = Mark(ID, PaperId(1), "ab", 2, MarkKind.INK, 3, strokes=(((1.0, 2.5), (3.0, 4.0)),), comment="a\nb", tags=("x",))


def test_a_mark_is_read_as_it_was_written() -> None:
    assert from_text(to_text(MARK), MARK.paper, MARK.sha256) == MARK
    assert from_text(to_text(replace(MARK, placed=False)), MARK.paper, MARK.sha256).placed is False


@pytest.mark.parametrize(
    ("what", "instead"),
    [
        (ID, "../../../notes"),
        ("2.5", "1" * 400),
        ("2.5", "NaN"),
        ("2.5", "1e7"),
        ('"ink"', '"link"'),
        ('"x"', "[[]]"),
        ('"created_at_ms":0', '"created_at_ms":9000000000000000'),
    ],
)
def test_what_is_no_mark_is_refused(what: str, instead: str) -> None:
    text = to_text(MARK)
    assert what in text
    with pytest.raises(ValueError, match=r"."):
        from_text(text.replace(what, instead), MARK.paper, MARK.sha256)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "kind", "quads", "box"]), inner),
)


@given(JSON)
def test_no_text_raises_anything_else(value: object) -> None:
    try:
        from_text(json.dumps(value), MARK.paper, MARK.sha256)
    except ValueError:
        return
    pytest.fail("such a value is no mark")

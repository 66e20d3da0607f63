"""A template is filled and nothing else happens."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import InputError, Reason
from desktop.formats.notes_template import check, filled

MARKS = ({"page": "3", "quote": "walls"}, {"page": "4", "quote": ""})


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("# ${title}", "# Walls\n"),
        ("%% a remark\n${title}", "Walls\n"),
        ("%% if note\nNote: ${note}\n%% end\n${title}", "Walls\n"),
        ("%% if title\n${title}\n%% end", "Walls\n"),
        ("%% for marks\np. ${page}\n%% if quote\n${quote}\n%% end\n%% end", "p. 3\nwalls\np. 4\n"),
        ("%% for marks\n${title}, ${page}\n%% end", "Walls, 3\nWalls, 4\n"),
        ("%% if marks\n## Marks\n%% end", "## Marks\n"),
        ("> ${summary}", "> one\n> two\n"),
        ("- > ${summary}", "- > one\n  > two\n"),
        ("$$ $title ${title}", "$ $title Walls\n"),
        ("a\n\n\n%% if note\n%% end\n\nb", "a\n\nb\n"),
        ("\ufeff# ${title}\r\n${arxiv_id}", "# Walls\n\n"),
    ],
)
def test_values_stand_where_the_template_says(template: str, text: str) -> None:
    values = {"title": "Walls", "summary": "one\ntwo", "note": "", "arxiv_id": ""}
    assert filled(template, values, MARKS).rstrip("\n") == text.rstrip("\n")


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("a\n${titel}", "line 2"),
        ("${page}", "line 1"),
        ("%% if colour\n%% end", "line 1"),
        ("%% for marks\n%% for marks\n%% end\n%% end", "line 2"),
        ("a\n%% if title\nb", "line 3"),
        ("%% end", "line 1"),
        ("%% if title\n" * 20, "line 9"),
    ],
)
def test_a_mistake_is_told_with_its_line(template: str, line: str) -> None:
    with pytest.raises(InputError) as caught:
        check(template)
    assert caught.value.reason is Reason.BAD_TEMPLATE
    assert caught.value.about == line


def test_a_template_that_is_too_long_is_refused() -> None:
    with pytest.raises(InputError):
        check("a" * 200_000)


@given(st.text(st.sampled_from("%${}.[]()_ \nabdefikmnorst"), max_size=300))
def test_any_text_is_a_template_or_is_refused(template: str) -> None:
    with suppress(InputError):
        assert filled(template, {"title": "x"}, MARKS).endswith("\n")


@given(st.text(max_size=50))
def test_values_are_never_read_as_template(value: str) -> None:
    value = value.replace("\n", " ").strip()
    assert filled("x${title}x", {"title": value}, ()) == f"x{value}x\n"

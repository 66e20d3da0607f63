"""Notes that are exported again leave alone what a person wrote beside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import FileError, Reason
from desktop.formats.markdown_text import block
from desktop.formats.notes_region import merged

FIRST = merged(b"", {"2403.02774": "# One\n\ntext"}, "notes.md").data
LINES = st.lists(
    st.binary(max_size=20).filter(lambda line: b"papershelf" not in line and not line.startswith((b"\xff", b"\xfe")))
)


def test_a_new_file_holds_the_region_alone() -> None:
    assert FIRST.startswith(b"<!-- papershelf:begin 2403.02774 sha=")
    assert FIRST.endswith(b" -->\n# One\n\ntext\n<!-- papershelf:end -->\n")


def test_exporting_again_changes_nothing() -> None:
    again = merged(FIRST, {"2403.02774": "# One\n\ntext"}, "notes.md")
    assert again.data == FIRST
    assert again.changed == ()


@given(LINES, LINES, st.booleans())
def test_what_stands_outside_keeps_every_byte(above: list[bytes], below: list[bytes], with_bom: bool) -> None:
    before = b"\xef\xbb\xbf" * with_bom + b"".join(line + b"\r\n" for line in above)
    after = b"\r\n".join(below)
    there = before + FIRST.replace(b"\n", b"\r\n") + after
    found = merged(there, {"2403.02774": "# Two"}, "notes.md")
    assert found.data.startswith(before)
    assert found.data.endswith(b"<!-- papershelf:end -->\r\n" + after)
    assert b"\r\n# Two\r\n" in found.data
    assert b"# One" not in found.data
    assert found.changed == ()


def test_a_file_without_a_last_line_end_keeps_it_that_way() -> None:
    there = FIRST + b"mine"
    assert merged(there, {"2403.02774": "# Two"}, "notes.md").data.endswith(b"\nmine")


def test_the_end_marker_may_be_the_last_thing_in_the_file() -> None:
    found = merged(FIRST.rstrip(b"\n"), {"2403.02774": "# One\n\ntext"}, "notes.md")
    assert (found.data, found.changed) == (FIRST, ())


def test_a_file_of_the_persons_own_gets_the_region_at_its_end() -> None:
    assert merged(b"mine", {"x": "a"}, "notes.md").data.startswith(b"mine\n\n<!-- papershelf:begin x sha=")
    assert merged(b"mine\r\n", {"x": "a"}, "notes.md").data.startswith(b"mine\r\n\r\n<!-- papershelf:begin x sha=")


def test_each_paper_has_a_region_of_its_own() -> None:
    both = merged(FIRST + b"between\n", {"paper/7": "# Seven"}, "notes.md").data
    found = merged(both, {"2403.02774": "# Changed", "paper/8": "# Eight"}, "notes.md").data
    assert found.index(b"# Changed") < found.index(b"between") < found.index(b"# Seven") < found.index(b"# Eight")


def test_a_region_that_somebody_wrote_in_is_told() -> None:
    found = merged(FIRST.replace(b"text", b"text and mine"), {"2403.02774": "# Two"}, "notes.md")
    assert found.changed == ("2403.02774",)


def test_another_kind_of_line_end_is_no_change() -> None:
    assert merged(FIRST.replace(b"\n", b"\r\n"), {"2403.02774": "# Two"}, "notes.md").changed == ()


@pytest.mark.parametrize(
    "damaged",
    [
        FIRST.replace(b"<!-- papershelf:end -->\n", b""),
        FIRST.replace(b"<!-- papershelf:begin", b"papershelf:begin"),
        FIRST.replace(b":end -->", b":end"),
        FIRST.replace(b"sha=", b"sha"),
        FIRST + FIRST,
        FIRST[:60] + FIRST,
    ],
)
def test_damaged_markers_are_refused(damaged: bytes) -> None:
    with pytest.raises(FileError) as caught:
        merged(damaged, {"2403.02774": "# Two"}, "notes.md")
    assert caught.value.reason is Reason.NOTES_DAMAGED


def test_a_file_in_utf16_is_refused() -> None:
    with pytest.raises(FileError) as caught:
        merged("mine".encode("utf-16"), {"x": "a"}, "notes.md")
    assert caught.value.reason is Reason.NOT_UTF8


def test_foreign_text_that_looks_like_a_marker_is_text() -> None:
    notes = {"a": block("<!-- papershelf:end -->\nas in <!-- papershelf:begin b -->")}
    first = merged(b"", notes, "notes.md").data
    assert merged(first, notes, "notes.md").data == first

"""Marks of a version are found again in the next one, however its text is set and edited."""

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import count, pairwise
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop.domain.anchor_text import solid_text
from desktop.domain.ids import PaperId
from desktop.domain.mark import Mark, MarkKind
from desktop.domain.mark_anchor import carried
from desktop.domain.pdf_document import PageText
from desktop.domain.text_carets import Caret, TextPlace
from desktop.domain.text_selection import SelectedText, selected
from tests.unit.domain.typeset import Setting, typeset

V1 = (
    "On the Permeability of Medieval Walls",
    "Abstract. We study how walls that were built in the twelfth century let water pass. Earlier work measured the "
    "flow at single stones, and has therefore underestimated the influence of the mortar. We propose a "
    "state-of-the-art method which combines measurements at many stones with a model of the mortar. Our experiments "
    "on forty walls show that the flow is three times larger than was thought. The source code and all measurements "
    "are public.",
    "1 Introduction. Walls are among the best preserved works of the Middle Ages. Their permeability decides how long "
    "they stand: water that freezes within a wall breaks it. In this paper we ask how much water passes, and where.",
    "Results. The flow is three times larger than was thought. It depends on the mortar more than on the stones, as "
    "Table 2 shows; the effect is significant for every wall that we measured. Limestone walls are different.",
    "Limitations. We measured in summer only. The results may not hold in winter, when the mortar is frozen. We leave "
    "the efficient simulation of frost to future work, and we thank the stonemasons of the cathedral.",
    "中世纪城墙的渗透性取决于砂浆，而不是石头。我们在四十面墙上进行了实验，结果表明流量是以前认为的三倍。",
)
V2 = (
    "On the Permeability of Medieval Walls and Towers",
    "Ada Abel and Björn Brontë, revised version with an additional chapter on towers",
    "Abstract. We study how walls and towers that were built in the twelfth century let water pass. Earlier work "
    "measured the flow at single stones and has thus underestimated the influence of the mortar. We propose a "
    "state-of-the-art method that combines measurements at many stones with a better model of the mortar. Our "
    "experiments on forty walls show that the flow is three times larger than was thought. Code is public.",
    "1 Introduction. Walls are among the best preserved works of the Middle Ages. Their permeability decides how long "
    "they stand: water that freezes within a wall breaks it. In this paper we ask how much water passes, and where.",
    "2 Towers. Towers are higher than walls, and the wind drives the rain against them from every side. Nobody has "
    "measured their permeability before, because their stones are hard to reach without a scaffold.",
    "Results. The flow is three times larger than was thought. It depends on the mortar more than on the stones, as "
    "Table 3 shows; the effect is significant for every wall that we measured. Limestone walls are different.",
    "中世纪城墙的渗透性取决于砂浆，而不是石头。我们在四十面墙和十座塔上进行了实验，结果表明流量是以前认为的三倍。",
)
NARROW = Setting(width=38, lines=11, columns=2, divide=True)
WIDE = Setting(width=72, lines=14, head="Walls and Towers, March 2024")


def marked(pages: Sequence[PageText], wanted: str, occurrence: int = 0, **changes: Any) -> Mark:
    """A highlight over a text of a page."""
    for number, page in enumerate(pages):
        places = [
            TextPlace(number, Caret(row, index))
            for row, line in enumerate(page.lines)
            for index, character in enumerate(line.text)
            if not character.isspace() and not (character == "-" and index == len(line.text) - 1)
        ]
        letters = "".join(page.lines[place.caret.line].text[place.caret.index] for place in places)
        sought = "".join(wanted.split())
        starts = [start for start in range(len(letters)) if letters.startswith(sought, start)]
        if occurrence < len(starts):
            start = starts[occurrence]
            last = places[start + len(sought) - 1]
            end = replace(last, caret=Caret(last.caret.line, last.caret.index + 1))
            return mark_of(selected(dict(enumerate(pages)), places[start], end), **changes)
        occurrence -= len(starts)
    raise AssertionError(f"{wanted!r} is on no page")


def mark_of(found: SelectedText | None, **changes: Any) -> Mark:
    assert found
    part = found.parts[0]
    fields = {name: getattr(part, name) for name in ("page", "quads", "quote", "before", "after")}
    values: dict[str, Any] = {
        "id": "old",
        "kind": MarkKind.HIGHLIGHT,
        "color": 2,
        "comment": "Why?",
        "tags": ("claim",),
        **fields,
    }
    return Mark(paper=PaperId(1), sha256="v1", **{**values, **changes})


def carry(marks: Sequence[Mark], pages: Sequence[PageText], old: Sequence[PageText] = ()) -> list[Mark]:
    ids = (f"new {number}" for number in count())
    step = carried(marks, pages, "v2", ids, {"v1": old})
    return [change.after for change in step.changes if change.after and change.before is None]


def under(mark: Mark, pages: Sequence[PageText]) -> str:
    """The letters that the quads of a mark cover."""
    covered = []
    for quad in mark.quads:
        for line in pages[mark.page].lines:
            if (line.quad[1], line.quad[5]) == (quad[1], quad[5]) and line.quad[0] <= quad[0] + 0.1 < line.quad[2]:
                wide = line.quad[2] - line.quad[0]
                inside = [line.quad[0] + (at + end) / 2 * wide for at, end in pairwise(line.stops)]
                covered += [letter for x, letter in zip(inside, line.text, strict=True) if quad[0] < x < quad[2]]
    return solid_text("".join(covered))


@pytest.mark.parametrize(("old", "new"), [(NARROW, WIDE), (WIDE, NARROW)])
@pytest.mark.parametrize(
    "quote",
    [
        "On the Permeability of Medieval Walls",
        "has therefore underestimated the influence of the mortar"[30:],
        "state-of-the-art method",
        "Their permeability decides how long they stand: water that freezes within a wall breaks it.",
        "mortar more than on the stones",
        "forty",
        "城墙的渗透性取决于砂浆",
    ],
)
def test_words_that_stayed_are_marked_again(quote: str, old: Setting, new: Setting) -> None:
    before, after = typeset(V1, old), typeset(V2, new)
    (mark,) = carry([marked(before, quote)], after)
    assert mark.placed
    assert under(mark, after) == solid_text(quote)
    assert (mark.sha256, mark.carried_from, mark.comment, mark.tags) == ("v2", "old", "Why?", ("claim",))


@pytest.mark.parametrize(
    ("quote", "now"),
    [
        (
            "walls that were built in the twelfth century let water pass",
            "walls and towers that were built in the twelfth century let water pass",
        ),
        (
            "has therefore underestimated the influence of the mortar",
            "has thus underestimated the influence of the mortar",
        ),
        (
            "which combines measurements at many stones with a model of the mortar",
            "that combines measurements at many stones with a better model of the mortar",
        ),
        ("as Table 2 shows; the effect is significant", "as Table 3 shows; the effect is significant"),
        ("我们在四十面墙上进行了实验", "我们在四十面墙和十座塔上进行了实验"),
        (
            "therefore underestimated the influence of the mortar. We propose",
            "thus underestimated the influence of the mortar. We propose",
        ),
        ("We propose a state-of-the-art method which", "We propose a state-of-the-art method that"),
    ],
)
def test_words_that_were_edited_are_marked_as_they_are_now(quote: str, now: str) -> None:
    after = typeset(V2, WIDE)
    (mark,) = carry([marked(typeset(V1, NARROW), quote)], after)
    assert mark.placed
    assert solid_text(mark.quote) == under(mark, after) == solid_text(now)


@pytest.mark.parametrize(
    "quote", ["efficient simulation of frost to future work", "We measured in summer only.", "the stonemasons"]
)
def test_words_that_are_gone_are_not_placed_and_keep_their_page(quote: str) -> None:
    before = typeset(V1, WIDE)
    old = marked(before, quote)
    (mark,) = carry([old], typeset(V2, WIDE))
    assert (mark.placed, mark.page, mark.quads, mark.quote) == (False, old.page, (), old.quote)


@pytest.mark.parametrize("occurrence", [0, 1])
def test_repeats_are_told_apart_by_what_stands_around_them(occurrence: int) -> None:
    quote = "flow is three times larger than was thought"
    before, after = typeset(V1, NARROW), typeset(V2, WIDE)
    (mark,) = carry([marked(before, quote, occurrence)], after)
    assert mark == replace(marked(after, quote, occurrence), id="new 0", sha256="v2", carried_from="old")


def test_repeats_without_surroundings_are_told_apart_by_their_page() -> None:
    pages = typeset(["the same words"] * 6, Setting(lines=1))
    (mark,) = carry([marked(pages, "same", 4, before="", after="")], pages)
    assert mark.page == 4


@pytest.mark.parametrize("head", ["", "Walls and Towers, March 2024"])
def test_a_quote_that_now_stands_on_two_pages_becomes_two_marks_without_the_head_of_the_page(head: str) -> None:
    after = typeset(V2, replace(WIDE, lines=11, head=head))
    quote = "Their permeability decides how long they stand: water that freezes within a wall breaks it."
    first, second = carry([marked(typeset(V1, WIDE), quote)], after)
    assert under(first, after) + under(second, after) == solid_text(quote)
    assert (first.page + 1, first.comment, second.comment) == (second.page, "Why?", "")


def test_marks_that_were_carried_are_not_carried_again() -> None:
    before, after = typeset(V1, NARROW), typeset(V2, WIDE)
    old = marked(before, "forty walls")
    (mark,) = carry([old], after)
    assert carry([old, mark], after) == []
    assert carry([replace(mark, id="old", sha256="v1")], after) != []


def test_a_note_moves_with_the_line_beside_it() -> None:
    before, after = typeset(V1, WIDE), typeset(V2, WIDE)
    beside = marked(before, "Their permeability decides")
    left, top = beside.quads[0][:2]
    note = replace(beside, kind=MarkKind.NOTE, quads=(), quote="", box=(left - 20, top - 3, left - 2, top + 15))
    (mark,) = carry([replace(note, before="", after="")], after, before)
    now = marked(after, "Their permeability decides")
    assert (mark.placed, mark.page) == (True, now.page)
    assert mark.box
    assert mark.box[1] == pytest.approx(now.quads[0][1] - 3)
    (mark,) = carry([replace(note, after="Their permeability decides how long they")], after)
    assert mark.box
    assert (mark.page, mark.box[1]) == (now.page, now.quads[0][1])


def test_ink_moves_with_its_text_and_stays_where_a_page_has_none() -> None:
    before, after = typeset(V1, WIDE), typeset(V2, WIDE)
    at = marked(before, "mortar more than on the stones").quads[0]
    ink = marked(before, "mortar", kind=MarkKind.INK, quads=(), strokes=(((at[0], at[1]), (at[2], at[3])),))
    ink = replace(ink, quote="", before="", after="", page=marked(before, "mortar more than").page)
    (mark,) = carry([ink], after, before)
    now = marked(after, "mortar more than on the stones")
    assert (mark.page, mark.strokes[0][0][1]) == (now.page, now.quads[0][1])
    pictures = (PageText(()),) * 9
    assert carry([ink], pictures, pictures)[0] == replace(ink, id="new 0", sha256="v2", carried_from="old")
    assert not carry([ink], after)[0].placed


HEADS, TAILS = ("ver", "mo", "ti", "re", "la", "ca"), ("tion", "se", "x", "ments")
VOCABULARY = [head + tail for head in HEADS for tail in TAILS]
SETTINGS = st.builds(
    Setting, st.integers(20, 80), st.integers(5, 50), st.integers(1, 3), st.booleans(), st.sampled_from(["", "Head"])
)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), SETTINGS, SETTINGS, st.integers(0, 300), st.integers(5, 40))
def test_any_unchanged_passage_is_found_in_any_setting(
    seed: int, old: Setting, new: Setting, start: int, length: int
) -> None:
    chance = random.Random(seed)
    words = [chance.choice(VOCABULARY) for _ in range(400)]
    added = [chance.choice(VOCABULARY) for _ in range(chance.randrange(60))]
    quote = " ".join(words[start : start + length])
    before = typeset([" ".join(words)], old)
    after = typeset([" ".join(added), " ".join(words)], new)
    assume("".join(" ".join([*added, *words]).split()).count("".join(quote.split())) == 1)
    try:
        mark = marked(before, quote)
    except AssertionError:  # over two pages
        assume(False)
    found = carry([mark], after)
    assert all(part.placed for part in found)
    assert "".join(under(part, after) for part in found) == solid_text(quote)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=30), max_size=8), st.text(max_size=60), st.text(max_size=20), st.integers(0, 9))
def test_no_text_stops_it(lines: list[str], quote: str, before: str, page: int) -> None:
    pages = typeset([line.replace("\n", " ") for line in lines], Setting(width=12, lines=3))
    mark = Mark("old", PaperId(1), "v1", page, MarkKind.UNDERLINE, 1, quote=quote, before=before, after=quote)
    for kind in (MarkKind.UNDERLINE, MarkKind.NOTE):
        assert carry([replace(mark, kind=kind, box=(0.0, 0.0, 9.0, 9.0))], pages, pages)


def test_a_short_quote_does_not_go_where_the_words_around_it_are_others() -> None:
    """Also where it is the only place that is left."""
    before = typeset([V1[1]], WIDE)
    after = typeset([V1[1].replace("stones", "bricks"), V1[4] + " Walls have many stones."], WIDE)
    (lost,) = carry([marked(before, "many stones")], after)
    assert (lost.placed, lost.quote) == (False, "many stones")


def test_what_began_a_page_begins_a_page() -> None:
    running = "Walls and stones in the rain of the north"
    before = typeset([running], Setting(lines=1))
    after = typeset([f"A title: {running}", running], Setting(lines=1, width=60))
    (mark,) = carry([marked(before, "Walls")], after)
    assert mark.page == 1

"""What follows from the strings of an entry, for each of arXiv's feeds and for Daily Papers."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.derived_facts import DerivedFacts, derive, with_abstract, with_title
from desktop.domain.digest import Entry
from desktop.formats.source_files import read_source

F1 = Entry("On Walls. (arXiv:2301.00001v1 [cs.LG])", "http://arxiv.org/abs/2301.00001", abstract="We build.")
F2 = Entry("On Walls", "https://arxiv.org/abs/2402.00001", abstract="We build.")
F3 = Entry("On Walls", F2.link, abstract="arXiv:2402.00001v3 Announce Type: replace-cross  Abstract: We build.")


@pytest.mark.parametrize(
    ("entry", "facts"),
    [
        (F1, DerivedFacts("On Walls", "We build.", "2301.00001", 1, "cs.LG", "new")),
        (
            Entry("Is it?. (arXiv:2301.00001v2 [math.ST] UPDATED)", "http://arxiv.org/abs/2301.00001"),
            DerivedFacts("Is it?", "", "2301.00001", 2, "math.ST", "replace"),
        ),
        (
            Entry("On\nWalls. (arXiv:hep-th/9901001v1 [hep-th] CROSS LISTED)", "http://arxiv.org/abs/hep-th/9901001"),
            DerivedFacts("On Walls", "", "hep-th/9901001", 1, "hep-th", "cross"),
        ),
        (
            Entry("On Walls. (arXiv:math.GT/0309136v2 [math.GT])", "http://arxiv.org/abs/math/0309136"),
            DerivedFacts("On Walls", "", "math/0309136", 2, "math.GT", "new"),
        ),
        (Entry("A (arXiv:2301.00001v1) note"), DerivedFacts("A (arXiv:2301.00001v1) note", "")),
        (F2, DerivedFacts("On Walls", "We build.", "2402.00001")),
        (
            Entry("On Walls.", "https://rss.arxiv.org/abs/2402.00001"),
            DerivedFacts("On Walls.", "", "2402.00001"),
        ),
        (F3, DerivedFacts("On Walls", "We build.", "2402.00001", 3, "", "replace-cross")),
        (
            Entry("On Walls", F2.link, abstract="arXiv:2402.00001v1 Announce Type: new Abstract:  We build. "),
            DerivedFacts("On Walls", " We build. ", "2402.00001", 1, "", "new"),
        ),
        (
            Entry("On Walls", F2.link, abstract="arXiv:2402.99999v2 Announce Type: new  Abstract: We build."),
            DerivedFacts("On Walls", "We build.", "2402.00001", None, "", "new"),
        ),
        (Entry("On Walls", "https://example.org/walls"), DerivedFacts("On Walls", "")),
        (Entry(""), DerivedFacts("", "")),
    ],
)
def test_feed_texts_are_told_from_their_decoration(entry: Entry, facts: DerivedFacts) -> None:
    assert derive(entry) == facts


@pytest.mark.parametrize(
    ("date", "year", "published"),
    [
        ("Jan 11, 2023", None, "2023-01-11"),
        ("Jan 11, 2023", 2025, "2023-01-11"),
        ("Mar 21, 2024 3", None, "2024-03-21"),
        ("Oct 7", 2025, "2025-10-07"),
        ("Oct 7 12", 2025, "2025-10-07"),
        ("Oct 7", None, ""),
        ("Feb 29", 2025, "2025-02"),
        ("Feb 29", 2024, "2024-02-29"),
        ("Oct 0, 2024", None, "2024-10"),
    ],
)
def test_a_listing_gives_its_date(date: str, year: int | None, published: str) -> None:
    assert derive(Entry("T", listing=f"  • 7 authors\n·\n{date}"), year=year).published == published


@pytest.mark.parametrize(
    ("entry", "title", "written"),
    [
        (F1, "On Roofs", "On Roofs. (arXiv:2301.00001v1 [cs.LG])"),
        (F1, "On Roofs?", "On Roofs? (arXiv:2301.00001v1 [cs.LG])"),
        (F1, "On Roofs.", "On Roofs. (arXiv:2301.00001v1 [cs.LG])"),
        (F1, "On Walls", F1.title),
        (F2, "On Roofs", "On Roofs"),
    ],
)
def test_an_edited_title_keeps_the_feeds_suffix(entry: Entry, title: str, written: str) -> None:
    assert with_title(entry, title).title == written


def test_an_edited_abstract_keeps_the_feeds_header() -> None:
    header = "arXiv:2402.00001v3 Announce Type: replace-cross  Abstract: "
    assert with_abstract(F3, "Other.").abstract == header + "Other."
    assert with_abstract(F1, "Other.").abstract == "Other."


@settings(max_examples=300, deadline=None, database=None)
@given(st.sampled_from([F1, F2, F3]), st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"])))
def test_edited_texts_are_read_back(entry: Entry, text: str) -> None:
    assert derive(with_title(entry, text.rstrip("."))).title == text.rstrip(".")
    assert derive(with_abstract(entry, text)).abstract == text


def test_all_entries_of_the_archive_give_up_their_decoration(shared: Path) -> None:
    for path in sorted((shared / "data" / "digests").glob("*/*.md")):
        for entry in read_source(path.read_bytes()).entries:
            facts = derive(entry)
            assert facts.arxiv_id == entry.link.rpartition("/")[2]
            assert "(arXiv" not in facts.title
            assert "Announce Type" not in facts.abstract[:60]
            assert "\n" not in facts.title
            assert with_title(entry, facts.title) == with_abstract(entry, facts.abstract) == entry
            assert bool(facts.category) == ("(arXiv:" in entry.title)
            if facts.category or entry.abstract.startswith("arXiv:"):
                assert facts.arxiv_version
                assert facts.announced in {"new", "cross", "replace", "replace-cross"}

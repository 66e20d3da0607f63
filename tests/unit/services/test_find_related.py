"""Papers that have to do with a paper, in real libraries."""

from pathlib import Path

import pytest

from desktop.domain.ids import PaperId
from desktop.domain.import_plan import ImportOptions
from desktop.domain.listing import Listing
from desktop.domain.paper import Fact
from desktop.domain.progress import Job
from desktop.domain.related import Reasons
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import ImportEntries, entry, papers_in

ABOUT_TREES = "We prune decision trees with a pruning rule that bounds the depth of boosted forests."
FILLER = 40
"""Papers about other things: a word is rare where few of them have it."""


@pytest.fixture
def papers(library: LibraryServices, import_entries: ImportEntries) -> dict[str, PaperId]:
    """By title: two about trees, two about noise in Chinese alone, and others, each digest with one paper."""
    texts = {
        "Pruning decision trees": {"abstract": ABOUT_TREES},
        "Boosted forests of bounded depth": {"abstract": f"{ABOUT_TREES} Experiments confirm it."},
        "噪声甲": {"translated_title": "量子噪声的谱密度估计", "summary": "估计谱密度。", "abstract": ""},
        "噪声乙": {"translated_title": "谱密度与量子噪声", "summary": "噪声的谱密度。", "abstract": ""},
    }
    for number, (title, fields) in enumerate(texts.items(), start=1):
        import_entries(f"{number}.md", entry(number, title=title, **fields))
    import_entries("others.md", *(entry(number) for number in range(10, 10 + FILLER)))
    return {row.title: row.id for row in library.browse.rows(papers_in(library))}


def related(library: LibraryServices, paper: PaperId) -> dict[str, Reasons]:
    return {found.row.title: found.reasons for found in library.related.of(paper)}


def test_similar_texts_are_found_by_their_rare_words(library: LibraryServices, papers: dict[str, PaperId]) -> None:
    found = related(library, papers["Pruning decision trees"])
    assert list(found) == ["Boosted forests of bounded depth"]
    reasons = found["Boosted forests of bounded depth"]
    assert {"pruning", "forests"} <= set(reasons.words)
    assert 0.1 < reasons.likeness <= 1
    assert "Pruning decision trees" in related(library, papers["Boosted forests of bounded depth"])


def test_texts_in_chinese_alone_are_found_too(library: LibraryServices, papers: dict[str, PaperId]) -> None:
    assert "噪声" in related(library, papers["噪声甲"])["噪声乙"].words


def test_nothing_in_the_trash_is_related(library: LibraryServices, papers: dict[str, PaperId]) -> None:
    library.organising.move_to_trash([papers["Boosted forests of bounded depth"]])
    assert related(library, papers["Pruning decision trees"]) == {}


def test_the_same_authors_are_a_reason(library: LibraryServices, papers: dict[str, PaperId]) -> None:
    one, other = papers["Pruning decision trees"], papers["噪声甲"]
    library.editing.edit_fact(one, Fact.AUTHORS, "Ada Lovelace; Kurt Gödel")
    library.editing.edit_fact(other, Fact.AUTHORS, "Kurt Gödel; Li Na")
    library.editing.edit_fact(papers["噪声乙"], Fact.AUTHORS, "Kurt Gödelson")
    found = related(library, one)
    assert found["噪声甲"].authors == ("Kurt Gödel",)
    assert "噪声乙" not in found


def test_many_shared_digests_are_a_reason_and_one_day_is_not(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    for number in range(4):
        import_entries(f"{number}.md", entry(1, title="Apples"), entry(2, title="Pears"), entry(10 + number))
    rows = {row.title: row.id for row in library.browse.rows(papers_in(library))}
    found = related(library, rows["Apples"])
    assert found["Pears"].digests == 4
    assert "A study of subject 10" not in found


def test_a_paper_is_never_related_to_itself(library: LibraryServices, shared: Path) -> None:
    files = sorted((shared / "data" / "digests").rglob("*.md"))[:10]
    plan = library.importing.plan(files, ImportOptions(), Job())
    library.importing.apply(plan, Job())
    some = papers_in(library, Listing(limit=60))
    found = {paper: library.related.of(paper) for paper in some}
    assert all(paper not in [other.row.id for other in others] for paper, others in found.items())
    assert all(len(others) <= 10 for others in found.values())
    assert sum(bool(others) for others in found.values()) > len(some) / 2


def test_a_paper_that_is_gone_has_no_relatives(library: LibraryServices) -> None:
    assert library.related.of(PaperId(99)) == ()


def test_any_title_can_be_looked_for(library: LibraryServices, import_entries: ImportEntries) -> None:
    odd = ('"OR" NEAR(a, b)', "* ^ : { } -", "\x00", "AND NOT")
    import_entries("odd.md", *(entry(number, title=title, abstract=title) for number, title in enumerate(odd, 1)))
    for paper in papers_in(library):
        library.related.of(paper)

"""Importing bibliographies again changes nothing that a person typed, adds nothing twice (RELIABILITY promise 15)."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.bibliography import BibliographyFormat, Reference, ReferenceType
from desktop.domain.ids import PaperId
from desktop.domain.paper import ORIGINAL, Fact, TextKind
from desktop.domain.person_names import Name
from desktop.formats.bibliographies import write_bibliography
from desktop.services.library import LibraryServices
from tests.unit.services.bibliography_files import exported, imported, planned
from tests.unit.services.conftest import papers_in
from tests.unit.services.random_library import empty_library
from tests.unit.services.test_importing_again import TYPED, file_away, filed_so

NUMBERS = st.lists(st.integers(1, 8), min_size=1, max_size=8, unique=True)
MANNERS = ["same", "other facts", "title alone", "more labels", "id alone"]
AGAIN = st.lists(st.tuples(NUMBERS, st.sampled_from(MANNERS), st.sampled_from(list(BibliographyFormat))), max_size=4)
FACTS = {
    Fact.AUTHORS: "Ada Lovelace",
    Fact.PUBLISHED: "1843",
    Fact.DOI: "",
    Fact.LINK: "https://example.org/typed",
}


def told(number: int, manner: str) -> Reference:
    """The same paper as other bibliographies tell it."""
    base = Reference(
        type=ReferenceType.CONFERENCE,
        key=f"roe{number}",
        title=f"A study of {{subject}} {number}",
        authors=(Name("von Roe", "Ann"), Name("Müller", "Jörg")),
        date="2024-03",
        venue="Proceedings of Studies",
        pages="1-9",
        arxiv_id=f"2403.{number:05}" if number % 2 else "",
        doi="" if number % 2 else f"10.1000/study.{number}",
        abstract=f"We study subject {number}.",
        keywords=("ml/vision", "studies"),
        notes=("From the file",),
        collections=(("Thesis",),),
        extra={"ISBN": "978"},
    )
    match manner:
        case "other facts":
            return Reference(
                **{name: getattr(base, name) for name in ("title", "arxiv_id", "doi")},
                type=ReferenceType.JOURNAL,
                key=f"other{number}",
                authors=(Name("Roe", "A."),),
                date="2025",
                venue="Another Journal",
                url="https://example.org/other",
                abstract="Other words.",
                notes=("Another note",),
                extra={"ISBN": "979", "edition": "2"},
            )
        case "title alone":
            return Reference(key=base.key, title=base.title.upper(), authors=(*base.authors, Name("Roe", "A.")))
        case "more labels":
            return Reference(key="x", title=base.title, arxiv_id=base.arxiv_id, doi=base.doi, keywords=("new",))
        case "id alone":
            return Reference(arxiv_id=base.arxiv_id, doi=base.doi)
    return base


def check(first: list[int], edited: list[int], again: list[tuple[list[int], str, BibliographyFormat]]) -> None:
    with empty_library() as (library, folder):
        bring_again(library, folder, first, edited, again)


def bring_again(
    library: LibraryServices,
    folder: Path,
    first: list[int],
    edited: list[int],
    again: list[tuple[list[int], str, BibliographyFormat]],
) -> None:
    begin = [told(number, "same") for number in first]
    source = folder / "first.bib"
    source.write_bytes(b"".join(write_bibliography(BibliographyFormat.BIBTEX, begin)))
    imported(library, source)
    papers = papers_in(library)
    typed = list(dict.fromkeys(papers[number % len(papers)] for number in edited))
    type_over(library, typed)
    filed = {paper: filed_so(library, paper)[:4] for paper in papers}
    assert planned(library, source).nothing
    for number, (numbers, manner, form) in enumerate(again):
        new = "same" if manner == "title alone" else manner  # or nothing would tell that its id is of the same paper
        path = folder / f"{number}"
        entries = [told(each, manner if each in first else new) for each in numbers]
        path.write_bytes(b"".join(write_bibliography(form, entries)))
        imported(library, path)
        cited = exported(library, folder / "cited", papers_in(library))
        shuffled = Random(number).sample(entries, len(entries))
        path.write_bytes(b"".join(write_bibliography(form, shuffled)))
        assert planned(library, path).nothing
        assert not imported(library, path).changes
        assert exported(library, folder / "cited", papers_in(library)) == cited
    for paper in typed:
        is_as_typed(library, paper)
    assert {paper: filed_so(library, paper)[:4] for paper in papers} == filed
    everyone = {*first, *(number for numbers, *_ in again for number in numbers)}
    assert len(papers_in(library)) == len(everyone)


def type_over(library: LibraryServices, papers: list[PaperId]) -> None:
    for paper in papers:
        for kind, language in TYPED:
            library.editing.edit_text(paper, kind, language, f"typed 手写 {kind} {language} From the file")
        for fact, value in FACTS.items():
            library.editing.edit_fact(paper, fact, value)
        library.editing.edit_fact(paper, Fact.CITE_KEY, f"typed{paper}")
    file_away(library, papers)


def is_as_typed(library: LibraryServices, paper: PaperId) -> None:
    details = library.browse.details(paper)
    assert details is not None
    for kind, language in TYPED:
        value = f"typed 手写 {kind} {language} From the file"
        there = details.text(kind, language)
        assert there.startswith(value) if kind is TextKind.NOTE else there == value
    assert (details.row.authors, details.row.published) == (("Ada Lovelace",), "1843")
    assert (details.doi, details.link, details.cite_key) == ("", FACTS[Fact.LINK], f"typed{paper}")
    assert details.row.title == f"typed 手写 title {ORIGINAL} From the file"


def test_what_was_typed_stays_and_no_paper_comes_twice(full_run: bool) -> None:
    runner = settings(max_examples=1000 if full_run else 10, deadline=None, database=None)
    runner(given(NUMBERS, st.lists(st.integers(0, 7), max_size=3), AGAIN)(check))()


EMPTIED = [(TextKind.ABSTRACT, ORIGINAL), (TextKind.ABSTRACT, "zh"), (TextKind.TITLE, "zh"), (TextKind.NOTE, "")]


def texts(library: LibraryServices, paper: PaperId) -> list[str]:
    details = library.browse.details(paper)
    assert details is not None
    return [details.text(kind, language) for kind, language in EMPTIED]


def told_in_full(folder: Path) -> Path:
    reference = replace(told(1, "same"), translated_title="一项研究", translated_abstract="我们研究。")
    source = folder / "full.bib"
    source.write_bytes(b"".join(write_bibliography(BibliographyFormat.BIBTEX, [reference])))
    return source


@pytest.mark.parametrize("typed_first", [False, True])
def test_an_emptied_text_stays_empty(library: LibraryServices, tmp_path: Path, typed_first: bool) -> None:
    source = told_in_full(tmp_path)
    imported(library, source)
    (paper,) = papers_in(library)
    before = texts(library, paper)
    assert all(before)
    for key in EMPTIED:
        if typed_first:
            library.editing.edit_text(paper, *key, "Mine")
        library.editing.edit_text(paper, *key, "")

    assert planned(library, source).nothing
    assert not imported(library, source).changes
    assert texts(library, paper) == ["", "", "", ""]

    for _ in range(len(EMPTIED) * (1 + typed_first)):
        library.undo.undo()
    assert texts(library, paper) == before
    assert planned(library, source).nothing
    for _ in range(len(EMPTIED) * (1 + typed_first)):
        library.undo.redo()
    assert planned(library, source).nothing


def test_what_was_emptied_and_reverted_is_filled_again(library: LibraryServices, tmp_path: Path) -> None:
    source = told_in_full(tmp_path)
    imported(library, source)
    (paper,) = papers_in(library)
    before = texts(library, paper)
    for key in EMPTIED:
        library.editing.edit_text(paper, *key, "")
        library.editing.revert_text(paper, *key)

    imported(library, source)
    assert texts(library, paper) == before


def test_a_paper_whose_title_was_emptied_is_known_again(library: LibraryServices, tmp_path: Path) -> None:
    source = tmp_path / "no id.bib"
    reference = replace(told(2, "same"), doi="")
    source.write_bytes(b"".join(write_bibliography(BibliographyFormat.BIBTEX, [reference])))
    imported(library, source)
    (paper,) = papers_in(library)
    for title in ("Mine", ""):
        library.editing.edit_text(paper, TextKind.TITLE, ORIGINAL, title)
        assert planned(library, source).nothing


def test_nothing_is_left_where_nothing_was(library: LibraryServices, tmp_path: Path) -> None:
    bare, source = tmp_path / "bare.bib", told_in_full(tmp_path)
    bare.write_bytes(b"".join(write_bibliography(BibliographyFormat.BIBTEX, [told(1, "id alone")])))
    imported(library, bare)
    (paper,) = papers_in(library)
    assert not any(library.editing.edit_text(paper, *key, "") for key in EMPTIED)

    imported(library, source)
    assert all(texts(library, paper))

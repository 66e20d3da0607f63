"""Papers out of the library as bibliographies, and their cite keys."""

from pathlib import Path

import pytest

from desktop.domain.bibliography import BibliographyFormat
from desktop.domain.bibliography_export import AbstractChoice, BibliographyChoice, FilesChoice, TitleChoice
from desktop.domain.errors import Cancelled, InputError, Reason
from desktop.domain.paper import Fact
from desktop.domain.progress import Job, Progress
from desktop.formats.bibliographies import read_bibliography
from desktop.services.library import LibraryServices
from tests.unit.services.bibliography_files import ZOTERO, exported, imported, written
from tests.unit.services.conftest import ImportEntries, entry, papers_in
from tests.unit.services.pdf_files import plain


def key_of(library: LibraryServices, paper: int) -> str:
    found = library.browse.details(paper)  # type: ignore[arg-type]
    assert found is not None
    return found.cite_key


@pytest.mark.parametrize("form", list(BibliographyFormat))
def test_papers_of_digests_come_out_with_ids_and_translations(
    library: LibraryServices, import_entries: ImportEntries, tmp_path: Path, form: BibliographyFormat
) -> None:
    import_entries("digest.md", entry(1), entry(2))
    told = read_bibliography(exported(library, tmp_path / "out", papers_in(library), form).encode()).references
    assert [one.arxiv_id for one in told] == ["2403.00001", "2403.00002"]
    assert [one.translated_title for one in told] == ["关于课题1的研究", "关于课题2的研究"]
    assert told[0].abstract == "We study subject 1 at length."
    assert told[0].url == "https://arxiv.org/abs/2403.00001"
    assert len({one.key for one in told}) == 2


def test_a_key_once_given_stays_and_can_be_made_anew(
    library: LibraryServices, import_entries: ImportEntries, tmp_path: Path
) -> None:
    import_entries("digest.md", entry(1))
    (paper,) = papers_in(library)
    citing = library.bibliography.citing
    assert citing.bibtex([paper]).startswith("@misc{2024study,")
    library.editing.edit_fact(paper, Fact.AUTHORS, "Ada Okafor")
    assert citing.bibtex([paper]).startswith("@misc{2024study,")
    citing.regenerate([paper])
    assert key_of(library, paper) == "okafor2024study"
    library.undo.undo()
    assert key_of(library, paper) == "2024study"


def test_a_typed_key_is_free_and_can_stand_in_bibtex(library: LibraryServices, tmp_path: Path) -> None:
    imported(library, written(tmp_path / "z.bib", ZOTERO))
    one, other = papers_in(library)
    library.editing.edit_fact(one, Fact.CITE_KEY, " mine ")
    assert key_of(library, one) == "mine"
    for paper, key, reason in ((other, "MINE", Reason.NAME_TAKEN), (one, "a,b", Reason.BAD_VALUE)):
        with pytest.raises(InputError) as refused:
            library.editing.edit_fact(paper, Fact.CITE_KEY, key)
        assert refused.value.reason is reason


def test_pdfs_are_copied_beside_the_file(library: LibraryServices, tmp_path: Path) -> None:
    (tmp_path / "files" / "12").mkdir(parents=True)
    (tmp_path / "files" / "12" / "grids.pdf").write_bytes(plain("Sparse Grids"))
    imported(library, written(tmp_path / "z.bib", ZOTERO))
    out = tmp_path / "out"
    out.mkdir()
    choice = BibliographyChoice(tuple(papers_in(library)), files=FilesChoice.COPIES)
    done = library.bibliography.exporting.export(choice, out / "refs.bib", Job())
    assert (done.papers, done.files, done.refused) == (2, 1, ())
    (copy,) = (out / "refs-files").iterdir()
    assert copy.read_bytes() == plain("Sparse Grids")
    links = [link.path for one in read_bibliography((out / "refs.bib").read_bytes()).references for link in one.files]
    assert f"refs-files/{copy.name}" in links


def test_what_is_not_wanted_is_left_out(library: LibraryServices, tmp_path: Path) -> None:
    imported(library, written(tmp_path / "z.bib", ZOTERO))
    choice = BibliographyChoice(
        tuple(papers_in(library)), notes=False, labels=False, titles=TitleChoice.NONE, abstracts=AbstractChoice.NONE
    )
    library.bibliography.exporting.export(choice, tmp_path / "out.bib", Job())
    for one in read_bibliography((tmp_path / "out.bib").read_bytes()).references:
        assert (one.notes, one.keywords, one.collections, one.files, one.abstract) == ((), (), (), (), "")


def test_a_cancelled_export_leaves_the_old_file(library: LibraryServices, tmp_path: Path) -> None:
    imported(library, written(tmp_path / "z.bib", ZOTERO))
    target = written(tmp_path / "out.bib", "old")

    def stop(_: Progress) -> None:
        job.cancel()

    job = Job(stop)
    with pytest.raises(Cancelled):
        library.bibliography.exporting.export(BibliographyChoice(tuple(papers_in(library))), target, job)
    assert target.read_text() == "old"
    assert sorted(path.name for path in tmp_path.glob(".papershelf*")) == []

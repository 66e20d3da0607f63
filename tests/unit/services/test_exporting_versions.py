"""What goes out of the library of what arXiv told."""

from desktop.domain.digest import Entry
from desktop.domain.exporting import DigestSource, PapersSource
from desktop.domain.ids import PaperId
from desktop.domain.paper import ORIGINAL, TextKind
from desktop.services.library import LibraryServices
from tests.db.arxiv import add, adopt, answer, hear, record
from tests.unit.services.conftest import ImportEntries, digest_bytes, entry, papers_in


def digest_out(library: LibraryServices, number: int = 0) -> bytes:
    digests = sorted(library.browse.sidebar().digests, key=lambda digest: digest.id)
    return library.exporting.document(DigestSource(digests[number].id)).data


def papers_out(library: LibraryServices, *papers: PaperId) -> tuple[Entry, ...]:
    return library.exporting.document(PapersSource(papers)).digest.entries


def test_a_digest_that_nobody_edited_comes_out_as_it_came(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    told = (entry(1), entry(2), entry(3, abstract=""))
    add(library, "2403.00001")
    answer(library, record("2403.00001", 3))
    import_entries("a.md", *told)
    for number in (2, 3):
        (paper,) = [row.id for row in library.browse.rows(papers_in(library)) if row.arxiv_id == f"2403.0000{number}"]
        hear(library, paper, record(f"2403.0000{number}", 2))

    assert digest_out(library) == digest_bytes(*told)


def test_a_version_that_a_person_took_goes_out_but_not_over_one_that_tells_it(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    first = entry(1, summary="")
    second = entry(1, abstract="arXiv:2403.00001v2 Announce Type: replace  Abstract: The second. ", translated_title="")
    import_entries("a.md", first)
    (paper,) = papers_in(library)
    hear(library, paper, record("2403.00001", 2))
    adopt(library, paper)
    import_entries("b.md", second)

    header = "arXiv:2403.00001v1 Announce Type: new  Abstract: "
    told = entry(
        1,
        summary="",
        title="The title of 2403.00001, version 2",
        abstract=f"{header}What version 2 of 2403.00001 is about.",
    )
    assert digest_out(library) == digest_bytes(told)
    assert digest_out(library, 1) == digest_bytes(second)
    library.undo.undo()
    library.undo.undo()
    assert digest_out(library) == digest_bytes(first)


def test_a_paper_without_a_digest_goes_out_with_what_arxiv_told(library: LibraryServices) -> None:
    known, unknown = add(library, "2403.00001", "2403.00002")
    answer(library, record("2403.00001", 2), missing=("2403.00002",))
    library.editing.edit_text(known, TextKind.TITLE, "zh", "题目")

    assert papers_out(library, known, unknown) == (
        Entry(
            "The title of 2403.00001, version 2",
            "https://arxiv.org/abs/2403.00001",
            translated_title="题目",
            abstract="What version 2 of 2403.00001 is about.",
        ),
        Entry("arXiv:2403.00002", "https://arxiv.org/abs/2403.00002"),
    )


def test_papers_go_out_as_they_are_shown(library: LibraryServices, import_entries: ImportEntries) -> None:
    (paper,) = add(library, "2403.00001")
    answer(library, record("2403.00001", 3))
    import_entries("a.md", entry(1, abstract="The first words."))
    library.editing.edit_text(paper, TextKind.TITLE, ORIGINAL, "Mine")

    (told,) = papers_out(library, paper)
    assert (told.title, told.abstract) == ("Mine", "What version 3 of 2403.00001 is about.")
    assert told.translated_abstract == entry(1).translated_abstract

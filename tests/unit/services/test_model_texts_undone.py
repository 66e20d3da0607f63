"""What a model wrote meanwhile is newer than any step that is taken back or done again, and stays."""

import pytest

from desktop.domain.ids import PaperId
from desktop.domain.model_texts import TextAnswer, TextRequest
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import ImportEntries, entry, papers_in
from tests.unit.services.model_texts import TITLE, UNTRANSLATED, answer, shown


@pytest.fixture
def papers(library: LibraryServices, import_entries: ImportEntries) -> list[PaperId]:
    import_entries("a.md", *(entry(number, **UNTRANSLATED) for number in range(1, 4)))
    return papers_in(library)


def write(library: LibraryServices, paper: PaperId, value: str) -> None:
    request = TextRequest(paper, "zh", (TITLE,), "A title", "")
    library.summarising.store([TextAnswer(request, (answer(paper, TITLE, value),))])


def test_a_text_that_came_for_a_merged_paper_survives_that_the_merge_is_undone(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    first, second, _ = papers
    write(library, second, "原来的标题")
    library.duplicates.merge(first, [second], {TITLE: second})
    write(library, first, "后来的标题")

    library.undo.undo()
    assert (shown(library, first, TITLE), shown(library, second, TITLE)) == ("后来的标题", "原来的标题")
    library.undo.redo()
    assert shown(library, first, TITLE) == "后来的标题"


def test_a_text_that_a_merge_replaced_and_a_model_wrote_anew_stays_new(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    first, second, _ = papers
    write(library, first, "第一个标题")
    write(library, second, "第二个标题")
    library.duplicates.merge(first, [second], {TITLE: second})
    write(library, first, "后来的标题")

    library.undo.undo()
    assert (shown(library, first, TITLE), shown(library, second, TITLE)) == ("后来的标题", "第二个标题")


def test_a_merge_that_nothing_came_after_is_undone_whole(library: LibraryServices, papers: list[PaperId]) -> None:
    first, second, _ = papers
    write(library, first, "第一个标题")
    write(library, second, "第二个标题")
    library.duplicates.merge(first, [second], {TITLE: second})
    assert shown(library, first, TITLE) == "第二个标题"
    library.undo.undo()
    assert (shown(library, first, TITLE), shown(library, second, TITLE)) == ("第一个标题", "第二个标题")


def test_a_text_that_was_written_anew_survives_that_clearing_is_undone_and_done_again(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    first, second, _ = papers
    write(library, first, "旧的标题")
    write(library, second, "另一个标题")
    library.summarising.clear([first, second])
    write(library, first, "新的标题")

    library.undo.undo()
    assert (shown(library, first, TITLE), shown(library, second, TITLE)) == ("新的标题", "另一个标题")
    library.undo.redo()
    assert (shown(library, first, TITLE), shown(library, second, TITLE)) == ("新的标题", "")

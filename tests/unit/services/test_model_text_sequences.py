"""Undo beside a model's answers, which come at any moment and are no steps: nothing typed is lost, nothing fails, and
each step is taken back and done again exactly.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import InputError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.import_plan import ImportOptions
from desktop.domain.model_texts import Refusal, TextAnswer, TextOptions
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from tests.db.arxiv import adopt, due, record
from tests.db.arxiv import answer as arxiv_answers
from tests.db.arxiv import want as want_of_arxiv
from tests.unit.services.conftest import digest_bytes, entry, papers_in
from tests.unit.services.model_texts import ABSTRACT, SUMMARY, SUMMARY_EN, TITLE, UNTRANSLATED, answer, want
from tests.unit.services.random_library import empty_library

Step = tuple[str, int, int]
FIELDS = (TITLE, ABSTRACT, SUMMARY, SUMMARY_EN)


def bring(library: LibraryServices, number: int, which: int) -> None:
    """Digests with and without translations, the same ones again and again."""
    empty = UNTRANSLATED if which % 2 else {}
    told = [entry(number, **empty), entry(number + 1, **empty)]
    plan = library.importing.plan_texts([(f"{number}-{which % 2}.md", digest_bytes(*told))], ImportOptions(), Job())
    library.importing.apply(plan, Job())


def wish(library: LibraryServices, paper: PaperId, number: int) -> None:
    want(library, [paper], TextOptions(("zh",) if number % 3 else ("zh", "ja"), again=bool(number % 2)))


def written(library: LibraryServices, number: int) -> None:
    """The model answers all that waits; one answer in three is refused in part."""
    answers = []
    for at, request in enumerate(library.summarising.next_requests()):
        good = [field for field in request.fields if (at + number) % 3 or field != TITLE]
        texts = tuple(answer(request.paper, field, f"模型{number}写的{field.kind}") for field in good)
        refused = tuple(Refusal(field, Reason.TEXT_EMPTY) for field in request.fields if field not in good)
        answers.append(TextAnswer(request, texts, refused))
    library.summarising.store(answers)


def merge(library: LibraryServices, paper: PaperId, number: int) -> None:
    others = [other for other in papers_in(library) if other != paper]
    if others:
        library.duplicates.merge(paper, [others[number % len(others)]], {})


def newer(library: LibraryServices, paper: PaperId, number: int) -> None:
    want_of_arxiv(library, paper)
    arxiv_answers(library, *(record(found.arxiv_id, number + 1) for found in due(library)))
    adopt(library, paper)


ON_PAPER: dict[str, Callable[[LibraryServices, PaperId, int], Any]] = {
    "type": lambda library, paper, n: library.editing.edit_text(paper, *FIELDS[n % 4], f"手写{n}"),
    "empty": lambda library, paper, n: library.editing.edit_text(paper, *FIELDS[n % 4], ""),
    "revert": lambda library, paper, n: library.editing.revert_text(paper, *FIELDS[n % 4]),
    "clear": lambda library, paper, n: library.summarising.clear(papers_in(library)[: n + 1]),
    "trash": lambda library, paper, n: library.organising.move_to_trash([paper]),
    "wish": wish,
    "merge": merge,
    "newer": newer,
}
STEPS = st.lists(
    st.tuples(
        st.sampled_from((*ON_PAPER, "type", "wish", "written", "written", "import", "undo", "undo", "redo", "redo")),
        st.integers(1, 4),
        st.integers(0, 5),
    ),
    min_size=1,
    max_size=20,
)


def do(library: LibraryServices, step: Step) -> None:
    kind, first, second = step
    if kind == "import":
        bring(library, first, second)
    elif kind == "written":
        written(library, second)
    elif kind in ("undo", "redo"):
        library.undo.undo() if kind == "undo" else library.undo.redo()
    elif papers := papers_in(library):
        with suppress(InputError):
            ON_PAPER[kind](library, papers[first % len(papers)], second)


def typed(library: LibraryServices) -> set[tuple[Any, ...]]:
    """All that a person typed, of all papers."""
    statement = "SELECT paper_id, kind, language, value FROM texts WHERE locked"
    return set(library._file.connection.execute(statement))


def titles_are_those_of_the_texts(library: LibraryServices) -> bool:
    for paper in papers_in(library):
        details = library.browse.details(paper)
        assert details is not None
        told = {text.language: text.value for text in details.texts if text.kind == TITLE.kind}
        if details.row.translated_title != told.get("zh", told.get("ja", "")):
            return False
    return True


@pytest.fixture(scope="module")
def examples(full_run: bool) -> int:
    return 1000 if full_run else 100


def test_nothing_fails_and_nothing_typed_is_lost(examples: int) -> None:
    @settings(max_examples=examples, deadline=None)
    @given(STEPS)
    def check(steps: list[Step]) -> None:
        with empty_library() as (library, _):
            bring(library, 1, 1)
            for step in steps:
                before = typed(library)
                do(library, step)
                if step[0] == "written":
                    assert typed(library) == before
                assert titles_are_those_of_the_texts(library)
            _all_back_and_forth(library)
            assert library.checking.check(Job()).whole

    check()


def _all_back_and_forth(library: LibraryServices) -> None:
    """Each step back and forth again brings the typed texts that were there, whatever a model writes in between."""
    library.summarising.forget()
    seen = [typed(library)]
    while library.undo.state().undo is not None:
        library.undo.undo()
        seen.append(typed(library))
        for paper in papers_in(library):
            wish(library, paper, 3)
        written(library, len(seen))
    for before in reversed(seen[:-1]):
        library.undo.redo()
        assert typed(library) == before
        assert titles_are_those_of_the_texts(library)

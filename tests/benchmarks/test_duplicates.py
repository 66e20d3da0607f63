"""Looking for duplicates among 65,538 papers, beside one bare pass over their rows.

Times are CPU times of this process, the best of three: other work on the machine shall not count.
"""

import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from desktop.domain.ids import PaperId
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices

_PASS = "SELECT sum(length(title) + length(translated_title) + length(link) + length(doi)) FROM papers"
_IMPORTED = 500


@pytest.fixture(scope="module")
def library(big_library: Path) -> Iterator[LibraryServices]:
    services = LibraryServices(big_library)
    services.open()
    yield services
    services.close()


def best_of_three(work: Callable[[], object]) -> float:
    def once() -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    return min(once() for _ in range(3))


def test_finding_takes_no_more_than_some_passes_over_the_papers(
    library: LibraryServices, capsys: pytest.CaptureFixture[str]
) -> None:
    connection = library._file.connection
    newest = [
        PaperId(key) for (key,) in connection.execute("SELECT id FROM papers ORDER BY id DESC LIMIT ?", [_IMPORTED])
    ]
    bare = best_of_three(lambda: connection.execute(_PASS).fetchone())
    moments = [time.process_time()]
    groups = len(library.duplicates.find(Job(lambda progress: moments.append(time.process_time()))))
    longest = max(after - before for before, after in pairwise(moments))
    whole = best_of_three(lambda: library.duplicates.find(Job()))
    some = best_of_three(lambda: library.duplicates.like(newest))
    one = best_of_three(lambda: library.duplicates.like(newest[:1]))
    with capsys.disabled():
        print(
            f"\nduplicates among 65,538 papers: {whole:.2f} s ({whole / bare:.0f} bare passes, {groups} groups), "
            f"longest piece {longest:.2f} s; of {_IMPORTED} new ones {some:.3f} s, of one {one:.3f} s"
        )
    assert whole < 100 * bare
    assert some < whole
    assert one < whole / 4

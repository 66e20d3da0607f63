"""Papers without an arXiv id are looked up by title; what a person takes over is one step."""

from collections.abc import Callable

import pytest

from desktop.domain.arxiv_paper import ArxivPaper
from desktop.domain.errors import NetworkError, Reason
from desktop.domain.fetching import FetchKind
from desktop.domain.ids import PaperId
from desktop.domain.network import Network
from desktop.domain.progress import Job
from desktop.domain.title_similarity import CLEAR
from desktop.domain.undo import UndoKind, UndoLabel
from desktop.services.library import LibraryServices
from tests.arxiv_server import ArxivServer
from tests.unit.services.arxiv_reader import Reader, reader, server
from tests.unit.services.conftest import ImportEntries, entry, papers_in

__all__ = ["reader", "server"]


def titled(import_entries: ImportEntries, *titles: str) -> list[PaperId]:
    """Papers of which the titles are known alone, in that order."""
    entries = [entry(number, title=title, link="", abstract="We study.") for number, title in enumerate(titles)]
    return sorted(import_entries("daily.md", *entries).changes.papers_added)


def some(server: ArxivServer, count: int) -> list[ArxivPaper]:
    return [versions[-1] for versions in list(server.papers.values())[:count]]


def test_arxiv_proposes_papers_with_how_alike_they_are(reader: Reader, server: ArxivServer) -> None:
    (paper,) = some(server, 1)
    best, *others = reader.library.matching.propose(paper.title.upper(), Job())
    assert (best.paper, best.similarity) == (paper, 1.0)
    assert all(match.similarity <= best.similarity for match in others)
    assert reader.library.matching.propose("Nothing of the kind was ever written", Job()) == ()
    assert reader.library.matching.propose("?!", Job()) == ()


@pytest.mark.parametrize("spoil", [lambda word: word[:-1], lambda word: word + "x", lambda word: "ö" + word[1:]])
def test_a_title_with_a_slip_of_the_pen_is_found(
    reader: Reader, server: ArxivServer, spoil: Callable[[str], str]
) -> None:
    paper = next(paper for paper in some(server, 50) if len(paper.title.split()) > 5 and paper.title.isascii())
    longest = max(paper.title.split(), key=len)
    (best, *_) = reader.library.matching.propose(paper.title.replace(longest, spoil(longest)), Job())
    assert best.paper == paper
    assert best.similarity < 1.0
    assert len(server.log) == 2


def test_a_title_is_asked_for_once_if_arxiv_has_it(reader: Reader, server: ArxivServer) -> None:
    (paper,) = some(server, 1)
    reader.library.matching.propose(paper.title, Job())
    assert len(server.log) == 1


def test_what_is_taken_over_is_one_step_and_fetches_the_rest(
    reader: Reader, server: ArxivServer, import_entries: ImportEntries
) -> None:
    library = reader.library
    wanted = some(server, 2)
    papers = titled(import_entries, *(paper.title for paper in wanted))
    result = library.matching.accept(list(zip(papers, wanted, strict=True)))
    assert (result.accepted, result.taken) == (tuple(papers), ())
    assert set(result.changes.papers_changed) == set(papers)
    assert library.undo.state().undo == UndoLabel(UndoKind.MATCH, 2)
    assert [fetch.kind for fetch in library.fetching.next_metadata()] == [FetchKind.METADATA] * 2
    reader.run()
    told = {row.arxiv_id: row.authors for row in library.browse.rows(papers)}
    assert told == {paper.arxiv_id: paper.authors for paper in wanted}
    library.undo.undo()
    assert [row.arxiv_id for row in library.browse.rows(papers)] == ["", ""]


def test_two_papers_never_get_one_id(reader: Reader, server: ArxivServer, import_entries: ImportEntries) -> None:
    library = reader.library
    one, other = some(server, 2)
    first, second, third = titled(import_entries, one.title, f"{one.title} again", other.title)
    library.adding.add(library.adding.plan(other.arxiv_id), download=False)
    holder = max(papers_in(library))
    result = library.matching.accept([(first, one), (second, one), (third, other), (holder, one)])
    assert result.accepted == (first,)
    assert result.taken == ((second, first), (third, holder))


def test_a_clear_match_is_told_from_a_guess(reader: Reader, server: ArxivServer) -> None:
    (paper,) = some(server, 1)
    beginning = " ".join(paper.title.split()[:4])
    guesses = reader.library.matching.propose(beginning, Job())
    assert guesses
    assert all(match.similarity < CLEAR for match in guesses)


def test_no_network_is_a_failure_and_not_an_empty_answer(library: LibraryServices, server: ArxivServer) -> None:
    port = server.base_url.rpartition(":")[2]
    library.network = Network(library.folder / "pace", f"http://127.0.0.1:{port}/nowhere", pace_s=0.002)
    with pytest.raises(NetworkError) as failed:
        library.matching.propose("Walls", Job())
    assert failed.value.reason is Reason.SERVER_FAILED

"""Papers that have no arXiv id, as those of Daily Papers texts: looking for them on arXiv by their titles."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from db import fetches, steps
from db.edits import fact_changes, paper_with_arxiv_id
from db.held_papers import by_key
from db.index_documents import driver
from db.library_file import LibraryFile
from desktop.domain.arxiv_paper import ArxivPaper, TitleMatch
from desktop.domain.changes import Changes
from desktop.domain.fetching import FetchKind
from desktop.domain.ids import PaperId
from desktop.domain.network import Network
from desktop.domain.paper import Fact
from desktop.domain.progress import Job
from desktop.domain.title_similarity import CLEAR, POSSIBLE, title_similarity
from desktop.domain.undo import UndoKind
from desktop.sources.arxiv_api import ArxivApi


@dataclass(frozen=True, slots=True)
class MatchResult:
    """What became of matches that were taken over."""

    accepted: tuple[PaperId, ...] = ()
    taken: tuple[tuple[PaperId, PaperId], ...] = ()
    """Papers that stay as they are, each with the paper that has the id already."""
    changes: Changes = field(default_factory=Changes)


class MatchTitles:
    """Proposes arXiv ids for titles, and takes over what was decided."""

    def __init__(self, library: LibraryFile, network: Callable[[], Network]) -> None:
        self._library = library
        self._network = network

    def propose(self, title: str, job: Job) -> tuple[TitleMatch, ...]:
        """The papers that arXiv finds for a title, the most alike first. Uses no database, and takes its turn at
        arXiv: twice where no paper has this very title. From `title_similarity.CLEAR` on a match is clear. Raises
        NetworkError and Cancelled.
        """
        api = ArxivApi(self._network())
        matches = _judged(title, api.search_title(title, job))
        if matches and matches[0].similarity >= CLEAR:
            return matches
        similar = (match for match in _judged(title, api.search_similar(title, job)) if match.similarity >= POSSIBLE)
        both = {match.paper.arxiv_id: match for match in (*matches, *similar)}
        return tuple(sorted(both.values(), key=lambda match: -match.similarity))

    def accept(self, matches: Sequence[tuple[PaperId, ArxivPaper]]) -> MatchResult:
        """Give papers their arXiv ids, as one step of undo, and wish for what arXiv tells of them. Papers that have an
        id by now, or are gone or merged, stay as they are. Raises StorageError.
        """
        accepted: list[PaperId] = []
        taken: list[tuple[PaperId, PaperId]] = []
        given: dict[str, PaperId] = {}
        with self._library.transaction() as connection:
            held = by_key(driver(connection), [paper for paper, _ in matches])
            changes = []
            for paper, found in matches:
                if paper not in held or held[paper].id != paper or held[paper].arxiv_id or paper in accepted:
                    continue
                holder = given.get(found.arxiv_id) or paper_with_arxiv_id(connection, found.arxiv_id)
                if holder is not None:
                    taken.append((paper, holder))
                    continue
                values = {"arxiv_id": found.arxiv_id, "arxiv_version": None}
                changes += fact_changes(connection, paper, Fact.ARXIV_ID, values)
                given[found.arxiv_id] = paper
                accepted.append(paper)
            done = steps.do(connection, UndoKind.MATCH, changes, count=len(accepted))
            fetches.want(connection, accepted, FetchKind.METADATA)
        return MatchResult(tuple(accepted), tuple(taken), done)


def _judged(title: str, found: Sequence[ArxivPaper]) -> tuple[TitleMatch, ...]:
    matches = [TitleMatch(paper, title_similarity(title, paper.title)) for paper in found]
    return tuple(sorted(matches, key=lambda match: -match.similarity))

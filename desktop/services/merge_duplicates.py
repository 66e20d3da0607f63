"""Papers that may be one and the same: found, put side by side, merged by a person, or said to be different."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from db import fetches, steps, text_wishes
from db.comparing import comparison
from db.duplicates import alike_to, all_alike, kept_apart
from db.errors import storage_errors
from db.fetch_queue import fetches_of
from db.index_documents import driver
from db.library_file import LibraryFile
from db.merging import apart_changes, merge_changes, papers_to_merge
from desktop.domain.changes import Changes
from desktop.domain.duplicates import DuplicateGroup, Likeness, Strength, grouped
from desktop.domain.errors import InputError, Reason
from desktop.domain.fetching import FetchState
from desktop.domain.ids import PaperId
from desktop.domain.merging import Comparison, MergeField
from desktop.domain.paper import Fact
from desktop.domain.progress import Job
from desktop.domain.undo import UndoKind


class MergeDuplicates:
    """Duplicates of one library. Nothing is ever merged but by `merge`. Every method raises StorageError."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def find(self, job: Job) -> tuple[DuplicateGroup, ...]:
        """All papers outside the Trash that may be one, but for those that a person said are different. Raises
        Cancelled."""
        with storage_errors(self._library.path):
            connection = self._library.connection
            return grouped(all_alike(connection, job.step), kept_apart(connection))

    def like(self, papers: Sequence[PaperId]) -> tuple[DuplicateGroup, ...]:
        """Those of which one is among these papers, and that are likely one: for papers that were just added."""
        return grouped(self._why(papers, Strength.LIKELY), self._apart())

    def compare(self, papers: Sequence[PaperId]) -> Comparison | None:
        """These papers side by side. None if fewer than two of them are left outside the Trash."""
        with storage_errors(self._library.path), self._library.transaction() as connection:
            rows = papers_to_merge(connection, papers)
            return comparison(driver(connection), rows) if len(rows) > 1 else None

    def merge(self, keep: PaperId, others: Sequence[PaperId], choices: Mapping[MergeField, PaperId]) -> Changes:
        """Make one paper of these, as one step of undo: `keep` stays and takes each field from the paper that `choices`
        names for it; a field that it does not name is taken as `Comparison.choices` says. What the others were known by
        finds `keep` from now on.

        Raises InputError(NO_SUCH_PAPER) if one of them is not in the library, or in the Trash.
        """
        wanted = list(dict.fromkeys([keep, *others]))
        with self._library.transaction() as connection:
            rows = papers_to_merge(connection, wanted)
            for paper in wanted:
                if paper not in rows:
                    raise InputError(Reason.NO_SUCH_PAPER, str(paper), "the library holds no such paper")
            if len(rows) < 2:
                return Changes()
            chosen = comparison(driver(connection), rows).choices(keep)
            chosen |= {field: paper for field, paper in choices.items() if paper in rows}
            named = chosen.get(Fact.ARXIV_ID, keep)
            wishes = fetches_of(driver(connection), named) if not rows[keep]["arxiv_id"] else ()
            changes = merge_changes(connection, rows, chosen)
            done = steps.do(connection, UndoKind.MERGE_PAPERS, changes, count=len(rows))
            text_wishes.take_along(connection, keep, [paper for paper in rows if paper != keep])
            for wish in wishes:  # under the id that the kept paper has now
                if wish.state is not FetchState.FAILED:
                    fetches.want(connection, [keep], wish.kind, wish.version, automatic=wish.automatic)
            return done

    def keep_apart(self, papers: Sequence[PaperId]) -> Changes:
        """Remember that each of these papers is a different one, as one step of undo: no two of them are found again.

        Raises InputError(NO_SUCH_PAPER) if one of them is not in the library, or in the Trash.
        """
        with self._library.transaction() as connection:
            rows = papers_to_merge(connection, papers)
            for paper in papers:
                if paper not in rows:
                    raise InputError(Reason.NO_SUCH_PAPER, str(paper), "the library holds no such paper")
            pairs = set(combinations(sorted(rows), 2)) - kept_apart(driver(connection))
            return steps.do(connection, UndoKind.KEEP_APART, apart_changes(sorted(pairs)), count=len(rows))

    def _why(self, papers: Sequence[PaperId], least: Strength) -> list[Likeness]:
        with storage_errors(self._library.path):
            return [pair for pair in alike_to(self._library.connection, papers) if pair.strength >= least]

    def _apart(self) -> frozenset[tuple[PaperId, PaperId]]:
        with storage_errors(self._library.path):
            return kept_apart(self._library.connection)

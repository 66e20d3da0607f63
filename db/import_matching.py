"""Deciding which paper each row of an import is about, before anything is written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from db.known_papers import KnownPaper, KnownPapers
from desktop.domain.derived_facts import DerivedFacts
from desktop.domain.digest import Entry, entry_strings
from desktop.domain.ids import EntryId, PaperId
from desktop.domain.import_plan import PlannedRow


@dataclass(frozen=True, slots=True)
class TickedDigest:
    """The rows of a digest that a person wants, told from those that are only kept in the digest."""

    rows: tuple[PlannedRow, ...]
    unticked: frozenset[int] = frozenset()


@dataclass(slots=True)
class Matched:
    """What an import would write. New papers have negative numbers until `numbered` gives them their ids."""

    filed: list[list[tuple[PaperId | None, bool]]] = field(default_factory=list)
    """Per digest and row: the paper, and whether it is a guess by title."""
    new: list[tuple[int, PlannedRow]] = field(default_factory=list)
    """The new papers in order: index of the digest whose entry they show, and that row. Paper -1 is new[0]."""
    told: dict[PaperId, tuple[int, PlannedRow]] = field(default_factory=dict)
    """Known papers: the best entry that the import brings for each."""
    restored: dict[PaperId, None] = field(default_factory=dict)
    """Known papers that come back from the Trash."""
    versions: dict[PaperId, int] = field(default_factory=dict)
    """The newest arXiv version that the import tells of each paper, whichever entry is shown."""


def match(known: KnownPapers, digests: Sequence[TickedDigest]) -> Matched:
    """File every row under a paper, new or known."""
    matched = Matched()
    for number, digest in enumerate(digests):
        papers: list[tuple[PaperId | None, bool]] = []
        for position, row in enumerate(digest.rows):
            paper, by_title = known.match(row)
            if position not in digest.unticked:
                paper = _take(matched, known, number, row, paper)
            papers.append((paper.id if paper else None, by_title))
        matched.filed.append(papers)
    return matched


def _take(matched: Matched, known: KnownPapers, number: int, row: PlannedRow, paper: KnownPaper | None) -> KnownPaper:
    if paper is None:
        matched.new.append((number, row))
        paper = KnownPaper(PaperId(-len(matched.new)), row.facts.arxiv_id or None, None, None)
        known.add(paper, row.title_hash)
    elif paper.id < 0:
        first, shown = matched.new[-paper.id - 1]
        if is_better(row.entry, row.facts, shown.entry, shown.facts):
            matched.new[-paper.id - 1] = (number, _with_known_id(row, shown))
        else:
            matched.new[-paper.id - 1] = (first, _with_known_id(shown, row))
    else:
        told = matched.told.get(paper.id)
        if told is None or _tells_better(row, told[1], paper):
            matched.told[paper.id] = (number, row)
        if paper.trashed_at is not None:
            matched.restored[paper.id] = None
    if row.facts.arxiv_version is not None and not tells_of_merged(row.facts, paper.arxiv_id):
        matched.versions[paper.id] = max(row.facts.arxiv_version, matched.versions.get(paper.id, 0))
    if row.facts.arxiv_id and not paper.arxiv_id:
        paper = paper._replace(arxiv_id=row.facts.arxiv_id)
        known.add(paper, row.title_hash)
    return paper


def tells_of_merged(facts: DerivedFacts, arxiv_id: str | None) -> bool:
    """Whether a row is about a paper that was merged into the one of this arXiv id. What that one shows was chosen
    then, and the versions are those of another id."""
    return bool(arxiv_id and facts.arxiv_id and facts.arxiv_id != arxiv_id)


def _tells_better(row: PlannedRow, told: PlannedRow, paper: KnownPaper) -> bool:
    of_merged = tells_of_merged(row.facts, paper.arxiv_id)
    if of_merged != tells_of_merged(told.facts, paper.arxiv_id):
        return not of_merged
    return is_better(row.entry, row.facts, told.entry, told.facts)


def _with_known_id(row: PlannedRow, other: PlannedRow) -> PlannedRow:
    """The row that is shown still speaks of the paper with the id that the other row told."""
    if row.facts.arxiv_id or not other.facts.arxiv_id:
        return row
    facts = replace(row.facts, arxiv_id=other.facts.arxiv_id, arxiv_version=other.facts.arxiv_version)
    return replace(row, facts=facts)


def is_better(entry: Entry, facts: DerivedFacts, shown: Entry, shown_facts: DerivedFacts) -> bool:
    """Whether a paper should show `entry` instead of `shown`: more of it is translated, or it is of a newer arXiv
    version, or more strings are filled. So no translation goes from sight because the feed of a later day lacked it.
    """
    translated, shown_translated = _translated(entry), _translated(shown)
    if translated != shown_translated:
        return translated > shown_translated
    version, shown_version = facts.arxiv_version, shown_facts.arxiv_version
    if version is not None and shown_version is not None and version != shown_version:
        return version > shown_version
    return sum(map(bool, entry_strings(entry))) > sum(map(bool, entry_strings(shown)))


def _translated(entry: Entry) -> int:
    return sum(map(bool, (entry.translated_title, entry.summary, entry.translated_abstract)))


def numbered(matched: Matched, last: PaperId) -> Iterator[tuple[PaperId, int, PlannedRow]]:
    """The new papers with their ids, in ascending order: the first row of the first digest gets the highest, newest
    id.
    """
    count = len(matched.new)
    for index in range(count - 1, -1, -1):
        number, row = matched.new[index]
        paper = PaperId(-index - 1)
        version = matched.versions.get(paper)
        if version != row.facts.arxiv_version:
            row = replace(row, facts=replace(row.facts, arxiv_version=version))
        yield final_id(paper, last, count), number, row


def final_id(paper: PaperId, last: PaperId, count: int) -> PaperId:
    """The id of a paper that may be one of `count` new ones, in a library whose highest id is `last`."""
    return paper if paper > 0 else PaperId(last + count + 1 + paper)


def new_entries(known: KnownPapers, digests: Sequence[TickedDigest], last: EntryId) -> list[tuple[EntryId, PlannedRow]]:
    """The entries that the library does not hold yet, with ids; `known` learns them."""
    found: list[tuple[EntryId, PlannedRow]] = []
    for digest in digests:
        for row in digest.rows:
            if row.key not in known.entries:
                last = EntryId(last + 1)
                known.entries[row.key] = last
                found.append((last, row))
    return found

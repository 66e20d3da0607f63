"""Which entries of bibliographies are papers that the library knows, or one paper among themselves."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.described_papers import DescribedPaper, described, typed_over
from db.held_papers import by_doi, by_title_hash, known_ids
from db.library_file import LibraryFile
from desktop.domain.bibliography import Reference
from desktop.domain.cite_keys import ascii_of
from desktop.domain.ids import PaperId
from desktop.domain.person_names import Name, name_of
from desktop.domain.title_key import title_hash
from desktop.services.merge_references import named_id
from desktop.services.paper_references import told_by


@dataclass(frozen=True, slots=True)
class Match:
    """What an entry is."""

    paper: DescribedPaper | None = None
    """The known one."""
    earlier: int | None = None
    """Which entry before it is the same paper, from 0."""
    by_title: bool = False


def matched(library: LibraryFile, references: Sequence[Reference]) -> list[Match]:
    """Per entry what it is: known by arXiv id, else by DOI, else by title and authors; by what is typed, and by what
    bibliographies told before somebody typed something else."""
    connection = library.connection
    ids = known_ids(connection, [found.value for one in references if (found := named_id(one))])
    dois = by_doi(connection, [one.doi for one in references if one.doi])
    titles = by_title_hash(connection, [title_hash(one.title) for one in references if one.title])
    held = [*ids.values(), *(paper for group in (*dois.values(), *titles.values()) for paper in group)]
    over = typed_over(connection)
    papers = described(connection, [*(paper.id for paper in held), *over])
    told = _told_before(papers[paper] for paper in over)
    seen = _Seen()
    matches: list[Match] = []
    for number, one in enumerate(references):
        named = named_id(one)
        candidates: list[tuple[PaperId, bool]] = []
        if named and named.value in ids:
            candidates.append((ids[named.value].id, False))
        candidates += [(paper.id, False) for paper in dois.get(one.doi.lower(), ()) if one.doi]
        if one.title:
            candidates += [(paper.id, True) for paper in titles.get(title_hash(one.title), ())]
        candidates += [(paper, key[0] == "title") for key in _told_keys(one) for paper in told.get(key, ())]
        matches.append(_first(one, candidates, papers) or seen.before(one))
        seen.add(one, number)
    return matches


def _first(
    reference: Reference, candidates: Iterable[tuple[PaperId, bool]], papers: dict[PaperId, DescribedPaper]
) -> Match | None:
    named = named_id(reference)
    for key, by_title in candidates:
        paper = papers.get(key)
        if paper is None or _contradict(named.value if named and by_title else "", paper.arxiv_id):
            continue
        if by_title and not _same_people(reference, paper):
            continue
        return Match(paper, by_title=by_title)
    return None


def _told_before(papers: Iterable[DescribedPaper]) -> dict[tuple[str, str], list[PaperId]]:
    """The papers by the DOIs and titles that bibliographies told of them."""
    found: defaultdict[tuple[str, str], list[PaperId]] = defaultdict(list)
    for paper in papers:
        for key in _told_keys(told_by(paper.citation)):
            found[key].append(paper.id)
    return found


def _told_keys(reference: Reference) -> list[tuple[str, str]]:
    keys = [("doi", reference.doi.lower())] if reference.doi else []
    return [*keys, ("title", str(title_hash(reference.title)))] if reference.title else keys


def _contradict(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def _same_people(reference: Reference, paper: DescribedPaper) -> bool:
    """Whether one of the authors is the same, or one side names none; and no DOIs that differ."""
    if _contradict(reference.doi.lower(), paper.doi.lower()) and not reference.doi.lower().startswith("10.48550/"):
        return False
    before = told_by(paper.citation).authors
    theirs = {_key(name) for name in (*map(name_of, paper.authors), *before)}
    ours = {_key(name) for name in reference.authors}
    return not theirs or not ours or bool(theirs & ours)


def _key(name: Name) -> str:
    return (ascii_of(name.alike) or name.alike).lower()


class _Seen:
    """The entries that came before."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, object], int] = {}

    def before(self, reference: Reference) -> Match:
        number = next((self._numbers[key] for key in self._keys(reference) if key in self._numbers), None)
        return Match(earlier=number)

    def add(self, reference: Reference, number: int) -> None:
        for key in self._keys(reference):
            self._numbers.setdefault(key, number)

    def _keys(self, reference: Reference) -> list[tuple[str, object]]:
        named = named_id(reference)
        keys: list[tuple[str, object]] = [("id", named.value)] if named else []
        keys += [("doi", reference.doi.lower())] if reference.doi else []
        if reference.title and reference.authors:
            keys.append(("title", (title_hash(reference.title), _key(reference.authors[0]))))
        return keys

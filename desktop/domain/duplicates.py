"""Papers that may be one and the same: why, and how surely."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from itertools import combinations
from unicodedata import normalize

from desktop.domain.ids import PaperId
from desktop.domain.title_key import title_key

_TELLING = 12
"""Letters of a title's key below which many papers may share it: "Introduction"."""
_FEW = 10
_LETTERS = re.compile(r"[^\W\d_]+")


class Alike(StrEnum):
    """What two papers have in common."""

    ARXIV_ID = "arxiv-id"
    """The id of one is that of the other, or is named by its link or DOI."""
    DOI = "doi"
    FILE = "file"
    """A PDF of the same content."""
    TITLE_AND_AUTHORS = "title-and-authors"
    TITLE = "title"
    """The title alone: nothing is known of the authors of one, or they are others."""
    TRANSLATED_TITLE = "translated-title"


class Strength(IntEnum):
    """How surely two papers are one."""

    WEAK = 1
    """Something speaks against it as well."""
    LIKELY = 2
    SURE = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is compared of a paper."""

    id: PaperId
    title: str
    authors: tuple[str, ...]
    arxiv_id: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two papers that may be one. `first` has the smaller id."""

    first: PaperId
    second: PaperId
    by: Alike
    strength: Strength
    said: str
    """The id, the DOI, the title or the file's sha256 that they share."""
    other_authors: bool = False
    other_arxiv_ids: bool = False


@dataclass(frozen=True, slots=True)
class DuplicateGroup:
    """Papers that may all be one, and why; the surest reason comes first."""

    papers: tuple[PaperId, ...]
    why: tuple[Likeness, ...]

    @property
    def strength(self) -> Strength:
        """That of the surest reason; weak where a person put them together."""
        return self.why[0].strength if self.why else Strength.WEAK


def likeness(one: Candidate, other: Candidate, by: Alike, said: str) -> Likeness | None:
    """What it means that two papers share `said`; None if it means nothing."""
    first, second = sorted((one, other), key=lambda paper: paper.id)
    other_ids = bool(one.arxiv_id and other.arxiv_id and one.arxiv_id != other.arxiv_id)
    agree = authors_agree(one.authors, other.authors)
    if by is Alike.TRANSLATED_TITLE and (other_ids or agree is False):
        return None  # two titles may well be translated alike
    if by is Alike.TITLE and agree:
        by = Alike.TITLE_AND_AUTHORS
    return Likeness(
        *(first.id, second.id, by, _strength(by, said, other_ids=other_ids, agree=agree), said),
        other_authors=agree is False,
        other_arxiv_ids=other_ids,
    )


def _strength(by: Alike, said: str, *, other_ids: bool, agree: bool | None) -> Strength:
    if by in (Alike.ARXIV_ID, Alike.DOI, Alike.FILE):
        return Strength.LIKELY if other_ids else Strength.SURE
    by_title_alone = by is Alike.TITLE and (agree is False or len(title_key(said)) < _TELLING)
    return Strength.WEAK if other_ids or by_title_alone else Strength.LIKELY


def authors_agree(one: Sequence[str], other: Sequence[str]) -> bool | None:
    """Whether at least half of the shorter list of names is in the other, too. None where a list is empty.

    Names are told by what they are called by last, so `A. Lovelace` and `Lovelace, Ada` are the same.
    """
    if not one or not other:
        return None
    few, many = sorted(([_name_keys(name) for name in names] for names in (one, other)), key=len)
    there = set().union(*many)
    return 2 * sum(bool(keys & there) for keys in few) >= len(few)


def _name_keys(name: str) -> frozenset[str]:
    """What a name is told by: its last word (that before a comma), and all its words in whichever order."""
    family, comma, _ = name.partition(",")
    words = _words(name)
    last = _words(family) if comma else words[-1:]
    return frozenset(("".join(last), " ".join(sorted(words)))) - {""}


def _words(name: str) -> list[str]:
    bare = "".join(letter for letter in normalize("NFKD", name.casefold()) if not "\u0300" <= letter <= "\u036f")
    return _LETTERS.findall(bare)


def grouped(found: Iterable[Likeness], apart: frozenset[tuple[PaperId, PaperId]]) -> tuple[DuplicateGroup, ...]:
    """Papers that are alike, each in one group; the surest groups first, then those with the newest papers.

    `apart` holds pairs, the smaller id first, of which a person said that they differ: no group has both.
    """
    pairs = sorted(
        (pair for pair in found if (pair.first, pair.second) not in apart),
        key=lambda pair: (-pair.strength, pair.first, pair.second),
    )
    group_of: dict[PaperId, set[PaperId]] = {}
    for pair in pairs:
        one = group_of.setdefault(pair.first, {pair.first})
        other = group_of.setdefault(pair.second, {pair.second})
        if one is not other and not _differ(one, other, apart):
            one |= other
            group_of.update((paper, one) for paper in other)
    why: dict[int, list[Likeness]] = {}
    for pair in pairs:
        if group_of[pair.first] is group_of[pair.second]:
            why.setdefault(id(group_of[pair.first]), []).append(pair)
    groups = [DuplicateGroup(tuple(sorted(group_of[said[0].first])), tuple(said)) for said in why.values()]
    return tuple(sorted(groups, key=lambda group: (-group.strength, -group.papers[-1])))


def _differ(one: set[PaperId], other: set[PaperId], apart: frozenset[tuple[PaperId, PaperId]]) -> bool:
    return any((min(a, b), max(a, b)) in apart for a in one for b in other) if apart else False


def named_together(named: Mapping[str, Iterable[PaperId]]) -> Iterable[tuple[str, PaperId, PaperId]]:
    """What several papers are named by, with each two of them; of very many, the first with every other one."""
    for said, papers in named.items():
        same = sorted(set(papers))
        pairs = combinations(same, 2) if len(same) <= _FEW else ((same[0], other) for other in same[1:])
        yield from ((said, one, other) for one, other in pairs)

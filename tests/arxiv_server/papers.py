"""The made-up papers: each follows from its id alone, so that every run and every process knows the same ones."""

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache

from desktop.domain.arxiv_id import month_of
from desktop.domain.arxiv_paper import ArxivPaper

_ID = re.compile(r"(?:(\d{4}\.\d{4,5})|([a-z-]+)(?:\.[A-Z]{2})?(/\d{7}))(?:v([1-9]\d*))?", re.ASCII)
_WITHDRAWN = (
    # comment, abstract (empty: it stays)
    ("This paper has been withdrawn by the author due to an error in the second section", ""),
    ("arXiv admin note: This paper has been withdrawn by arXiv due to unverifiable authorship and affiliation", ""),
    ("", "This paper has been withdrawn by the authors."),
)


def _listed(words: str) -> list[str]:
    return words.split()


_WAYS = _listed(
    "Sparse Adaptive Patient Recursive Robust Hierarchical Differentiable Frugal Self-Correcting "
    "Contrastive $k$-Sparse $\\ell_1$-Regularised Multi-Scale Probabilistic Low-Rank Curiosity-Driven "
    "Causal Amortised"
)
_METHODS = (
    "Attention",
    "Poincar\\'e Embeddings",
    'M\\"obius Layers',
    "Schrödinger Bridges",
    "Gröbner Bases",
    "Erd\\H{o}s Graphs",
    "$\\epsilon$-Greedy Search",
    "Retrieval",
    "Hölder Kernels",
    "Tree Automata",
    "Message Passing",
    "$O(n \\log n)$ Sketches",
)
_AIMS = ("for", "as a Path to", "Beyond", "in the Service of", "Without", "and the Limits of", "Meets")
_FIELDS = (
    "Lighthouse Scheduling",
    "Handwritten Ledgers",
    "Tidal Forecasts",
    "Bilingual Summaries",
    "Moss Taxonomy",
    "Clockwork Verification",
    "Choir Recordings",
    "Sourdough Chemistry",
    "Glacier Imaging",
    "Library Catalogues",
    "Beehive Acoustics",
    "Railway Timetables",
    "Dark-Sky Surveys",
    "Knitting Patterns",
    "Harbour Traffic",
    'Na\\"ive Set Puzzles',
)
_GIVEN = _listed("Ada Björn Chloé Dariusz Élodie Fumiko Gülay Hedy Íñigo Jun Kateřina Lin Mỹ Nadia Øyvind Priya")
_MIDDLE = ("", "", "", " A.", " de", " J. R.", " van der")
_FAMILY = _listed(
    "Abel Brontë Castañeda Dvořák Eriksen Ferreira Grimaldi Håkansson Ionescu Jäger Kim Łukasiewicz "
    "Müller Nakamura O'Neill Pérez Quine Rossi Šimić Tanaka Uçar Villani Wang Xu Yılmaz Zhang"
)
_CATEGORIES = _listed("cs.CL cs.LG cs.AI cs.CV cs.IR cs.SE stat.ML math.CO math.ST eess.AS quant-ph q-bio.NC")
_OLD_ARCHIVES = ("hep-th", "astro-ph", "quant-ph", "math", "cs", "cond-mat")
_CLASSES = {"math": "math.GT", "cs": "cs.CL"}
_CLAIMS = (
    "We study {way} models of {field} and show where they fail.",
    "A bound of $O(n^{{{n}}})$ holds & is tight if $x < {n}$.",
    "Our experiments cover {n} data sets, of which none is large.",
    "The method needs no more than {n} lines of code and a quiet afternoon.",
    "In contrast to earlier work, {field} is treated as a first-class citizen.",
    "We release the {n} notebooks that these figures come from.",
)


def well_formed(arxiv_id: str) -> tuple[str, int | None] | None:
    """Return the id as arXiv spells it (math/0309136 for math.GT/0309136) without its version, and the version.

    None if arXiv would call the format incorrect.
    """
    match = _ID.fullmatch(arxiv_id)
    return match and (match[1] or match[2] + match[3], int(match[4]) if match[4] else None)


@cache
def made_up(arxiv_id: str) -> tuple[ArxivPaper, ...]:
    """Return all versions of the paper of an id, the oldest first."""
    dice = random.Random(arxiv_id)
    title, abstract = _title(dice), _abstract(dice)
    came = date.fromisoformat(f"{month_of(arxiv_id)}-01") + timedelta(days=dice.randrange(26))
    authors = tuple(dict.fromkeys(_name(dice) for _ in range(dice.choice((1, 2, 2, 3, 3, 4, 5, 12)))))
    first = ArxivPaper(
        arxiv_id=arxiv_id,
        version=1,
        title=title,
        abstract=abstract,
        authors=authors,
        categories=_categories(arxiv_id, dice),
        published=came.isoformat(),
        updated=came.isoformat(),
        comment=dice.choice(("", f"{dice.randrange(4, 40)} pages, {dice.randrange(1, 9)} figures", "Work in progress")),
    )
    versions = [first]
    for number in range(2, dice.choice((1, 1, 1, 1, 2, 2, 3)) + 1):
        came += timedelta(days=dice.randrange(20, 200))
        versions.append(_revised(versions[-1], number, came.isoformat(), dice))
    if dice.random() < 0.03:
        versions.append(_withdrawn(versions[-1], (came + timedelta(days=30)).isoformat(), dice))
    return tuple(versions)


def moment(paper: ArxivPaper, day: str) -> datetime:
    """Return when on `day` (YYYY-MM-DD) the paper came, UTC."""
    dice = random.Random(f"{paper.arxiv_id} {day}")
    return datetime.fromisoformat(day).replace(tzinfo=UTC) + timedelta(seconds=dice.randrange(86_400))


class Archive(Mapping[str, tuple[ArxivPaper, ...]]):
    """All versions of each paper by id without version. What `hold_back` names is not known yet."""

    def __init__(self, count: int = 300, *, every_id: bool = False) -> None:
        """Hold `count` papers, an eighth of them with ids of the old style; with `every_id` any other id, too."""
        old = count // 8
        new = count - old
        self._ids = [f"{23 + i // 12 % 2}{1 + i % 12:02}.{12 + 37 * (i // 24):05}" for i in range(new)]
        self._ids += [
            f"{_OLD_ARCHIVES[i % 6]}/{(99, 3, 5)[i % 3]:02}{1 + i // 6 % 12:02}{1 + i // 72:03}" for i in range(old)
        ]
        self._known = frozenset(self._ids)
        self._every_id = every_id
        self._newest: dict[str, int] = {}

    def __getitem__(self, arxiv_id: str) -> tuple[ArxivPaper, ...]:
        made_up_on_demand = self._every_id and well_formed(arxiv_id) == (arxiv_id, None) and month_of(arxiv_id)
        if arxiv_id not in self._known and not made_up_on_demand:
            raise KeyError(arxiv_id)
        return made_up(arxiv_id)[: self._newest.get(arxiv_id)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def version(self, arxiv_id: str, version: int | None = None) -> ArxivPaper | None:
        """Return a version of a paper, the newest without a number; None if there is none."""
        known = self.get(arxiv_id, ())
        number = len(known) if version is None else version
        return known[number - 1] if 1 <= number <= len(known) else None

    def hold_back(self, arxiv_id: str, newest: int) -> None:
        """Know the versions up to `newest` alone."""
        self._newest[arxiv_id] = newest

    def publish(self, arxiv_id: str) -> None:
        """Know all versions again."""
        self._newest.pop(arxiv_id, None)


def _title(dice: random.Random) -> str:
    way, other = dice.sample(_WAYS, 2)
    return f"{way} {dice.choice(_METHODS)} {dice.choice(_AIMS)} {other} {dice.choice(_FIELDS)}"


def _abstract(dice: random.Random) -> str:
    claims = dice.sample(_CLAIMS, 4)
    words = {"way": dice.choice(_WAYS).lower(), "field": dice.choice(_FIELDS).lower()}
    return " ".join(claim.format(n=dice.randrange(2, 90), **words) for claim in claims)


def _name(dice: random.Random) -> str:
    return f"{dice.choice(_GIVEN)}{dice.choice(_MIDDLE)} {dice.choice(_FAMILY)}"


def _categories(arxiv_id: str, dice: random.Random) -> tuple[str, ...]:
    archive = arxiv_id.partition("/")[0]
    first = _CLASSES.get(archive, archive) if "/" in arxiv_id else dice.choice(_CATEGORIES)
    return tuple(dict.fromkeys([first, *dice.sample(_CATEGORIES, dice.randrange(3))]))


def _revised(before: ArxivPaper, version: int, updated: str, dice: random.Random) -> ArxivPaper:
    journal = dice.random() < 0.5
    return replace(
        before,
        version=version,
        title=before.title if dice.random() < 0.4 else f"{before.title}: {dice.choice(_FIELDS)} Revisited",
        abstract=f"{before.abstract} Version {version} corrects the proof of Lemma {version}.",
        updated=updated,
        comment=f"v{version}: {dice.choice(('typos fixed', 'new experiments', 'accepted for publication'))}",
        journal_ref=f"J. Impos. Res. {dice.randrange(1, 60)} ({updated[:4]}) {dice.randrange(1, 900)}"
        if journal
        else "",
        doi=f"10.5555/{before.arxiv_id.replace('/', '.')}" if journal else "",
    )


def _withdrawn(before: ArxivPaper, updated: str, dice: random.Random) -> ArxivPaper:
    comment, abstract = dice.choice(_WITHDRAWN)
    return replace(
        before,
        version=before.version + 1,
        abstract=abstract or before.abstract,
        updated=updated,
        comment=comment,
        withdrawn=True,
    )

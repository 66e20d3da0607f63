"""What is announced day by day: arXiv's feeds of its categories, and the Daily Papers, in the form of 2026."""

import hashlib
import json
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from xml.sax.saxutils import escape

from desktop.domain.arxiv_paper import ArxivPaper
from tests.arxiv_server.answers import Answer
from tests.arxiv_server.papers import Archive

_A_DAY, _DAILY = 40, 12
_HEAD = """<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns="http://www.w3.org/2005/Atom" xml:lang="en-us">
"""


@dataclass(frozen=True, slots=True)
class Announced:
    """A paper as a category's feed announces it."""

    paper: ArxivPaper
    kind: str
    category: str


class Days:
    """What each day announces. Of days that nobody said anything about, some papers are made up; none at weekends."""

    def __init__(self, papers: Archive) -> None:
        self.today = datetime.now(UTC).date().isoformat()
        """Of the feeds: YYYY-MM-DD."""
        self._papers = papers
        self._announced: dict[tuple[str, str], list[Announced]] = {}
        self._daily: dict[str, list[ArxivPaper]] = {}

    def announce(self, category: str, ids: Iterable[str], kind: str = "new", day: str = "") -> None:
        """Let a category announce these papers, in their newest versions, behind those before, today or on a day."""
        papers = [self._papers[arxiv_id][-1] for arxiv_id in ids]
        there = self._announced.setdefault((day or self.today, category), [])
        there += [Announced(paper, kind, category) for paper in papers]

    def put_daily(self, ids: Iterable[str], day: str = "") -> None:
        """Let these be the Daily Papers of today or of a day."""
        self._daily[day or self.today] = [self._papers[arxiv_id][-1] for arxiv_id in ids]

    def feed(self, path: str, known: str) -> Answer:
        """Return the feed of some categories, joined by "+"; 304 to who knows it."""
        codes = path.split("+")
        if not all(code.isascii() and code.strip(".-").replace(".", "").replace("-", "").isalpha() for code in codes):
            return Answer(400, {"Content-Type": "text/plain"}, b"Invalid category\n")
        announced = {item.paper.arxiv_id: item for code in codes for item in self._of_category(code)}
        body = atom(codes, self.today, list(announced.values()))
        etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        if known == etag:
            return Answer(304, {"ETag": etag})
        return Answer(200, {"Content-Type": "application/atom+xml", "ETag": etag}, body)

    def _of_category(self, code: str) -> Sequence[Announced]:
        told = self._announced.get((self.today, code))
        if told is not None or date.fromisoformat(self.today).weekday() > 4:
            return told or ()
        dice = random.Random(self.today)
        made_up = dice.sample(list(self._papers), min(_A_DAY, len(self._papers)))
        there = [self._papers[arxiv_id][0] for arxiv_id in made_up]
        fitting = [paper for paper in there if any(_belongs(category, code) for category in paper.categories)]
        return [Announced(paper, "new" if _belongs(paper.categories[0], code) else "cross", code) for paper in fitting]

    def daily_papers(self, query: Mapping[str, str]) -> Answer:
        """Return the Daily Papers of a date, a page of them."""
        day = query.get("date", self.today)
        try:
            weekend = date.fromisoformat(day).weekday() > 4
        except ValueError:
            return Answer(400, {"Content-Type": "application/json"}, b'{"error":"Invalid date"}')
        dice = random.Random(f"daily {day}")
        ids = [] if weekend or day > self.today else dice.sample(list(self._papers), min(_DAILY, len(self._papers)))
        papers = self._daily.get(day, [self._papers[arxiv_id][-1] for arxiv_id in ids])
        most, page = int(query.get("limit", "50")), int(query.get("p", "0"))
        shown = papers[page * most : (page + 1) * most]
        body = json.dumps([_daily_item(paper, day) for paper in shown], ensure_ascii=False)
        return Answer(200, {"Content-Type": "application/json; charset=utf-8"}, body.encode())


def atom(codes: Sequence[str], day: str, announced: Sequence[Announced]) -> bytes:
    """Return the feed of a day."""
    address = f"http://rss.arxiv.org/atom/{'+'.join(codes)}"
    lines = [
        _HEAD,
        f"  <id>{address}</id>\n",
        f"  <title>{', '.join(codes)} updates on arXiv.org</title>\n",
        f"  <updated>{day}T05:00:04.171825+00:00</updated>\n",
        f'  <link href="{address}" rel="self" type="application/atom+xml"/>\n',
        f"  <subtitle>{', '.join(codes)} updates on the arXiv.org e-print archive.</subtitle>\n",
        *(_entry(item, day) for item in announced),
        "</feed>\n",
    ]
    return "".join(lines).encode()


def _entry(item: Announced, day: str) -> str:
    paper = item.paper
    name = f"{paper.arxiv_id}v{paper.version}"
    categories = dict.fromkeys((*paper.categories, item.category))
    summary = f"arXiv:{name} Announce Type: {item.kind} \nAbstract: {paper.abstract}"
    lines = [
        f"<id>oai:arXiv.org:{name}</id>",
        f"<title>{escape(paper.title)}</title>",
        f"<updated>{day}T05:00:04.204510+00:00</updated>",
        f'<link href="https://arxiv.org/abs/{paper.arxiv_id}" rel="alternate" type="text/html"/>',
        f"<summary>{escape(summary)}</summary>",
        *(f'<category term="{code}"/>' for code in categories),
        f"<published>{day}T00:00:00-05:00</published>",
        "<rights>http://arxiv.org/licenses/nonexclusive-distrib/1.0/</rights>",
        f"<arxiv:announce_type>{item.kind}</arxiv:announce_type>",
        f"<dc:creator>{escape(', '.join(paper.authors))}</dc:creator>",
    ]
    return "".join(["  <entry>\n", *(f"    {line}\n" for line in lines), "  </entry>\n"])


def _daily_item(paper: ArxivPaper, day: str) -> dict[str, object]:
    told = {
        "id": paper.arxiv_id,
        "authors": [
            {"_id": f"{number:024x}", "name": name, "hidden": False} for number, name in enumerate(paper.authors)
        ],
        "publishedAt": f"{paper.published}T17:59:59.000Z",
        "submittedOnDailyAt": f"{day}T02:10:00.000Z",
        "title": paper.title,
        "summary": paper.abstract,
        "upvotes": len(paper.title),
    }
    return {"paper": told, "publishedAt": f"{paper.published}T17:59:59.000Z", "title": paper.title, "numComments": 1}


def _belongs(category: str, code: str) -> bool:
    return category == code or category.startswith(f"{code}.")

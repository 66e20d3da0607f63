"""arXiv's query API: what it knows of papers.

The only module that imports the `arxiv` package, when it is first needed (168 ms). The package words the question and
reads the answer; sending, waiting, and whether an answer is whole are ours.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from desktop.domain.arxiv_id import ArxivId, parse_arxiv_id
from desktop.domain.arxiv_paper import ArxivAnswer, ArxivPaper
from desktop.domain.errors import NetworkError, Reason
from desktop.domain.latex_text import readable
from desktop.domain.network import Network
from desktop.domain.pdf_marks import HEAD, begins_like_web_page
from desktop.domain.progress import Job
from desktop.sources.arxiv_feed import FeedFacts, check_feed
from desktop.sources.arxiv_requests import asked, whole
from desktop.sources.arxiv_texts import category_codes, cleaned, is_name, tells_withdrawal
from desktop.sources.network_failures import bad_answer, bad_status, host_of

if TYPE_CHECKING:
    from arxiv import Result  # type: ignore[import-untyped]

MOST_IDS = 50
MOST_FOUND = 10
PAGE_OF_NEWEST, MOST_NEWEST = 100, 2000
ANSWER_LIMIT = 32 << 20
"""Bytes; 50 papers of 5,000 authors each take 10 MB."""
_REFUSED_ID = re.compile(r"incorrect id format for (\S+)")
_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 6
_SKIPPED = frozenset(
    {"and", "andnot", "are", "but", "for", "into", "not", "such", "that", "the", "their", "then", "there"}
)
_SKIPPED |= {"these", "they", "this", "was", "will", "with"}
"""Words of three letters and more that search engines leave out, or that join the terms of a question."""
_SHORTEST_WORD = 3
_LONGEST_TITLE = 500
"""Characters; the question is part of an address."""


class ArxivApi:
    """Asks the API of `network`; callable from any thread.

    Each method raises NetworkError (as `asked`, WEB_PAGE, and BAD_ANSWER for anything else but a whole answer to the
    question) and Cancelled.
    """

    def __init__(self, network: Network) -> None:
        self._network = network

    def papers(self, ids: Sequence[str], job: Job) -> ArxivAnswer:
        """What arXiv tells of these papers: at most 50 ids, each with a version or without (the newest).

        Raises ValueError for more ids and for anything that is none.
        """
        if len(ids) > MOST_IDS:
            raise ValueError(f"more than {MOST_IDS} ids")
        wanted = {text: _parsed(text) for text in ids}
        left = list(wanted)
        while left:
            try:
                found, total = self._found("", left, len(left), job)
            except _QuestionRefusedError as error:
                # One id that arXiv does not like, and it answers for none of them.
                refused = {name for text in error.errors for name in _REFUSED_ID.findall(text)} & set(left)
                if not refused:
                    raise bad_answer(self._network.api, error.errors[0]) from error
                left = [text for text in left if text not in refused]
            else:
                return self._matched(wanted, found, complete=total == len(found))
        return ArxivAnswer((), tuple(wanted))

    def search_title(self, title: str, job: Job) -> tuple[ArxivPaper, ...]:
        """Papers whose titles hold the words of `title` in their order, the likeliest first, at most 10."""
        words = " ".join(_WORD.findall(title[:_LONGEST_TITLE]))
        return self._searched(f'ti:"{words}"', MOST_FOUND, job) if words else ()

    def search_similar(self, title: str, job: Job) -> tuple[ArxivPaper, ...]:
        """Papers whose titles hold every other of the longest words of `title`, or the rest of these, at most 50: a
        slip of the pen in one word leaves the other half. Nothing is asked for a title of one word.
        """
        parts = [" AND ".join(f"ti:{word}" for word in half) for half in _halves(title)]
        return self._searched(" OR ".join(f"({part})" for part in parts), MOST_IDS, job) if all(parts) else ()

    def newest(self, query: str, job: Job, since: str = "") -> tuple[ArxivPaper, ...]:
        """The papers that a search finds, the newest first: those that came on that day (YYYY-MM-DD) or later, at most
        2,000; without a day the newest 100. Raises NetworkError with NO_SUCH_FEED for a search that arXiv refuses.
        """
        found: dict[str, ArxivPaper] = {}
        for start in range(0, MOST_NEWEST, PAGE_OF_NEWEST):
            page = self._searched(query, PAGE_OF_NEWEST, job, start, newest=True)
            found.update((paper.arxiv_id, paper) for paper in page if paper.published >= since)
            if not since or len(page) < PAGE_OF_NEWEST or page[-1].published < since:
                break
        return tuple(found.values())

    def _searched(
        self, query: str, most: int, job: Job, start: int = 0, *, newest: bool = False
    ) -> tuple[ArxivPaper, ...]:
        try:
            found, total = self._found(query, [], most, job, start, newest=newest)
        except _QuestionRefusedError as error:
            if newest:
                raise NetworkError(Reason.NO_SUCH_FEED, query, error.errors[0][:300]) from error
            raise bad_answer(self._network.api, error.errors[0]) from error
        if total is None or len(found) < min(total - start, most):
            raise bad_answer(self._network.api, f"{len(found)} of {total} papers")
        return found

    def _found(
        self, query: str, ids: list[str], most: int, job: Job, start: int = 0, *, newest: bool = False
    ) -> tuple[tuple[ArxivPaper, ...], int | None]:
        """The papers of one answer, at most `most` from `start` on, and how many there are in all, if it tells."""
        import arxiv

        session = _Session(self._network, job)
        client = arxiv.Client(page_size=most, delay_seconds=0, num_retries=0)
        client.query_url_format = "?{}"
        client._session = session  # get() is all that the package uses of it
        by = arxiv.SortCriterion.SubmittedDate if newest else arxiv.SortCriterion.Relevance
        results = list(client.results(arxiv.Search(query, ids, max_results=start + most, sort_by=by), start))
        if session.facts is None or len(results) != min(len(session.facts.ids), most):
            raise bad_answer(self._network.api, "entries that cannot be read")
        if ids and len(session.facts.ids) > most:
            raise bad_answer(self._network.api, "papers that nobody asked for")
        return tuple(map(_paper, results, session.facts.ids)), session.facts.total

    def _matched(self, wanted: Mapping[str, ArxivId], found: Sequence[ArxivPaper], *, complete: bool) -> ArxivAnswer:
        """Each wanted id with its paper; `complete` says whether an id that has none is unknown to arXiv."""
        papers: dict[ArxivId, ArxivPaper] = {}
        missing, used = [], set[ArxivPaper]()
        for text, id in wanted.items():
            same = [paper for paper in found if paper.arxiv_id == id.value and id.version in (None, paper.version)]
            if not same:
                missing.append(text)
                continue
            newest = max(same, key=lambda paper: paper.version)
            used.update(same)
            papers[ArxivId(id.value, newest.version)] = newest
        if used != set(found):
            raise bad_answer(self._network.api, "papers that nobody asked for")
        if missing and not complete:
            raise bad_answer(self._network.api, f"nothing about {missing[0]}")
        return ArxivAnswer(tuple(papers.values()), tuple(missing))


class _QuestionRefusedError(Exception):
    """arXiv answered with errors."""

    def __init__(self, errors: Sequence[str]) -> None:
        super().__init__(*errors)
        self.errors = errors


class _Page(NamedTuple):
    """What the package looks at of an answer."""

    status_code: int
    content: bytes


class _Session:
    """Stands in for the package's own session, for one answer."""

    def __init__(self, network: Network, job: Job) -> None:
        self._network = network
        self._job = job
        self.facts: FeedFacts | None = None

    def get(self, question: str, headers: Mapping[str, str]) -> _Page:
        """The checked answer to a question."""
        api = self._network.api
        if self.facts is not None:  # the package asks for the rest
            raise bad_answer(api, "more papers are announced than there are")
        with asked(self._network, api + question, self._job) as answer:
            if answer.status not in (200, 400):
                raise bad_status(api, answer.status)
            content = whole(answer, ANSWER_LIMIT)
        if answer.status == 200 and begins_like_web_page(content[:HEAD]):
            raise NetworkError(Reason.WEB_PAGE, host_of(api), "a web page instead of a feed")
        try:
            self.facts = check_feed(content)
        except ValueError as error:
            raise (bad_status(api, 400) if answer.status == 400 else bad_answer(api, str(error))) from error
        if self.facts.errors:
            raise _QuestionRefusedError(self.facts.errors)
        if answer.status == 400:
            raise bad_status(api, 400)
        return _Page(200, content)


def _halves(title: str) -> tuple[list[str], list[str]]:
    """The longest words of a title, six at most, dealt out in turn. Words with accents come last, without these:
    nobody says how arXiv spells them.
    """
    words = _WORD.findall(normalize("NFC", readable(title[:_LONGEST_TITLE])))
    plain = {word: normalize("NFKD", word).encode("ascii", "ignore").decode().lower() for word in words}
    spelt = {
        word: key for word, key in plain.items() if len(key) == len(word) >= _SHORTEST_WORD and key not in _SKIPPED
    }
    longest = sorted(spelt, key=lambda word: (not word.isascii(), -len(word)))
    chosen = list(dict.fromkeys(spelt[word] for word in longest))[:_MOST_WORDS]
    return chosen[::2], chosen[1::2]


def _parsed(text: str) -> ArxivId:
    id = parse_arxiv_id(text)
    if id is None:
        raise ValueError(f"no arXiv id: {text!r}")
    return id


def _paper(result: "Result", id: ArxivId) -> ArxivPaper:
    authors = (cleaned(author.name) for author in result.authors)
    comment, abstract = cleaned(result.comment), cleaned(result.summary)
    return ArxivPaper(
        arxiv_id=id.value,
        version=id.version or 1,
        title=cleaned(result.title),
        abstract=abstract,
        authors=tuple(filter(is_name, authors)),
        categories=category_codes(result.primary_category, result.categories),
        published=result.published.date().isoformat(),
        updated=result.updated.date().isoformat(),
        comment=comment,
        journal_ref=cleaned(result.journal_ref),
        doi=cleaned(result.doi).partition(" ")[0],
        withdrawn=tells_withdrawal(comment, abstract),
    )

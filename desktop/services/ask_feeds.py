"""Asking a feed: which question goes where, and for which days. Works without the library."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b

from desktop.domain.announcing import is_announcing, submitted_for, today_in_new_york
from desktop.domain.arxiv_paper import ArxivPaper
from desktop.domain.errors import InputError, Reason
from desktop.domain.feeds import Feed, FeedAnswer, FeedChoice, FeedKind, categories_of
from desktop.domain.found_paper import FoundPaper
from desktop.domain.network import Network
from desktop.domain.progress import Job
from desktop.sources.arxiv_api import ArxivApi
from desktop.sources.arxiv_feeds import feed_of_day
from desktop.sources.daily_papers import papers_of_day

_LATE = timedelta(days=7)
"""A search looks back so far behind the last time: arXiv lists some papers days after they were submitted."""


def ask(network: Network, feed: Feed, job: Job, day: str = "") -> FeedAnswer:
    """What a feed tells today, or told on a day (YYYY-MM-DD). Raises NetworkError, InputError (BAD_VALUE for no day,
    NO_SUCH_DAY) and Cancelled."""
    if day and not _is_day(day):
        raise InputError(Reason.BAD_VALUE, "day", "a day is written as 2026-11-20")
    if day > datetime.now(UTC).date().isoformat():
        raise InputError(Reason.NO_SUCH_DAY, feed.name, f"{day} is still to come")
    match feed.choice.kind:
        case FeedKind.ARXIV_CATEGORY:
            return _category(network, feed, job, day)
        case FeedKind.ARXIV_SEARCH:
            return _search(network, feed, job, day)
        case FeedKind.DAILY_PAPERS:
            return _daily_papers(network, feed, job, day)


def _category(network: Network, feed: Feed, job: Job, day: str) -> FeedAnswer:
    if day and day < today_in_new_york(datetime.now(UTC)).isoformat():
        return _past_day(network, feed, job, date.fromisoformat(day))
    asked_for, _, known = feed.state.mark.partition(" ")
    same = asked_for == _asked_for(feed.choice) and not day
    answer = feed_of_day(network, feed.choice.source, job, known if same else "")
    if day and answer.day != day:
        raise InputError(Reason.NO_SUCH_DAY, feed.name, f"it tells of {answer.day} still")
    # Of an empty feed nothing is remembered: "as it was" shall always mean the papers that came last.
    mark = f"{_asked_for(feed.choice)} {answer.mark}" if answer.mark and (answer.papers or answer.unchanged) else ""
    return FeedAnswer(answer.day, answer.papers, answer.unchanged, mark)


def _past_day(network: Network, feed: Feed, job: Job, day: date) -> FeedAnswer:
    """arXiv's feeds tell of today alone, its API what was submitted for another day: all that was new then."""
    if not is_announcing(day):
        return FeedAnswer(day.isoformat(), past=True)
    codes = categories_of(feed.choice.source)
    begin, end = submitted_for(day)
    span = f"submittedDate:[{begin:%Y%m%d%H%M} TO {end - timedelta(minutes=1):%Y%m%d%H%M}]"
    where = " OR ".join(f"cat:{code}" if "." in code else f"cat:{code} OR cat:{code}.*" for code in codes)
    found = ArxivApi(network).newest(f"({where}) AND {span}", job, begin.date().isoformat())
    papers = tuple(replace(_found(paper), announced=_announced(paper, codes)) for paper in found)
    return FeedAnswer(day.isoformat(), papers, past=True)


def _announced(paper: ArxivPaper, codes: tuple[str, ...]) -> str:
    primary = paper.categories[0] if paper.categories else ""
    return "new" if any(primary == code or primary.startswith(f"{code}.") for code in codes) else "cross"


def _search(network: Network, feed: Feed, job: Job, day: str) -> FeedAnswer:
    today = datetime.now(UTC).date()
    query, since = feed.choice.source, ""
    if day:
        digits = day.replace("-", "")
        query, since = f"({query}) AND submittedDate:[{digits}0000 TO {digits}2359]", day
    elif feed.state.answered_ms and feed.state.mark == _asked_for(feed.choice):
        since = (_date(feed.state.answered_ms) - _LATE).isoformat()
    found = ArxivApi(network).newest(query, job, since)
    return FeedAnswer(day or today.isoformat(), tuple(map(_found, found)), mark=_asked_for(feed.choice), past=bool(day))


def _daily_papers(network: Network, feed: Feed, job: Job, day: str) -> FeedAnswer:
    today = datetime.now(UTC).date()
    answer = papers_of_day(network, day or today.isoformat(), job)
    if day:
        return replace(answer, past=True)
    if feed.state.answered_ms and _date(feed.state.answered_ms) >= today:
        return answer
    before = papers_of_day(network, (today - timedelta(days=1)).isoformat(), job)
    return replace(answer, before=before)


def _found(paper: ArxivPaper) -> FoundPaper:
    return FoundPaper(
        arxiv_id=paper.arxiv_id,
        version=paper.version,
        title=paper.title,
        abstract=paper.abstract,
        authors=paper.authors,
        categories=paper.categories,
        record=paper,
    )


def _asked_for(choice: FeedChoice) -> str:
    """Stands for the question and the filter: after either was changed, the same answer brings other papers."""
    asked = "\n".join((choice.kind, choice.source, choice.filter.stored()))
    return blake2b(asked.encode(), digest_size=8).hexdigest()


def _date(milliseconds: int) -> date:
    return datetime.fromtimestamp(milliseconds / 1000, UTC).date()


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False

"""Requests to arXiv: checked addresses, redirects followed by hand, the pace, the person's proxy."""

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from urllib.parse import urljoin

from requests.utils import get_environ_proxies

from desktop.domain.errors import NetworkError, Reason
from desktop.domain.network import Network
from desktop.domain.progress import Job
from desktop.sources.addresses import Origin, check_address, pace_for
from desktop.sources.arxiv_pace import Pace
from desktop.sources.exchange import Exchange, Head
from desktop.sources.network_failures import bad_answer, host_of
from desktop.sources.retry_after import retry_after

MOST_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_BUSY = (429, 503)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that has begun."""

    url: str
    """Who gave it, after redirects."""
    status: int
    headers: Mapping[str, str]
    """Names are found in any case."""
    body: Iterator[bytes]
    """The pieces as they come, decoded. Raises NetworkError (BAD_ANSWER if it is cut, TIMED_OUT) and Cancelled."""


@contextmanager
def asked(network: Network, url: str, job: Job, headers: Mapping[str, str] | None = None) -> Iterator[Answer]:
    """Ask for `url` when it is our turn; the connection ends with the block.

    Raises NetworkError: ADDRESS_REFUSED before anything is connected, OFFLINE, TIMED_OUT, BUSY, SERVER_FAILED (it hung
    up, or sends in circles), BAD_ANSWER; and Cancelled.
    """
    target = check_address(network, url)
    # Compressed answers are understood, but parts of them cannot be asked for.
    told = {"User-Agent": _name(), "Accept-Encoding": "identity", **(headers or {})}
    for _ in range(MOST_REDIRECTS + 1):
        with closing(Exchange(url, told, _proxies(network.proxy, url, target))) as exchange:
            head = _head(network, target, exchange, job)
            location = head.headers.get("Location", "")
            if head.status not in _REDIRECTS or not location:
                yield Answer(url, head.status, head.headers, exchange.body(lambda: job.cancelled))
                return
        before, url = url, _joined(url, location)
        target = check_address(network, url, redirected_from=before)
    raise NetworkError(Reason.SERVER_FAILED, host_of(url), "too many redirects")


def whole(answer: Answer, limit: int) -> bytes:
    """All of the body. Raises NetworkError (as `Answer.body`, and BAD_ANSWER for more than `limit` bytes) and
    Cancelled."""
    content = bytearray()
    for piece in answer.body:
        content += piece
        if len(content) > limit:
            raise bad_answer(answer.url, f"more than {limit >> 20} MB")
    return bytes(content)


def _head(network: Network, target: Origin, exchange: Exchange, job: Job) -> Head:
    with Pace(network.pace_file, pace_for(network, target)).turn(lambda: job.cancelled) as turn:
        head = exchange.head(lambda: job.cancelled)
        if head.status in _BUSY:
            wait = retry_after(head.headers)
            turn.ask_to_wait(wait or 0.0)
            raise NetworkError(Reason.BUSY, target.host, f"status {head.status}", retry_after_s=wait)
        return head


def _joined(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError:  # not even broken in a usual way
        return location


def _proxies(proxy: str, url: str, target: Origin) -> Mapping[str, str]:
    if proxy == "none":
        return {}
    if proxy:
        return {"http": proxy, "https": proxy}
    return {} if target.loopback else get_environ_proxies(url)


@cache
def _name() -> str:
    try:
        return f"papershelf/{version('papershelf')}"
    except PackageNotFoundError:  # runs from its sources
        return "papershelf"

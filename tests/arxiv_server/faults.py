"""Ways to misbehave, each a change of the true answer, and the plan that says which requests meet them."""

import gzip
import random
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from email.utils import format_datetime
from functools import cache, reduce

from desktop.domain.arxiv_paper import ArxivPaper
from tests.arxiv_server.answers import BEFORE_HEAD, Answer, Break, Framing, Kind
from tests.arxiv_server.atom import feed
from tests.arxiv_server.pdfs import pdf_of, write_pdf

Fault = Callable[[Answer], Answer]
"""Takes the true answer to a request and returns what is sent instead."""

CAPTCHA = b"""<!DOCTYPE html><html><head><title>reCAPTCHA</title></head><body><h1>Access Denied</h1>
<p>Our systems noticed unusual traffic. Show that you are a person.</p></body></html>"""
HTML = b"<!DOCTYPE html>\n<html><head><title>No PDF</title></head><body><p>The PDF is being made.</p></body></html>\n"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>\n'
STRANGER = ArxivPaper(
    arxiv_id="0704.9999",
    version=1,
    title="Nobody Asked for This Paper",
    abstract="It is another one.",
    authors=("Somebody Else",),
    categories=("cs.CY",),
    published="2007-04-30",
    updated="2007-04-30",
)


def chain(*faults: Fault) -> Fault:
    """Do one after the other: `chain(instead(content, "application/pdf"), cut(0.5))`."""
    return lambda true: reduce(lambda answer, fault: fault(answer), faults, true)


def status(code: int, text: str = "") -> Fault:
    """Answer with a status and a short text, such as 403, 404, 500, 502."""
    return instead(text.encode() or b"Sorry.\n", "text/plain", code)


def busy(code: int = 429, retry_after: int | str | datetime | None = None) -> Fault:
    """Answer 429 or 503, with Retry-After in seconds, as a date (UTC) or as any text, or without."""
    headers = {"Content-Type": "text/plain"}
    if isinstance(retry_after, datetime):
        headers["Retry-After"] = format_datetime(retry_after, usegmt=True)
    elif retry_after is not None:
        headers["Retry-After"] = str(retry_after)
    return lambda _true: Answer(code, headers, b"Rate exceeded.")


def instead(content: bytes, content_type: str, code: int = 200, framing: Framing = Framing.LENGTH) -> Fault:
    """Answer with a given body."""
    return lambda _true: Answer(code, {"Content-Type": content_type}, content, framing)


def captcha() -> Fault:
    """Answer with a page for people, and 200."""
    return instead(CAPTCHA, "text/html; charset=utf-8")


def html_as_pdf() -> Fault:
    """Say application/pdf and send HTML."""
    return instead(HTML, "application/pdf")


def svg_as_pdf() -> Fault:
    """Say application/pdf and send SVG."""
    return instead(SVG, "application/pdf")


def empty_pdf() -> Fault:
    """Send a PDF without pages."""
    return instead(write_pdf([]), "application/pdf")


def wrong_paper() -> Fault:
    """Send the PDF, or the entry, of a paper that nobody asked for."""

    def fault(true: Answer) -> Answer:
        if true.headers.get("Content-Type") == "application/pdf":
            return Answer(200, {"Content-Type": "application/pdf"}, pdf_of(STRANGER))
        return Answer(200, true.headers, feed([STRANGER], total=1))

    return fault


def framed(framing: Framing) -> Fault:
    """Tell the end of the true body in another way."""
    return lambda true: replace(true, framing=framing)


def cut(share: float = 0.5, framing: Framing = Framing.LENGTH) -> Fault:
    """Close the connection after a share of the body."""
    return lambda true: replace(true, framing=framing, breaks_at=int(len(true.body) * share))


def wrong_length(by: int) -> Fault:
    """Announce so many bytes more (or fewer) than come."""
    return lambda true: replace(true, declared=len(true.body) + by)


def wrong_range(by: int = 1) -> Fault:
    """Announce a part (206) that begins elsewhere than asked; a whole answer stays as it is."""

    def fault(true: Answer) -> Answer:
        if true.status != 206:
            return true
        first, _, rest = true.headers["Content-Range"].removeprefix("bytes ").partition("-")
        return replace(true, headers={**true.headers, "Content-Range": f"bytes {int(first) + by}-{rest}"})

    return fault


def slow(bytes_per_s: float = 1.0, delay_s: float = 0.0) -> Fault:
    """Let the body drip, after a wait."""
    return lambda true: replace(true, bytes_per_s=bytes_per_s, delay_s=delay_s)


def late(delay_s: float) -> Fault:
    """Wait before a true answer."""
    return lambda true: replace(true, delay_s=delay_s)


def silence(after: int = BEFORE_HEAD) -> Fault:
    """Never answer; or fall silent after the head (0), or after so many bytes of the body."""
    return lambda true: replace(true, breaks_at=after, breaks_by=Break.SILENCE)


def reset(after: int = BEFORE_HEAD) -> Fault:
    """Reset the connection instead of an answer; or after the head (0), or after so many bytes of the body."""
    return lambda true: replace(true, breaks_at=after, breaks_by=Break.RESET)


def hang_up() -> Fault:
    """Close the connection instead of an answer."""
    return lambda true: replace(true, breaks_at=BEFORE_HEAD)


def endless(framing: Framing = Framing.CHUNKED) -> Fault:
    """Send the body over and over."""
    return lambda true: replace(true, framing=framing, times=None)


def huge(megabytes: int = 300, framing: Framing = Framing.LENGTH) -> Fault:
    """Send something that begins like a PDF and is so large."""
    piece = b"%PDF-1.7\n".ljust(1_000_000)
    return lambda _true: Answer(200, {"Content-Type": "application/pdf"}, piece, framing, times=megabytes)


def compressed(zeros_mb: int = 0) -> Fault:
    """Send the body with Content-Encoding: gzip; with zeros, which take a thousandth on the wire, it is a bomb."""

    def fault(true: Answer) -> Answer:
        content = gzip.compress(true.body) + _ten_megabytes() * (zeros_mb // 10)
        return replace(true, headers={**true.headers, "Content-Encoding": "gzip"}, body=content)

    return fault


def redirect(location: str, code: int = 302) -> Fault:
    """Send elsewhere (301, 302, 303, 307, 308)."""
    return lambda _true: Answer(code, {"Location": location}, b"")


@cache
def _ten_megabytes() -> bytes:
    return gzip.compress(bytes(10_000_000), mtime=0)


@dataclass(frozen=True, slots=True)
class _Rule:
    kind: Kind | None
    about: str
    choose: Callable[[], Fault | None]


class Faults:
    """Which requests go wrong, and how. Safe among threads.

    The first rule that has a fault for a request wins; those behind it do not count that request. A rule may be for
    one `kind` of requests alone, and for those `about` a text in the address (such as an id).
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._rules: list[_Rule] = []

    def next(self, *faults: Fault | None, kind: Kind | None = None, about: str = "") -> "Faults":
        """Let the next requests meet these faults, one each; None is a true answer."""
        left = iter(faults)
        return self._add(kind, about, lambda: next(left, None))

    def always(self, fault: Fault, kind: Kind | None = None, about: str = "") -> "Faults":
        """Let all requests meet a fault."""
        return self._add(kind, about, lambda: fault)

    def every(self, count: int, *faults: Fault, kind: Kind | None = None, about: str = "") -> "Faults":
        """Let each request of number `count`, 2 · `count`, … meet one of the faults in turn."""

        def turns() -> Iterator[Fault | None]:
            number = 0
            while True:
                number += 1
                yield None if number % count else faults[(number // count - 1) % len(faults)]

        return self._add(kind, about, turns().__next__)

    def sometimes(
        self, probability: float, *faults: Fault, seed: int = 0, kind: Kind | None = None, about: str = ""
    ) -> "Faults":
        """Let requests meet one of the faults by chance, the same for the same seed."""
        dice = random.Random(seed)
        return self._add(kind, about, lambda: dice.choice(faults) if dice.random() < probability else None)

    def clear(self) -> None:
        """Answer truly from now on."""
        with self._lock:
            self._rules.clear()

    def choose(self, kind: Kind, address: str) -> Fault | None:
        """Return the fault that a request meets; None for none."""
        with self._lock:
            for rule in self._rules:
                if rule.kind in (None, kind) and rule.about in address and (fault := rule.choose()):
                    return fault
        return None

    def _add(self, kind: Kind | None, about: str, choose: Callable[[], Fault | None]) -> "Faults":
        with self._lock:
            self._rules.append(_Rule(kind, about, choose))
        return self

"""What became of what was wanted from arXiv, as commands print it."""

from collections.abc import Iterator
from typing import Any

from desktop.app.failure_words import words
from desktop.app.output import Output, counted, plain
from desktop.domain.errors import Reason
from desktop.domain.fetching import FetchKind, FetchOutcome, FetchReport
from desktop.domain.latex_text import readable


def state_of(outcome: FetchOutcome) -> str:
    """One word: fetched, withdrawn, missing, waiting (it is tried again later) or failed."""
    if outcome.error is not None:
        if outcome.error.reason is Reason.NOT_ON_ARXIV:
            return "missing"
        return "failed" if outcome.retry_at_ms is None else "waiting"
    return "withdrawn" if outcome.record is not None and outcome.record.withdrawn else "fetched"


def told_of(report: FetchReport) -> list[FetchOutcome]:
    """All outcomes but failed PDFs of papers that arXiv does not know or has withdrawn: that says it all."""
    gone = {one.fetch.paper for one in report.outcomes if state_of(one) in ("missing", "withdrawn")}
    return [
        one
        for one in report.outcomes
        if one.error is None or one.fetch.kind is FetchKind.METADATA or one.fetch.paper not in gone
    ]


def has_failures(report: FetchReport) -> bool:
    """Whether anything did not come."""
    return any(outcome.error is not None for outcome in told_of(report))


def tell(report: FetchReport, output: Output) -> None:
    """A line for each wish, a remark for each that failed, a summary."""
    for outcome in told_of(report):
        title = outcome.record.title if outcome.record is not None else outcome.fetch.title
        fields = (outcome.fetch.asked_id, outcome.fetch.kind.value, state_of(outcome), readable(title))
        output.line("\t".join(map(plain, fields)))
    tell_failures(report, output)
    output.line(summary(report))


def tell_failures(report: FetchReport, output: Output) -> None:
    """A remark for each wish that failed; what stopped all of them is said once."""
    said: dict[str, None] = {}
    for outcome in told_of(report):
        if outcome.error is None:
            continue
        offline = outcome.error.reason in (Reason.OFFLINE, Reason.DISK_FULL)
        name = "" if offline else f"{outcome.fetch.asked_id} ({outcome.fetch.kind.value})"
        said[f"not fetched: {words(outcome.error, name)}"] = None
    for line in said:
        output.message(line)


def summary(report: FetchReport) -> str:
    """How many came."""
    came = [outcome.fetch.kind for outcome in report.outcomes if outcome.error is None]
    states = list(map(state_of, told_of(report)))
    told = [f"{counted(came.count(FetchKind.METADATA), 'paper')} described"]
    told += [f"{counted(came.count(FetchKind.PDF), 'PDF')} fetched"]
    told += [f"{count} {state}" for state in ("missing", "failed") if (count := states.count(state))]
    told += [f"{report.waiting} waiting"] * bool(report.waiting)
    return ", ".join(told)


def as_json(report: FetchReport) -> list[dict[str, Any]]:
    """The same for other programs."""
    return list(_records(report))


def _records(report: FetchReport) -> Iterator[dict[str, Any]]:
    for outcome in report.outcomes:
        error = outcome.error
        yield {
            "paper": outcome.fetch.paper,
            "arxiv_id": outcome.fetch.arxiv_id,
            "version": outcome.record.version if outcome.record is not None else outcome.fetch.version,
            "kind": outcome.fetch.kind.value,
            "state": state_of(outcome),
            "reason": error.reason.value if error is not None else None,
            "detail": error.detail if error is not None else None,
            "path": outcome.file.path if outcome.file is not None else None,
        }

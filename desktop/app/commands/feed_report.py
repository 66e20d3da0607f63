"""What became of the feeds that were asked, as commands print it."""

from typing import Any

from desktop.app.failure_words import words
from desktop.app.output import Output, counted, plain
from desktop.domain.feeds import FeedReport


def tell(report: FeedReport, output: Output) -> None:
    """A line for a feed that answered, a remark for one that did not."""
    if report.error is not None:
        output.message(f"not asked: {words(report.error, report.name)}")
    else:
        output.line("\t".join(map(plain, (report.name, "feed", report.day, brought(report)))))


def brought(report: FeedReport) -> str:
    """What a feed brought, in words."""
    if report.unchanged:
        return "as it was"
    if not report.found:
        return "nothing announced"
    if report.repeated == report.found:
        return f"{counted(report.found, 'paper')}, all of an earlier day"
    parts = [f"{report.added} new", f"{report.known} known" * bool(report.known)]
    parts.append(f"{report.left_out} left out" * bool(report.left_out))
    return f"{counted(report.found, 'paper')}: {', '.join(filter(None, parts))}"


def as_record(report: FeedReport) -> dict[str, Any]:
    """The same for other programs."""
    error = report.error
    return {
        "kind": "feed",
        "feed": report.name,
        "state": "fetched" if error is None else "waiting" if report.retry_ms else "failed",
        "day": report.day or None,
        **{name: getattr(report, name) for name in ("found", "added", "known", "repeated", "left_out", "unchanged")},
        "reason": error.reason.value if error is not None else None,
        "detail": error.detail if error is not None else None,
    }

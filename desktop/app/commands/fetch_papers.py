"""`papershelf fetch`."""

import argparse
import json
from collections.abc import Sequence
from functools import reduce

from desktop.app.commands import Outcome
from desktop.app.commands.feed_report import as_record
from desktop.app.commands.feed_report import tell as tell_feed
from desktop.app.commands.fetch_progress import telling
from desktop.app.commands.fetch_report import as_json, has_failures, tell
from desktop.app.commands.follow_feeds import NOTHING_FOLLOWED, feed_named
from desktop.app.exit_codes import ExitCode
from desktop.app.output import Output
from desktop.domain.changes import Changes, joined
from desktop.domain.errors import InputError, Reason
from desktop.domain.feeds import Feed, FeedReport
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices

WINDOW_FETCHES = "the window that has the library open fetches what is wanted"


def run(args: argparse.Namespace, services: LibraryServices, output: Output, job: Job) -> Outcome:
    """Ask the feeds, then fetch what is wanted. A window does both by itself."""
    asked = _asked(args, services)
    if not asked and output.watched and not services.feeds.feeds():  # a timer need not hear it each time
        output.message(NOTHING_FOLLOWED)
    if args.served:
        return _served(args, services, output, asked)
    watch = telling(output)
    feeds = services.feeds.run(job, asked, args.day or "", watch) if asked else ()
    report = services.fetching.run(job, limit_of(args), watch)
    if args.json:
        records = [*map(as_record, feeds), *as_json(report)]
        output.line(json.dumps(records, ensure_ascii=False, indent=1))
    else:
        for feed in feeds:
            tell_feed(feed, output)
        tell(report, output)
    failed = has_failures(report) or any(feed.error is not None for feed in feeds)
    return Outcome(ExitCode.SOME_FAILED if failed else ExitCode.DONE, _changes(feeds, report.changes))


def _asked(args: argparse.Namespace, services: LibraryServices) -> list[Feed]:
    if args.feed:
        return [feed_named(name, services) for name in dict.fromkeys(args.feed)]
    return [feed for feed in services.feeds.feeds() if feed.choice.active]


def _served(args: argparse.Namespace, services: LibraryServices, output: Output, asked: Sequence[Feed]) -> Outcome:
    if args.day:
        raise InputError(Reason.LIBRARY_IN_USE, args.day, "the window asks for today; close it to ask for other days")
    for feed in asked:
        if not feed.choice.active:
            raise InputError(Reason.LIBRARY_IN_USE, feed.name, "this feed rests; ask it in the window")
    output.message(WINDOW_FETCHES)
    return Outcome(changes=services.feeds.ask_soon([feed.id for feed in asked]) if asked else Changes())


def _changes(feeds: Sequence[FeedReport], fetched: Changes) -> Changes:
    return reduce(joined, (feed.changes for feed in feeds), fetched)


def limit_of(args: argparse.Namespace) -> int:
    """Bytes of PDFs that come without being asked for by a person; 0 for no limit."""
    return int(args.settings.pdf_limit_mb) * 1_000_000

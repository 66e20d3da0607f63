"""`papershelf feeds`."""

import argparse
import json
from datetime import UTC, datetime

from desktop.app.commands import Outcome
from desktop.app.output import Output, counted, plain
from desktop.domain.changes import Changes
from desktop.domain.errors import InputError, Reason
from desktop.domain.feed_filter import FeedFilter, Terms
from desktop.domain.feeds import ANNOUNCE_TYPES, EVERY_MINUTES, Feed, FeedChoice, FeedKind, named
from desktop.domain.labels import MAX_NAME
from desktop.domain.progress import Job
from desktop.services.feed_list_files import read_list, write_list
from desktop.services.library import LibraryServices

NOTHING_FOLLOWED = "nothing is followed yet; `papershelf feeds --follow cs.CV` follows a category of arXiv"
_FIELDS = {"word": "words", "author": "authors", "category": "categories", "announce": "announced"}


def run(args: argparse.Namespace, services: LibraryServices, output: Output, job: Job) -> Outcome:
    """Change what is followed, as asked, and list the feeds. Raises InputError and FileError."""
    if args.opml_out:
        write_list(args.cwd / args.opml_out, services.feeds.opml_out())
        changes = Changes()
    elif args.opml_in:
        changes = _take_list(args, services, output)
    elif args.unfollow:
        changes = services.feeds.delete(feed_named(args.unfollow, services).id)
    elif (choice := _choice(args)) is not None:
        changes = services.feeds.follow([choice])
        if not changes:
            output.message("this is followed already")
    else:
        changes = Changes()
    followed = services.feeds.feeds()
    _list(followed, output, as_json=args.json)
    if not followed:
        output.message(NOTHING_FOLLOWED)
    return Outcome(changes=changes)


def feed_named(name: str, services: LibraryServices) -> Feed:
    """The feed of that name or source. Raises InputError (NO_SUCH_LABEL) if there is none, or several."""
    found = named(services.feeds.feeds(), name)
    if len(found) != 1:
        detail = (
            f"{len(found)} feeds have this name or source" if found else "`papershelf feeds` lists what is followed"
        )
        raise InputError(Reason.NO_SUCH_LABEL, name, detail)
    return found[0]


def _take_list(args: argparse.Namespace, services: LibraryServices, output: Output) -> Changes:
    report = services.feeds.opml_in(read_list(args.cwd / args.opml_in))
    output.message(f"{counted(report.followed, 'feed')} followed, {report.known} known")
    for name in report.left_out:
        output.message(f"left out, since it is neither of arXiv nor the Daily Papers: {plain(name)}")
    return report.changes


def _choice(args: argparse.Namespace) -> FeedChoice | None:
    if args.follow is not None:
        kind, source = FeedKind.ARXIV_CATEGORY, args.follow
    elif args.follow_search is not None:
        kind, source = FeedKind.ARXIV_SEARCH, args.follow_search
    elif args.follow_daily_papers:
        kind, source = FeedKind.DAILY_PAPERS, ""
    else:
        return None
    name = args.name or source[:MAX_NAME] or "Daily Papers"
    return FeedChoice(name, kind, source, _filter(args.wanted, args.unwanted), args.every or EVERY_MINUTES)


def _filter(wanted: list[str], unwanted: list[str]) -> FeedFilter:
    chosen: dict[str, tuple[list[str], list[str]]] = {field: ([], []) for field in _FIELDS.values()}
    for which, terms in enumerate((wanted, unwanted)):
        for text in terms:
            field, _, term = text.partition(":")
            if field not in _FIELDS or not term.strip():
                raise InputError(Reason.BAD_VALUE, text, f"a term begins with {', '.join(_FIELDS)} and a colon")
            if field == "announce" and term not in ANNOUNCE_TYPES:
                raise InputError(Reason.BAD_VALUE, text, f"announced are papers as {', '.join(ANNOUNCE_TYPES)}")
            chosen[_FIELDS[field]][which].append(term.strip())
    return FeedFilter(**{field: Terms(tuple(these), tuple(those)) for field, (these, those) in chosen.items()})


def _list(feeds: tuple[Feed, ...], output: Output, *, as_json: bool) -> None:
    if as_json:
        output.line(json.dumps([_as_record(feed) for feed in feeds], ensure_ascii=False, indent=1))
        return
    for feed in feeds:
        asked = _moment(feed.state.asked_ms)
        state = feed.state.reason.value if feed.state.reason else "ok" if asked else "not asked yet"
        fields = (feed.name, feed.choice.kind, feed.choice.source, str(feed.inbox), asked or "-", state)
        output.line("\t".join(map(plain, fields)) + "\tresting" * (not feed.choice.active))


def _as_record(feed: Feed) -> dict[str, object]:
    choice, state = feed.choice, feed.state
    return {
        "id": feed.id,
        "name": feed.name,
        "kind": choice.kind.value,
        "source": choice.source,
        "filter": json.loads(choice.filter.stored()),
        "every_minutes": choice.every_minutes,
        "writes_texts": choice.writes_texts,
        "active": choice.active,
        "inbox": feed.inbox,
        "asked": _moment(state.asked_ms) or None,
        "answered": _moment(state.answered_ms) or None,
        "reason": state.reason.value if state.reason else None,
        "detail": state.detail or None,
    }


def _moment(milliseconds: int) -> str:
    if not milliseconds:
        return ""
    return datetime.fromtimestamp(milliseconds / 1000, UTC).isoformat(timespec="seconds")

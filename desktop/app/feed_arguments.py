"""How the command line asks for feeds, and for what is to be fetched."""

import argparse

from desktop.app.argument_types import day_of
from desktop.app.keeping_arguments import Add


def add_feeds(commands: object, add: Add) -> None:
    """Add `fetch` and `feeds`."""
    fetch = add(
        commands,
        "fetch",
        "ask the feeds that are followed, then fetch from arXiv what is wanted: what it tells of papers, and PDFs",
        "papershelf fetch\npapershelf fetch --feed cs.CV\npapershelf fetch --feed 'Daily Papers' --day 2026-11-20\n",
    )
    fetch.add_argument(
        "--feed",
        action="append",
        default=[],
        metavar="NAME",
        help="ask this feed alone, by its name or source, also if it rests; may be given several times",
    )
    fetch.add_argument("--day", type=day_of, metavar="DATE", help="what searches and Daily Papers told on a day")
    _add_json(fetch)
    _add_feeds(commands, add)


def _add_feeds(commands: object, add: Add) -> None:
    feeds = add(
        commands,
        "feeds",
        "list the feeds that are followed, follow others, exchange lists with feed readers",
        "papershelf feeds --follow cs.CV+cs.LG --name Vision --without announce:replace\n"
        "papershelf feeds --follow-search 'ti:diffusion AND cat:cs.CV' --name Diffusion\n"
        "papershelf feeds --follow-daily-papers --with 'word:language model'\n"
        "papershelf feeds --unfollow Vision\npapershelf feeds --opml-out feeds.opml\n",
    )
    what = feeds.add_mutually_exclusive_group()
    what.add_argument("--follow", metavar="CATEGORIES", help="categories of arXiv, joined by +")
    what.add_argument("--follow-search", metavar="QUERY", help="a search of arXiv's API, the newest papers first")
    what.add_argument("--follow-daily-papers", action="store_true", help="the Daily Papers of Hugging Face")
    what.add_argument("--unfollow", metavar="NAME", help="follow it no longer; its papers stay")
    what.add_argument("--opml-in", metavar="FILE", help="follow what a list of feeds names")
    what.add_argument("--opml-out", metavar="FILE", help="write the list of feeds; an existing file is replaced")
    chosen = feeds.add_argument_group("what is followed")
    chosen.add_argument("--name", help="how it is called (default: as its source)")
    chosen.add_argument(
        "--every",
        type=_minutes,
        metavar="MINUTES",
        help="how often the window asks (default: every six hours)",
    )
    terms = "FIELD:TERM, with the fields word, author, category and announce; may be given several times"
    chosen.add_argument(
        "--with", action="append", default=[], dest="wanted", metavar="TERM", help=f"only with: {terms}"
    )
    chosen.add_argument("--without", action="append", default=[], dest="unwanted", metavar="TERM", help="none with it")
    _add_json(feeds)


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON document instead of lines")


def _minutes(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 10**6):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of minutes")
    return int(text)

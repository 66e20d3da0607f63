"""How the command line asks for the digest of a day.

Every start reads this, so it names values as text and imports nothing of digests.
"""

import argparse

from desktop.app.argument_types import day_of
from desktop.app.keeping_arguments import Add

FORMATS = ("md", "html", "rss")
TEMPLATES = ("source", "notes", "english")
"""The values of `domain.own_digest.Template`."""
_EXAMPLES = """\
papershelf digest --feed cs.CV --to ~/digests
papershelf digest --feed cs.CV --feed cs.CL --to ~/digests --quiet
papershelf digest --feed 'Daily Papers' --day 2026-11-20 --output daily.md
papershelf digest --feed cs.CV --to ~/digests --mail me@example.org
"""


def add_digest(commands: object, add: Add) -> None:
    """Add `digest`."""
    digest = add(
        commands,
        "digest",
        "fetch what a feed announces, have missing texts written by the language model, write the digest of the day; "
        "what was done already is not done again",
        _EXAMPLES,
    )
    digest.add_argument(
        "--feed",
        action="append",
        required=True,
        metavar="NAME",
        help="a feed that is followed, or categories of arXiv such as cs.CV; may be given several times",
    )
    target = digest.add_mutually_exclusive_group(required=True)
    target.add_argument(
        "--to", metavar="DIR", help="write DIR/<day>/<feed>.md, .html and .xml, and an index of all days"
    )
    target.add_argument("--output", metavar="FILE", help="write one file; its ending (.md, .html, .xml) says what")
    digest.add_argument(
        "--formats",
        type=_formats,
        default=FORMATS,
        metavar="LIST",
        help="with --to: some of md,html,rss; with all of them come the index and a file to subscribe to",
    )
    digest.add_argument("--day", type=day_of, metavar="DATE", help="of that day, if the feed told or tells of it")
    _add_look(digest)
    _add_texts(digest)
    digest.add_argument(
        "--mail",
        action="append",
        default=[],
        metavar="ADDRESS",
        help="send it there once, as soon as no text is missing; may be given several times",
    )
    digest.add_argument("-q", "--quiet", action="store_true", help="tell of failures only")
    digest.add_argument("--timestamps", action="store_true", help="begin each line with the time")
    digest.add_argument("--json", action="store_true", help="print one JSON document instead of lines")


def _add_look(digest: argparse.ArgumentParser) -> None:
    look = digest.add_argument_group(
        "what the digest looks like; one that was made before stays as it is without these"
    )
    look.add_argument("--template", choices=TEMPLATES, help="(default: source)")
    look.add_argument(
        "--language", metavar="CODE", help="of the translations, as zh, zh-Hant, ja (default: that of the window)"
    )


def _add_texts(digest: argparse.ArgumentParser) -> None:
    texts = digest.add_argument_group("texts by the language model that is chosen in the window")
    texts.add_argument("--no-texts", action="store_false", dest="texts", help="have none written")
    texts.add_argument(
        "--consent", action="store_true", help="the texts of these papers may be sent to its address, this time"
    )
    texts.add_argument("--retry", action="store_true", help="try also those again that could not be written before")


def _formats(text: str) -> tuple[str, ...]:
    names = [name.strip() for name in text.split(",")]
    if not set(names) <= set(FORMATS):
        raise argparse.ArgumentTypeError(f"{text!r} is not some of {','.join(FORMATS)}")
    return tuple(name for name in FORMATS if name in names)

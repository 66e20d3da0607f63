"""How the command line asks for tags and for the status of papers."""

import argparse

from desktop.app.keeping_arguments import Add
from desktop.domain.reading_list import Status


def add_filing(commands: object, add: Add) -> None:
    """Add `tag` and `status`."""
    tag = add(
        commands,
        "tag",
        "give papers tags, and take tags off them; tags that are not there are made",
        "papershelf tag 2403.02774 --add ml/vision --add 'to read'\n"
        "papershelf tag --query 'diffusion -has:tags' --add diffusion --remove inbox\n",
    )
    _add_papers(tag)
    tag.add_argument("--add", action="append", default=[], metavar="TAG", help="may be given several times")
    tag.add_argument("--remove", action="append", default=[], metavar="TAG", help="may be given several times")
    status = add(
        commands,
        "status",
        "say how far you are with papers",
        "papershelf status read 2403.02774\npapershelf status archived --query 'status:inbox added:<=2024'\n",
    )
    status.add_argument("status", choices=[status.value for status in Status], metavar="STATUS", help=_statuses())
    _add_papers(status)


def require_papers(args: argparse.Namespace) -> None:
    """Ends the program where a command of these was asked for without papers, or with nothing to do."""
    if bool(args.what) == (args.query is not None):
        args.parser.error("say which papers: ids, or --query Q")
    if args.command == "tag" and not (args.add or args.remove):
        args.parser.error("say which tags: --add TAG, --remove TAG")


def _statuses() -> str:
    return ", ".join(Status)


def _add_papers(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", nargs="*", metavar="ID", help="arXiv id of a paper, or a link papershelf://paper/N")
    parser.add_argument("--query", metavar="Q", help="the papers that a search finds")
    parser.add_argument("--json", action="store_true", help="print one JSON document instead of lines")

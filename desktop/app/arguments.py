"""The command line as argparse knows it."""

import argparse
import textwrap
from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from desktop.app.bibliography_arguments import add_bibliography_options
from desktop.app.digest_arguments import add_digest
from desktop.app.exit_codes import MEANINGS
from desktop.app.feed_arguments import add_feeds
from desktop.app.filing_arguments import add_filing, require_papers
from desktop.app.keeping_arguments import add_keeping
from desktop.app.mailing_arguments import add_mailing
from desktop.app.output import plain
from desktop.domain.listing import Column
from desktop.domain.own_link import is_own_link, linked_place, text_to_add

STANDARD_INPUT = "-"
_LONGEST_TOLD = 200
"""Characters of a link that is refused."""

_EXAMPLES = """\
examples:
  papershelf                                   open the window
  papershelf import ~/digests 2025-01-15.md    folders and files
  papershelf add 2403.02774 https://arxiv.org/abs/hep-th/9901001 paper.pdf
  papershelf feeds --follow cs.CV              from now on `fetch` brings what arXiv announces
  papershelf digest --feed cs.CV --to ~/digests
                                               the papers of the day with their texts, as files
  papershelf search author:hinton 注意力       all words must occur
  papershelf export --digest cs.CV.md -o .     the digest as it was imported, or with your edits
  papershelf export --query "year:2024 diffusion -survey" -o diffusion.md
  papershelf export --all-digests -o backup/
  papershelf notes --query has:marks --to notes/
  papershelf list --sort published --reverse --limit 20 --json
  papershelf tag --query "diffusion -has:tags" --add diffusion
  papershelf status archived --query "status:inbox added:<=2024"
  papershelf backup --to /media/disk
  papershelf restore --at "2026-11-20 14:00"

While a window has the library open, the window does what the command asks.
"""


class _Version(argparse.Action):
    """Prints the version; looking it up takes 20 ms, so not before it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from desktop.app.version import version

        print(f"papershelf {version()}")
        parser.exit()


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """What was asked for; `command` is empty for the window. A link of the program's own asks it to show something:
    papers to be added, as the text `to_add`, or a place in a paper, `to_show`.

    Raises SystemExit after --help, --version and misuse.
    """
    parser, commands = _parser()
    link = argv[-1] if argv and is_own_link(argv[-1]) and commands.isdisjoint(argv) else ""
    args = parser.parse_args(argv[:-1] if link else argv)
    args.to_add = text_to_add(link)
    args.to_show = linked_place(link)
    if link and not args.to_add and args.to_show is None:
        args.parser.error(f"this link names nothing to add or to show: {plain(link)[:_LONGEST_TOLD]}")
    if args.command == "export" and not (args.digest or args.all_digests or args.query is not None or args.format):
        args.parser.error("say what to export: --digest NAME, --all-digests, --query Q or --format F")
    if args.command == "notes" and sum(map(bool, (args.what, args.digest, args.query is not None, args.all))) != 1:
        args.parser.error("say whose notes: ids, --digest NAME, --query Q or --all")
    if args.command in ("tag", "status"):
        require_papers(args)
    if args.command and args.tour is not None:
        args.parser.error("--tour takes no command")
    return args


if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def _parser() -> tuple[argparse.ArgumentParser, Set[str]]:
    """The parser, and the names of the commands."""
    codes = "".join(f"  {int(code):3}  {meaning}\n" for code, meaning in MEANINGS.items())
    parser = argparse.ArgumentParser(
        prog="papershelf",
        description="A reading list for preprints and their bilingual digests. Without a command the window opens.",
        epilog=f"{_EXAMPLES}\nexit codes:\n{codes}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    parser.add_argument(
        "--tour",
        nargs="?",
        const="",
        metavar="DIR",
        help="show without a display what the program does with the sample library; results and screenshots go to DIR",
    )
    _add_library(parser, "", False)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _add_import(commands)
    _add_export(commands)
    _add_notes(commands)
    _add_lists(commands)
    _add_papers(commands)
    add_feeds(commands, _add)
    add_digest(commands, _add)
    add_filing(commands, _add)
    add_keeping(commands, _add)
    add_mailing(commands, _add)
    parser.set_defaults(command="", parser=parser)
    return parser, commands.choices.keys()


def _add(commands: "_Commands", name: str, help_text: str, examples: str = "") -> argparse.ArgumentParser:
    parser = commands.add_parser(
        name,
        help=help_text,
        description=f"{help_text[0].upper()}{help_text[1:]}.",
        epilog=f"examples:\n{textwrap.indent(examples, '  ')}" if examples else None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    # Given before the command, an option must not be undone by its absence after the command.
    _add_library(parser, argparse.SUPPRESS, argparse.SUPPRESS)
    parser.set_defaults(parser=parser)
    return parser


def _add_library(parser: argparse.ArgumentParser, library: str, sample: str | bool) -> None:
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--library",
        metavar="DIR",
        default=library,
        help="folder of the library, made if missing (default: your own library)",
    )
    which.add_argument("--sample", action="store_true", default=sample, help="use the sample library, made if missing")


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON document instead of lines")


def _add_import(commands: "_Commands") -> None:
    parser = _add(
        commands,
        "import",
        "import digests, Daily Papers texts, BibTeX, RIS and CSL JSON; folders are searched through",
        "papershelf import ~/digests\npapershelf import --year 2024 daily.txt\npapershelf import library.bib\n",
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="file or folder")
    parser.add_argument("--year", type=_year, help="year of the dates that a Daily Papers page gives without one")
    _add_json(parser)


def _add_papers(commands: "_Commands") -> None:
    add = _add(
        commands,
        "add",
        "add papers by their arXiv ids and links, by texts that name them, and as PDFs",
        "papershelf add 2403.02774 hep-th/9901001v2\npapershelf add --no-download references.bib ~/downloads/*.pdf\n"
        "xclip -o | papershelf add -\n",
    )
    add.add_argument(
        "what",
        nargs="+",
        metavar="WHAT",
        help="an id, a link, a text, a file or folder; - reads a text from standard input",
    )
    add.add_argument(
        "--download", action=argparse.BooleanOptionalAction, help="fetch the PDFs, too (default: as set in the window)"
    )
    add.add_argument("--later", action="store_true", help="fetch nothing now; `papershelf fetch` and the window do")
    _add_json(add)
    versions = _add(commands, "versions", "ask arXiv for new versions, and list the papers that have one")
    versions.add_argument("--query", metavar="Q", default="", help="only of what this search finds")
    _add_json(versions)


def _add_export(commands: "_Commands") -> None:
    parser = _add(
        commands,
        "export",
        "write digests and bibliographies",
        "papershelf export --format bibtex -o library.bib\n"
        "papershelf export --digest cs.CV.md -o copy.md\n"
        "papershelf export --all-digests -o digests/\n"
        'papershelf export --query "注意力 year:2024" -o attention.md\n',
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--digest", metavar="NAME", help="an imported digest, by its file name or by #NUMBER of `digests`"
    )
    what.add_argument("--all-digests", action="store_true", help="every digest, under the file name it came with")
    what.add_argument("--query", metavar="Q", help="the papers that a search finds, as a new digest, best first")
    parser.add_argument("--as-imported", action="store_true", help="digests without the edits made since")
    parser.add_argument(
        "-o", "--output", required=True, metavar="FILE_OR_FOLDER", help="existing files of these names are replaced"
    )
    add_bibliography_options(parser)
    _add_json(parser)


def _add_notes(commands: "_Commands") -> None:
    parser = _add(
        commands,
        "notes",
        "write notes and marks as Markdown",
        "papershelf notes 2403.02774 --to notes.md\n"
        "papershelf notes --digest cs.CV.md --to notes/\n"
        "papershelf notes --query has:marks --template mine.md --to notes.md\n",
    )
    parser.add_argument("what", nargs="*", metavar="ID", help="arXiv id of a paper, or a link papershelf://paper/N")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--digest", metavar="NAME", help="the papers of a digest that have notes or marks")
    what.add_argument("--query", metavar="Q", help="those that a search finds")
    what.add_argument("--all", action="store_true", help="those of the whole library")
    parser.add_argument(
        "--to",
        required=True,
        metavar="FILE_OR_FOLDER",
        help="a folder gets a file for each paper; what you wrote in a file around the notes stays",
    )
    parser.add_argument("--template", metavar="FILE", help="a template of your own")
    parser.add_argument(
        "--language", choices=("en", "zh"), default="en", help="which of the program's templates (default: en)"
    )
    parser.add_argument(
        "--no-pictures", action="store_false", dest="pictures", help="leave out pictures of marked areas"
    )
    _add_json(parser)


def _add_lists(commands: "_Commands") -> None:
    listing = _add(commands, "list", "list papers, the newest first: arXiv id, title and translated title between tabs")
    listing.add_argument("--query", metavar="Q", default="", help="only what this search finds, best first")
    _add_listing(listing)
    search = _add(
        commands,
        "search",
        "search papers, best first; lines as in `list`",
        "papershelf search attention 注意力\npapershelf search 'title:diffusion (year:2023 OR year:2024) -survey'\n",
    )
    search.add_argument(
        "query", nargs="+", metavar="QUERY", help="several are joined by spaces; after -- they may begin with -"
    )
    _add_listing(search)
    _add_json(_add(commands, "digests", "list the imported digests: number, papers, date of import, name"))
    _add_json(_add(commands, "duplicates", "list papers that may be one and the same, and why; nothing is merged"))


def _add_listing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--limit", type=_count, metavar="N", help="at most so many")
    parser.add_argument("--sort", choices=[column.value for column in Column], metavar="COLUMN", help=_columns())
    parser.add_argument("--reverse", action="store_true", help="with --sort: descending")
    _add_json(parser)


def _columns() -> str:
    return "order by " + ", ".join(column.value for column in Column)


def _year(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1900 <= int(text) <= 2200):
        raise argparse.ArgumentTypeError(f"{text!r} is not a year")
    return int(text)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 10**9):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number above 0")
    return int(text)

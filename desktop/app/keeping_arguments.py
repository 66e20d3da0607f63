"""How the command line asks for backups and for checks."""

import argparse
from collections.abc import Callable
from datetime import datetime

Add = Callable[..., argparse.ArgumentParser]
"""Adds a command: the commands, its name, its help, its examples."""


def add_keeping(commands: object, add: Add) -> None:
    """Add `backup`, `restore` and `check`."""
    _add_backup(commands, add)
    _add_restore(commands, add)
    check = add(
        commands,
        "check",
        "check the library: the database, its references, the search index, the papers' files",
        "papershelf check\npapershelf check --rebuild-index\npapershelf check --move-stray ~/stray\n",
    )
    check.add_argument("--rebuild-index", action="store_true", help="make the search index anew first")
    stray = check.add_mutually_exclusive_group()
    stray.add_argument("--add-stray", action="store_true", help="add PDFs of the papers folder that no paper has")
    stray.add_argument("--move-stray", metavar="FOLDER", help="move them to that folder, which is made if missing")
    _add_json(check)


def _add_backup(commands: object, add: Add) -> None:
    backup = add(
        commands,
        "backup",
        "make a backup of the library file and check it; PDFs are not in it",
        "papershelf backup\npapershelf backup --list\npapershelf backup --to /media/disk\n"
        "papershelf backup --with-pdfs /media/disk/papershelf\n",
    )
    what = backup.add_mutually_exclusive_group()
    what.add_argument(
        "--list", action="store_true", help="list the backups, the newest first; each is read and checked"
    )
    what.add_argument(
        "--to",
        metavar="FILE_OR_FOLDER",
        help="make it there; without this in the library's folder, beside the daily ones",
    )
    what.add_argument(
        "--with-pdfs", metavar="FOLDER", help="copy the whole library to a new folder; it can be opened as a library"
    )
    _add_json(backup)


def _add_restore(commands: object, add: Add) -> None:
    restore = add(
        commands,
        "restore",
        "go back to a backup, the newest one that is whole; the library as it is now is kept beside it",
        'papershelf restore\npapershelf restore --at "2026-11-20 14:00"\n'
        "papershelf restore library-20261120T120000000000-daily.sqlite\n",
    )
    which = restore.add_mutually_exclusive_group()
    which.add_argument("backup", nargs="?", metavar="BACKUP", help="a file, or its name in the backups folder")
    which.add_argument("--at", type=_moment, metavar="TIME", help="the newest backup that was made until then")
    restore.add_argument("--dry-run", action="store_true", help="only tell which backup, and what would be lost")
    _add_json(restore)


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON document instead of lines")


def _moment(text: str) -> datetime:
    """A moment of this computer's time zone. A day stands for its end."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a time like 2026-11-20 14:00") from error
    if len(text) == len("2026-11-20"):
        found = found.replace(hour=23, minute=59, second=59)
    return found.astimezone()

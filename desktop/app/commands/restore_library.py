"""`papershelf restore`."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from desktop.app.commands import Outcome
from desktop.app.exit_codes import ExitCode
from desktop.app.output import Output, counted, plain
from desktop.domain.backup import Backup, ChangedSince
from desktop.domain.errors import InputError, Reason, StorageError
from desktop.domain.progress import Job
from desktop.services.back_up_library import all_backups, at_path, go_back_to, newest_whole, verified
from desktop.services.library import LibraryServices


def run(args: argparse.Namespace, services: LibraryServices, output: Output, job: Job) -> Outcome:
    """In the window that has the library open: nothing can take its place there."""
    output.message(
        "the window has this library open, and nothing was changed. "
        "“Backups…” in its File menu goes back to a backup; or close the window and try again"
    )
    return Outcome(ExitCode.LIBRARY)


def run_closed(args: argparse.Namespace, folder: Path, output: Output, job: Job) -> Outcome:
    """Go back to a backup. The library is locked, and not open: it may be damaged. Raises StorageError, InputError."""
    backup = _wanted(args, folder)
    checked = verified(backup, job)
    if checked.complaint or checked.holdings is None:
        output.message(f"{plain(str(backup.path))}: this backup is damaged ({plain(checked.complaint)})")
        output.message("the library was left as it is; `papershelf backup --list` tells which backups are whole")
        return Outcome(ExitCode.FILE)
    lost = _lost(folder, checked)
    kept = None if args.dry_run else go_back_to(folder, checked.path)
    if args.json:
        output.line(json.dumps(_as_json(checked, lost, kept), ensure_ascii=False, indent=1))
    else:
        day = f"{checked.taken_at.astimezone():%Y-%m-%d %H:%M:%S}"
        output.line(f"{day}\t{counted(checked.holdings.papers, 'paper')}\t{plain(str(checked.path))}")
    output.message(_lost_words(lost, dry=args.dry_run))
    if kept is not None and kept.exists():
        output.message(
            f"the library as it was is kept as {plain(str(kept))}; `papershelf restore {kept.name}` goes back"
        )
    return Outcome()


def _wanted(args: argparse.Namespace, folder: Path) -> Backup:
    if args.backup:
        for backup in all_backups(folder):
            if backup.path.name == args.backup:
                return backup
        return at_path(args.cwd / args.backup)
    found = newest_whole(folder, args.at)
    if found is None:
        until = f" until {args.at:%Y-%m-%d %H:%M:%S}" if args.at else ""
        raise InputError(Reason.BAD_VALUE, str(folder), f"no whole backup was made{until}")
    return found


def _lost(folder: Path, backup: Backup) -> ChangedSince | None:
    """What was done since; None where the library cannot be opened."""
    services = LibraryServices(folder)
    try:
        services.open()
        return services.backups.changed_since(backup)
    except StorageError:
        return None
    finally:
        services.close()


def _lost_words(lost: ChangedSince | None, *, dry: bool) -> str:
    if lost is None:
        return "the library is damaged, so nothing is known of what was done since"
    would = "would be" if dry else "is"
    if not lost:
        return f"nothing was done since then, so nothing {would} lost"
    parts = (
        f"{counted(lost.papers_added, 'paper')} added",
        f"{counted(lost.papers_changed, 'paper')} changed",
        f"{counted(lost.marks, 'mark')} made or changed",
        f"{counted(lost.steps, 'step')} that could be undone",
    )
    return f"done since then, and not in the backup: {', '.join(parts)}"


def _as_json(backup: Backup, lost: ChangedSince | None, kept: Path | None) -> dict[str, object]:
    return {
        "backup": str(backup.path),
        "taken": backup.taken_at.isoformat(timespec="milliseconds"),
        "papers": backup.holdings.papers if backup.holdings else None,
        "lost": None if lost is None else asdict(lost),
        "kept": str(kept) if kept is not None else None,
    }

"""`papershelf backup`."""

import argparse
import json
from pathlib import Path

from desktop.app.commands import Outcome
from desktop.app.exit_codes import ExitCode
from desktop.app.output import Output, counted, plain
from desktop.domain.backup import Backup
from desktop.domain.progress import Job
from desktop.services.back_up_library import all_backups, verified
from desktop.services.library import LibraryServices

_NO_PDFS = "a backup holds no PDFs; `papershelf backup --with-pdfs FOLDER` copies them, too"


def run(args: argparse.Namespace, services: LibraryServices, output: Output, job: Job) -> Outcome:
    """Make a backup, or a copy of all."""
    if args.list:
        return list_backups(args, services.folder, output, job)
    if args.with_pdfs:
        return _copy_all(args, services, output, job)
    backups = services.backups
    made = backups.back_up_to(args.cwd / args.to, job) if args.to else backups.back_up(job)
    if args.json:
        output.line(json.dumps({"backup": str(made), "size": made.stat().st_size}, ensure_ascii=False, indent=1))
    else:
        output.line(plain(str(made)))
    output.message(f"the backup was made and checked; {_NO_PDFS}")
    return Outcome()


def _copy_all(args: argparse.Namespace, services: LibraryServices, output: Output, job: Job) -> Outcome:
    from desktop.services.copy_library import finish_copy

    copied = finish_copy(services.copying.begin(args.cwd / args.with_pdfs, job), job)
    if args.json:
        told = {"folder": str(copied.folder), "pdfs": copied.pdfs, "missing": copied.missing}
        output.line(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        output.line(plain(str(copied.folder)))
    output.message(f"the library was copied with {counted(copied.pdfs, 'PDF')}, each compared by sha256")
    for path in copied.missing:
        output.message(f"not in the copy, because it is missing or altered: {plain(path)}")
    return Outcome(ExitCode.SOME_FAILED if copied.missing else ExitCode.DONE)


def list_backups(args: argparse.Namespace, folder: Path, output: Output, job: Job) -> Outcome:
    """Read each backup and tell of it. The library need not be whole, nor free."""
    found = []
    for number, backup in enumerate(listed := all_backups(folder)):
        job.step(number, len(listed), backup.path.name)
        found.append(verified(backup, job))
    if args.json:
        output.line(json.dumps([_as_json(backup) for backup in found], ensure_ascii=False, indent=1))
    else:
        for backup in found:
            output.line("\t".join((_time(backup), backup.reason.value, _holds(backup), plain(backup.path.name))))
    damaged = sum(bool(backup.complaint) for backup in found)
    if damaged:
        output.message(f"{counted(damaged, 'backup')} cannot be gone back to; the others are whole")
    return Outcome(ExitCode.SOME_FAILED if damaged else ExitCode.DONE)


def _time(backup: Backup) -> str:
    return f"{backup.taken_at.astimezone():%Y-%m-%d %H:%M:%S}"


def _holds(backup: Backup) -> str:
    size = f"{backup.size / 1e6:.1f} MB"
    if backup.complaint or backup.holdings is None:
        return f"damaged ({plain(backup.complaint)}), {size}"
    return f"{counted(backup.holdings.papers, 'paper')}, {size}"


def _as_json(backup: Backup) -> dict[str, object]:
    held = backup.holdings
    return {
        "path": str(backup.path),
        "taken": backup.taken_at.isoformat(timespec="milliseconds"),
        "reason": backup.reason.value,
        "size": backup.size,
        "whole": not backup.complaint,
        "complaint": backup.complaint,
        "papers": held.papers if held else None,
        "marks": held.marks if held else None,
    }

"""`papershelf check`, and what it can put right."""

import argparse
import json
from dataclasses import asdict

from desktop.app.commands import Outcome
from desktop.app.exit_codes import ExitCode
from desktop.app.failure_words import words
from desktop.app.output import Output, counted, plain
from desktop.domain.changes import Changes
from desktop.domain.check_report import CheckReport
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices

_PARTS = {
    "database": "database",
    "references": "references",
    "search_index": "search index",
    "missing_files": "missing or altered PDF",
    "stray_files": "file without a paper, which does no harm",
}


def run(args: argparse.Namespace, services: LibraryServices, output: Output, job: Job) -> Outcome:
    """Look for damage; changes nothing but, if asked to, the search index and stray files."""
    if args.rebuild_index:
        services.checking.rebuild_index(job)
    changes = _tidy(args, services, output, job)
    report = services.checking.check(job)
    found = {"whole": report.whole, **asdict(report)}
    if args.json:
        output.line(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        held = f"{counted(report.papers, 'paper')}, {counted(report.digests, 'digest')}"
        output.line(f"{held}: {_state(report)}")
        for part, name in _PARTS.items():
            for complaint in found[part]:
                output.line(f"{name}: {plain(str(complaint))}")
    _advise(report, output)
    return Outcome(ExitCode.DONE if report.whole else ExitCode.SOME_FAILED, changes)


def _tidy(args: argparse.Namespace, services: LibraryServices, output: Output, job: Job) -> Changes:
    """Do with stray files what was asked for."""
    if not (args.add_stray or args.move_stray):
        return Changes()
    stray = services.checking.stray_files()
    if args.move_stray:
        moved = services.stray.move(stray, args.cwd / args.move_stray, job)
        output.message(f"{counted(len(moved), 'stray file')} moved to {plain(str(args.cwd / args.move_stray))}")
        return Changes()
    result = services.stray.add(stray, job)
    output.message(f"{counted(len(result.added), 'paper')} added, {counted(result.attached, 'PDF')} attached")
    for one in result.refused:
        output.message(f"not added: {words(one.error, one.path)}")
    return result.changes


def _advise(report: CheckReport, output: Output) -> None:
    if report.search_index:
        output.message("`papershelf check --rebuild-index` makes the search index anew")
    if report.missing_files:
        output.message(
            "Find missing PDFs… in the window looks for the files in a folder; arXiv's can be downloaded again"
        )
    if report.stray_files:
        output.message("stray files: --add-stray makes papers of them, --move-stray FOLDER moves them away")
    if report.database or report.references:
        output.message(
            "`papershelf backup --list` lists backups, `papershelf restore` goes back to the newest whole one"
        )


def _state(report: CheckReport) -> str:
    if report.damaged:
        return "damaged"
    missing = len(report.missing_files)
    return f"whole, but for {counted(missing, 'missing or altered PDF')}" if missing else "all is well"

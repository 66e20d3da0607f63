"""`papershelf check`."""

import argparse
import json
from dataclasses import asdict

from desktop.app.commands import Outcome
from desktop.app.exit_codes import ExitCode
from desktop.app.output import Output, counted, plain
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
    """Look for damage; changes nothing but, if asked to, the search index."""
    if args.rebuild_index:
        services.checking.rebuild_index(job)
    report = services.checking.check(job)
    found = {"whole": report.whole, **asdict(report)}
    if args.json:
        output.line(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        output.line(f"{report.papers} papers, {report.digests} digests: {_state(report)}")
        for part, name in _PARTS.items():
            for complaint in found[part]:
                output.line(f"{name}: {plain(str(complaint))}")
    _advise(report, output)
    return Outcome() if report.whole else Outcome(ExitCode.SOME_FAILED)


def _advise(report: CheckReport, output: Output) -> None:
    if report.search_index:
        output.message("`papershelf check --rebuild-index` makes the search index anew")
    if report.missing_files:
        output.message(
            "Find missing PDFs… in the window looks for the files in a folder; arXiv's can be downloaded again"
        )
    if report.damaged:
        output.message("earlier copies of the library are in its backups folder; the check changed nothing")


def _state(report: CheckReport) -> str:
    if report.damaged:
        return "damaged"
    missing = len(report.missing_files)
    return f"whole, but for {counted(missing, 'missing or altered PDF')}" if missing else "all is well"

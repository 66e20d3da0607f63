"""`papershelf fetch`."""

import argparse
import json

from desktop.app.commands import Outcome
from desktop.app.commands.fetch_progress import telling
from desktop.app.commands.fetch_report import as_json, has_failures, tell
from desktop.app.exit_codes import ExitCode
from desktop.app.output import Output
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices

WINDOW_FETCHES = "the window that has the library open fetches what is wanted"


def run(args: argparse.Namespace, services: LibraryServices, output: Output, job: Job) -> Outcome:
    """Fetch what is wanted. A window does that by itself."""
    if args.served:
        output.message(WINDOW_FETCHES)
        return Outcome()
    report = services.fetching.run(job, limit_of(args), telling(output))
    if args.json:
        output.line(json.dumps(as_json(report), ensure_ascii=False, indent=1))
    else:
        tell(report, output)
    return Outcome(ExitCode.SOME_FAILED if has_failures(report) else ExitCode.DONE, report.changes)


def limit_of(args: argparse.Namespace) -> int:
    """Bytes of PDFs that come without being asked for by a person; 0 for no limit."""
    return int(args.settings.pdf_limit_mb) * 1_000_000

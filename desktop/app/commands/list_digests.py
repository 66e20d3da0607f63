"""`papershelf digests`."""

import argparse
import json
from datetime import UTC, datetime

from desktop.app.commands import Outcome
from desktop.app.output import Output, plain
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices


def run(args: argparse.Namespace, services: LibraryServices, output: Output, job: Job) -> Outcome:
    """List the digests, the newest first."""
    digests = services.browse.sidebar().digests
    if args.json:
        found = [
            {
                "id": digest.id,
                "name": digest.name,
                "format": digest.format.value,
                "papers": digest.papers,
                "imported": _moment(digest.imported_at_ms).isoformat(timespec="milliseconds"),
                "exact": digest.exact,
            }
            for digest in digests
        ]
        output.line(json.dumps(found, ensure_ascii=False, indent=1))
        return Outcome()
    for digest in digests:
        date = f"{_moment(digest.imported_at_ms):%Y-%m-%d}"
        output.line(f"#{digest.id}\t{digest.papers}\t{date}\t{plain(digest.name)}")
    return Outcome()


def _moment(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, UTC)

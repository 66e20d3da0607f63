"""`papershelf status`."""

import argparse
import json

from desktop.app.commands import Outcome
from desktop.app.commands.named_papers import named_or_found
from desktop.app.output import Output, counted
from desktop.domain.progress import Job
from desktop.domain.reading_list import Status
from desktop.services.library import LibraryServices


def run(args: argparse.Namespace, services: LibraryServices, output: Output, job: Job) -> Outcome:
    """Set the status of what was named, as one step of undo. Raises InputError."""
    papers = named_or_found(args, services, output)
    changes = services.reading_list.set_status(papers, Status(args.status))
    changed = len(changes.papers_changed)
    if args.json:
        output.line(json.dumps({"papers": len(papers), "changed": changed}))
    else:
        output.line(f"{counted(len(papers), 'paper')}, {changed} changed")
    return Outcome(changes=changes)

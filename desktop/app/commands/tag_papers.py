"""`papershelf tag`."""

import argparse
import json

from desktop.app.commands import Outcome
from desktop.app.commands.named_papers import named_or_found
from desktop.app.output import Output, counted
from desktop.domain.changes import Changes, joined
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices


def run(args: argparse.Namespace, services: LibraryServices, output: Output, job: Job) -> Outcome:
    """Give tags to what was named, and take tags off it; each is one step of undo. Raises InputError."""
    papers = named_or_found(args, services, output)
    added = services.labels.tag(papers, args.add) if args.add else Changes()
    removed = services.labels.untag(papers, args.remove) if args.remove else Changes()
    changes = joined(added, removed)
    changed = len(changes.papers_changed)
    if args.json:
        output.line(json.dumps({"papers": len(papers), "changed": changed}))
    else:
        output.line(f"{counted(len(papers), 'paper')}, {changed} changed")
    return Outcome(changes=changes)

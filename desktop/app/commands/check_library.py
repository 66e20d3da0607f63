"""`papershelf check`."""

import argparse

from desktop.app.commands import Outcome
from desktop.app.output import Output
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices


def run(args: argparse.Namespace, services: LibraryServices, output: Output, job: Job) -> Outcome:
    """Check the library."""
    return Outcome()

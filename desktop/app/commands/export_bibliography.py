"""`papershelf export --format bibtex|ris|csl-json`."""

import argparse
import json
import os
from pathlib import Path

from desktop.app.commands import Outcome
from desktop.app.exit_codes import ExitCode
from desktop.app.failure_words import words
from desktop.app.output import Output, counted, plain
from desktop.domain.bibliography import SUFFIXES, BibliographyFormat
from desktop.domain.bibliography_export import AbstractChoice, BibliographyChoice, FilesChoice
from desktop.domain.errors import InputError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices


def run(args: argparse.Namespace, services: LibraryServices, output: Output, job: Job, listing: Listing) -> Outcome:
    """Write the papers of the listing. Raises InputError and FileError."""
    papers = tuple(map(PaperId, services.browse.list_papers(listing).ids))
    if not papers:
        raise InputError(Reason.NOTHING_TO_EXPORT, listing.query)
    choice = BibliographyChoice(
        papers,
        BibliographyFormat(args.format),
        args.notes,
        args.labels,
        FilesChoice(args.files),
        abstracts=AbstractChoice(args.abstracts),
        key_template=args.settings.cite_keys,
    )
    target = Path(args.cwd / args.output)
    if target.is_dir() or args.output.endswith(("/", os.sep)):
        target = target / f"papershelf{SUFFIXES[choice.format]}"
    written = services.bibliography.exporting.export(choice, target, job)
    if args.json:
        facts = {"path": written.path, "papers": written.papers, "bytes": written.size, "files": written.files}
        output.line(json.dumps(facts, ensure_ascii=False, indent=1))
    else:
        files = f", {counted(written.files, 'PDF')}" if written.files else ""
        output.line(f"{plain(written.path)}: {counted(written.papers, 'paper')}, {written.size} bytes{files}")
    for name, error in written.refused:
        output.message(f"not copied: {words(error, name)}")
    return Outcome(ExitCode.SOME_FAILED if written.refused else ExitCode.DONE)

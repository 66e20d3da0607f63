"""`papershelf notes`."""

import argparse
import json
import os
from pathlib import Path

from desktop.app.commands import Outcome
from desktop.app.commands.export_digests import digest_named
from desktop.app.commands.named_papers import named_papers
from desktop.app.output import Output, counted, plain
from desktop.domain.errors import InputError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing, Place
from desktop.domain.mark_colors import COLOR_WORDS
from desktop.domain.notes import NotesChoice, NotesWritten
from desktop.domain.progress import Job
from desktop.services.export_notes import template_in, write_folder, write_notes
from desktop.services.library import LibraryServices
from desktop.system.handed_on_files import folder_for_others
from desktop.ui.resources import resource_path

_AT_ONCE = 100
"""Papers whose pictures are read before those without notes or marks are left out."""


def run(args: argparse.Namespace, services: LibraryServices, output: Output, job: Job) -> Outcome:
    """Write the notes of what was named. Raises InputError and FileError."""
    template = args.cwd / args.template if args.template else resource_path(f"templates/notes.{args.language}.md")
    names = zip(services.notes.color_names() or ("",) * len(COLOR_WORDS), COLOR_WORDS, strict=True)
    colors = tuple(own or word for own, word in names)
    choice = NotesChoice(template_in(template), args.pictures, colors)
    papers = named_papers(args.what, services) or _found(args, services)
    notes = []
    for first in range(0, len(papers), _AT_ONCE):
        job.step(first, len(papers), "reading notes")
        gathered = services.notes.gather(papers[first : first + _AT_ONCE], pictures=args.pictures)
        notes += [paper for paper in gathered if paper.note or paper.marks or args.what]
    if not notes:
        raise InputError(Reason.NOTHING_TO_EXPORT, args.query or "", "none of these papers has notes or marks")
    target = Path(args.cwd / args.to)
    labelled = services.notes.labelled(notes, job)
    if target.is_dir() or args.to.endswith(("/", os.sep)):
        folder_for_others(target)
        written = write_folder(labelled, choice, target, job)
    else:
        written = write_notes(labelled, choice, target, job)
    _tell(written, output, as_json=args.json)
    return Outcome()


def _found(args: argparse.Namespace, services: LibraryServices) -> list[PaperId]:
    if args.digest:
        listing = Listing(Place.DIGEST, digest_named(args.digest, services))
    else:
        listing = Listing(query=args.query or "", typing=False)
    return [PaperId(paper) for paper in services.browse.list_papers(listing).ids]


def _tell(written: NotesWritten, output: Output, *, as_json: bool) -> None:
    if as_json:
        told = {name: getattr(written, name) for name in ("path", "papers", "marks", "files", "kept")}
        output.line(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        counts = f"{counted(written.papers, 'paper')}, {counted(written.marks, 'mark')}"
        output.line(f"{plain(written.path)}: {counts}, {counted(written.files, 'file')}")
    for kept in written.kept:
        output.message(f"notes that were edited by hand are kept in {plain(kept)}")

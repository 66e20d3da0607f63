"""`papershelf notes`."""

import argparse
import json
import os
from collections.abc import Sequence
from pathlib import Path

from desktop.app.commands import Outcome
from desktop.app.commands.export_digests import digest_named, make_folder
from desktop.app.output import Output, counted, plain
from desktop.domain.arxiv_id import plain_id
from desktop.domain.arxiv_scan import scan
from desktop.domain.errors import InputError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing, Place
from desktop.domain.mark_colors import COLOR_WORDS
from desktop.domain.notes import NotesChoice, NotesWritten
from desktop.domain.own_link import linked_place
from desktop.domain.progress import Job
from desktop.services.export_notes import template_in, write_folder, write_notes
from desktop.services.library import LibraryServices
from desktop.ui.resources import resource_path

_AT_ONCE = 100
"""Papers whose pictures are read before those without notes or marks are left out."""


def run(args: argparse.Namespace, services: LibraryServices, output: Output, job: Job) -> Outcome:
    """Write the notes of what was named. Raises InputError and FileError."""
    template = args.cwd / args.template if args.template else resource_path(f"templates/notes.{args.language}.md")
    names = zip(services.notes.color_names() or ("",) * len(COLOR_WORDS), COLOR_WORDS, strict=True)
    colors = tuple(own or word for own, word in names)
    choice = NotesChoice(template_in(template), args.pictures, colors)
    papers = _named(args.what, services) or _found(args, services)
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
        make_folder(target)
        written = write_folder(labelled, choice, target, job)
    else:
        written = write_notes(labelled, choice, target, job)
    _tell(written, output, as_json=args.json)
    return Outcome()


def _named(words: Sequence[str], services: LibraryServices) -> list[PaperId]:
    """The papers of these ids and links, each once. Raises InputError(NO_SUCH_PAPER)."""
    found: dict[PaperId, None] = {}
    for word in words:
        place = linked_place(word)
        there = [place.paper] if place is not None else _with_id(word, services)
        if not there or not services.browse.rows(there):
            raise InputError(Reason.NO_SUCH_PAPER, word)
        found |= dict.fromkeys(there)
    return list(found)


def _with_id(word: str, services: LibraryServices) -> list[PaperId]:
    ids = [one.value for one in scan(word).found]
    listed = [services.browse.list_papers(Listing(query=f'id:"{one}"', typing=False)).ids for one in ids]
    rows = services.browse.rows([PaperId(paper) for papers in listed for paper in papers])
    return [row.id for row in rows if plain_id(row.arxiv_id) in ids]


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

"""`papershelf export`."""

import argparse
import json
import os
from pathlib import Path

from desktop.app.commands import Outcome, export_bibliography
from desktop.app.output import Output, plain
from desktop.domain.errors import InputError, Reason
from desktop.domain.exporting import DigestSource, ExportResult, ExportSource, Notice, NoticeKind, PapersSource
from desktop.domain.ids import DigestId, PaperId
from desktop.domain.listing import Listing, Place
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from desktop.system.handed_on_files import folder_for_others

_WORDS = {
    NoticeKind.LINE_FEED_IN_TITLE: "titles with a line feed, which the format allows but other tools may choke on",
    NoticeKind.NO_LINK: "papers without a link",
    NoticeKind.NO_TRANSLATION: "papers without a translation",
    NoticeKind.NO_SUMMARY: "papers without a summary",
    NoticeKind.LINE_FEED_REPLACED: "line feeds replaced by spaces, because the format allows none there",
    NoticeKind.NO_PLACE: "papers with an edit for which the imported file has no place; it was left out",
    NoticeKind.NO_PREFACE: "preface left out, because the format has no place for it",
    NoticeKind.NOT_UNDERSTOOD_KEPT: "lines that break the format, written as they came",
}


def run(args: argparse.Namespace, services: LibraryServices, output: Output, job: Job) -> Outcome:
    """Write what was asked for. Raises InputError and FileError."""
    if args.format:
        return export_bibliography.run(args, services, output, job, _listing(args, services))
    target = Path(args.cwd / args.output)
    if args.all_digests:
        folder_for_others(target)
        results = services.exporting.write_all(target, job, with_edits=not args.as_imported)
    else:
        document = services.exporting.document(_source(args, services))
        if target.is_dir() or args.output.endswith(("/", os.sep)):
            folder_for_others(target)
            target = target / Path(document.name).name
        results = (services.exporting.write(document, target),)
    if args.json:
        output.line(json.dumps([_as_json(result) for result in results], ensure_ascii=False, indent=1))
    for result in results:
        if not args.json:
            papers = f"{result.papers} paper{'' if result.papers == 1 else 's'}"
            output.line(f"{plain(result.path)}: {papers}, {result.size} bytes")
        for notice in result.notices:
            output.message(f"{plain(Path(result.path).name)}: {told(notice)}")
    return Outcome()


def _listing(args: argparse.Namespace, services: LibraryServices) -> Listing:
    """The papers that are meant: of a digest, of a search, else all."""
    if args.digest:
        return Listing(Place.DIGEST, digest_named(args.digest, services))
    return Listing(query=args.query or "", typing=False)


def _source(args: argparse.Namespace, services: LibraryServices) -> ExportSource:
    if args.digest:
        return DigestSource(digest_named(args.digest, services), with_edits=not args.as_imported)
    found = services.browse.list_papers(Listing(query=args.query, typing=False))
    if not found.ids:
        raise InputError(Reason.NOTHING_TO_EXPORT, args.query)
    return PapersSource(tuple(map(PaperId, found.ids)))


def digest_named(name: str, services: LibraryServices) -> DigestId:
    """The digest of that name or #NUMBER. Raises InputError(NO_SUCH_DIGEST)."""
    digests = services.browse.sidebar().digests
    named = [digest for digest in digests if digest.name == name] or [
        digest for digest in digests if f"#{digest.id}" == name
    ]
    if not named:
        raise InputError(Reason.NO_SUCH_DIGEST, name)
    if len(named) > 1:
        numbers = ", ".join(f"#{digest.id}" for digest in named)
        raise InputError(Reason.NO_SUCH_DIGEST, name, f"{len(named)} digests have this name; use one of {numbers}")
    return named[0].id


def told(notice: Notice) -> str:
    """One line."""
    examples = "; ".join(plain(title) for title in notice.titles)
    return f"{notice.count} × {_WORDS[notice.kind]}{f' ({examples})' if examples else ''}"


def _as_json(result: ExportResult) -> dict[str, object]:
    notices = [{"kind": notice.kind.value, "count": notice.count, "titles": notice.titles} for notice in result.notices]
    return {"path": result.path, "papers": result.papers, "bytes": result.size, "notices": notices}

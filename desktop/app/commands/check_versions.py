"""`papershelf versions`."""

import argparse
import json

from desktop.app.commands import Outcome
from desktop.app.commands.fetch_papers import WINDOW_FETCHES, limit_of
from desktop.app.commands.fetch_progress import telling
from desktop.app.commands.fetch_report import as_json, has_failures, tell_failures
from desktop.app.exit_codes import ExitCode
from desktop.app.output import Output, plain
from desktop.domain.ids import PaperId
from desktop.domain.latex_text import readable
from desktop.domain.listing import Listing, Place
from desktop.domain.paper import PaperRow
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices


def run(args: argparse.Namespace, services: LibraryServices, output: Output, job: Job) -> Outcome:
    """Ask arXiv for new versions of papers and list those that have one, also if that was known before."""
    papers = [PaperId(paper) for paper in services.browse.list_papers(Listing(query=args.query, typing=False)).ids]
    wanted = services.wishes.want_metadata(papers)
    if args.served:
        output.message(WINDOW_FETCHES)
        return Outcome(changes=wanted)
    report = services.fetching.run(job, limit_of(args), telling(output))
    asked = set(papers)
    marked = services.browse.list_papers(Listing(place=Place.NEW_VERSIONS)).ids
    rows = services.browse.rows([PaperId(paper) for paper in marked if paper in asked])
    if args.json:
        found = {"newer": [_as_json(row) for row in rows], "fetched": as_json(report)}
        output.line(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        for row in rows:
            versions = f"v{row.arxiv_version or 1} -> v{row.newer_version}"
            output.line("\t".join(map(plain, (row.arxiv_id, versions, readable(row.title)))))
    tell_failures(report, output)
    return Outcome(ExitCode.SOME_FAILED if has_failures(report) else ExitCode.DONE, report.changes)


def _as_json(row: PaperRow) -> dict[str, object]:
    return {
        "paper": row.id,
        "arxiv_id": row.arxiv_id,
        "version": row.arxiv_version,
        "newer_version": row.newer_version,
        "title": row.title,
    }

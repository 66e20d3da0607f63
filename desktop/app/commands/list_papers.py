"""`papershelf list` and `papershelf search`."""

import argparse
import json
from typing import Any

from desktop.app.commands import Outcome
from desktop.app.output import Output, plain
from desktop.domain.ids import PaperId
from desktop.domain.latex_text import readable
from desktop.domain.listing import Column, Listing, Sort
from desktop.domain.paper import PaperRow
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices

_PAGE = 512


def run(args: argparse.Namespace, services: LibraryServices, output: Output, job: Job) -> Outcome:
    """List the papers that were asked for, a page at a time."""
    query = args.query if isinstance(args.query, str) else " ".join(args.query)
    sort = Sort(Column(args.sort), args.reverse) if args.sort else None
    ids = services.browse.list_papers(Listing(query=query, typing=False, sort=sort, limit=args.limit)).ids[: args.limit]
    if args.json:
        output.line("[")
    for start in range(0, len(ids), _PAGE):
        job.step(start, len(ids))
        rows = services.browse.rows([PaperId(paper) for paper in ids[start : start + _PAGE]])
        if args.json:
            text = ",\n".join(json.dumps(_as_json(row), ensure_ascii=False) for row in rows)
            output.line(text + ("," if start + _PAGE < len(ids) else ""))
        else:
            output.line("\n".join(map(_as_line, rows)))
    if args.json:
        output.line("]")
    return Outcome()


def _as_line(row: PaperRow) -> str:
    version = f"v{row.arxiv_version}" if row.arxiv_version is not None else ""
    fields = (row.arxiv_id + version or "-", readable(row.title), readable(row.translated_title))
    return "\t".join(map(plain, fields))


def _as_json(row: PaperRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "arxiv_id": row.arxiv_id or None,
        "arxiv_version": row.arxiv_version,
        "title": row.title,
        "translated_title": row.translated_title,
        "authors": row.authors,
        "categories": row.categories,
        "published": row.published or None,
        "added": row.added_at.isoformat(timespec="milliseconds"),
        "digests": row.digest_count,
        "marks": row.marks,
        "pdf": row.has_pdf,
        "note": row.note,
    }

"""`papershelf duplicates`."""

import argparse
import json
from typing import Any

from desktop.app.commands import Outcome
from desktop.app.output import Output, plain
from desktop.domain.duplicates import Alike, DuplicateGroup, Likeness
from desktop.domain.ids import PaperId
from desktop.domain.latex_text import readable
from desktop.domain.paper import PaperRow
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices

_WORDS = {
    Alike.ARXIV_ID: "same arXiv id {said}",
    Alike.DOI: "same DOI {said}",
    Alike.FILE: "same PDF",
    Alike.TITLE_AND_AUTHORS: "same title and authors",
    Alike.TITLE: "same title",
    Alike.TRANSLATED_TITLE: "title of one is the translated title of the other",
}


def run(args: argparse.Namespace, services: LibraryServices, output: Output, job: Job) -> Outcome:
    """List papers that may be one, the surest first. Nothing is merged."""
    groups = services.duplicates.find(job)
    wanted = [paper for group in groups for paper in group.papers]
    rows = {row.id: row for row in services.browse.rows(wanted)}
    if args.json:
        output.line(json.dumps([_as_json(group, rows) for group in groups], ensure_ascii=False, indent=1))
        return Outcome()
    for group in groups:
        output.line(plain(f"{group.strength.name.lower()}: {', '.join(dict.fromkeys(map(_reason, group.why)))}"))
        for paper in group.papers:
            output.line("\t" + "\t".join(map(plain, _fields(rows[paper]))))
    return Outcome()


def _reason(why: Likeness) -> str:
    against = [*(["other authors"] if why.other_authors else []), *(["other arXiv ids"] if why.other_arxiv_ids else [])]
    return _WORDS[why.by].format(said=why.said) + (f" but {' and '.join(against)}" if against else "")


def _fields(row: PaperRow) -> tuple[str, ...]:
    return (f"#{row.id}", row.arxiv_id or "-", readable(row.title), readable(row.translated_title))


def _as_json(group: DuplicateGroup, rows: dict[PaperId, PaperRow]) -> dict[str, Any]:
    return {
        "strength": group.strength.name.lower(),
        "papers": [
            {"id": paper, "arxiv_id": rows[paper].arxiv_id or None, "title": rows[paper].title}
            for paper in group.papers
        ],
        "why": [
            {
                "papers": [why.first, why.second],
                "by": why.by.value,
                "strength": why.strength.name.lower(),
                "said": why.said,
                "other_authors": why.other_authors,
                "other_arxiv_ids": why.other_arxiv_ids,
            }
            for why in group.why
        ],
    }

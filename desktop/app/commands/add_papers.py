"""`papershelf add`."""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desktop.app.arguments import STANDARD_INPUT
from desktop.app.commands import Outcome
from desktop.app.commands.fetch_papers import limit_of
from desktop.app.commands.fetch_progress import telling
from desktop.app.commands.fetch_report import as_json, has_failures, state_of, summary, tell_failures
from desktop.app.exit_codes import ExitCode
from desktop.app.failure_words import words
from desktop.app.output import Output, counted, plain
from desktop.domain.adding import AddPlan, AddResult, AddState, PdfMatch, RefusedInput, decided_by_nobody
from desktop.domain.arxiv_id import plain_id
from desktop.domain.arxiv_scan import merged, scan
from desktop.domain.errors import InputError, Reason
from desktop.domain.fetching import FetchKind, FetchReport
from desktop.domain.ids import PaperId
from desktop.domain.latex_text import readable
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices

_WORDS = {
    AddState.NEW: "added",
    AddState.KNOWN: "already there",
    AddState.NEWER: "newer version",
    AddState.IN_TRASH: "restored",
}
_ATTACHED = "PDF attached"
_IS_DIGEST = "it is a digest; `papershelf import` takes it in with its translations"


@dataclass(frozen=True, slots=True)
class _Line:
    """What became of an id or a file."""

    name: str
    states: tuple[str, ...]
    title: str
    paper: PaperId | None


def run(args: argparse.Namespace, services: LibraryServices, output: Output, job: Job) -> Outcome:
    """Add what was named. In its own process it fetches, too; a window does that by itself."""
    plan = _plan(args, services, job)
    download = args.settings.pdf_downloads == "automatic" if args.download is None else args.download
    result = services.adding.add(
        replace(plan, pdfs=tuple(map(decided_by_nobody, plan.pdfs))), download=download, job=job
    )
    report = FetchReport()
    if result.changes and not (args.later or args.served):
        report = services.fetching.run(job, limit_of(args), telling(output))
    lines = list(_lines(plan, result, report, services))
    if args.json:
        output.line(json.dumps(_as_json(plan, result, report, lines), ensure_ascii=False, indent=1))
    else:
        for line in lines:
            output.line("\t".join(map(plain, (line.name, ", ".join(line.states), readable(line.title)))))
        output.line(_summary(result) + (f"; {summary(report)}" if report.outcomes else ""))
    refused = (*plan.refused, *result.refused)
    _remark(plan, refused, output)
    tell_failures(report, output)
    failed = bool(refused or plan.not_understood) or has_failures(report)
    return Outcome(ExitCode.SOME_FAILED if failed else ExitCode.DONE, result.changes)


def _plan(args: argparse.Namespace, services: LibraryServices, job: Job) -> AddPlan:
    paths, texts = [], [args.input]
    for word in args.what:
        if word != STANDARD_INPUT and _is_there(args.cwd / word):
            paths.append(args.cwd / word)
        elif word != STANDARD_INPUT:
            texts.append(word)
    found = services.adding.sort_files(paths, job)
    read = services.adding.read_files([*found.others, *found.bibliographies], job)
    digests = (RefusedInput(str(path), InputError(Reason.BAD_VALUE, detail=_IS_DIGEST)) for path in found.digests)
    named = merged((scan("\n".join(texts)), read.scan))
    return services.adding.plan_read(replace(read, scan=named, refused=(*digests, *read.refused)))


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a text that is too long for a name
        return False


def _lines(plan: AddPlan, result: AddResult, report: FetchReport, services: LibraryServices) -> Iterator[_Line]:
    here = [planned.paper for planned in plan.ids if planned.paper is not None]
    rows = {row.id: row for row in services.browse.rows([*result.added, *result.restored, *here])}
    by_id = {plain_id(row.arxiv_id): row for row in rows.values()}
    fetched = _fetched(report)
    for planned in plan.ids:
        row = by_id.get(planned.id.value)
        paper = planned.paper or (row.id if row else None)
        name = planned.id.value + (f"v{planned.id.version}" if planned.id.version else "")
        told = fetched.get(paper, []) if paper is not None else []
        yield _Line(name, (_WORDS[planned.state], *told), row.title if row else planned.title, paper)
    refused = {one.path for one in result.refused}
    for pdf in map(decided_by_nobody, plan.pdfs):
        if pdf.path not in refused:
            attached = pdf.paper is not None and (pdf.match is not PdfMatch.SAME_FILE or bool(pdf.gone))
            state = _WORDS[pdf.state]
            states = (_ATTACHED,) if attached and pdf.state is AddState.KNOWN else (state, *[_ATTACHED] * attached)
            yield _Line(pdf.path, states, pdf.title, pdf.paper)


def _fetched(report: FetchReport) -> dict[PaperId, list[str]]:
    """Words on what came for each paper; failures are told apart from this."""
    found: defaultdict[PaperId, list[str]] = defaultdict(list)
    for outcome in report.outcomes:
        state = state_of(outcome)
        if outcome.fetch.kind is FetchKind.METADATA and state in ("missing", "withdrawn"):
            found[outcome.fetch.paper].append(state)
        elif outcome.fetch.kind is FetchKind.PDF and state == "fetched":
            found[outcome.fetch.paper].append("PDF fetched")
    return found


def _remark(plan: AddPlan, refused: tuple[RefusedInput, ...], output: Output) -> None:
    for pdf in plan.pdfs:
        if decided_by_nobody(pdf) != pdf:
            alike = f"{pdf.similarity:.0%} like {readable(pdf.title)!r}, which is in the library"
            output.message(plain(f"{pdf.path}: added as a paper of its own; its title is {alike}"))
    for text in plan.not_understood:
        output.message(f"not understood: {plain(text)}")
    for one in refused:
        output.message(f"not added: {words(one.error, one.path)}")


def _summary(result: AddResult) -> str:
    papers = f"{counted(len(result.added), 'paper')} added, {len(result.restored)} restored"
    return f"{papers}, {counted(result.attached, 'PDF')} attached"


def _as_json(plan: AddPlan, result: AddResult, report: FetchReport, lines: list[_Line]) -> dict[str, Any]:
    return {
        "papers": [
            {"name": line.name, "states": line.states, "title": line.title, "paper": line.paper} for line in lines
        ],
        "not_understood": plan.not_understood,
        "refused": [
            {"path": one.path, "reason": one.error.reason.value, "detail": one.error.detail}
            for one in (*plan.refused, *result.refused)
        ],
        "added": len(result.added),
        "restored": len(result.restored),
        "attached": result.attached,
        "fetched": as_json(report),
    }

"""`papershelf import`."""

import argparse
import json
from collections.abc import Sequence
from functools import reduce
from pathlib import Path
from typing import Any

from desktop.app.commands import Outcome
from desktop.app.commands.import_bibliographies import bibliographies_as_json, import_bibliographies
from desktop.app.exit_codes import ExitCode
from desktop.app.failure_words import words
from desktop.app.output import Output, counted, plain
from desktop.domain.changes import joined
from desktop.domain.import_plan import ImportOptions, ImportPlan, ImportResult, PlannedDigest, RowState
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices

_LINES_NAMED = 10


def run(args: argparse.Namespace, services: LibraryServices, output: Output, job: Job) -> Outcome:
    """Import what can be imported, and say what was refused."""
    found = services.adding.part_bibliographies([args.cwd / path for path in args.paths])
    told: dict[str, Any] = {}
    outcomes = []
    if found.bibliographies:
        planned, brought = import_bibliographies(found.bibliographies, services, output, job, as_json=args.json)
        told["bibliographies"] = bibliographies_as_json(planned, brought)
        failed = bool(brought.refused or planned.broken)
        outcomes.append(Outcome(ExitCode.SOME_FAILED if failed else ExitCode.DONE, brought.changes))
    if found.others:
        plan, result = _import_digests(args, found.others, services, output, job)
        told |= _as_json(plan, result)
        outcomes.append(Outcome(ExitCode.SOME_FAILED if result.refused else ExitCode.DONE, result.changes))
    if args.json:
        output.line(json.dumps(told, ensure_ascii=False, indent=1))
    return Outcome(max(one.code for one in outcomes), reduce(joined, (one.changes for one in outcomes)))


def _import_digests(
    args: argparse.Namespace, paths: Sequence[Path], services: LibraryServices, output: Output, job: Job
) -> tuple[ImportPlan, ImportResult]:
    plan = services.importing.plan(paths, ImportOptions(year=args.year), job)
    result = services.importing.apply(plan, job)
    if not args.json:
        for planned in plan.digests:
            output.line(_told(planned))
        output.line(_summary(result))
    for refused in result.refused:
        output.message(f"not imported: {words(refused.error, refused.path)}")
    return plan, result


def _told(planned: PlannedDigest) -> str:
    if planned.already is not None:
        return f"{plain(planned.name)}: already in the library"
    states = ", ".join(f"{count} {state.value}" for state in RowState if (count := planned.count(state)))
    told = f"{plain(planned.name)}: {counted(len(planned.rows), 'paper')}{f' ({states})' if states else ''}"
    guesses = sum(row.by_title for row in planned.rows)
    if guesses:
        told += f"; {guesses} recognised by title alone"
    lines = planned.digest.not_understood
    if lines:
        named = ", ".join(map(str, lines[:_LINES_NAMED])) + (", …" if len(lines) > _LINES_NAMED else "")
        told += f"; {counted(len(lines), 'line')} not understood and kept as they are: {named}"
    return told


def _summary(result: ImportResult) -> str:
    added = counted(result.digests_added, "digest")
    papers = f"{counted(result.papers_added, 'paper')} added, {result.papers_changed} changed"
    return f"{added} imported, {result.digests_already} already there, {len(result.refused)} refused; {papers}"


def _as_json(plan: ImportPlan, result: ImportResult) -> dict[str, Any]:
    return {
        "digests": [
            {
                "path": planned.path,
                "name": planned.name,
                "format": planned.digest.format.value,
                "papers": len(planned.rows),
                **{state.value: planned.count(state) for state in RowState},
                "by_title": sum(row.by_title for row in planned.rows),
                "already": planned.already is not None,
                "not_understood": planned.digest.not_understood,
            }
            for planned in plan.digests
        ],
        "refused": [
            {"path": refused.path, "reason": refused.error.reason.value, "detail": refused.error.detail}
            for refused in result.refused
        ],
        "digests_added": result.digests_added,
        "digests_already": result.digests_already,
        "papers_added": result.papers_added,
        "papers_changed": result.papers_changed,
    }

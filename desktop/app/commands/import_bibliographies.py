"""`papershelf import` for BibTeX, RIS and CSL JSON."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop.app.failure_words import words
from desktop.app.output import Output, counted, plain
from desktop.domain.bibliography import BibliographyFormat, BrokenEntry, Fault
from desktop.domain.bibliography_import import (
    BibliographyPlan,
    BibliographyResult,
    PlannedBibliography,
    ReferenceState,
)
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices

_FAULTS = {
    Fault.UNCLOSED: "a bracket or a quotation mark is missing",
    Fault.NO_KEY: "it does not begin with a cite key and a comma",
    Fault.BAD_FIELD: "something in it is not of the form name = value",
    Fault.NOT_AN_ENTRY: "no entry can be made out there",
    Fault.NO_END: "it has no end; what stands before the next entry was read",
    Fault.NOTHING_KNOWN: "it has neither a title nor an id",
}
_STATES = {ReferenceState.NEW: "new", ReferenceState.KNOWN: "known", ReferenceState.CHANGED: "completed"}


def import_bibliographies(
    paths: Sequence[Path], services: LibraryServices, output: Output, job: Job, *, as_json: bool
) -> tuple[BibliographyPlan, BibliographyResult]:
    """Import these files, and say what came of each."""
    importing = services.bibliography.importing
    plan = importing.plan(importing.read(paths, job), job)
    result = importing.apply(plan, importing.copy_pdfs(plan, job))
    for planned in plan.files:
        if not as_json:
            output.line(_told(planned))
        for broken in planned.broken:
            output.message(f"left out: {plain(planned.name)}, {_place(planned, broken)}: {_FAULTS[broken.fault]}")
    for refused in result.refused:
        output.message(f"not imported: {words(refused.error, refused.path)}")
    if not as_json:
        output.line(_summary(result))
    return plan, result


def _told(planned: PlannedBibliography) -> str:
    states = ", ".join(f"{count} {name}" for state, name in _STATES.items() if (count := planned.count(state)))
    entries = f"{len(planned.rows)} entr{'y' if len(planned.rows) == 1 else 'ies'}"
    return f"{plain(planned.name)}: {entries}{f' ({states})' if states else ''}, {len(planned.broken)} broken"


def _place(planned: PlannedBibliography, broken: BrokenEntry) -> str:
    kind = "entry" if planned.format is BibliographyFormat.CSL_JSON else "line"
    return f"{kind} {broken.line}"


def _summary(result: BibliographyResult) -> str:
    papers = f"{counted(len(result.added), 'paper')} added, {result.changed} completed, {result.restored} restored"
    return f"{papers}, {counted(result.attached, 'PDF')} attached"


def bibliographies_as_json(plan: BibliographyPlan, result: BibliographyResult) -> dict[str, Any]:
    """What an import did."""
    return {
        "files": [
            {
                "path": planned.path,
                "format": planned.format.value,
                **{state.value: planned.count(state) for state in ReferenceState},
                "broken": [{"place": one.line, "fault": one.fault.value, "text": one.text} for one in planned.broken],
            }
            for planned in plan.files
        ],
        "papers_added": len(result.added),
        "papers_completed": result.changed,
        "papers_restored": result.restored,
        "attached": result.attached,
    }

"""The words of the import plan, in the language of the window."""

from collections import Counter
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from desktop.domain.digest import DigestFormat
from desktop.domain.errors import AppError, Reason
from desktop.domain.import_plan import ImportResult, PlannedDigest, PlannedRow, RefusedFile, RowState
from desktop.ui.adding.plan_choice import PlanOutcome
from desktop.ui.adding.plan_contents import PlanContents
from desktop.ui.adding.plan_rows import PlanPart
from desktop.ui.failures import FailureWords, failure_words
from desktop.ui.tokens import Color
from desktop.ui.wording import digests, listed, number, papers, sentences


def part_words(part: PlanPart) -> str:
    """What a part of the plan is called."""
    names = {
        PlanPart.ALL: QCoreApplication.translate("ImportPlan", "All"),
        PlanPart.NEW: QCoreApplication.translate("ImportPlan", "New"),
        PlanPart.KNOWN: QCoreApplication.translate("ImportPlan", "Known"),
        PlanPart.CHANGED: QCoreApplication.translate("ImportPlan", "Changed"),
        PlanPart.NOT_UNDERSTOOD: QCoreApplication.translate("ImportPlan", "Not understood"),
    }
    return names[part]


def files(count: int) -> str:
    """1 file, 124 files."""
    if count == 1:
        return QCoreApplication.translate("ImportPlan", "1 file")
    return QCoreApplication.translate("ImportPlan", "{count} files").format(count=number(count))


def lines(count: int) -> str:
    """1 line, 12 lines."""
    if count == 1:
        return QCoreApplication.translate("ImportPlan", "1 line")
    return QCoreApplication.translate("ImportPlan", "{count} lines").format(count=number(count))


def state_words(row: PlannedRow) -> tuple[str, str, Color]:
    """What an entry means to the library: words, the icon's name, the icon's colour."""
    translate = QCoreApplication.translate
    if row.in_trash:
        return translate("ImportPlan", "In Trash"), "trash", Color.WARN
    if row.state is RowState.NEW:
        return translate("ImportPlan", "New"), "add", Color.GOOD
    if row.by_title:
        return translate("ImportPlan", "Known by title"), "help", Color.WARN
    if row.state is RowState.KNOWN:
        return translate("ImportPlan", "Known"), "check", Color.TEXT_MUTED
    return translate("ImportPlan", "Changed"), "edit", Color.ACCENT


def state_sentences(row: PlannedRow) -> str:
    """What that means, in full."""
    translate = QCoreApplication.translate
    said = []
    if row.state is RowState.NEW:
        said.append(translate("ImportPlan", "Not in the library yet."))
    elif row.paper is None:
        said.append(translate("ImportPlan", "An earlier row of this import brings this paper."))
    elif row.state is RowState.KNOWN:
        said.append(translate("ImportPlan", "In the library with these very texts."))
    else:
        said.append(
            translate("ImportPlan", "In the library with other texts. The newer ones are shown; what you typed stays.")
        )
    if row.by_title:
        said.append(
            translate(
                "ImportPlan", "Recognised by its title alone: a guess. You can split it off later in the details."
            )
        )
    if row.in_trash:
        said.append(translate("ImportPlan", "It lies in the Trash and comes back if it is ticked."))
    return sentences(said)


def digest_state(planned: PlannedDigest) -> tuple[str, str, Color]:
    """How a file stands as a whole: words, icon, colour."""
    translate = QCoreApplication.translate
    if planned.already is not None and not planned.in_trash:
        return translate("ImportPlan", "Already in the library"), "check", Color.TEXT_MUTED
    if planned.in_trash:
        return translate("ImportPlan", "In Trash, comes back"), "trash", Color.WARN
    missed = len(planned.digest.not_understood)
    if missed:
        words = translate("ImportPlan", "{lines} not understood").format(lines=lines(missed))
        return words, "warn", Color.WARN
    if planned.digest.original is not None:
        return translate("ImportPlan", "Read, kept as it came"), "info", Color.TEXT_MUTED
    return translate("ImportPlan", "Every byte understood"), "good", Color.GOOD


def digest_facts(planned: PlannedDigest, counts: Counter[RowState]) -> str:
    """The line under a file's name: its size in papers, and what they mean to the library."""
    translate = QCoreApplication.translate
    said = [papers(len(planned.rows)), *_counts(counts)]
    if planned.digest.format is DigestFormat.DAILY_PAPERS:
        said.insert(0, translate("ImportPlan", "Daily Papers text"))
    return " · ".join(said)


def summary(contents: PlanContents) -> str:
    """What is imported, and what of it cannot be."""
    plan = contents.plan
    said = [files(len(plan.digests) + len(plan.refused))]
    if plan.refused:
        text = QCoreApplication.translate("ImportPlan", "{count} cannot be imported")
        said.append(text.format(count=number(len(plan.refused))))
    return " · ".join(said)


def _counts(counts: Counter[RowState]) -> list[str]:
    translate = QCoreApplication.translate
    new, known, changed = (counts[state] for state in RowState)
    said = []
    if new:
        said.append(translate("ImportPlan", "{count} new").format(count=number(new)))
    if known:
        said.append(translate("ImportPlan", "{count} known").format(count=number(known)))
    if changed:
        said.append(translate("ImportPlan", "{count} changed").format(count=number(changed)))
    return said


def action_words(outcome: PlanOutcome) -> str:
    """What the primary button will do."""
    translate = QCoreApplication.translate
    added = [papers(outcome.papers_new)] if outcome.papers_new else []
    added += [digests(outcome.digests_new)] if outcome.digests_new else []
    back = [papers(outcome.papers_back)] if outcome.papers_back else []
    back += [digests(outcome.digests_back)] if outcome.digests_back else []
    if added and back:
        text = translate("ImportPlan", "Add {added}; restore {restored}")
    elif added:
        text = translate("ImportPlan", "Add {added}")
    elif back:
        text = translate("ImportPlan", "Restore {restored}")
    else:
        text = translate("ImportPlan", "Nothing to add")
    return text.format(added=listed(added), restored=listed(back))


def result_words(result: ImportResult) -> str:
    """What an import did, for a toast."""
    translate = QCoreApplication.translate
    added = [papers(result.papers_added)] if result.papers_added else []
    added += [digests(result.digests_added)] if result.digests_added else []
    said = []
    if added:
        said.append(translate("ImportPlan", "Added {added}.").format(added=listed(added)))
    if result.papers_changed:
        said.append(translate("ImportPlan", "Updated {papers}.").format(papers=papers(result.papers_changed)))
    if not said:
        said.append(translate("ImportPlan", "Nothing was added: everything was there already."))
    if result.refused:
        said.append(translate("ImportPlan", "{files} left out.").format(files=files(len(result.refused))))
    return sentences(said)


def refusal_words(file: RefusedFile) -> FailureWords:
    """Why a file cannot be imported, and what that means here, where nothing has been imported yet."""
    error = file.error
    words = failure_words(AppError(error.reason, file_name(file.path), error.detail))
    if error.reason in (Reason.NOT_TEXT, Reason.TOO_LARGE):
        advice = QCoreApplication.translate("ImportPlan", "It is left out; the other files can be added.")
        return FailureWords(words.happened, advice)
    return words


def listing_words(listing: str) -> str:
    """The listing of a Daily Papers entry on one line: 7 authors · Oct 7."""
    return " ".join(listing.replace("•", " ").split())


def file_name(path: str) -> str:
    """The last part of a path."""
    return PurePath(path).name or path

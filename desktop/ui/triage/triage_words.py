"""How far triage is, in words."""

from collections import Counter

from PySide6.QtCore import QCoreApplication

from desktop.ui import wording
from desktop.ui.language import QT_TRANSLATE_NOOP
from desktop.ui.triage.triage_run import Decision, TriageRun

_DECIDED = {
    Decision.QUEUED: QT_TRANSLATE_NOOP("Triage", "{count} queued"),
    Decision.READING: QT_TRANSLATE_NOOP("Triage", "{count} being read"),
    Decision.READ: QT_TRANSLATE_NOOP("Triage", "{count} read"),
    Decision.ARCHIVED: QT_TRANSLATE_NOOP("Triage", "{count} archived"),
    Decision.TRASHED: QT_TRANSLATE_NOOP("Triage", "{count} in the Trash"),
    Decision.KEPT: QT_TRANSLATE_NOOP("Triage", "{count} left in the inbox"),
}


def progress_words(run: TriageRun) -> str:
    """ "12 of 240 · 5 queued, 3 archived"."""
    text = QCoreApplication.translate("Triage", "{place} of {count}")
    text = text.format(place=wording.number(run.place), count=wording.number(len(run)))
    return " · ".join(filter(None, (text, decided_words(run.counts))))


def decided_words(counts: Counter[Decision]) -> str:
    """ "5 queued, 3 archived"; empty if nothing was decided."""
    translate = QCoreApplication.translate
    return wording.listed(
        translate("Triage", words).format(count=wording.number(counts[decision]))
        for decision, words in _DECIDED.items()
        if counts[decision]
    )


def end_words(run: TriageRun) -> str:
    """What was done, where no paper is left."""
    translate = QCoreApplication.translate
    if not len(run):
        return translate("Triage", "Nothing to triage: the inbox is empty. New papers come here first.")
    done = sum(run.counts.values())
    text = translate("Triage", "{count} triaged: {what}.") if done else translate("Triage", "Nothing decided.")
    words = [text.format(count=wording.number(done), what=decided_words(run.counts))]
    if run.left:
        words.append(translate("Triage", "Not decided: {papers}.").format(papers=wording.papers(run.left)))
    return wording.sentences(words)

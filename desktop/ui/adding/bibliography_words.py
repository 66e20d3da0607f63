"""The words of a bibliography's import plan, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.bibliography import BibliographyFormat, BrokenEntry, Fault
from desktop.domain.bibliography_import import (
    BibliographyPlan,
    BibliographyResult,
    Gain,
    PlannedBibliography,
    PlannedReference,
    ReferenceState,
    RefusedBibliography,
)
from desktop.ui.digests.still_page import escaped, paragraph, title_html
from desktop.ui.failures import failure_words
from desktop.ui.language import QT_TRANSLATE_NOOP
from desktop.ui.tokens import Color, Size
from desktop.ui.wording import listed, number, papers, sentences

FORMATS = {BibliographyFormat.BIBTEX: "BibTeX", BibliographyFormat.RIS: "RIS", BibliographyFormat.CSL_JSON: "CSL JSON"}
_FAULTS = {
    Fault.UNCLOSED: QT_TRANSLATE_NOOP("Bibliography", "A bracket or a quotation mark is missing in it."),
    Fault.NO_KEY: QT_TRANSLATE_NOOP("Bibliography", "It does not begin with a cite key and a comma."),
    Fault.BAD_FIELD: QT_TRANSLATE_NOOP("Bibliography", "Something in it is not of the form name = value."),
    Fault.NOT_AN_ENTRY: QT_TRANSLATE_NOOP("Bibliography", "No entry can be made out there."),
    Fault.NO_END: QT_TRANSLATE_NOOP("Bibliography", "It has no end. What stands before the next entry was read."),
    Fault.NOTHING_KNOWN: QT_TRANSLATE_NOOP("Bibliography", "It has neither a title nor an id."),
}
_GAINS = {
    Gain.FACTS: QT_TRANSLATE_NOOP("Bibliography", "facts that it lacks"),
    Gain.TEXTS: QT_TRANSLATE_NOOP("Bibliography", "texts that it lacks"),
    Gain.TAGS: QT_TRANSLATE_NOOP("Bibliography", "tags"),
    Gain.COLLECTIONS: QT_TRANSLATE_NOOP("Bibliography", "collections"),
    Gain.NOTE: QT_TRANSLATE_NOOP("Bibliography", "a note below yours"),
    Gain.FILES: QT_TRANSLATE_NOOP("Bibliography", "PDFs"),
    Gain.CITE_KEY: QT_TRANSLATE_NOOP("Bibliography", "a cite key"),
    Gain.CITATION: QT_TRANSLATE_NOOP("Bibliography", "what is cited: venue, pages and the like"),
}


def entries(count: int) -> str:
    """1 entry, 12 entries."""
    if count == 1:
        return QCoreApplication.translate("Bibliography", "1 entry")
    return QCoreApplication.translate("Bibliography", "{count} entries").format(count=number(count))


def state_words(row: PlannedReference) -> tuple[str, str, Color]:
    """What an entry means to the library: words, the icon's name, the icon's colour."""
    translate = QCoreApplication.translate
    if row.in_trash:
        return translate("Bibliography", "In Trash"), "trash", Color.WARN
    if row.state is ReferenceState.NEW:
        return translate("Bibliography", "New"), "add", Color.GOOD
    if row.state is ReferenceState.CHANGED:
        return translate("Bibliography", "Adds to it"), "edit", Color.ACCENT
    return translate("Bibliography", "Known"), "check", Color.TEXT_MUTED


def summary(plan: BibliographyPlan) -> str:
    """What is imported, and what of it cannot be."""
    translate = QCoreApplication.translate
    said = [entries(sum(len(planned.rows) for planned in plan.files))]
    counts = {
        ReferenceState.NEW: translate("Bibliography", "{count} new"),
        ReferenceState.CHANGED: translate("Bibliography", "{count} that add to papers"),
        ReferenceState.KNOWN: translate("Bibliography", "{count} known"),
    }
    said += [text.format(count=number(count)) for state, text in counts.items() if (count := plan.count(state))]
    if plan.broken:
        said.append(translate("Bibliography", "{count} broken").format(count=number(plan.broken)))
    return " · ".join(said)


def file_facts(planned: PlannedBibliography) -> str:
    """The line under a file's name."""
    said = [FORMATS[planned.format], entries(len(planned.rows))]
    if planned.broken:
        broken = QCoreApplication.translate("Bibliography", "{count} broken")
        said.append(broken.format(count=number(len(planned.broken))))
    return " · ".join(said)


def place_words(planned: PlannedBibliography, broken: BrokenEntry) -> str:
    """Where a broken entry stands."""
    if planned.format is BibliographyFormat.CSL_JSON:
        text = QCoreApplication.translate("Bibliography", "Entry {number}")
    else:
        text = QCoreApplication.translate("Bibliography", "Line {number}")
    return text.format(number=number(broken.line))


def fault_words(broken: BrokenEntry) -> str:
    """What is wrong with an entry."""
    return QCoreApplication.translate("Bibliography", _FAULTS[broken.fault])


def facts_of(row: PlannedReference) -> str:
    """Authors, year and venue in one line."""
    told = row.reference
    names = [name.family for name in told.authors]
    people = f"{names[0]} et al." if len(names) > 2 else " & ".join(names)
    arxiv = f"arXiv:{told.arxiv_id}" if told.arxiv_id else ""
    return " · ".join(filter(None, (people, told.date[:4], told.venue or arxiv)))


def reference_page(row: PlannedReference) -> str:
    """An entry: what it is to the library, and what it tells."""
    told = row.reference
    translate = QCoreApplication.translate
    facts = [", ".join(name.shown for name in told.authors[:30]), facts_of(row), told.key and f"@{told.key}"]
    filed = [*told.keywords, *(" > ".join(path) for path in told.collections)]
    body = [paragraph(f"<b>{title_html(told.title or told.doi or told.arxiv_id)}</b>", Size.SECTION, space=1)]
    body += [paragraph(escaped(fact), color=Color.TEXT_MUTED) for fact in facts if fact]
    body.append(paragraph(escaped(_sentences_of(row)), space=3))
    if filed:
        label = translate("Bibliography", "Tags and collections: {names}")
        body.append(paragraph(escaped(label.format(names=listed(filed)))))
    body += [paragraph(escaped(note), space=3) for note in told.notes]
    body += [paragraph(escaped(text), space=3) for text in (told.abstract, told.translated_abstract) if text]
    return "".join(body)


def _sentences_of(row: PlannedReference) -> str:
    translate = QCoreApplication.translate
    said = []
    if row.repeats is not None:
        said.append(translate("Bibliography", "An earlier entry of this import is the same paper."))
    elif row.state is ReferenceState.NEW:
        said.append(translate("Bibliography", "Not in the library yet."))
    elif row.state is ReferenceState.KNOWN:
        said.append(translate("Bibliography", "In the library, with all that the entry tells."))
    else:
        text = translate("Bibliography", "In the library as “{title}”. It gets {gains}; nothing there is replaced.")
        said.append(
            text.format(title=row.title, gains=listed([translate("Bibliography", _GAINS[gain]) for gain in row.gains]))
        )
    if row.by_title:
        said.append(translate("Bibliography", "Recognised by its title and its authors."))
    if row.in_trash:
        said.append(translate("Bibliography", "It lies in the Trash and comes back if it is ticked."))
    if row.pdfs:
        text = translate("Bibliography", "PDFs that are copied into the library: {files}.")
        said.append(text.format(files=listed([pdf.path for pdf in row.pdfs])))
    if row.missing:
        text = translate("Bibliography", "Linked files that are not there or are no PDFs: {count}.")
        said.append(text.format(count=number(row.missing)))
    return sentences(said)


def broken_page(planned: PlannedBibliography, broken: BrokenEntry) -> str:
    """An entry that could not be read."""
    head = f"{planned.name} · {place_words(planned, broken)}"
    said = sentences((fault_words(broken), QCoreApplication.translate("Bibliography", "It is left out.")))
    return (
        paragraph(f"<b>{escaped(head)}</b>", Size.SECTION, space=1)
        + paragraph(escaped(said), space=3)
        + paragraph(f"<code>{escaped(broken.text)}</code>")
    )


def refused_page(refused: RefusedBibliography) -> str:
    """A file that cannot be imported, and why."""
    return paragraph(f"<b>{escaped(refused.path)}</b>", Size.SECTION, space=1) + paragraph(
        escaped(failure_words(refused.error).text)
    )


def action_words(new: int, changed: int) -> str:
    """What the primary button will do."""
    translate = QCoreApplication.translate
    if new and changed:
        text = translate("Bibliography", "Add {papers}, complete {count}")
        return text.format(papers=papers(new), count=number(changed))
    if changed:
        return translate("Bibliography", "Complete {papers}").format(papers=papers(changed))
    return (
        translate("Bibliography", "Add {papers}").format(papers=papers(new))
        if new
        else translate("Bibliography", "Nothing to add")
    )


def result_words(plan: BibliographyPlan, result: BibliographyResult) -> str:
    """What an import did."""
    translate = QCoreApplication.translate
    said = []
    if result.added:
        said.append(translate("Bibliography", "{papers} added.").format(papers=papers(len(result.added))))
    if result.changed:
        said.append(translate("Bibliography", "{papers} completed.").format(papers=papers(result.changed)))
    if result.restored:
        said.append(translate("Bibliography", "{papers} back from the Trash.").format(papers=papers(result.restored)))
    if result.attached:
        said.append(translate("Bibliography", "PDFs copied: {count}.").format(count=number(result.attached)))
    left_out = len(result.refused) - len(plan.refused)
    if left_out:
        said.append(translate("Bibliography", "PDFs left out: {count}.").format(count=number(left_out)))
    if plan.broken:
        said.append(translate("Bibliography", "Broken entries left out: {count}.").format(count=number(plan.broken)))
    return sentences(said or [translate("Bibliography", "Nothing was to be added.")])

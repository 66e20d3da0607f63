"""The words of the window in which papers are added, in the language of the window."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.adding import AddPlan, AddResult, AddState, PdfMatch, PlannedId, PlannedPdf, RefusedInput
from desktop.domain.arxiv_id import ArxivId, month_of
from desktop.domain.errors import AppError, Reason
from desktop.domain.latex_text import readable
from desktop.ui.adding.add_choice import AddOutcome
from desktop.ui.adding.plan_words import file_name, files, lines
from desktop.ui.failures import failure_words
from desktop.ui.library.paper_columns import one_line
from desktop.ui.tokens import Color
from desktop.ui.wording import listed, number, papers, sentences

State = tuple[str, str, Color]
"""Words, the icon's name, the icon's colour."""


def pdfs(count: int) -> str:
    """1 PDF, 12 PDFs."""
    if count == 1:
        return QCoreApplication.translate("Adding", "1 PDF")
    return QCoreApplication.translate("Adding", "{count} PDFs").format(count=number(count))


def versions(count: int) -> str:
    """1 newer version, 3 newer versions."""
    if count == 1:
        return QCoreApplication.translate("Adding", "1 newer version")
    return QCoreApplication.translate("Adding", "{count} newer versions").format(count=number(count))


def id_text(wanted: ArxivId) -> str:
    """arXiv:2403.02774v2."""
    return f"arXiv:{wanted.value}" if wanted.version is None else f"arXiv:{wanted.value}v{wanted.version}"


def id_texts(planned: PlannedId) -> tuple[str, str]:
    """The two lines of an id: the title of its paper if that is there, and what else is known."""
    month = month_of(planned.id.value)
    if not planned.title:
        announced = QCoreApplication.translate("Adding", "Announced {month}").format(month=month) if month else ""
        return id_text(planned.id), announced
    has_pdf = QCoreApplication.translate("Adding", "PDF there") if planned.has_pdf else ""
    return _clean(planned.title), " · ".join(filter(None, (id_text(planned.id), month, has_pdf)))


def id_state(planned: PlannedId) -> State:
    """What an id means to the library."""
    translate = QCoreApplication.translate
    if planned.state is AddState.NEW:
        return translate("Adding", "New"), "add", Color.GOOD
    if planned.state is AddState.IN_TRASH:
        return translate("Adding", "In Trash, comes back"), "trash", Color.WARN
    if planned.state is AddState.NEWER:
        words = translate("Adding", "Newer: v{version}").format(version=planned.id.version)
        return words, "recent", Color.ACCENT
    return translate("Adding", "In the library"), "check", Color.TEXT_MUTED


def pdf_texts(planned: PlannedPdf) -> tuple[str, str]:
    """The two lines of a PDF: its paper's title, and how that was found."""
    name = file_name(planned.path)
    first = _clean(planned.title)
    return first or name, " · ".join(filter(None, (name if first else "", _pages(planned.pages), _recognised(planned))))


def pdf_state(planned: PlannedPdf) -> State:
    """What a PDF means to the library."""
    translate = QCoreApplication.translate
    if planned.state is AddState.IN_TRASH:
        return translate("Adding", "In Trash, comes back"), "trash", Color.WARN
    if planned.match is PdfMatch.SAME_FILE and not planned.gone:
        return translate("Adding", "In the library"), "check", Color.TEXT_MUTED
    if planned.paper is None:
        return translate("Adding", "New"), "add", Color.GOOD
    if planned.match is PdfMatch.TITLE:
        return translate("Adding", "Attach to this paper?"), "help", Color.WARN
    return translate("Adding", "Attach to this paper"), "pdf", Color.ACCENT


def refused_texts(file: RefusedInput) -> tuple[str, str]:
    """The two lines of a file that cannot be added: its name and why."""
    return file_name(file.path), _refusal(file)


def heading(count: int) -> str:
    """1 line was not understood, 3 lines were not understood."""
    if count == 1:
        return QCoreApplication.translate("Adding", "1 line was not understood")
    return QCoreApplication.translate("Adding", "{lines} were not understood").format(lines=lines(count))


def guess_question(planned: PlannedPdf) -> str:
    """What a person has to decide about a PDF that was recognised by its title."""
    text = QCoreApplication.translate("Adding", "Is {file} this paper? The titles are {share} % alike.")
    return text.format(file=file_name(planned.path), share=share(planned.similarity))


def share(similarity: float) -> str:
    """Of 0 to 1, in whole per cent; 100 for nothing less than the same."""
    return number(int(similarity * 100))


def action_words(outcome: AddOutcome) -> str:
    """What the primary button will do: "Add 5 papers, attach 1 PDF"."""
    said = list(_deeds(outcome))
    return listed(said) if said else QCoreApplication.translate("Adding", "Nothing to add")


def _deeds(outcome: AddOutcome) -> Iterator[str]:
    """The first deed begins with a capital letter."""
    translate = QCoreApplication.translate
    if outcome.added:
        yield translate("Adding", "Add {papers}").format(papers=papers(outcome.added))
    if outcome.restored:
        first = not outcome.added
        text = translate("Adding", "Restore {papers}") if first else translate("Adding", "restore {papers}")
        yield text.format(papers=papers(outcome.restored))
    if outcome.newer:
        first = not (outcome.added or outcome.restored)
        text = translate("Adding", "Fetch {versions}") if first else translate("Adding", "fetch {versions}")
        yield text.format(versions=versions(outcome.newer))
    if outcome.attached:
        first = not (outcome.added or outcome.restored or outcome.newer)
        text = translate("Adding", "Attach {pdfs}") if first else translate("Adding", "attach {pdfs}")
        yield text.format(pdfs=pdfs(outcome.attached))


def nothing_words(plan: AddPlan) -> str:
    """Why there is nothing to add."""
    translate = QCoreApplication.translate
    if not (plan.ids or plan.pdfs):
        if plan.not_understood or plan.refused:
            return translate("Adding", "No paper was recognised.")
        return ""
    states = {*(planned.state for planned in plan.ids), *(planned.state for planned in plan.pdfs)}
    known = states == {AddState.KNOWN}
    return translate("Adding", "In the library already.") if known else translate("Adding", "Nothing is ticked.")


def summary(plan: AddPlan) -> str:
    """What was recognised and what was not: "12 papers · 2 PDFs · 1 file left out · 3 lines were not understood"."""
    said = [papers(len(plan.ids))] if plan.ids else []
    said += [pdfs(len(plan.pdfs))] if plan.pdfs else []
    if plan.refused:
        said.append(QCoreApplication.translate("Adding", "{files} left out").format(files=files(len(plan.refused))))
    said += [heading(len(plan.not_understood))] if plan.not_understood else []
    return " · ".join(said)


def result_words(result: AddResult, outcome: AddOutcome) -> str:
    """What adding did, for a toast; `outcome` is what it was to do."""
    translate = QCoreApplication.translate
    said = []
    if result.added:
        said.append(translate("Adding", "Added {papers}.").format(papers=papers(len(result.added))))
    if result.restored:
        said.append(translate("Adding", "Restored {papers}.").format(papers=papers(len(result.restored))))
    if result.attached:
        said.append(translate("Adding", "Attached {pdfs}.").format(pdfs=pdfs(result.attached)))
    if outcome.newer:
        said.append(translate("Adding", "arXiv is asked for {versions}.").format(versions=versions(outcome.newer)))
    return sentences([*said, *_refusals(result.refused)])


def missing_words(count: int) -> str:
    """How many PDFs are gone from the library's folder."""
    if count == 1:
        return QCoreApplication.translate("Adding", "1 PDF is missing from the library’s folder.")
    text = QCoreApplication.translate("Adding", "{count} PDFs are missing from the library’s folder.")
    return text.format(count=number(count))


def found_words(found: int, missing: int, refused: Sequence[RefusedInput] = ()) -> str:
    """How many of the missing PDFs are back, for a toast, and why what was found beside them is not."""
    told = "" if refused and not found else _found(found, missing)
    return sentences(filter(None, (told, *_refusals(refused))))


def _found(found: int, missing: int) -> str:
    translate = QCoreApplication.translate
    if not found:
        return translate("Adding", "None of the missing PDFs is in that folder.")
    if found == missing:
        return translate("Adding", "Found what was missing: {pdfs}.").format(pdfs=pdfs(found))
    text = translate("Adding", "Found {found} of {pdfs}. The others are still missing.")
    return text.format(found=number(found), pdfs=pdfs(missing))


def _refusals(refused: Sequence[RefusedInput]) -> Iterator[str]:
    """The first one with its reason, the others counted."""
    translate = QCoreApplication.translate
    if refused:
        yield translate("Adding", "{file}: {reason}").format(
            file=file_name(refused[0].path), reason=_refusal(refused[0])
        )
    if len(refused) > 1:
        yield translate("Adding", "{files} more left out.").format(files=files(len(refused) - 1))


def _refusal(file: RefusedInput) -> str:
    if file.error.reason is Reason.NOT_A_DIGEST:
        return QCoreApplication.translate("Adding", "It is no digest and names no paper of arXiv.")
    return failure_words(AppError(file.error.reason, file_name(file.path), file.error.detail)).happened


def _pages(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("Adding", "1 page")
    return QCoreApplication.translate("Adding", "{count} pages").format(count=number(count)) if count else ""


def _recognised(planned: PlannedPdf) -> str:
    translate = QCoreApplication.translate
    identity = planned.identity
    if planned.match is PdfMatch.SAME_FILE:
        return translate("Adding", "the very same file")
    if planned.match is PdfMatch.STAMP:
        stamp = id_text(ArxivId(identity.arxiv_id, identity.version))
        return translate("Adding", "stamped {id}").format(id=stamp)
    if planned.match is PdfMatch.DOI:
        return translate("Adding", "DOI {doi}").format(doi=identity.doi)
    if planned.match is PdfMatch.TITLE:
        return translate("Adding", "title {share} % alike").format(share=share(planned.similarity))
    return translate("Adding", "not recognised, becomes a paper of its own")


def _clean(title: str) -> str:
    return one_line(readable(title))

"""How downloads stand, in words."""

import math

from PySide6.QtCore import QCoreApplication

from desktop.domain.errors import AppError, Reason
from desktop.domain.fetching import Fetch, FetchKind
from desktop.domain.network import PACE_S
from desktop.domain.progress import Progress
from desktop.ui import wording
from desktop.ui.failures import FailureWords, failure_words
from desktop.ui.fetching.fetch_state import DownloadRow, FetchNews, Loading, Overview, is_offline
from desktop.ui.fetching.row_state import RowState

IDS_A_REQUEST = 50
"""arXiv is asked about so many papers at once."""
_NAMED = 3
"""Ids that a message names; the others are behind its button."""


def trouble(fetch: Fetch) -> FailureWords:
    """Why it did not come."""
    return failure_words(AppError(fetch.reason or Reason.SERVER_FAILED, fetch.asked_id, fetch.detail))


def retry_words(fetch: Fetch, now: int) -> str:
    """Why it did not come yet, and when it is tried again."""
    again = QCoreApplication.translate("Fetching", "It is tried again by itself in {time}.")
    return wording.sentences((trouble(fetch).happened, again.format(time=_until(fetch, now))))


def name_of(fetch: Fetch) -> str:
    """The id with its version, as a person reads it."""
    return f"arXiv:{fetch.asked_id}"


def row_words(row: DownloadRow, loading: Loading, now: int) -> str:
    """How a download stands, as the list of downloads tells."""
    translate = QCoreApplication.translate
    match row.state:
        case RowState.LOADING:
            return progress_words(loading.progress)
        case RowState.RETRYING:
            return retry_words(row.fetch, now)
        case RowState.PAUSED:
            return translate("Fetching", "Paused")
        case RowState.FAILED | RowState.UNKNOWN:
            return trouble(row.fetch).text
        case RowState.DONE:
            return translate("Fetching", "Done · {size}").format(
                size=wording.size(row.file.size if row.file is not None else 0)
            )
        case RowState.WAITING:
            return waiting_words(paused=loading.paused)


def line_words(fetch: Fetch, state: RowState, loading: Loading, now: int, *, withdrawn: bool = False) -> str:
    """How a wish for a paper stands, as the details of that paper tell. `withdrawn`: it is known that this paper is."""
    translate = QCoreApplication.translate
    asking = fetch.kind is FetchKind.METADATA
    match state:
        case RowState.FAILED:
            words = _failure_words(fetch, withdrawn=withdrawn)
        case RowState.RETRYING:
            words = retry_words(fetch, now)
        case RowState.LOADING:
            words = progress_words(loading.progress)
        case RowState.PAUSED:
            words = translate("Fetching", "Paused")
        case _ if asking:
            words = translate("Fetching", "arXiv is asked about this paper…")
        case _:
            words = waiting_words(paused=loading.paused)
    return words if asking else translate("Fetching", "{pdf}: {words}").format(pdf=pdf_name(fetch.version), words=words)


def _failure_words(fetch: Fetch, *, withdrawn: bool) -> str:
    if withdrawn and fetch.reason is Reason.NO_PDF:
        return QCoreApplication.translate("Fetching", "arXiv has no PDF: this paper was withdrawn.")
    return trouble(fetch).text


def pdf_name(version: int | None) -> str:
    """PDF v3; without a version, PDF."""
    if version is None:
        return QCoreApplication.translate("Fetching", "PDF")
    return QCoreApplication.translate("Fetching", "PDF v{version}").format(version=version)


def waiting_words(*, paused: bool) -> str:
    """Of a download that has not begun."""
    if paused:
        return QCoreApplication.translate("Fetching", "Waits until downloads go on")
    return QCoreApplication.translate("Fetching", "Waits for its turn")


def progress_words(progress: Progress) -> str:
    """How much of a PDF is there."""
    translate = QCoreApplication.translate
    if not progress.done and not progress.total:
        return translate("Fetching", "Asking arXiv for it…")
    if not progress.total:
        return translate("Fetching", "{size} so far").format(size=wording.size(progress.done))
    sizes = {"done": wording.size(progress.done), "total": wording.size(progress.total)}
    return translate("Fetching", "{done} of {total}").format(**sizes)


def status_words(view: Overview, now: int, *, paused: bool) -> str:
    """One line for the status bar; empty while there is nothing to tell."""
    if view.retry is not None:
        parts = [_waiting(view, view.retry, now), _failed(view)]
    else:
        parts = [_asking(view), _downloading(view, paused=paused), _failed(view)]
    return " · ".join(part for part in parts if part)


def _asking(view: Overview) -> str:
    if not view.papers:
        return ""
    text = QCoreApplication.translate("Fetching", "arXiv: {papers} to ask about")
    return text.format(papers=wording.papers(view.papers))


def _downloading(view: Overview, *, paused: bool) -> str:
    translate = QCoreApplication.translate
    if not view.waiting:
        return ""
    if paused:
        return translate("Fetching", "Downloads are paused: {pdfs} to come").format(pdfs=wording.pdfs(view.waiting))
    if view.full:
        text = translate("Fetching", "The limit of disk space is reached: {pdfs} to come")
        return text.format(pdfs=wording.pdfs(view.waiting))
    text = translate("Fetching", "PDFs: {done} of {all} · {share}")
    counts = {"done": wording.number(view.done), "all": wording.number(view.done + view.waiting)}
    return text.format(share=percent(view.share), **counts)


def _waiting(view: Overview, retry: Fetch, now: int) -> str:
    translate = QCoreApplication.translate
    if is_offline(retry):
        text = translate("Fetching", "No network: {what} to come, tried again in {time}")
    else:
        text = translate("Fetching", "arXiv does not answer well: {what} to come, tried again in {time}")
    what = wording.pdfs(view.waiting) if view.waiting else wording.papers(view.papers)
    return text.format(what=what, time=_until(retry, now))


def _failed(view: Overview) -> str:
    if not view.failed:
        return ""
    if view.failed == 1:
        return QCoreApplication.translate("Fetching", "1 failed")
    return QCoreApplication.translate("Fetching", "{count} failed").format(count=wording.number(view.failed))


def percent(share: float) -> str:
    """40 %."""
    return QCoreApplication.translate("Fetching", "{share} %").format(share=math.floor(share * 100))


def asking_words(papers: int) -> str:
    """How long it takes to ask arXiv about so many papers."""
    return requests_words(math.ceil(papers / IDS_A_REQUEST))


def requests_words(requests: int) -> str:
    """How long so many requests take at the pace that arXiv allows."""
    text = QCoreApplication.translate("Fetching", "This takes about {time}: one request in {pace}, as arXiv wishes.")
    return text.format(time=wording.duration(requests * PACE_S), pace=wording.duration(PACE_S))


def news_words(news: FetchNews) -> str:
    """What arXiv answered that is worth a message."""
    translate = QCoreApplication.translate
    sentences = []
    if news.missing:
        named = wording.listed(news.missing[:_NAMED])
        if (others := len(news.missing) - _NAMED) > 0:
            named = translate("Fetching", "{ids} and {count} more").format(ids=named, count=wording.number(others))
        if len(news.papers) == 1:
            sentences.append(translate("Fetching", "arXiv does not know {ids}.").format(ids=named))
        else:
            text = translate("Fetching", "arXiv does not know {count} of {all} ids: {ids}.")
            counts = {"count": wording.number(len(news.missing)), "all": wording.number(len(news.papers))}
            sentences.append(text.format(ids=named, **counts))
    if news.withdrawn:
        sentences.append(_withdrawn(len(news.withdrawn)))
    if news.checked:
        sentences.append(_newer(news))
    return wording.sentences(sentences)


def _withdrawn(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("Fetching", "1 paper was withdrawn.")
    return QCoreApplication.translate("Fetching", "{count} papers were withdrawn.").format(count=wording.number(count))


def _newer(news: FetchNews) -> str:
    translate = QCoreApplication.translate
    if not news.newer:
        return translate("Fetching", "No new version of {papers}.").format(papers=wording.papers(len(news.papers)))
    if len(news.newer) == 1:
        return translate("Fetching", "1 paper has a new version on arXiv.")
    text = translate("Fetching", "{count} papers have a new version on arXiv.")
    return text.format(count=wording.number(len(news.newer)))


def _until(fetch: Fetch, now: int) -> str:
    return wording.duration((fetch.retry_at_ms - now) / 1000)


def is_paper(row: DownloadRow) -> bool:
    """Whether the row tells of a paper that arXiv was asked about, not of a PDF."""
    return row.fetch.kind is FetchKind.METADATA

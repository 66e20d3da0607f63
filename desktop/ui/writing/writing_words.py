"""How far the writing is, what it costs and what became of it, in words."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.domain.model_texts import Prices, TextPlan, TextsPending
from desktop.ui import wording
from desktop.ui.language import QT_TRANSLATE_NOOP
from desktop.ui.writing.writing_trouble import now_ms
from desktop.ui.writing.writing_view import WritingNews, WritingState, WritingView

translate = QCoreApplication.translate

_STATES = {
    WritingState.WRITING: QT_TRANSLATE_NOOP("Writing", "Writing texts: {done} of {total}"),
    WritingState.OFFERED: QT_TRANSLATE_NOOP("Writing", "{texts} still to be written"),
    WritingState.PAUSED: QT_TRANSLATE_NOOP("Writing", "Writing is paused: {texts} to come"),
    WritingState.UNABLE: QT_TRANSLATE_NOOP("Writing", "{texts} wait for a language model"),
    WritingState.RETRYING: QT_TRANSLATE_NOOP("Writing", "Writing goes on in {wait}: {texts} to come"),
    WritingState.STOPPED: QT_TRANSLATE_NOOP("Writing", "Writing stopped: {texts} to come"),
}


def texts(count: int) -> str:
    """1 text, 57 texts."""
    if count == 1:
        return translate("Writing", "1 text")
    return translate("Writing", "{count} texts").format(count=wording.number(count))


def requests(count: int) -> str:
    """1 request, 19 requests."""
    if count == 1:
        return translate("Writing", "1 request")
    return translate("Writing", "{count} requests").format(count=wording.number(count))


def status_words(view: WritingView) -> str:
    """What the status bar tells; empty where nothing waits or is written."""
    if view.state is WritingState.IDLE:
        failed = len(view.pending.failed)
        return translate("Writing", "{texts} could not be written").format(texts=texts(failed)) if failed else ""
    if view.state is WritingState.WRITING and view.waits_until_ms > now_ms():
        return translate("Writing", "Writing texts: {done} of {total}, the model asks to wait {wait}").format(
            done=wording.number(view.done), total=wording.number(view.total), wait=_wait(view)
        )
    return translate("Writing", _STATES[view.state]).format(
        done=wording.number(view.done),
        total=wording.number(view.total),
        texts=texts(view.pending.wanted),
        wait=_wait(view),
    )


def offer_words(pending: TextsPending) -> str:
    """What an earlier session left: 57 texts of 19 papers are still to be written."""
    return translate("Writing", "{texts} of {papers} are still to be written.").format(
        texts=texts(pending.wanted), papers=wording.papers(pending.papers)
    )


def news_words(news: WritingNews) -> str:
    """What became of a run."""
    written = translate("Writing", "{texts} of {papers} were written.").format(
        texts=texts(news.written), papers=wording.papers(news.papers)
    )
    failed = (
        translate("Writing", "{texts} could not be written.").format(texts=texts(news.failed)) if news.failed else ""
    )
    return wording.sentences(part for part in (written if news.written else "", failed) if part)


def plan_words(plan: TextPlan) -> str:
    """How much is to be written, and what stays."""
    parts = []
    if plan.texts:
        much = translate("Writing", "{texts} of {papers} are to be written, in {requests}.")
        count = wording.papers(len(plan.papers))
        parts.append(much.format(texts=texts(plan.texts), papers=count, requests=requests(plan.requests)))
    if plan.there and plan.locked:
        stay = translate("Writing", "{texts} are there already and stay, {locked} of them typed by you.")
        parts.append(stay.format(texts=texts(plan.there), locked=wording.number(plan.locked)))
    elif plan.there:
        parts.append(translate("Writing", "{texts} are there already and stay.").format(texts=texts(plan.there)))
    if plan.without_original:
        none = translate("Writing", "{papers} are left out: they have neither a title nor an abstract to work from.")
        parts.append(none.format(papers=wording.papers(plan.without_original)))
    return wording.sentences(parts) or translate("Writing", "There is nothing to write.")


def cost_words(plan: TextPlan, prices: Prices, *, here: bool) -> str:
    """How many tokens that takes, and what they cost; what is not known is said to be so. `here`: on this computer."""
    tokens = translate("Writing", "About {sent} tokens are sent and {written} are written.").format(
        sent=_rounded(plan.tokens_in), written=_rounded(plan.tokens_out)
    )
    cost = prices.cost(plan.tokens_in, plan.tokens_out)
    if cost is not None:
        money = translate("Writing", "At your prices that is about {cost} {currency}.")
        return wording.sentences((tokens, money.format(cost=_money(cost), currency=prices.currency)))
    unknown = translate("Writing", "What that costs is not known: no prices are set.")
    return wording.sentences((tokens, translate("Writing", "This computer does the work.") if here else unknown))


def _wait(view: WritingView) -> str:
    return wording.duration(max(view.waits_until_ms - now_ms(), 0) / 1000)


def _rounded(count: int) -> str:
    """To two figures: an estimate is no count."""
    unit = 10 ** max(len(str(count)) - 2, 0)
    return wording.number(round(count / unit) * unit)


def _money(cost: Decimal) -> str:
    """Never shown as nothing, however little it is."""
    least = Decimal("0.01")
    if cost < least:
        return "< " + QLocale().toString(float(least), "f", 2)
    return QLocale().toString(float(cost), "f", 2)

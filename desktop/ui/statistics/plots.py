"""Figures as plots, in the language of the window."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from desktop.domain.plot import Bar, Plot
from desktop.domain.reading_list import Status
from desktop.domain.statistics import (
    AgeGroup,
    CategoryCount,
    Period,
    ReadingFigures,
    Span,
    inbox_ages,
    per_span,
    spans,
    streak,
)
from desktop.ui import wording
from desktop.ui.language import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

MOST_CATEGORIES = 12
"""The others are one bar."""
_AGES = {
    0: QT_TRANSLATE_NOOP("Statistics", "today"),
    1: QT_TRANSLATE_NOOP("Statistics", "1–6 days"),
    7: QT_TRANSLATE_NOOP("Statistics", "1–2 weeks"),
    14: QT_TRANSLATE_NOOP("Statistics", "2–4 weeks"),
    30: QT_TRANSLATE_NOOP("Statistics", "1–3 months"),
    91: QT_TRANSLATE_NOOP("Statistics", "3–12 months"),
    365: QT_TRANSLATE_NOOP("Statistics", "over a year"),
}
_STATUSES = {
    Status.INBOX: QT_TRANSLATE_NOOP("Statistics", "Inbox"),
    Status.QUEUED: QT_TRANSLATE_NOOP("Statistics", "Queued"),
    Status.READING: QT_TRANSLATE_NOOP("Statistics", "Reading"),
    Status.READ: QT_TRANSLATE_NOOP("Statistics", "Read"),
    Status.ARCHIVED: QT_TRANSLATE_NOOP("Statistics", "Archived"),
}


def over_time(figures: ReadingFigures, period: Period) -> tuple[Plot, Plot]:
    """What was read, and what came against what was triaged, week by week or month by month."""
    of = spans(figures, period)
    weekly = of[0].is_week
    read, added, triaged = (per_span(counts, of) for counts in (figures.read, figures.added, figures.triaged))
    head = translate("Statistics", "Week from") if weekly else translate("Statistics", "Month")
    return (
        Plot(
            title=translate("Statistics", "Read per week") if weekly else translate("Statistics", "Read per month"),
            head=head,
            series=(translate("Statistics", "Read"),),
            bars=tuple(
                _of_span(span, (papers,), (f"{_between('read', span.first, span.last)} -status:inbox",))
                for span, papers in zip(of, read, strict=True)
            ),
            note=_read_note(figures, sum(read)),
        ),
        Plot(
            title=translate("Statistics", "Triaged and added per week")
            if weekly
            else translate("Statistics", "Triaged and added per month"),
            head=head,
            series=(translate("Statistics", "Triaged"), translate("Statistics", "Added")),
            bars=tuple(
                _of_span(span, numbers, ("", _between("added", span.first, span.last)))
                for span, *numbers in zip(of, triaged, added, strict=True)
            ),
            note=translate(
                "Statistics", "{triaged} triaged, {added} added. What went to the Trash counts as triaged."
            ).format(triaged=wording.number(sum(triaged)), added=wording.number(sum(added))),
        ),
    )


def present(figures: ReadingFigures) -> tuple[Plot, ...]:
    """What there is now: ages of the inbox, statuses, categories, tags."""
    return _ages(figures), _statuses(figures), _categories(figures), _tags(figures)


def _read_note(figures: ReadingFigures, read: int) -> str:
    if not figures.read:
        return translate("Statistics", "Nothing was read yet. Press M in the list to mark a paper as read.")
    days = streak(figures)
    words = translate("Statistics", "{papers} read in this time.").format(papers=wording.papers(read))
    if days.now > 1:
        row = translate("Statistics", "Something was read on {days} days in a row; the longest row is {longest}.")
    elif days.longest > 1:
        row = translate("Statistics", "The longest row of days on which something was read is {longest}.")
    else:
        return words
    return wording.sentences((words, row.format(days=days.now, longest=days.longest)))


def _ages(figures: ReadingFigures) -> Plot:
    groups = inbox_ages(figures)
    papers = sum(group.papers for group in groups)
    return Plot(
        title=translate("Statistics", "Age of the inbox"),
        head=translate("Statistics", "In the inbox for"),
        series=(translate("Statistics", "Papers"),),
        bars=tuple(
            Bar(
                translate("Statistics", _AGES[group.days]),
                translate("Statistics", _AGES[group.days]),
                (group.papers,),
                (_aged(group, figures.today),),
            )
            for group in groups
        ),
        lying=True,
        note=translate("Statistics", "{papers} in the inbox, by the day on which they were added.").format(
            papers=wording.papers(papers)
        )
        if papers
        else translate("Statistics", "The inbox is empty."),
    )


def _statuses(figures: ReadingFigures) -> Plot:
    bars = (
        Bar(
            translate("Statistics", name),
            translate("Statistics", name),
            (figures.statuses.get(status, 0),),
            (f"status:{status}",),
        )
        for status, name in _STATUSES.items()
    )
    return Plot(
        translate("Statistics", "By status"),
        translate("Statistics", "Status"),
        (translate("Statistics", "Papers"),),
        tuple(bars),
        lying=True,
        note=translate("Statistics", "Of all papers; those in the Trash are not counted."),
    )


def _categories(figures: ReadingFigures) -> Plot:
    told = [count for count in figures.categories if count.category]
    without = sum(count.papers for count in figures.categories if not count.category)
    shown = [(count.category, count) for count in told[:MOST_CATEGORIES]]
    shown += [(translate("Statistics", "others"), _sum(told[MOST_CATEGORIES:]))] if told[MOST_CATEGORIES:] else []
    note = translate("Statistics", "By the first category that arXiv or a digest tells.")
    if without:
        left_out = translate("Statistics", "Of none is known: {papers}.").format(papers=wording.papers(without))
        note = wording.sentences((note, left_out))
    return Plot(
        title=translate("Statistics", "By category"),
        head=translate("Statistics", "Primary category"),
        series=(translate("Statistics", "Read"), translate("Statistics", "Not read")),
        bars=tuple(Bar(name, name, (count.read, count.unread)) for name, count in shown),
        stacked=True,
        lying=True,
        note=note,
    )


def _tags(figures: ReadingFigures) -> Plot:
    bars = (
        Bar(tag.name, tag.name, (tag.papers,), ('tag:"{}"'.format(tag.name.replace('"', '""')),))
        for tag in figures.tags
    )
    if figures.tags:
        note = translate("Statistics", "Each with the tags below it.")
    else:
        note = translate("Statistics", "No tag yet. Press T in the list to tag papers.")
    return Plot(
        translate("Statistics", "Most used tags"),
        translate("Statistics", "Tag"),
        (translate("Statistics", "Papers"),),
        tuple(bars),
        lying=True,
        note=note,
    )


def _sum(counts: list[CategoryCount]) -> CategoryCount:
    return CategoryCount("", sum(count.read for count in counts), sum(count.unread for count in counts))


def _of_span(span: Span, values: tuple[int, ...] | list[int], queries: tuple[str, ...]) -> Bar:
    first = QDate(span.first.year, span.first.month, span.first.day)
    label = QLocale().toString(
        first, translate("Statistics", "d MMM") if span.is_week else translate("Statistics", "MMM yyyy")
    )
    name = span.first.isoformat() if span.is_week else f"{span.first:%Y-%m}"
    return Bar(label, name, tuple(values), queries)


def _between(field: str, first: date, last: date) -> str:
    return f"{field}:>={first} {field}:<={last}"


def _aged(group: AgeGroup, today: date) -> str:
    newest = f"added:<={today - timedelta(days=group.days)}" if group.days else ""
    oldest = f"added:>={today - timedelta(days=group.until)}" if group.until is not None else ""
    return " ".join(part for part in ("status:inbox", newest, oldest) if part)

"""D: until when the papers in hand shall be read."""

import re
from collections.abc import Hashable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.labels.choice_popup import Choice, ChoicePopup

_FRIDAY = 4
_DAYS = re.compile(r"\+?(\d{1,3})", re.ASCII)
_WHOLE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", re.ASCII)
_MONTH_AND_DAY = re.compile(r"(\d{1,2})[-/.月](\d{1,2})日?", re.ASCII)


class DuePopup(ChoicePopup):
    """Some days to choose from; any other is typed."""

    due_chosen = Signal(str)
    """YYYY-MM-DD, or empty for no such day."""

    def __init__(self, title: str, today: date, over: QWidget) -> None:
        super().__init__(
            title, self.tr("A day such as 2026-12-24 or 12-24, or +10 for in ten days"), self._choices, over
        )
        self._today = today
        self.taken.connect(self._choose)
        self.set_nothing(self.tr("This is no day."))
        self.refresh()
        self.list.setCurrentRow(0)

    def _choices(self, typed: str) -> Sequence[Choice]:
        day = typed_day(typed, self._today)
        if day is not None:
            return [Choice(day.isoformat(), _named("", day))]
        rows = [Choice(day.isoformat(), _named(name, day)) for name, day in self._usual()]
        rows.append(Choice("", self.tr("No due date")))
        found: dict[Hashable, Choice] = {}
        for row in rows:
            if typed.casefold() in row.text.casefold():
                found.setdefault(row.key, row)  # on a Sunday, tomorrow is next week
        return list(found.values())

    def _usual(self) -> list[tuple[str, date]]:
        today = self._today
        friday = today + timedelta((_FRIDAY - today.weekday()) % 7 or 7)
        monday = today + timedelta(7 - today.weekday())
        return [
            (self.tr("Today"), today),
            (self.tr("Tomorrow"), today + timedelta(1)),
            (self.tr("Friday"), friday),
            (self.tr("Next week"), monday),
            (self.tr("In two weeks"), today + timedelta(14)),
            (self.tr("In a month"), today + timedelta(30)),
        ]

    def _choose(self, day: str) -> None:
        self.due_chosen.emit(day)
        self.close()


def typed_day(text: str, today: date) -> date | None:
    """The day that is typed; None if it is none. A day without a year is the next one of that name, a number counts
    days from today."""
    if found := _WHOLE.fullmatch(text):
        return _day(*map(int, found.groups()))
    if found := _MONTH_AND_DAY.fullmatch(text):
        month, number = map(int, found.groups())
        day = _day(today.year, month, number)
        return _day(today.year + 1, month, number) if day is None or day < today else day
    if found := _DAYS.fullmatch(text):
        return today + timedelta(int(found[1]))
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _named(name: str, day: date) -> str:
    text = f"{QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)} {day.isoformat()}"
    return f"{name}    {text}" if name else text

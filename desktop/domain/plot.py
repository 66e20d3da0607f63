"""Bars that tell numbers of papers, before anybody paints them or writes them into a table."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """One place on the axis, with a number for each series of its plot."""

    label: str
    """Short, for the axis."""
    name: str
    """Whole, for tables and for who hears it."""
    values: tuple[int, ...]
    queries: tuple[str, ...] = ()
    """What finds the papers of each value, in the language of the search box; empty if nothing does."""

    @property
    def total(self) -> int:
        """Of all series."""
        return sum(self.values)


@dataclass(frozen=True, slots=True)
class Plot:
    """Bars of one or several series, stacked or beside each other. Words are in the language of the window."""

    title: str
    head: str
    """What the bars are: "Week", "Category"."""
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    stacked: bool = False
    lying: bool = False
    """Bars lie below each other, each behind its label: where labels are long and their order is not that of time."""
    note: str = ""
    """A sentence below the title: a sum, or what to do where there is nothing to show."""

    @property
    def most(self) -> int:
        """What the axis of numbers must reach."""
        lengths = (bar.total if self.stacked else max(bar.values, default=0) for bar in self.bars)
        return max(lengths, default=0)

"""Papers side by side with what differs: made on the library's thread, shown at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.ids import PaperId
from desktop.domain.latex_text import readable
from desktop.domain.merging import ComparedField, Comparison, MergeField
from desktop.domain.text_difference import Part, differing_words

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices


@dataclass(frozen=True, slots=True)
class ShownField:
    """A field as it is read: what each paper offers, and which parts of that another does not have."""

    field: MergeField
    offers: Mapping[PaperId, str]
    differs: bool
    parts: Mapping[PaperId, Sequence[Part]]


@dataclass(frozen=True, slots=True)
class MarkedComparison:
    """A comparison, ready to be shown."""

    comparison: Comparison
    fields: tuple[ShownField, ...]

    @property
    def papers(self) -> tuple[PaperId, ...]:
        """In the order of the columns."""
        return tuple(paper.row.id for paper in self.comparison.papers)


def compared(services: "LibraryServices", papers: Sequence[PaperId]) -> MarkedComparison | None:
    """These papers side by side; None if fewer than two are left."""
    comparison = services.duplicates.compare(papers)
    if comparison is None:
        return None
    return MarkedComparison(comparison, tuple(_shown(one) for one in comparison.fields))


def _shown(one: ComparedField) -> ShownField:
    """The first offer is compared with the second, all others with the first."""
    offers = {paper: readable(value) for paper, value in one.offers.items()}
    parts: dict[PaperId, Sequence[Part]] = {}
    first, *others = offers
    for other in others if one.differs else ():
        of_first, parts[other] = differing_words(offers[first], offers[other])
        parts.setdefault(first, of_first)
    return ShownField(one.field, offers, one.differs, parts)

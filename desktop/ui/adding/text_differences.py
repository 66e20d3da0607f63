"""What an entry tells differently from the library, text by text."""

from dataclasses import dataclass

from desktop.domain.import_plan import PlannedRow
from desktop.domain.paper import ORIGINAL, PaperDetails, TextKind


@dataclass(frozen=True, slots=True)
class TextDifference:
    """One text in both wordings. A part is (start, end) of what differs in the wording before it."""

    kind: TextKind
    translated: bool
    library: str
    library_part: tuple[int, int]
    digest: str
    digest_part: tuple[int, int]


def entry_texts(row: PlannedRow) -> tuple[tuple[TextKind, bool, str], ...]:
    """The texts of an entry, clean of the feed's decoration: kind, whether it is the translation, value."""
    entry, facts = row.entry, row.facts
    return (
        (TextKind.TITLE, False, facts.title),
        (TextKind.TITLE, True, entry.translated_title),
        (TextKind.SUMMARY, True, entry.summary),
        (TextKind.SUMMARY, False, entry.summary_en),
        (TextKind.ABSTRACT, True, entry.translated_abstract),
        (TextKind.ABSTRACT, False, facts.abstract),
    )


def differences(row: PlannedRow, library: PaperDetails, language: str) -> tuple[TextDifference, ...]:
    """The texts that differ; `language` is that of the digest's translations."""
    found = []
    for kind, translated, value in entry_texts(row):
        there = library.text(kind, language if translated else ORIGINAL)
        if there != value:
            found.append(TextDifference(kind, translated, there, *_parts(there, value)))
    return tuple(found)


def _parts(one: str, other: str) -> tuple[tuple[int, int], str, tuple[int, int]]:
    """The part of `one` that is not at the same end of `other`, `other`, and its part."""
    shortest = min(len(one), len(other))
    start = next((i for i in range(shortest) if one[i] != other[i]), shortest)
    room = shortest - start
    end = next((i for i in range(room) if one[-1 - i] != other[-1 - i]), room)
    return (start, len(one) - end), other, (start, len(other) - end)

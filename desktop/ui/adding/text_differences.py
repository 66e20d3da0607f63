"""What an entry tells differently from the library, text by text."""

from dataclasses import dataclass

from desktop.domain.import_plan import PlannedRow
from desktop.domain.paper import ORIGINAL, PaperDetails, TextKind
from desktop.domain.text_difference import differing_parts


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
            before, after = differing_parts(there, value)
            found.append(TextDifference(kind, translated, there, before, value, after))
    return tuple(found)

"""One row of an import plan in full: its texts, and what differs from the library."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.digest import DigestFormat
from desktop.domain.import_plan import PlannedDigest, PlannedRow, RefusedFile, RowState
from desktop.domain.paper import TextKind
from desktop.ui.adding.plan_words import (
    digest_facts,
    digest_state,
    file_name,
    lines,
    listing_words,
    refusal_words,
    state_sentences,
)
from desktop.ui.adding.text_differences import TextDifference, entry_texts
from desktop.ui.digests.still_page import escaped, marked, paragraph, title_html
from desktop.ui.tokens import Color, Size


def kind_words(kind: TextKind, *, translated: bool) -> str:
    """What a text is called."""
    translate = QCoreApplication.translate
    names = {
        (TextKind.TITLE, False): translate("ImportPlan", "Title"),
        (TextKind.TITLE, True): translate("ImportPlan", "Translated title"),
        (TextKind.SUMMARY, False): translate("ImportPlan", "Summary in English"),
        (TextKind.SUMMARY, True): translate("ImportPlan", "Summary"),
        (TextKind.ABSTRACT, False): translate("ImportPlan", "Abstract"),
        (TextKind.ABSTRACT, True): translate("ImportPlan", "Translated abstract"),
    }
    return names[kind, translated]


def entry_page(row: PlannedRow, found: Sequence[TextDifference] = ()) -> str:
    """An entry: what it is to the library, what differs, then its texts."""
    entry = row.entry
    head = [paragraph(f"<b>{title_html(row.facts.title)}</b>", Size.SECTION, space=1)]
    if entry.translated_title:
        head.append(paragraph(title_html(entry.translated_title), Size.SECTION, space=1))
    facts = " · ".join(filter(None, (entry.link, row.facts.category, row.facts.published, row.facts.announced)))
    if facts:
        head.append(paragraph(escaped(facts), color=Color.TEXT_MUTED))
    if entry.listing and not row.facts.published:
        head.append(paragraph(escaped(listing_words(entry.listing)), color=Color.TEXT_MUTED))
    head.append(paragraph(escaped(state_sentences(row)), color=Color.TEXT_MUTED, space=3))
    differing = {(difference.kind, difference.translated) for difference in found}
    body = [_difference(difference) for difference in found]
    for kind, translated, value in entry_texts(row):
        if value and kind is not TextKind.TITLE and (kind, translated) not in differing:
            body += [_label(kind_words(kind, translated=translated)), paragraph(escaped(value), space=3)]
    return "".join(head + body)


def digest_page(planned: PlannedDigest, counts: Counter[RowState]) -> str:
    """A file: where it is, what it holds, how well it was understood."""
    translate = QCoreApplication.translate
    said = [translate("ImportPlan", "Exported again, it will be the same file to the last byte.")]
    if planned.already is not None and not planned.in_trash:
        said = [
            translate("ImportPlan", "The library holds a digest of this name with these very bytes. Nothing to do.")
        ]
    elif planned.digest.original is not None:
        said.insert(
            0, translate("ImportPlan", "It departs from the format of digests, so its bytes are kept as they are.")
        )
    missed = len(planned.digest.not_understood)
    if missed:
        text = translate(
            "ImportPlan", "{lines} could not be read as part of an entry; they are listed below the entries."
        )
        said.insert(0, text.format(lines=lines(missed)))
    if planned.digest.format is DigestFormat.DAILY_PAPERS:
        said.append(translate("ImportPlan", "Its papers are known by their titles: the page gives no links."))
    return "".join(
        [
            paragraph(f"<b>{escaped(planned.name)}</b>", Size.SECTION, space=1),
            paragraph(escaped(planned.path), color=Color.TEXT_MUTED) if planned.path != planned.name else "",
            paragraph(escaped(digest_facts(planned, counts))),
            paragraph(escaped(digest_state(planned)[0]), color=digest_state(planned)[2]),
            *(paragraph(escaped(sentence)) for sentence in said),
        ]
    )


def line_page(planned: PlannedDigest, number: int, text: str) -> str:
    """A line that was not understood."""
    translate = QCoreApplication.translate
    head = translate("ImportPlan", "Line {number} of {file}").format(number=number, file=planned.name)
    said = translate("ImportPlan", "It is not part of any entry. It is kept, and exported again as it stands.")
    code = f"<code>{escaped(text[:20_000])}</code>"
    return (
        paragraph(f"<b>{escaped(head)}</b>", Size.SECTION, space=1)
        + paragraph(escaped(said), color=Color.TEXT_MUTED, space=3)
        + paragraph(code)
    )


def refused_page(file: RefusedFile) -> str:
    """A file that cannot be imported, and why."""
    words = refusal_words(file)
    detail = file.error.detail
    return (
        paragraph(f"<b>{escaped(file_name(file.path))}</b>", Size.SECTION, space=1)
        + paragraph(escaped(file.path), color=Color.TEXT_MUTED)
        + paragraph(escaped(words.happened))
        + paragraph(escaped(words.advice))
        + (paragraph(escaped(detail), color=Color.TEXT_MUTED) if detail and detail not in words.happened else "")
    )


def _label(text: str) -> str:
    return paragraph(escaped(text), Size.BADGE, Color.TEXT_MUTED, space=0.5)


def _difference(found: TextDifference) -> str:
    translate = QCoreApplication.translate
    name = kind_words(found.kind, translated=found.translated)
    there = _label(translate("ImportPlan", "{text}, in the library").format(text=name))
    here = _label(translate("ImportPlan", "{text}, in this file").format(text=name))
    empty = translate("ImportPlan", "empty")
    none = f"<i>{escaped(empty)}</i>"
    return (
        there
        + paragraph(marked(found.library, found.library_part) or none)
        + here
        + paragraph(marked(found.digest, found.digest_part) or none, space=3)
    )

"""What a cell of the table says to a screen reader, and in its tool tip."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop.domain.ids import PaperId
from desktop.domain.paper import PaperRow
from desktop.ui import wording
from desktop.ui.announce_words import row_words
from desktop.ui.fetching.row_state import RowState, pdf_state, state_words
from desktop.ui.library.labels import tool_tip
from desktop.ui.library.paper_columns import Cell, Titles, cell_text, column_name, new_version_words, shown_titles
from desktop.ui.reading_words import counts_as_due, due_words, priority_name, status_name

States = Mapping[PaperId, RowState]


def spoken(paper: PaperRow, cell: Cell, titles: Titles, states: States) -> str:
    """The cell in words."""
    translate = QCoreApplication.translate
    match cell:
        case Cell.TITLE:
            return " – ".join(line for line in _title_lines(paper, titles, states) if line)
        case Cell.DIGESTS:
            return translate("PaperTableModel", "in {digests}").format(digests=wording.digests(paper.digest_count))
        case Cell.PDF:
            return _pdf_words(paper, states)
        case Cell.MARKS:
            return wording.marks(paper.marks)
        case Cell.STARRED:
            return _starred(paper)
        case Cell.PRIORITY:
            return priority_name(paper.priority)
        case _:
            return cell_text(paper, cell, titles)


def cell_tool_tip(paper: PaperRow, cell: Cell, titles: Titles, states: States) -> str | None:
    """The same with all that the title's cell shows, a line each; None for nothing."""
    if cell is Cell.TITLE:
        lines = _title_lines(paper, titles, states)
    elif cell in (Cell.NOTE, Cell.AUTHORS):
        lines = [cell_text(paper, cell, titles)]
    else:
        lines = [spoken(paper, cell, titles, states)]
    return "".join(tool_tip(line) for line in lines if line) or None


def reading_words(paper: PaperRow) -> str:
    """What a person gave the paper: status, star, priority, due date, tags."""
    given = [
        status_name(paper.status),
        _starred(paper) if paper.starred else "",
        priority_name(paper.priority) if paper.priority else "",
        due_words(paper) if counts_as_due(paper) else "",
    ]
    if paper.tags:
        names = wording.listed(tag.name for tag in paper.tags)
        given.append(f"{column_name(Cell.TAGS)}: {names}")
    return wording.listed(part for part in given if part)


def _starred(paper: PaperRow) -> str:
    translate = QCoreApplication.translate
    starred, plain = translate("PaperTableModel", "starred"), translate("PaperTableModel", "not starred")
    return starred if paper.starred else plain


def _title_lines(paper: PaperRow, titles: Titles, states: States) -> list[str]:
    unknown = states.get(paper.id) is RowState.UNKNOWN
    trouble = state_words(RowState.UNKNOWN) if unknown else ""
    more = (reading_words(paper), new_version_words(paper), row_words(paper), _wanted_words(paper), trouble)
    return [*shown_titles(paper, titles), *more]


def _wanted_words(paper: PaperRow) -> str:
    if not paper.texts_wanted:
        return ""
    return QCoreApplication.translate("PaperTableModel", "a language model is still to write texts of it")


def _pdf_words(paper: PaperRow, states: States) -> str:
    translate = QCoreApplication.translate
    there, not_there = translate("PaperTableModel", "has a PDF"), translate("PaperTableModel", "no PDF")
    words = there if paper.has_pdf else not_there
    state = pdf_state(states, paper)
    if state is RowState.UNKNOWN:
        return f"{words} – {state_words(state)}"
    if state is not None:
        return translate("PaperTableModel", "no PDF yet: {state}").format(state=state_words(state))
    return words

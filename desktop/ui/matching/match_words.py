"""The words of what arXiv proposes for titles, in the language of the window."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.arxiv_paper import TitleMatch
from desktop.domain.latex_text import readable
from desktop.domain.paper import PaperRow
from desktop.ui.failures import failure_words
from desktop.ui.library.paper_columns import one_line
from desktop.ui.matching.match_choice import TitleQuestion
from desktop.ui.tokens import Color
from desktop.ui.wording import listed, number, papers, sentences

State = tuple[str, str, Color]
"""Words, the icon's name, the icon's colour."""

_MOST_AUTHORS = 3


def question_state(question: TitleQuestion) -> State:
    """What arXiv said to a title."""
    translate = QCoreApplication.translate
    if question.error is not None:
        return failure_words(question.error).happened, "warn", Color.WARN
    if question.matches is None:
        return translate("Matching", "Not asked yet"), "", Color.TEXT_MUTED
    if not question.matches:
        return translate("Matching", "Nothing alike"), "cancel", Color.TEXT_MUTED
    if question.is_clear:
        return translate("Matching", "Clear match"), "good", Color.GOOD
    if len(question.matches) == 1:
        return translate("Matching", "1 proposal"), "help", Color.WARN
    words = translate("Matching", "{count} proposals").format(count=number(len(question.matches)))
    return words, "help", Color.WARN


def match_state(match: TitleMatch) -> State:
    """How alike a proposal is; 100 for nothing less than the same."""
    words = QCoreApplication.translate("Matching", "{share} % alike").format(share=number(int(match.similarity * 100)))
    return words, "", Color.TEXT


def match_facts(match: TitleMatch) -> str:
    """What tells a proposal from others: authors, year, category, arXiv id."""
    paper = match.paper
    return _facts(paper.authors, paper.published[:4], *paper.categories[:1], paper.arxiv_id)


def paper_facts(row: PaperRow) -> str:
    """The same of a paper of the library, to compare with; its translated title if nothing else is known."""
    return _facts(row.authors, row.published[:4], *row.categories[:1]) or one_line(readable(row.translated_title))


def taken_over_words(accepted: int, already_there: int) -> str:
    """What taking matches over did, for a toast."""
    translate = QCoreApplication.translate
    one, many = translate("Matching", "Took over 1 match."), translate("Matching", "Took over {count} matches.")
    said = [(one if accepted == 1 else many).format(count=number(accepted))] if accepted else []
    if already_there:
        text = translate("Matching", "Left as it was, because another paper has its arXiv id: {papers}.")
        said.append(text.format(papers=papers(already_there)))
    return sentences(said) or translate("Matching", "Nothing was taken over: the papers have changed meanwhile.")


def _facts(authors: Sequence[str], *others: str) -> str:
    named = listed(authors[:_MOST_AUTHORS])
    if len(authors) > _MOST_AUTHORS:
        named = QCoreApplication.translate("Matching", "{authors} and others").format(authors=named)
    return " · ".join(filter(None, (named, *others)))

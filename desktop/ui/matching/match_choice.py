"""What arXiv proposes for titles, and what of it is ticked. Nothing of Qt in here."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from desktop.domain.arxiv_paper import ArxivPaper, TitleMatch
from desktop.domain.errors import AppError
from desktop.domain.title_similarity import CLEAR

_WORD = re.compile(r"[^\W_]+")


@dataclass(slots=True)
class TitleQuestion:
    """A title, what arXiv proposes for it, and which proposal is ticked."""

    key: Any
    """Whose title it is, for whoever asks: a PaperId, or the line of a text."""
    title: str
    facts: str = ""
    """What else is known of the paper, to compare with."""
    matches: tuple[TitleMatch, ...] | None = None
    """The likeliest first; None until arXiv has answered."""
    error: AppError | None = None
    """Why it could not be asked."""
    chosen: int | None = None

    def answer(self, matches: tuple[TitleMatch, ...]) -> None:
        """Take what arXiv proposes; a clear match is ticked."""
        self.matches, self.error = matches, None
        self.chosen = 0 if self.is_clear else None

    @property
    def is_clear(self) -> bool:
        """One proposal and no other has this very title."""
        alike = [match for match in self.matches or () if match.similarity >= CLEAR]
        return len(alike) == 1

    @property
    def taken(self) -> ArxivPaper | None:
        """The proposal that is ticked."""
        return None if self.chosen is None or self.matches is None else self.matches[self.chosen].paper


def differing_words(title: str, other: str) -> tuple[tuple[int, int], ...]:
    """The words of `other` that `title` has not at that place, as (start, end); capitals do not count."""
    words = list(_WORD.finditer(other))
    had = [word.casefold() for word in _WORD.findall(title)]
    blocks = SequenceMatcher(None, had, [word[0].casefold() for word in words], autojunk=False).get_matching_blocks()
    same = {place for block in blocks for place in range(block.b, block.b + block.size)}
    return tuple(word.span() for place, word in enumerate(words) if place not in same)

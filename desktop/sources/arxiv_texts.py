"""Texts of arXiv's answers, as this program keeps them."""

import re
from collections.abc import Iterable

_DROPPED = re.compile("[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Control characters, marks that turn the direction of writing, characters without width (but for the joiners, which
some scripts need)."""
_CATEGORY = re.compile(r"[a-z-]{2,20}(?:\.[A-Za-z-]{2,20})?")
_PAPER = r"(?:paper|article|submission|manuscript|preprint|work|version|note|draft|e-?print)"
_WITHDRAWN_COMMENT = re.compile(
    rf"(?i)\bth(?:is|e) {_PAPER} (?:has been|have been|is|was|is being) (?:temporarily |hereby )?withdrawn\b"
    r"|\bwithdrawn by (?:the )?(?:authors?|submitters?|arxiv)\b"
    r"|^(?:arxiv admin note: )?withdrawn\b"
)
_WITHDRAWN_ABSTRACT = re.compile(
    rf"(?i)(?:arxiv admin note: )?(?:th(?:is|e) {_PAPER} (?:has been|is|was|is being) (?:temporarily |hereby )?)?"
    r"withdrawn\b"
)


def cleaned(text: str | None) -> str:
    """The text on one line, without what cannot be seen."""
    return " ".join(_DROPPED.sub("", text or "").split())


def is_name(text: str) -> bool:
    """Whether it can be the name of an author: collaborations leave such as ":" behind."""
    return any(map(str.isalnum, text))


def category_codes(primary: str, others: Iterable[str]) -> tuple[str, ...]:
    """arXiv's categories, the primary one first, each once. Classes of other schemes (MSC, ACM) are none."""
    return tuple(dict.fromkeys(code for code in (primary, *others) if _CATEGORY.fullmatch(code)))


def tells_withdrawal(comment: str, abstract: str) -> bool:
    """Whether the words say that the paper was withdrawn. An abstract says so at its beginning: that of another paper
    may be about things that were withdrawn."""
    return bool(_WITHDRAWN_COMMENT.search(comment) or _WITHDRAWN_ABSTRACT.match(abstract))

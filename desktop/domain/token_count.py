"""How many tokens a text is about, without the tokenizer of any model.

Models cut texts differently, so this is on the high side of what is usual: between the number of words and signs,
which no tokenizer goes below for Latin letters, and that of bytes, which none goes above. A character of Chinese,
Japanese or Korean is one token and a half, as for older models; newer ones need half of that.
"""

import re
from math import ceil

from desktop.domain.merging import TextField
from desktop.domain.paper import TextKind

_WIDE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_PIECE = re.compile(r"[A-Za-z]+|[0-9]{1,3}|[^\sA-Za-z0-9]")
_LETTERS_A_TOKEN = 4
_FOR_A_WIDE = 1.5
_FOR_A_FIELD = 12
"""Of JSON around a text."""
_SUMMARY = 220
"""A summary of one sentence, as long as 99 of 100 are."""
_TRANSLATED_ABSTRACT = 0.7
"""Tokens of a translation for a letter of the original, as many as 99 of 100 need in Chinese."""
_TRANSLATED_TITLE = 1.0


def tokens(text: str) -> int:
    """About so many tokens a model takes this text for, rather more than less."""
    wide = len(_WIDE.findall(text))
    narrow = _WIDE.sub(" ", text)
    return ceil(_FOR_A_WIDE * wide) + sum(_of_piece(piece) for piece in _PIECE.findall(narrow))


def _of_piece(piece: str) -> int:
    return ceil(len(piece) / _LETTERS_A_TOKEN) if piece.isascii() else len(piece.encode())


def tokens_written(fields: tuple[TextField, ...], title: str, abstract: str) -> int:
    """About so many tokens the answer for these texts takes; what a model thinks before it is not in it."""
    return sum(_FOR_A_FIELD + _of_field(field, title, abstract) for field in fields)


def _of_field(field: TextField, title: str, abstract: str) -> int:
    if field.kind is TextKind.SUMMARY:
        return _SUMMARY
    if field.kind is TextKind.TITLE:
        return ceil(_TRANSLATED_TITLE * len(title))
    return ceil(_TRANSLATED_ABSTRACT * len(abstract))

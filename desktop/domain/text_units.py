"""Words, lines and paragraphs of a page, and the steps by which a caret goes through them."""

import re

from desktop.domain.page_words import breaks_word
from desktop.domain.pdf_document import PageText
from desktop.domain.search_words import CJK, LETTER
from desktop.domain.text_carets import START, Caret, clamped, last_caret

Span = tuple[Caret, Caret]
_PART = rf"(?:{LETTER}[\u0300-\u036f\u00ad]*)+"
_WORD = re.compile(rf"{_PART}(?:(?:[-\u2010'’]|(?<=[0-9])[.,](?=[0-9])){_PART})*|[{CJK}]+|\s+|.", re.DOTALL)
"""A Latin word with its hyphens, a number, or what stands between two marks of punctuation of a Chinese line: where
words part there is not told by the text."""


def word_at(page: PageText, character: Caret) -> Span:
    """The word that holds this character, to its other half if it is divided at the end of a line."""
    if not page.lines:
        return character, character
    caret = clamped(page, character)
    text = page.lines[caret.line].text
    index = caret.index
    if _only_hyphen(text[index:]) and _divided(page, caret.line):
        index = len(text.rstrip()) - 2
    start, end = next(
        (match.span() for match in _WORD.finditer(text) if match.start() <= index < match.end()),
        (len(text), len(text)),
    )
    first, last = Caret(caret.line, start), Caret(caret.line, end)
    if _only_hyphen(text[end:]) and _divided(page, caret.line):
        last = Caret(caret.line + 1, _end_of_first_word(page, caret.line + 1))
    if not text[:start].strip() and _divided(page, caret.line - 1):
        first = Caret(caret.line - 1, _start_of_last_word(page, caret.line - 1))
    return first, last


def line_at(page: PageText, caret: Caret) -> Span:
    """The whole line."""
    caret = clamped(page, caret)
    return Caret(caret.line, 0), Caret(caret.line, len(page.lines[caret.line].text) if page.lines else 0)


def paragraph_at(page: PageText, caret: Caret) -> Span:
    """The whole block."""
    if not page.lines:
        return START, last_caret(page)
    caret = clamped(page, caret)
    first = last = caret.line
    block = page.lines[caret.line].block
    while first and page.lines[first - 1].block == block:
        first -= 1
    while last + 1 < len(page.lines) and page.lines[last + 1].block == block:
        last += 1
    return Caret(first, 0), Caret(last, len(page.lines[last].text))


def page_span(page: PageText) -> Span:
    """All text of the page."""
    return START, last_caret(page)


def next_character(page: PageText, caret: Caret) -> Caret | None:
    """One character on; from the end of a line to behind the first character of the next. None at the end of the
    page."""
    caret = clamped(page, caret)
    for number in range(caret.line, len(page.lines)):
        index = caret.index + 1 if number == caret.line else 1
        if index <= len(page.lines[number].text):
            return Caret(number, index)
    return None


def previous_character(page: PageText, caret: Caret) -> Caret | None:
    """One character back; from the beginning of a line to before the last character of the one above. None at the
    beginning of the page."""
    caret = clamped(page, caret)
    for number in range(min(caret.line, len(page.lines) - 1), -1, -1):
        index = (caret.index if number == caret.line else len(page.lines[number].text)) - 1
        if index >= 0:
            return Caret(number, index)
    return None


def next_word(page: PageText, caret: Caret) -> Caret | None:
    """The end of the word that the caret is in or before; None at the end of the page."""
    caret = clamped(page, caret)
    for number in range(caret.line, len(page.lines)):
        start = caret.index if number == caret.line else 0
        for match in _WORD.finditer(page.lines[number].text):
            if match.end() > start and not match[0].isspace():
                return Caret(number, match.end())
    return None


def previous_word(page: PageText, caret: Caret) -> Caret | None:
    """The beginning of the word that the caret is in or behind; None at the beginning of the page."""
    caret = clamped(page, caret)
    for number in range(min(caret.line, len(page.lines) - 1), -1, -1):
        text = page.lines[number].text
        end = caret.index if number == caret.line else len(text)
        starts = [match.start() for match in _WORD.finditer(text) if match.start() < end and not match[0].isspace()]
        if starts:
            return Caret(number, starts[-1])
    return None


def _divided(page: PageText, number: int) -> bool:
    """Whether the line ends in a word that goes on in the next."""
    if not 0 <= number < len(page.lines) - 1:
        return False
    return breaks_word(page.lines[number].text.rstrip(), page.lines[number + 1].text.lstrip())


def _only_hyphen(text: str) -> bool:
    return text.strip() in ("-", "\u2010", "\u00ad", "")


def _end_of_first_word(page: PageText, number: int) -> int:
    return next(match.end() for match in _WORD.finditer(page.lines[number].text) if not match[0].isspace())


def _start_of_last_word(page: PageText, number: int) -> int:
    text = page.lines[number].text
    return [match.start() for match in _WORD.finditer(text) if match[0].strip().strip("-\u2010")][-1]

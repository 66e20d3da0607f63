"""Cite keys made by a template.

A template is text with names in brackets: `[auth]` the first author's family name, `[authors]` those of up to three,
`[year]`, `[month]`, `[title]` the first word of the title that says something, `[title3]` the first three, `[venue]`
the capitals of the venue, `[id]` the arXiv id. Behind a colon stands how: `[auth:upper]`, `[auth:lower]`,
`[auth:keep]`, and a number cuts: `[auth:4]`. Letters come without accents; a name in another script is left out.
"""

import re
import unicodedata
from collections.abc import Container
from itertools import count

from desktop.domain.bibliography import Reference
from desktop.domain.errors import InputError, Reason
from desktop.domain.person_names import Name

USUAL = "[auth][year][title]"
_PART = re.compile(r"\[([a-z]+)([0-9]?)((?::[a-z0-9]+)*)\]")
_ALLOWED = re.compile(r"[^A-Za-z0-9:._/+-]")
_NAMES = ("auth", "authors", "year", "month", "title", "venue", "id")
_SMALL_WORDS = """
a an and are as at be by can do does for from how in into is it its not of on or than that the their this to towards
toward using via we what when where which who why with without
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_FOLDED = str.maketrans({"ß": "ss", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "œ": "oe", "Œ": "OE", "ł": "l", "Ł": "L"})
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def ascii_of(text: str) -> str:
    """The text in ASCII letters and digits, without accents; other scripts leave nothing."""
    plain = unicodedata.normalize("NFKD", text.translate(_FOLDED))
    return "".join(sign for sign in plain if sign.isascii() and sign.isalnum())


def require_template(template: str) -> None:
    """Raises InputError(BAD_TEMPLATE) for a template with a name that there is not, or one that always makes the same
    key."""
    for name, _, hows in _PART.findall(template):
        if name not in _NAMES:
            raise InputError(Reason.BAD_TEMPLATE, f"[{name}]", "there is no part of this name")
        for how in filter(None, hows.split(":")):
            if how not in ("upper", "lower", "keep") and not how.isdigit():
                raise InputError(
                    Reason.BAD_TEMPLATE, f"[{name}:{how}]", "behind the colon: upper, lower, keep, a number"
                )
    rest = _PART.sub("", template)
    if rest == template or _ALLOWED.search(rest):
        raise InputError(
            Reason.BAD_TEMPLATE, template, "a template holds parts in brackets, letters, digits and :._/+-"
        )


def cite_key(reference: Reference, template: str = USUAL, fallback: str = "paper") -> str:
    """The key of the reference; `fallback` if the template makes nothing of it."""

    def part(found: re.Match[str]) -> str:
        return _formed(_value(reference, found[1], int(found[2] or 1)), found[1], found[3])

    key = _PART.sub(part, template).strip(":._/+-")
    if not re.search(r"[A-Za-z]", key) or not _told(reference, template):
        known = _ALLOWED.sub("", reference.arxiv_id.replace("/", "-"))
        key = f"arxiv{known}" if known else f"{fallback}{key}"
    return key


def _told(reference: Reference, template: str) -> bool:
    """Whether any part but the date says something."""
    names = {found[0] for found in _PART.findall(template)} - {"year", "month"}
    return not names or any(_value(reference, name, 1) for name in names)


def _value(reference: Reference, name: str, number: int) -> str:
    families = [ascii_of(author.family) for author in reference.authors]
    if name == "auth":
        return next(filter(None, families), "")
    if name == "authors":
        return "".join(families[:3]) + ("EtAl" if len(families) > 3 else "")
    if name == "title":
        words = (ascii_of(word) for word in re.split(r"[^\w'’]+", reference.title))
        return "".join([word for word in words if word and word.lower() not in _SMALL][:number])
    if name == "venue":
        return "".join(word[0] for word in map(ascii_of, reference.venue.split()) if word[:1].isupper())
    return {"year": reference.date[:4], "month": reference.date[5:7]}.get(name, reference.arxiv_id.replace("/", "-"))


def _formed(value: str, name: str, hows: str) -> str:
    formed = value if name == "venue" or "keep" in hows else value.lower()
    for how in filter(None, hows.split(":")):
        formed = (
            formed[: int(how)] if how.isdigit() else {"upper": formed.upper(), "lower": formed.lower()}.get(how, formed)
        )
    return formed


def free_key(key: str, taken: Container[str]) -> str:
    """The key, or the first of it with a, b, c … z, aa … behind it that is not taken. `taken` is in lower case."""
    if key.lower() not in taken:
        return key
    for number in count():
        suffix = _LETTERS[number % 26] if number < 26 else _LETTERS[number // 26 % 26 - 1] + _LETTERS[number % 26]
        tail = suffix if number < 702 else f"-{number}"
        if (key + tail).lower() not in taken:
            return key + tail
    raise AssertionError("count() never ends")


def tidy_key(text: str) -> str:
    """What a person typed as a key. Raises InputError(BAD_VALUE) for signs that BibTeX cannot hold in a key."""
    key = text.strip()
    if re.search(r"[\s,{}()\"'%#~\\=]", key):
        raise InputError(Reason.BAD_VALUE, "cite_key", "a cite key holds no blanks, commas, braces, quotes or %#~\\=")
    return key


EXAMPLES = (
    Reference(
        title="Attention Is All You Need",
        authors=(
            Name("Vaswani", "Ashish"),
            Name("Shazeer", "Noam"),
            Name("Parmar", "Niki"),
            Name("Uszkoreit", "Jakob"),
        ),
        date="2017-06-12",
        venue="Advances in Neural Information Processing Systems",
        arxiv_id="1706.03762",
    ),
    Reference(title="关于注意力", authors=(Name("王", "伟"),), date="2024", arxiv_id="2401.00001"),
)
"""Papers that show what a template makes."""

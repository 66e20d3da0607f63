"""Lists of names in BibTeX: "von Last, Jr, First and {A Group} and others"."""

import re

from desktop.domain.bibtex_text import escaped, is_enclosed, split_outside_braces, text_of
from desktop.domain.person_names import Name, name_of

_AND = re.compile(r"(?i:\s+and(?=\s))")
_COMMA = re.compile(",")
_ACCENT = re.compile(r"\{\\(?:['`^\"~=.]|[a-zA-Z]+\s)")
_NEEDS_BRACES = re.compile(r"(?i),|(?:^|\s)and(?:\s|$)|^others$")


def names_of(value: str) -> tuple[Name, ...]:
    """The people and groups of a field; "others" is none of them."""
    names = (_name(part.strip()) for part in split_outside_braces(value, _AND)) if value.strip() else ()
    return tuple(name for name in names if name.family and name != Name("others"))


def _name(part: str) -> Name:
    if is_enclosed(part) and not _ACCENT.match(part):
        return Name(text_of(part))
    pieces = [text_of(piece) for piece in split_outside_braces(part, _COMMA)]
    if len(pieces) == 1:
        return name_of(pieces[0]) if "," not in pieces[0] else Name(pieces[0])
    if len(pieces) == 2:
        return Name(pieces[0], pieces[1]) if pieces[0] else Name(pieces[1])
    return Name(pieces[0], " ".join(pieces[2:]), pieces[1])


def written_names(names: tuple[Name, ...]) -> str:
    """The field that tells these names."""
    return " and ".join(_written(name) for name in names)


def _written(name: Name) -> str:
    if not name.given and not name.suffix:
        plain = " " not in name.family.strip() and not _NEEDS_BRACES.search(name.family)
        return escaped(name.family) if plain else f"{{{escaped(name.family)}}}"
    parts = [name.family, name.suffix, name.given] if name.suffix else [name.family, name.given]
    return ", ".join(f"{{{escaped(part)}}}" if _NEEDS_BRACES.search(part) else escaped(part) for part in parts)

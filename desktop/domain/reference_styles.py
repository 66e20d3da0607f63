"""References as text, for mails and manuscripts: near to APA, IEEE and GB/T 7714, or as a link in Markdown."""

import re
from collections.abc import Callable
from enum import StrEnum

from desktop.domain.arxiv_id import arxiv_link
from desktop.domain.bibliography import Reference, ReferenceType
from desktop.domain.person_names import Name, initials

_NAMES = "January February March April May June July August September October November December"
_MONTHS = _NAMES.split()
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~$])")
_GB_TYPES = {
    ReferenceType.JOURNAL: "J",
    ReferenceType.MAGAZINE: "J",
    ReferenceType.NEWSPAPER: "N",
    ReferenceType.CONFERENCE: "C",
    ReferenceType.CHAPTER: "M",
    ReferenceType.BOOK: "M",
    ReferenceType.THESIS: "D",
    ReferenceType.REPORT: "R",
    ReferenceType.PATENT: "P",
    ReferenceType.STANDARD: "S",
    ReferenceType.DATASET: "DB/OL",
    ReferenceType.SOFTWARE: "CP/OL",
}
_EAST_ASIAN = re.compile(r"[\u3400-\u9fff]")


class ReferenceStyle(StrEnum):
    """How a reference is written."""

    APA = "apa"
    IEEE = "ieee"
    GB_T_7714 = "gb-t-7714"
    MARKDOWN = "markdown"


def formatted(reference: Reference, style: ReferenceStyle) -> str:
    """The reference in one line of plain text (or Markdown). What is not known is left out."""
    return _STYLES[style](reference)


def _apa(reference: Reference) -> str:
    names = [_family_first(name, ", ", dotted=True) for name in reference.authors]
    if len(names) > 20:
        names = [*names[:19], f"… {names[-1]}"]
        people = ", ".join(names)
    else:
        people = ", ".join(names[:-1]) + f", & {names[-1]}" if len(names) > 1 else "".join(names)
    title = reference.title
    date = (
        f"({_long_date(reference.date) if not reference.venue else reference.date[:4]})" if reference.date else "(n.d.)"
    )
    volume = reference.volume + (f"({reference.issue})" if reference.issue else "")
    place = ", ".join(filter(None, (_venue(reference), volume, _dashed(reference.pages))))
    return _sentences(people, date, title, place, _link(reference))


def _ieee(reference: Reference) -> str:
    names = [f"{initials(name.given)} {name.family}".strip() for name in reference.authors]
    people = f"{names[0]} et al." if len(names) > 6 else _listed(names, "and")
    number = [
        f"vol. {reference.volume}" if reference.volume else "",
        f"no. {reference.issue}" if reference.issue else "",
    ]
    pages = f"pp. {_dashed(reference.pages)}" if reference.pages else ""
    venue = _venue(reference)
    inside = f"in {venue}" if venue and reference.type is ReferenceType.CONFERENCE else venue
    doi = f"doi: {reference.doi}" if reference.doi else ""
    facts = [fact for fact in (inside, *number, pages, _long_date(reference.date, day=False), doi) if fact]
    title = f"“{reference.title},”" if facts else f"“{reference.title}”"
    return (f"{people}, " if people else "") + f"{title} {', '.join(facts)}".strip() + "."


def _gb_t_7714(reference: Reference) -> str:
    chinese = bool(_EAST_ASIAN.search(reference.title))
    names = [
        _family_first(name, " ", dotted=False).upper() if not chinese else name.shown for name in reference.authors
    ]
    if len(names) > 3:
        names = [*names[:3], "等" if chinese else "et al"]
    online = bool(reference.doi or reference.url or reference.arxiv_id)
    kind = _GB_TYPES.get(reference.type, "EB")
    kind += "/OL" if online and "/" not in kind else ""
    volume = reference.volume + (f"({reference.issue})" if reference.issue else "")
    facts = ", ".join(filter(None, (_venue(reference), reference.date[:4], volume)))
    place = facts + (f": {reference.pages}" if reference.pages else "")
    return _sentences(", ".join(names), f"{reference.title}[{kind}]", place, _link(reference))


def _markdown(reference: Reference) -> str:
    link = _link(reference)
    names = [name.family for name in reference.authors]
    people = f"{names[0]} et al." if len(names) > 2 else " and ".join(names)
    title = _MARKDOWN.sub(r"\\\1", reference.title)
    behind = _MARKDOWN.sub(r"\\\1", ", ".join(filter(None, (people, reference.date[:4]))))
    # Blanks and brackets would end the address.
    address = re.sub(r"[\s()<>]", lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), link)
    return (f"[{title}]({address})" if link else title) + (f" ({behind})" if behind else "")


_STYLES: dict[ReferenceStyle, Callable[[Reference], str]] = {
    ReferenceStyle.APA: _apa,
    ReferenceStyle.IEEE: _ieee,
    ReferenceStyle.GB_T_7714: _gb_t_7714,
    ReferenceStyle.MARKDOWN: _markdown,
}


def _family_first(name: Name, between: str, *, dotted: bool) -> str:
    short = initials(name.given) if dotted else initials(name.given).replace(".", "").replace("-", " ")
    return between.join(filter(None, (name.family, short, name.suffix)))


def _listed(names: list[str], word: str) -> str:
    if len(names) < 3:
        return f" {word} ".join(names)
    return f"{', '.join(names[:-1])}, {word} {names[-1]}"


def _venue(reference: Reference) -> str:
    arxiv = f"arXiv:{reference.arxiv_id}" if reference.arxiv_id else ""
    if arxiv and reference.primary_class:
        arxiv += f" [{reference.primary_class}]"
    return reference.venue or reference.publisher or arxiv


def _long_date(date: str, *, day: bool = True) -> str:
    """2024, March 5; IEEE has Mar. 2024."""
    year, month, number = [*date.split("-"), "", ""][:3]
    if not month:
        return year
    name = _MONTHS[int(month) - 1]
    if not day:
        return f"{name[:3]}{'.' if len(name) > 3 else ''} {year}"
    return f"{year}, {name}" + (f" {int(number)}" if number else "")


def _dashed(pages: str) -> str:
    return pages.replace("-", "–")


def _link(reference: Reference) -> str:
    if reference.doi:
        return f"https://doi.org/{reference.doi}"
    return arxiv_link(reference.arxiv_id) if reference.arxiv_id else reference.url


def _sentences(*parts: str) -> str:
    """The parts with a full stop behind each but a link."""
    told = [part.strip() for part in parts if part.strip()]
    return " ".join(part if part.endswith((".", "?", "!")) or part.startswith("http") else f"{part}." for part in told)

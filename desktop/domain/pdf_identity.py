"""Which paper a PDF is of, by what is printed on its first page.

arXiv prints its stamp up the left margin: `arXiv:2403.02774v1  [cs.CL]  5 Mar 2024`, `arXiv:hep-th/9901001v2  4 Jan
1999`. A paper that is cited on the page is not the paper: a stamp fills its lines and has a version and a category or
date; a DOI of its own follows a label or a publisher's words, before the references.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from desktop.domain.arxiv_id import ID_PATTERN, ArxivId, arxiv_id_in_link, month_of, parse_arxiv_id
from desktop.domain.pdf_facts import PdfFacts, PdfIdentity

_STAMP = re.compile(
    rf"(?i:arxiv): ?{ID_PATTERN}(?=[ \[]|\Z)"
    r"(?P<category> ?\[[A-Za-z-]+(?:\.[A-Za-z-]+)?\])?"
    r"(?P<date> ?[0-9]{1,2} ?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) ?[0-9]{4})?"
)
_STAMP_LINES = 3
"""Id, category and date may come as lines of their own, in either order."""
_STAMP_LENGTH = 100
_DOI = re.compile(r"(?<![0-9.])10\.[0-9]{4,9}/[^\s\"<>{}|^`]+")
_LONGEST_DOI = 200
# What may stand before a paper's own DOI: nothing but labels, or what a publisher's line has.
_BEFORE_OWN_DOI = re.compile(
    r"(?:(?:article|bioRxiv|medRxiv|preprint|digital object identifier|doi)\b|https?://(?:dx\.)?doi\.org/|[:()\[\] ])*"
    r"|.*(?:[©|]|\b(?:ISSN|ISBN)\b|\bpages\.).*",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"[a-z0-9(]")
_REFERENCES = re.compile(r"(?:[0-9IVX]+\.? )?(?:references|bibliography|literature cited|参考文献)[.:]?", re.IGNORECASE)
# Zenodo, figshare, Dryad, OSF: data and programs that a paper names, hardly ever the paper itself.
_OF_DATA = re.compile(r"10\.(?:5281|6084|5061|17605)/")
_NO_TITLE = re.compile(
    r"microsoft (?:word|powerpoint)\b.*|powerpoint presentation|(?:arxiv|doi|pii|https?):.*|10\.[0-9]{4,9}/.*"
    r"|.*\.(?:docx?|rtf|odt|pages|tex|dvi|e?ps|pdf|indd|qxd|fm|pptx?|txt|html?)"
    r"|untitled.{0,12}|no ?title|no job name|(?:document|slide|layout|template) ?[0-9]*|(?:paper |article )?title"
    r"|main|ms|paper|article|manuscript|preprint|draft|none|null|unknown"
    r"|(?=[!-~]*[!-@\[-`{-~])[!-~]+",  # one word with digits or signs: the name of a file
    re.IGNORECASE,
)
_FEWEST_LETTERS = 4


def identify(facts: PdfFacts) -> PdfIdentity:
    """What page 1 says: id and version by the stamp, else the id by arXiv's own DOI; the DOI; the likeliest title.

    An id that a DOI told comes with that DOI, `10.48550/arXiv.…`. DOIs are as printed.
    """
    lines = [normal for line in facts.first_text.splitlines() if (normal := " ".join(line.split()))]
    doi = _own_doi(lines)
    paper = _stamped(lines) or arxiv_id_in_link(doi)
    return PdfIdentity(
        arxiv_id=paper.value if paper else "",
        version=paper.version if paper else None,
        doi=doi,
        title=facts.title or _meant_as_title(facts.metadata_title),
    )


def _stamped(lines: Sequence[str]) -> ArxivId | None:
    """What the stamp says. Of several the one nearest to the beginning or end of the text, where stamps come."""
    last = len(lines) - 1
    by_distance = sorted(range(len(lines)), key=lambda index: min(index, last - index))
    return next((stamp for index in by_distance if (stamp := _stamp_at(lines, index))), None)


def _stamp_at(lines: Sequence[str], index: int) -> ArxivId | None:
    if lines[index].replace(" ", "")[:6].lower() != "arxiv:":
        return None
    for text in _surroundings(lines, index):
        for spelling in (text, text.replace(" ", "")):  # type that is set apart comes with a space after each letter
            match = _STAMP.fullmatch(spelling)
            if match and match["version"] and (match["category"] or match["date"]) and month_of(match["id"]):
                return parse_arxiv_id(f"{match['id']}v{match['version']}")
    return None


def _surroundings(lines: Sequence[str], index: int) -> Iterator[str]:
    """The line alone, with those after it, and with those before it in reversed order."""
    for count in range(1, _STAMP_LINES + 1):
        for part in (lines[index : index + count], lines[max(index - count + 1, 0) : index + 1][::-1]):
            if sum(map(len, part)) <= _STAMP_LENGTH:
                yield " ".join(part)


def _own_doi(lines: Sequence[str]) -> str:
    """The paper's own DOI; empty where none stands before the references, or several do."""
    end = next((index for index, line in enumerate(lines) if _REFERENCES.fullmatch(line)), len(lines))
    found = {doi.lower(): doi for line, following in pairwise([*lines[:end], ""]) if (doi := _doi_of(line, following))}
    return found.popitem()[1] if len(found) == 1 else ""


def _doi_of(line: str, following: str) -> str:
    match = _DOI.search(line)
    if not match or _OF_DATA.match(match[0]) or not _BEFORE_OWN_DOI.fullmatch(line[: match.start()]):
        return ""
    doi = match[0].rstrip(".,;:'*’”")
    while doi.endswith((")", "]")) and (doi.count("(") < doi.count(")") or doi.count("[") < doi.count("]")):
        doi = doi[:-1]
    goes_on = match.end() == len(line) and match[0].endswith(".") and _GOES_ON.match(following)
    return "" if goes_on or doi.endswith(("/", "-", "_")) or len(doi) > _LONGEST_DOI else doi


def _meant_as_title(metadata_title: str) -> str:
    """`metadata_title` if a person may have written it, not a program."""
    title = " ".join(metadata_title.split())
    letters = sum(map(str.isalpha, title))
    return "" if letters < _FEWEST_LETTERS or _NO_TITLE.fullmatch(title) else title

"""arXiv identifiers: which texts and links name a paper, and when it was announced.

Both schemes of https://info.arxiv.org/help/arxiv_identifier.html: `2403.02774` (since April 2007, five digits since
2015) and `hep-th/9901001`, `math.GT/0309136` (before). ASCII only; nothing that could leave a folder. The subject class
is no part of an identifier: `math.GT/0309136` and `math/0309136` are one paper, and the short form is its name, as in
arXiv's own answers.
"""

import re
from dataclasses import dataclass

# Nine digits of a version are more than any paper has and fit every integer column.
ID_PATTERN = r"(?P<id>[0-9]{4}\.[0-9]{4,5}|[a-z-]+(?:\.[A-Z]{2})?/[0-9]{7})(?:v(?P<version>[0-9]{1,9}))?"
_EXACT = re.compile(ID_PATTERN)
_LINK = re.compile(
    r"(?:(?i:https?://)?"
    r"(?:(?i:(?:www\.|export\.|rss\.)?arxiv\.org)/(?:abs|pdf|html)/"
    r"|(?i:(?:www\.)?alphaxiv\.org)/(?:abs|pdf|html|overview)/"
    r"|(?i:(?:www\.)?huggingface\.co|hf\.co)/papers/"
    r"|(?i:(?:www\.|dx\.)?doi\.org/10\.48550/arxiv\.))"
    r"|(?i:(?:doi:[ ]?)?10\.48550/arxiv\.))" + ID_PATTERN + r"(?:\.pdf)?/?(?:[?#][!-~]*)?"
)
_OLD_CENTURY_FROM = 91
"""arXiv began in 1991: an old identifier that starts with 91 or more is of the 20th century."""


@dataclass(frozen=True, slots=True)
class ArxivId:
    """An identifier without its version and subject class, and the version if one was given."""

    value: str
    version: int | None = None


def parse_arxiv_id(text: str) -> ArxivId | None:
    """The identifier that `text` is, with or without a version; None if it is anything else, even by a space."""
    return _found(_EXACT.fullmatch(text))


def arxiv_id_in_link(url: str) -> ArxivId | None:
    """The identifier in a link to a paper; None for any other link.

    Known are abstract, PDF and HTML pages of arXiv and alphaXiv, paper pages of Hugging Face, and arXiv's own DOIs.
    """
    return _found(_LINK.fullmatch(url))


def plain_id(arxiv_id: str) -> str:
    """The spelling that arXiv itself uses, without subject class: `math/0309136` for `math.GT/0309136`."""
    archive, slash, number = arxiv_id.partition("/")
    return archive.partition(".")[0] + slash + number if slash else arxiv_id


def arxiv_link(arxiv_id: str) -> str:
    """The address of a paper's page on arXiv."""
    return f"https://arxiv.org/abs/{arxiv_id}"


def _found(match: re.Match[str] | None) -> ArxivId | None:
    if match is None:
        return None
    version = match["version"]
    return ArxivId(plain_id(match["id"]), int(version) if version else None)


def month_of(arxiv_id: str) -> str:
    """The month of announcement that the identifier tells, as YYYY-MM; empty if it tells no real month."""
    old, digits = "/" in arxiv_id, arxiv_id.rpartition("/")[2]
    year, month = digits[:2], digits[2:4]
    if not "01" <= month <= "12":
        return ""
    century = "19" if old and int(year) >= _OLD_CENTURY_FROM else "20"
    return f"{century}{year}-{month}"

"""Where the network may be reached, as a person set it."""

import re
from dataclasses import dataclass
from pathlib import Path

ARXIV_API = "https://export.arxiv.org/api/query"
ARXIV_PDFS = "https://arxiv.org/pdf/"
ARXIV_FEEDS = "https://rss.arxiv.org/atom/"
DAILY_PAPERS = "https://huggingface.co/api/daily_papers"
PACE_S = 3.0
"""Seconds between two requests to arXiv, as its terms of use ask: https://info.arxiv.org/help/api/tou.html"""

_HOST = r"(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::[0-9]{1,5})?"
_THIS_COMPUTER = r"(?:localhost|127(?:\.[0-9]{1,3}){3}|\[::1\])(?::[0-9]{1,5})?"
_LINK_LOCAL = r"(?i)//(?:169\.254\.|\[fe[89ab])"
"""Where computers in a cloud ask for their secrets, among others."""
_ADDRESS = rf"(?i:https://{_HOST}|http://{_THIS_COMPUTER})(?:/[A-Za-z0-9._~:/!$&'()*+,;=%-]*)?"
_PROXY = rf"(?i:https?://{_HOST})/?"


def usable_address(text: str) -> bool:
    """Whether a person may set this address for arXiv or a mirror of it: https, or http to this computer;
    never a link-local address."""
    return re.fullmatch(_ADDRESS, text) is not None and re.search(_LINK_LOCAL, text) is None


def usable_proxy(text: str) -> bool:
    """Whether this is the address of a proxy: http or https, a host, perhaps a port. No password: the settings are no
    place for one."""
    return re.fullmatch(_PROXY, text) is not None


@dataclass(frozen=True, slots=True)
class Network:
    """Addresses and ways."""

    pace_file: Path
    """Remembers when arXiv was asked last; shared by all libraries and processes of this person."""
    api: str = ARXIV_API
    """Address of the query API, without its parameters."""
    pdfs: str = ARXIV_PDFS
    """Address that an id is appended to."""
    proxy: str = ""
    """Address of a proxy; empty for the system's, "none" for a direct way."""
    pace_s: float = PACE_S
    """Anything less than PACE_S counts for servers on this computer only."""
    feeds: str = ARXIV_FEEDS
    """Address that a category is appended to for its feed of the day."""
    daily_papers: str = DAILY_PAPERS
    """Address of the Daily Papers as JSON, without its parameters."""

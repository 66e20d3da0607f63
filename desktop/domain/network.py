"""Where the network may be reached, as a person set it."""

from dataclasses import dataclass
from pathlib import Path

ARXIV_API = "https://export.arxiv.org/api/query"
ARXIV_PDFS = "https://arxiv.org/pdf/"
PACE_S = 3.0
"""Seconds between two requests to arXiv, as its terms of use ask: https://info.arxiv.org/help/api/tou.html"""


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

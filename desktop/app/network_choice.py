"""Where arXiv is asked: the settings, and environment variables that put a server for trials in its place."""

import os

from desktop.app.paths import Paths
from desktop.domain.network import ARXIV_API, ARXIV_FEEDS, ARXIV_PDFS, DAILY_PAPERS, PACE_S, Network
from desktop.domain.settings import Settings

ARXIV_VARIABLE = "PAPERSHELF_ARXIV"
"""Environment variable: address of a server that takes arXiv's place and that of the Daily Papers, such as
http://127.0.0.1:8765."""
PACE_VARIABLE = "PAPERSHELF_ARXIV_PACE"
"""Environment variable: seconds between two requests to a server on this computer."""


def network_of(paths: Paths, settings: Settings) -> Network:
    """Addresses, proxy and pace as this person set them."""
    api, pdfs = settings.arxiv_api or ARXIV_API, settings.arxiv_pdfs or ARXIV_PDFS
    feeds, daily = ARXIV_FEEDS, DAILY_PAPERS
    if server := os.environ.get(ARXIV_VARIABLE, "").rstrip("/"):
        api, pdfs = f"{server}/api/query", f"{server}/pdf/"
        feeds, daily = f"{server}/atom/", f"{server}/api/daily_papers"
    if not pdfs.endswith(("/", "=")):
        pdfs += "/"
    return Network(paths.state / "arxiv-pace", api, pdfs, settings.proxy, _pace(), feeds, daily)


def _pace() -> float:
    try:
        pace = float(os.environ.get(PACE_VARIABLE, PACE_S))
    except ValueError:
        return PACE_S
    return pace if 0 < pace < PACE_S else PACE_S

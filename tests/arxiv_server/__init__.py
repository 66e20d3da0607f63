"""An arXiv of our own on loopback: made-up papers, true answers, and every way to misbehave on wish."""

from tests.arxiv_server.answers import Answer, Framing, Kind
from tests.arxiv_server.days import Days
from tests.arxiv_server.faults import Faults
from tests.arxiv_server.papers import Archive
from tests.arxiv_server.server import ArxivServer, LoggedRequest

__all__ = ["Answer", "Archive", "ArxivServer", "Days", "Faults", "Framing", "Kind", "LoggedRequest"]

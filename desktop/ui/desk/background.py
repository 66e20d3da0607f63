"""What works behind an open library and outlives its widgets, as the parts of the desk get hold of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desktop.ui.fetching.fetcher import Fetcher
    from desktop.ui.following.follower import Follower
    from desktop.ui.indexing.indexer import Indexer
    from desktop.ui.mailing.mailer import Mailer
    from desktop.ui.writing.writer import Writer


class Background(NamedTuple):
    """Each is made when it is first asked for."""

    fetcher: "Callable[[], Fetcher]"
    indexer: "Callable[[], Indexer]"
    follower: "Callable[[], Follower]"
    writer: "Callable[[], Writer]"
    mailer: "Callable[[], Mailer]"

"""The use cases of making digests: feeds, a model's texts, digests of one's own, and handing them on."""

from functools import cached_property
from typing import TYPE_CHECKING

from desktop.domain.network import Network
from desktop.services.keeping_services import KeepingServices

if TYPE_CHECKING:
    from desktop.services.compose_digests import ComposeDigests
    from desktop.services.day_digests import DayDigests
    from desktop.services.follow_feeds import FollowFeeds
    from desktop.services.hand_on_digests import HandOnDigests
    from desktop.services.send_mails import SendMails
    from desktop.services.summarise_papers import SummarisePapers


class DigestServices(KeepingServices):
    """Part of `LibraryServices`. Each is made when it is first used."""

    network: Network

    @cached_property
    def feeds(self) -> "FollowFeeds":
        """arXiv categories, searches and the Daily Papers, and what they bring."""
        from desktop.services.follow_feeds import FollowFeeds

        return FollowFeeds(self._file, lambda: self.network)

    @cached_property
    def summarising(self) -> "SummarisePapers":
        """Texts that a language model writes."""
        from desktop.services.summarise_papers import SummarisePapers

        return SummarisePapers(self._file)

    @cached_property
    def own_digests(self) -> "ComposeDigests":
        """Digests that are made here."""
        from desktop.services.compose_digests import ComposeDigests

        return ComposeDigests(self._file)

    @cached_property
    def day_digests(self) -> "DayDigests":
        """Digests of what a feed brought on a day."""
        from desktop.services.day_digests import DayDigests

        return DayDigests(self.feeds, self.own_digests, self.summarising)

    @cached_property
    def handing_on(self) -> "HandOnDigests":
        """Digests of one's own as files and folders, and what was handed on."""
        from desktop.services.hand_on_digests import HandOnDigests

        return HandOnDigests(self._file)

    @cached_property
    def mails(self) -> "SendMails":
        """Digests of one's own by e-mail."""
        from desktop.services.send_mails import SendMails

        return SendMails(self._file)

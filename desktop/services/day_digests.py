"""The digest of what a feed brought on a day: found or made, and what its papers lack."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.domain.arxiv_categories import category
from desktop.domain.changes import Changes
from desktop.domain.errors import InputError, Reason
from desktop.domain.feeds import Feed, FeedChoice, FeedKind, categories_of, named
from desktop.domain.ids import FeedId, OwnDigestId, PaperId
from desktop.domain.labels import label_key
from desktop.domain.languages import SIMPLIFIED_CHINESE
from desktop.domain.model_texts import Prompts, TextOptions, TextPlan, TextWish
from desktop.domain.own_digest import (
    TRANSLATIONS,
    DigestChoice,
    DigestField,
    OwnDigest,
    Template,
    of_feed_day,
)
from desktop.domain.paper import ORIGINAL, TextKind
from desktop.services.compose_digests import ComposeDigests
from desktop.services.follow_feeds import FollowFeeds
from desktop.services.summarise_papers import SummarisePapers

_DAILY_PAPERS = "Daily Papers"
_FIELDS = {
    DigestField.TRANSLATED_TITLE: TextKind.TITLE,
    DigestField.TRANSLATED_ABSTRACT: TextKind.ABSTRACT,
    DigestField.SUMMARY: TextKind.SUMMARY,
}


@dataclass(frozen=True, slots=True)
class DayChoice:
    """How the digest of a day is to look; None leaves one that is there as it is."""

    template: Template | None = None
    language: str | None = None


class DayDigests:
    """Raises StorageError."""

    def __init__(self, feeds: FollowFeeds, digests: ComposeDigests, texts: SummarisePapers) -> None:
        self._feeds = feeds
        self._digests = digests
        self._texts = texts

    def feed(self, name: str) -> Feed:
        """The feed of that name or source; else, to be asked without being followed, arXiv's categories of that name,
        or the Daily Papers. Raises InputError (NO_SUCH_LABEL) if there is none, or several."""
        found = named(self._feeds.feeds(), name)
        if len(found) == 1:
            return found[0]
        if found:
            raise InputError(Reason.NO_SUCH_LABEL, name, f"{len(found)} feeds have this name or source")
        if label_key(name) == label_key(_DAILY_PAPERS):
            return self._feeds.once(FeedChoice(_DAILY_PAPERS, FeedKind.DAILY_PAPERS))
        try:
            codes = categories_of(name)
        except ValueError:
            codes = ()
        if not codes or not all(map(category, codes)):
            raise InputError(Reason.NO_SUCH_LABEL, name, "no feed has this name, and arXiv no such category")
        source = "+".join(codes)
        return self._feeds.once(FeedChoice(source, FeedKind.ARXIV_CATEGORY, source))

    def has(self, feed: FeedId, day: str) -> bool:
        """Whether the feed told of that day already."""
        return any(told.day == day for told in self._feeds.days(feed))

    def newest(self, feed: FeedId) -> str:
        """The newest day that the feed told of (YYYY-MM-DD); empty if it told of none."""
        days = self._feeds.days(feed)
        return days[0].day if days else ""

    def papers(self, feed: FeedId, day: str) -> tuple[PaperId, ...]:
        """What the feed brought on that day, in its order."""
        return self._digests.papers_of(of_feed_day(feed, day))

    def compose(
        self, feed: Feed, day: str, before: Sequence[PaperId], choice: DayChoice, language: str
    ) -> tuple[OwnDigest, Changes]:
        """The digest of that day: the one that is there, with the papers that were not `before` in what the feed
        brought, for a person may have taken others out of it; else a new one in `language`. Both are one step of undo,
        and none if nothing changes."""
        made_of = of_feed_day(feed.id, day, feed.name)
        papers = self.papers(feed.id, day)
        there = self._digests.of_feed_day(feed.id, day)
        if there is None:
            chosen = DigestChoice(language=choice.language or language, template=choice.template or Template.SOURCE)
            made, changes = self._digests.create(made_of, chosen, papers)
            return self._digests.digest(made.id), changes
        return self._fitting(there, [paper for paper in papers if paper not in set(before)], choice)

    def _fitting(self, digest: OwnDigestId, new: Sequence[PaperId], choice: DayChoice) -> tuple[OwnDigest, Changes]:
        there = self._digests.digest(digest)
        changes = Changes()
        if missing := [paper for paper in new if paper not in set(there.papers)]:
            changes = self._digests.add(digest, missing)
        chosen = replace(
            there.choice,
            template=choice.template or there.choice.template,
            language=choice.language or there.choice.language,
        )
        if chosen != there.choice:
            changes = self._digests.edit(digest, chosen)
        return self._digests.digest(digest), changes

    def lacking(self, digest: OwnDigest, prompts: Prompts, *, again: bool = False) -> TextPlan:
        """The texts that the digest shows and its papers have not. Those that failed before are left out, unless they
        are to be tried `again`."""
        plan = self._texts.plan(digest.papers, texts_of(digest), prompts)
        failed = set() if again else {(wish.paper, wish.field) for wish in self.failed(digest)}
        return replace(plan, wishes=tuple(wish for wish in plan.wishes if wish not in failed))

    def failed(self, digest: OwnDigest) -> tuple[TextWish, ...]:
        """The texts of its papers that could not be written."""
        papers, fields = set(digest.papers), set(texts_of(digest).fields())
        return tuple(wish for wish in self._texts.pending().failed if wish.paper in papers and wish.field in fields)


def texts_of(digest: OwnDigest) -> TextOptions:
    """What a model has to write for a digest."""
    shown = frozenset(kind for field, kind in _FIELDS.items() if field not in digest.leaves_out)
    english = DigestField.SUMMARY_EN not in digest.leaves_out
    translated = digest.choice.language != ORIGINAL and not digest.leaves_out >= TRANSLATIONS
    languages = (digest.choice.language or SIMPLIFIED_CHINESE,) if translated else ()
    return TextOptions(languages, english, shown | ({TextKind.SUMMARY} if english else frozenset()))

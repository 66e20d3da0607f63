"""Digests of one's own: made of a selection, a list, a feed's day or what was read, put in order, and written."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import chain, count

from db import browse, digest_counts, feeds, own_digests, steps
from db.errors import storage_errors
from db.library_file import LibraryFile
from db.own_digest_content import digest_content
from desktop.domain.changes import Changes
from desktop.domain.errors import InputError, Reason
from desktop.domain.ids import FeedId, OwnDigestId, PaperId
from desktop.domain.labels import MAX_NAME, label_key, tidy_name
from desktop.domain.listing import OwnDigestSummary
from desktop.domain.own_digest import (
    LONGEST_PREFACE,
    DigestChoice,
    DigestContent,
    DigestDocument,
    MadeOf,
    MadeOfKind,
    NewDigest,
    OwnDigest,
    Way,
)
from desktop.domain.storable_text import require_storable
from desktop.domain.undo import UndoKind
from desktop.services.keep_collections import label_name
from desktop.services.write_digests import written


class ComposeDigests:
    """Each change is one step of undo. Raises StorageError, and InputError(NO_SUCH_DIGEST) for one that is gone."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def digests(self) -> tuple[OwnDigestSummary, ...]:
        """All digests that are made here, the one made last first."""
        with storage_errors(self._library.path):
            connection = self._library.connection
            return digest_counts.own_digests(connection, digest_counts.all_in_own_digests(connection))

    def digest(self, digest: OwnDigestId) -> OwnDigest:
        """One of them, with its papers in their order."""
        with storage_errors(self._library.path):
            return own_digests.own_digest(self._library.connection, digest)

    def of_feed_day(self, feed: FeedId, day: str) -> OwnDigestId | None:
        """The digest that was made last of what the feed brought on that day, if there is one."""
        with storage_errors(self._library.path):
            return own_digests.of_feed_day(self._library.connection, feed, day)

    def papers_of(self, made_of: MadeOf) -> tuple[PaperId, ...]:
        """The papers that a digest made of this would hold now, in their order; none for a SELECTION."""
        with storage_errors(self._library.path):
            connection = self._library.connection
            if made_of.kind is MadeOfKind.LISTING:
                return tuple(map(PaperId, browse.list_papers(connection, made_of.listing).ids))
            if made_of.kind is MadeOfKind.FEED_DAY and made_of.item is not None:
                feed = FeedId(made_of.item)
                return feeds.of_day(connection, feed, made_of.day or own_digests.newest_day(connection, feed))
            if made_of.kind is MadeOfKind.READ_LATELY:
                return own_digests.read_lately(connection, made_of.days)
            return ()

    def create(
        self, made_of: MadeOf, choice: DigestChoice | None = None, papers: Sequence[PaperId] | None = None
    ) -> tuple[NewDigest, Changes]:
        """Make a digest of these papers, else of those that `made_of` stands for now; it may be empty. Without a name
        it is called after what it was made of, and as no other: in a folder for handing on one would replace the other.
        Raises InputError: BAD_NAME, BAD_VALUE."""
        made_of = self._with_day(made_of)
        held = self.papers_of(made_of) if papers is None else papers
        chosen = choice or DigestChoice()
        chosen = _checked(replace(chosen, name=chosen.name or self._free_name(proposed_name(made_of))))
        with self._library.transaction() as connection:
            digest = own_digests.prepared(connection, chosen, made_of)
            papers_in_use = len(own_digests.in_use(connection, held))
            making = own_digests.making(connection, digest, held)
            changes = steps.do(connection, UndoKind.NEW_OWN_DIGEST, making, papers_in_use, chosen.name)
            return NewDigest(digest, chosen.name, papers_in_use), changes

    def add(self, digest: OwnDigestId, papers: Sequence[PaperId], before: PaperId | None = None) -> Changes:
        """Put these papers before that one, or at its end; those that it holds stay where they are."""
        with self._library.transaction() as connection:
            found = own_digests.own_digest(self._library.connection, digest)
            changes = own_digests.adding(connection, found, papers, before)
            new = set(own_digests.in_use(connection, papers)).difference(found.papers)
            return steps.do(connection, UndoKind.ADD_TO_OWN_DIGEST, changes, len(new), found.name)

    def remove(self, digest: OwnDigestId, papers: Sequence[PaperId]) -> Changes:
        """Take these papers out of it; they stay in the library."""
        with self._library.transaction() as connection:
            found = own_digests.own_digest(self._library.connection, digest)
            changes = own_digests.removing(connection, found, papers)
            return steps.do(connection, UndoKind.TAKE_OUT_OF_OWN_DIGEST, changes, len(papers), found.name)

    def move(self, digest: OwnDigestId, papers: Sequence[PaperId], before: PaperId | None) -> Changes:
        """Put these papers of it, as one block in the given order, before that one; None for the end."""
        with self._library.transaction() as connection:
            found = own_digests.own_digest(self._library.connection, digest)
            changes = own_digests.moving(connection, found, papers, before)
            return steps.do(connection, UndoKind.MOVE_IN_OWN_DIGEST, changes, len(papers), found.name)

    def edit(self, digest: OwnDigestId, choice: DigestChoice) -> Changes:
        """Give it another name, preface, language, template, other fields. Raises InputError: BAD_NAME, BAD_VALUE."""
        chosen = _checked(choice)
        with self._library.transaction() as connection:
            found = own_digests.own_digest(self._library.connection, digest)
            changes = own_digests.editing(found, chosen)
            return steps.do(connection, UndoKind.EDIT_OWN_DIGEST, changes, len(found.papers), chosen.name)

    def delete(self, digest: OwnDigestId) -> Changes:
        """Delete it. Its papers stay in the library."""
        with self._library.transaction() as connection:
            found = own_digests.own_digest(self._library.connection, digest)
            changes = own_digests.deleting(found)
            return steps.do(connection, UndoKind.DELETE_OWN_DIGEST, changes, len(found.papers), found.name)

    def content(self, digest: OwnDigestId) -> DigestContent:
        """All that is written of it: what `write_digests.written` needs, which asks no library."""
        with storage_errors(self._library.path):
            return digest_content(self._library.connection, digest)

    def document(self, digest: OwnDigestId, way: Way) -> DigestDocument:
        """What handing it on as MARKDOWN, PAGE or RSS would write. Raises InputError(NOTHING_TO_EXPORT) if it holds no
        papers."""
        return written(self.content(digest), way)

    def _free_name(self, name: str) -> str:
        with storage_errors(self._library.path):
            taken = own_digests.names(self._library.connection)
        numbered = (f"{name} ({number})" for number in count(2))
        return next(free for free in chain([name], numbered) if label_key(free) not in taken)

    def _with_day(self, made_of: MadeOf) -> MadeOf:
        if made_of.kind is not MadeOfKind.FEED_DAY or made_of.item is None:
            return made_of
        if made_of.day:
            return replace(made_of, day=_day(made_of.day))
        with storage_errors(self._library.path):
            day = own_digests.newest_day(self._library.connection, FeedId(made_of.item))
        return replace(made_of, day=day)


def proposed_name(made_of: MadeOf) -> str:
    """What a digest made of this is called if nobody says anything else, in any language."""
    today = datetime.now().astimezone().date()
    if made_of.kind is MadeOfKind.READ_LATELY:
        return f"{today - timedelta(days=made_of.days - 1)} – {today}"
    told = tidy_name(made_of.name or made_of.query)[: MAX_NAME - 20]
    return f"{told} {made_of.day or today}".strip()


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise InputError(Reason.BAD_VALUE, "day", str(error)) from error


def _checked(choice: DigestChoice) -> DigestChoice:
    require_storable("preface", choice.preface)
    if len(choice.preface) > LONGEST_PREFACE:
        raise InputError(Reason.BAD_VALUE, "preface", f"a preface has up to {LONGEST_PREFACE} characters")
    return replace(choice, name=label_name(choice.name))

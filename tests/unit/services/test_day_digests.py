"""The digest of a feed's day is one, whatever a person makes of it in between."""

from dataclasses import replace

import pytest

from desktop.domain.errors import InputError, Reason
from desktop.domain.feeds import Feed
from desktop.domain.merging import TextField
from desktop.domain.own_digest import DigestField, OwnDigest, Template
from desktop.domain.paper import TextKind
from desktop.domain.progress import Job
from desktop.services.day_digests import DayChoice, texts_of
from tests.unit.services.feed_reader import FRIDAY, MONDAY, FeedReader, reader, server
from tests.unit.services.model_texts import PROMPTS

__all__ = ["reader", "server"]  # fixtures

SOURCE = DayChoice()


def made(reader: FeedReader, feed: Feed, choice: DayChoice = SOURCE) -> OwnDigest:
    """Ask the feed and make its digest, as a command does."""
    days = reader.library.day_digests
    newest = days.newest(feed.id)
    before = days.papers(feed.id, newest) if newest else ()
    (report,) = reader.library.feeds.run(Job(), [feed])
    assert report.error is None
    known = before if report.day == newest else ()
    return days.compose(feed, report.day, known, choice, "zh")[0]


def ids(reader: FeedReader, count: int) -> list[str]:
    return list(reader.server.papers)[:count]


def test_what_a_person_took_out_stays_out_and_what_is_new_comes(reader: FeedReader) -> None:
    names = ids(reader, 5)
    reader.announce(FRIDAY, *names[:3])
    feed = reader.follow()
    digest = made(reader, feed)
    assert len(digest.papers) == 3
    reader.library.own_digests.remove(digest.id, digest.papers[:1])
    assert made(reader, feed).papers == digest.papers[1:]
    reader.announce(FRIDAY, *names[3:], kind="cross")
    assert made(reader, feed).papers[:2] == digest.papers[1:]
    assert len(made(reader, feed).papers) == 4
    assert len(reader.library.own_digests.digests()) == 1


def test_a_digest_is_found_under_another_name_and_a_new_day_has_its_own(reader: FeedReader) -> None:
    names = ids(reader, 4)
    reader.announce(FRIDAY, *names[:2])
    feed = reader.follow()
    digest = made(reader, feed)
    assert digest.name == f"cs.CV {FRIDAY}"
    reader.library.own_digests.edit(digest.id, replace(digest.choice, name="Friday", template=Template.NOTES))
    assert made(reader, feed).id == digest.id
    assert made(reader, feed).choice.template is Template.NOTES  # a person's own choice
    assert made(reader, feed, DayChoice(Template.ENGLISH)).choice.template is Template.ENGLISH
    reader.announce(MONDAY, *names[2:])
    assert made(reader, feed).name == f"cs.CV {MONDAY}"


def test_a_feed_that_is_asked_once_is_in_no_list_and_brings_its_papers_along_when_it_is_followed(
    reader: FeedReader,
) -> None:
    reader.announce(FRIDAY, *ids(reader, 2))
    feeds, days = reader.library.feeds, reader.library.day_digests
    once = days.feed("cs.CV")
    digest = made(reader, once)
    assert (len(digest.papers), feeds.feeds(), days.feed("cs.CV").id) == (2, (), once.id)
    assert reader.library.undo.state().undo is not None  # the digest alone
    reader.follow()
    assert (feeds.feeds()[0].id, feeds.feeds()[0].inbox) == (once.id, 2)
    assert days.feed("cs.CV").followed


@pytest.mark.parametrize("name", ["", "cs.XX", "no such thing", "cs.CV, nothing"])
def test_what_is_neither_a_feed_nor_a_category_is_refused(reader: FeedReader, name: str) -> None:
    with pytest.raises(InputError) as caught:
        reader.library.day_digests.feed(name)
    assert caught.value.reason is Reason.NO_SUCH_LABEL


def test_only_what_a_digest_shows_is_written(reader: FeedReader) -> None:
    reader.announce(FRIDAY, *ids(reader, 2))
    digest = made(reader, reader.follow())
    assert reader.library.day_digests.lacking(digest, PROMPTS).texts == 8
    english = replace(digest, choice=replace(digest.choice, template=Template.ENGLISH))
    assert texts_of(english).fields() == (TextField(TextKind.SUMMARY, "en"),)
    left_out = frozenset({DigestField.TRANSLATED_ABSTRACT, DigestField.SUMMARY_EN})
    short = replace(digest, choice=replace(digest.choice, left_out=left_out, language="ja"))
    assert texts_of(short).fields() == (TextField(TextKind.TITLE, "ja"), TextField(TextKind.SUMMARY, "ja"))

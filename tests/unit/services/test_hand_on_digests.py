"""Digests of one's own as Markdown, page and RSS, in files and folders, and what was handed on."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import feedparser  # type: ignore[import-untyped]
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml import html

from desktop.domain.digest import Entry
from desktop.domain.errors import InputError, Reason
from desktop.domain.exporting import NoticeKind, PapersSource
from desktop.domain.ids import OwnDigestId, PaperId
from desktop.domain.import_plan import ImportOptions
from desktop.domain.own_digest import DigestChoice, DigestField, Template, Way
from desktop.domain.paper import ORIGINAL, TextKind
from desktop.domain.progress import Job
from desktop.formats.digest_markdown import read_exact_digest
from desktop.formats.loose_digest import read_loose_digest
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import ImportEntries, digest_bytes, entry, papers_in
from tests.unit.services.own_digests import make
from tests.unit.services.random_library import empty_library

_MARKDOWN = (Template.SOURCE, Template.ENGLISH)


@pytest.fixture
def papers(library: LibraryServices, import_entries: ImportEntries) -> list[PaperId]:
    """Three papers, in the order of their digest."""
    import_entries("a.md", *(entry(number) for number in range(1, 4)))
    return papers_in(library)


def markdown(library: LibraryServices, digest: OwnDigestId) -> bytes:
    return library.own_digests.document(digest, Way.MARKDOWN).data


def test_an_unedited_digest_is_written_as_its_source_was(library: LibraryServices, papers: list[PaperId]) -> None:
    assert markdown(library, make(library, papers)) == digest_bytes(*(entry(number) for number in range(1, 4)))


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
ENTRIES = st.lists(
    st.builds(
        Entry,
        title=TEXT,
        link=st.integers(1, 99999).map(lambda number: f"https://arxiv.org/abs/2403.{number:05}"),
        translated_title=TEXT,
        summary=TEXT,
        summary_en=TEXT,
        translated_abstract=TEXT,
        abstract=TEXT.map(lambda text: f"arXiv:2403.00001v1 Announce Type: new  Abstract: {text}") | TEXT,
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda one: one.link,
)


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("template", _MARKDOWN)
def test_what_was_made_is_explained_imported_and_written_again_to_the_byte(template: Template, full_run: bool) -> None:
    def check(entries: list[Entry], typed: str) -> None:
        with empty_library() as (one, folder), empty_library() as (other, _):
            (folder / "a.md").write_bytes(digest_bytes(*entries))
            one.importing.apply(one.importing.plan([folder / "a.md"], ImportOptions(), Job()), Job())
            papers = papers_in(one)
            one.editing.edit_text(papers[0], TextKind.ABSTRACT, "zh", typed)
            data = markdown(one, make(one, papers, template=template))
            assert read_exact_digest(data) is not None
            (folder / "b.md").write_bytes(data)
            plan = other.importing.plan([folder / "b.md"], ImportOptions(), Job())
            other.importing.apply(plan, Job())
            again = make(other, [_same(other, one, paper) for paper in papers], template=template)
            assert markdown(other, again) == data
            assert other.exporting.document(PapersSource(tuple(papers_in(other)))).data == data

    phases = (Phase.explicit, Phase.generate)  # each example opens two libraries: to shrink one takes minutes
    runner = settings(max_examples=300 if full_run else 30, deadline=None, database=None, phases=phases)
    runner(given(ENTRIES, TEXT)(check))()


def _same(library: LibraryServices, other: LibraryServices, paper: PaperId) -> PaperId:
    """The paper in the library that has the arXiv id of the one in the other."""
    (row,) = other.browse.rows([paper])
    return next(key for key in papers_in(library) if library.browse.rows([key])[0].arxiv_id == row.arxiv_id)


def test_line_feeds_are_replaced_and_said(library: LibraryServices, papers: list[PaperId]) -> None:
    library.editing.edit_text(papers[0], TextKind.SUMMARY, "zh", "one\ntwo")
    document = library.own_digests.document(make(library, papers), Way.MARKDOWN)
    assert [(notice.kind, notice.count) for notice in document.notices] == [(NoticeKind.LINE_FEED_REPLACED, 1)]
    assert b"| one two |" in document.data


def test_what_is_missing_or_has_no_place_is_said(library: LibraryServices, papers: list[PaperId]) -> None:
    library.editing.edit_text(papers[0], TextKind.SUMMARY, "zh", "")
    digest = make(library, papers, preface="Hello")
    kinds = {notice.kind for notice in library.own_digests.document(digest, Way.MARKDOWN).notices}
    assert kinds == {NoticeKind.NO_SUMMARY, NoticeKind.NO_PREFACE}
    without = frozenset({DigestField.SUMMARY})
    library.own_digests.edit(digest, DigestChoice("Weekly", "Hello", left_out=without))
    assert not library.own_digests.document(digest, Way.PAGE).notices


@pytest.mark.parametrize("field", [field for field in DigestField if field is not DigestField.AUTHORS])
def test_a_field_that_is_left_out_is_empty_everywhere(
    library: LibraryServices, import_entries: ImportEntries, field: DigestField
) -> None:
    texts = {name: f"told in {name}." for name in DigestField if name is not DigestField.AUTHORS}
    import_entries("a.md", entry(1, **texts))
    digest = make(library, papers_in(library), left_out=frozenset({field}))
    for way in (Way.MARKDOWN, Way.PAGE, Way.RSS):
        data = library.own_digests.document(digest, way).data.decode()
        assert [name for name in texts if f"told in {name}." not in data] == [field]


def test_translations_are_in_the_language_of_the_digest(library: LibraryServices, papers: list[PaperId]) -> None:
    library.editing.edit_text(papers[0], TextKind.TITLE, "ja", "課題の研究")
    digest = read_exact_digest(markdown(library, make(library, papers[:2], language="ja")))
    assert digest is not None
    assert [one.translated_title for one in digest.entries] == ["課題の研究", ""]
    assert not any(one.summary or one.translated_abstract for one in digest.entries)


def test_an_english_digest_holds_no_translation(library: LibraryServices, papers: list[PaperId]) -> None:
    library.editing.edit_text(papers[0], TextKind.SUMMARY, ORIGINAL, "A study.")
    digest = make(library, papers, template=Template.ENGLISH)
    for way in (Way.MARKDOWN, Way.PAGE, Way.RSS):
        document = library.own_digests.document(digest, way)
        assert "关于课题" not in document.data.decode()
        assert "A study." in document.data.decode()
        assert not document.notices


def test_the_table_of_an_english_digest_has_english_summaries_that_come_back_as_such(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    library.editing.edit_text(papers[0], TextKind.SUMMARY, ORIGINAL, "A study.")
    data = markdown(library, make(library, papers[:1], template=Template.ENGLISH))
    assert "| A study. |" in data.decode()
    with empty_library() as (other, _):
        plan = other.importing.plan_texts([("english.md", data)], ImportOptions(), Job())
        (paper,) = other.importing.apply(plan, Job()).changes.papers_added
        details = other.browse.details(paper)
        assert details is not None
        assert (details.text(TextKind.SUMMARY, ORIGINAL), details.text(TextKind.SUMMARY, "zh")) == ("A study.", "")


def test_notes_stand_below_each_paper_and_no_paper_is_lost(library: LibraryServices, papers: list[PaperId]) -> None:
    library.editing.edit_text(papers[0], TextKind.NOTE, "", "Read *this*.\n\n| [^9] | no row |")
    digest = make(library, papers, template=Template.NOTES, preface="[^1]: no footnote\n\nGood day")
    data = markdown(library, digest).decode()
    assert data.startswith("\\[^1\\]: no footnote".replace("[^", "[\\^"))
    assert "\n    Read \\*this\\*.\n" in data
    found = read_loose_digest(data.encode(), data)
    assert found is not None
    assert found.entries == tuple(entry(number) for number in range(1, 4))
    library.editing.edit_text(papers[0], TextKind.NOTE, "", "")
    library.own_digests.edit(digest, DigestChoice("Weekly", template=Template.NOTES))
    assert read_exact_digest(markdown(library, digest)) is not None


def test_the_rss_twin_tells_what_the_digest_tells(library: LibraryServices, papers: list[PaperId]) -> None:
    digest = make(library, papers, preface="Good <day>")
    found = feedparser.parse(BytesIO(library.own_digests.document(digest, Way.RSS).data))
    assert not found.bozo
    assert (found.version, found.feed.title, found.feed.subtitle) == ("rss20", "Weekly", "Good &lt;day&gt;")
    assert [item.title for item in found.entries] == [f"关于课题{number}的研究" for number in (1, 2, 3)]
    assert [item.id for item in found.entries] == [f"https://arxiv.org/abs/2403.{number:05}" for number in (1, 2, 3)]
    description = html.fragment_fromstring(found.entries[0].description, create_parent="div")
    assert [(text.get("lang"), text.text) for text in description] == [
        ("zh-Hans", "本文研究了课题1。"),
        ("zh-Hans", "我们研究课题1，并给出结果。 "),
        ("en", "A study of subject 1"),
        ("en", "We study subject 1 at length. "),
    ]
    day = datetime.fromtimestamp(library.own_digests.digest(digest).created_ms / 1000, UTC).astimezone().date()
    assert found.entries[0].published_parsed[:3] == (day.year, day.month, day.day)


def test_what_was_handed_on_is_remembered_and_known_to_be_another_now(
    library: LibraryServices, papers: list[PaperId], tmp_path: Path
) -> None:
    digest = make(library, papers)
    path = tmp_path / "page.html"
    result = library.handing_on.to_file(digest, Way.PAGE, path)
    assert (result.papers, result.size) == (3, len(path.read_bytes()))
    (told,) = library.handing_on.history(digest)
    assert (told.way, told.target, told.papers, told.changed) == (Way.PAGE, str(path), 3, False)
    assert library.own_digests.digests()[0].handed_on_ms == told.at_ms
    library.editing.edit_text(papers[1], TextKind.SUMMARY, "zh", "typed")
    assert library.handing_on.history(digest)[0].changed
    library.undo.undo()
    assert not library.handing_on.history(digest)[0].changed
    library.own_digests.delete(digest)
    library.undo.undo()
    assert len(library.handing_on.history(digest)) == 1


def test_a_folder_holds_a_folder_a_day_and_is_written_only_where_it_is_another(
    library: LibraryServices, papers: list[PaperId], tmp_path: Path
) -> None:
    digest = make(library, papers, name="cs.CV")
    day = library.own_digests.content(digest).day
    first = library.handing_on.to_folder(digest, tmp_path / "site")
    names = {str(path.relative_to(tmp_path / "site")) for path in (tmp_path / "site").rglob("*") if path.is_file()}
    assert names == {f"{day}/cs.CV.md", f"{day}/cs.CV.html", f"{day}/cs.CV.xml", "cs.CV.xml", "index.html"}
    assert {Path(path) for path in first.changed} == {tmp_path / "site" / name for name in names}
    assert (tmp_path / "site" / day / "cs.CV.md").read_bytes() == markdown(library, digest)
    assert library.handing_on.to_folder(digest, tmp_path / "site").changed == ()
    library.own_digests.remove(digest, papers[:1])
    changed = library.handing_on.to_folder(digest, tmp_path / "site").changed
    assert tmp_path / "site" / "index.html" not in map(Path, changed)
    assert len(changed) == 4


def test_an_older_day_is_listed_but_not_subscribed_to(
    library: LibraryServices, papers: list[PaperId], tmp_path: Path
) -> None:
    newer = tmp_path / "2999-01-01"
    newer.mkdir()
    for ending in ("md", "html", "xml"):
        (newer / f"cs CV.{ending}").write_bytes(b"newer")
    digest = make(library, papers, name="cs CV")
    library.handing_on.to_folder(digest, tmp_path)
    assert (tmp_path / "cs CV.xml").read_bytes() == b"newer"
    index = html.document_fromstring((tmp_path / "index.html").read_bytes())
    links = [link.get("href") for link in index.findall(".//main//a")]
    day = library.own_digests.content(digest).day
    assert links[0] == "2999-01-01/cs%20CV.html"
    assert links[3:] == [f"{day}/cs%20CV.{ending}" for ending in ("html", "md", "xml")]


def test_a_digest_without_papers_is_not_handed_on(library: LibraryServices, tmp_path: Path) -> None:
    digest = make(library, ())
    with pytest.raises(InputError) as caught:
        library.handing_on.to_folder(digest, tmp_path)
    assert caught.value.reason is Reason.NOTHING_TO_EXPORT
    assert library.handing_on.history(digest) == ()

"""The sidebar keeps its rows, its selection and its folds when the library changes."""

from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.domain.digest import DigestFormat
from desktop.domain.ids import CollectionId, DigestId, SearchId, TagId
from desktop.domain.labels import Collection, SavedSearch, Tag, TagLevel
from desktop.domain.listing import DigestSummary, Listing, Place, Sidebar
from desktop.ui.sidebar import wishes
from desktop.ui.sidebar.entries import Key, Kind, Section
from desktop.ui.sidebar.sidebar_model import SidebarModel
from desktop.ui.sidebar.sidebar_pane import SidebarPane
from desktop.ui.sidebar.sidebar_view import SidebarView

NOW = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp() * 1000)
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
SECTIONS = ["Collections", "Saved searches", "Feeds", "Tags", "My digests", "Digests"]


def digest(key: int, name: str, papers: int = 1) -> DigestSummary:
    return DigestSummary(DigestId(key), name, DigestFormat.DIGEST, papers, NOW, True)


def collection(key: int, name: str, parent: int | None = None) -> Collection:
    return Collection(CollectionId(key), CollectionId(parent) if parent else None, name, key, key)


def tag(key: int, name: str, color: int = 0) -> Tag:
    return Tag(TagId(key), name, color, key)


def places(*digests: DigestSummary, whole: int = 10, **counts: Any) -> Sidebar:
    return Sidebar(whole, 2, 1, digests, **counts)


FILED = places(
    digest(1, "a.md"),
    collections=(collection(1, "Thesis"), collection(2, "Chapter 1", 1), collection(3, "Group")),
    searches=(SavedSearch(SearchId(1), "Unread", "status:inbox", 0), SavedSearch(SearchId(2), "Vision", "tag:cv", 1)),
    tags=(tag(1, "ml/vision", 3), tag(2, "to cite")),
)


def names(model: SidebarModel, parent: QModelIndex | None = None) -> list[str]:
    above = parent or QModelIndex()
    return [str(model.index(row, 0, above).data()) for row in range(model.rowCount(above))]


def test_the_model_is_a_sound_tree(qtmodeltester: ModelTester) -> None:
    model = SidebarModel()
    for shown in (
        places(),
        places(digest(1, "a.md"), digest(2, "b.md")),
        places(digest(3, "c.md"), digest(2, "b.md"), new_versions=1),
        FILED,
        places(digest(2, "b.md"), collections=(collection(3, "Group"), collection(2, "Chapter 1", 3)), due=2),
        places(tags=(tag(1, "ml"), tag(2, "ml/to cite"))),
    ):
        qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt does not say
        model.set_sidebar(shown)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt does not say


def test_places_stand_in_the_order_of_reading() -> None:
    model = SidebarModel()
    model.set_sidebar(places(due=1, starred=1, new_versions=1))
    first = ["Inbox", "Queue", "Due this week", "Reading", "Recently read", "Starred"]
    then = ["All papers", "Recently added", "New versions"]
    assert names(model) == [*first, *then, *SECTIONS, "Trash"]


def test_a_place_for_few_papers_is_there_only_while_there_are_any() -> None:
    model = SidebarModel()
    model.set_sidebar(places())
    assert not {"Due this week", "Starred", "New versions"} & set(names(model))
    model.set_sidebar(places(), keep=Place.STARRED)
    assert "Starred" in names(model)


def test_tags_stand_below_the_levels_of_their_names() -> None:
    model = SidebarModel()
    model.set_sidebar(
        places(tags=(tag(1, "ml/vision"), tag(2, "ML"), tag(3, "nlp/chinese/names")), levels=(TagLevel("nlp", 3),))
    )
    tags = model.index_of_section(Section.TAGS)
    assert names(model, tags) == ["ML", "nlp"]
    assert names(model, model.index(0, 0, tags)) == ["vision"]
    level = model.entry(model.index(1, 0, tags))
    assert level is not None
    assert level.listing == Listing(query='tag:"nlp"', typing=False)
    assert level.count == 3


def test_an_empty_section_says_how_it_is_filled() -> None:
    model = SidebarModel()
    hint = model.index(0, 0, model.index_of_section(Section.COLLECTIONS))
    assert "Ctrl+Shift+N" in str(hint.data())
    assert model.flags(hint) == Qt.ItemFlag.NoItemFlags


def test_a_new_digest_adds_a_row_and_resets_nothing(qtbot: QtBot) -> None:
    model = SidebarModel()
    model.set_sidebar(places(digest(1, "a.md"), digest(3, "c.md")))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.rowsInserted):
        model.set_sidebar(places(digest(1, "a.md"), digest(2, "b.md"), digest(3, "c.md")))
    assert names(model, model.index_of_section(Section.DIGESTS)) == ["a", "b", "c"]


def test_a_screen_reader_hears_name_and_count() -> None:
    model = SidebarModel()
    model.set_sidebar(FILED)
    assert model.index_of_listing(Listing()).data(SPOKEN) == "All papers, 10 papers"
    assert model.index_of_listing(Listing(Place.DIGEST, 1)).data(SPOKEN) == "a.md, 1 paper"
    assert model.index_of_listing(Listing(Place.TAG, 1)).data(SPOKEN) == "ml/vision, 1 paper"
    assert model.index_of_section(Section.DIGESTS).data(SPOKEN) == "Digests, 1 digest"


def test_the_count_of_a_saved_search_comes_when_it_is_known() -> None:
    model = SidebarModel()
    model.set_sidebar(FILED)
    search = model.index_of_listing(Listing(Place.SEARCH, 2))
    assert search.data(SPOKEN) == "Vision"
    model.set_count(SearchId(2), 7)
    assert search.data(SPOKEN) == "Vision, 7 papers"


@pytest.fixture
def pane(qtbot: QtBot) -> SidebarPane:
    pane = SidebarPane()
    qtbot.addWidget(pane)
    pane.resize(220, 700)
    pane.view.set_sidebar(FILED)
    pane.view.choose(Listing())
    pane.show()
    pane.view.setFocus()
    return pane


@pytest.fixture
def view(pane: SidebarPane) -> SidebarView:
    return pane.view


def test_the_arrow_keys_go_from_place_to_place(qtbot: QtBot, view: SidebarView) -> None:
    with qtbot.waitSignal(view.place_chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert chosen.args == [Listing(Place.RECENT)]
    with qtbot.waitSignal(view.place_chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Down)
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert chosen.args == [Listing(Place.COLLECTION, 1)]


def test_the_trash_is_the_last_row_for_keys_and_always_in_sight(qtbot: QtBot, pane: SidebarPane) -> None:
    view = pane.view
    with qtbot.waitSignal(view.place_chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_End)
    assert chosen.args == [Listing(Place.TRASH)]
    with qtbot.waitSignal(view.place_chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Up)
    assert chosen.args == [Listing(Place.DIGEST, 1)]
    with qtbot.waitSignal(view.place_chosen) as chosen:
        QTest.mouseClick(pane.trash, Qt.MouseButton.LeftButton)
    assert chosen.args == [Listing(Place.TRASH)]
    assert pane.trash.accessibleName() == "Trash, 1 paper"


def test_space_folds_a_section_and_folds_are_remembered(qtbot: QtBot, view: SidebarView) -> None:
    view.setCurrentIndex(view.rows.index_of_section(Section.TAGS))
    assert view.unfolded(Section.TAGS)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert not view.unfolded(Section.TAGS)
    other = SidebarView()
    qtbot.addWidget(other)
    other.set_folds(view.folds())
    other.set_sidebar(FILED)
    assert not other.unfolded(Section.TAGS)
    assert other.unfolded(Section.COLLECTIONS)


def test_a_collection_unfolded_stays_so_when_it_comes_again(view: SidebarView) -> None:
    thesis = Key(Kind.COLLECTION, 1)
    view.expand(view.rows.index_of(thesis))
    view.set_sidebar(places())
    view.set_sidebar(FILED)
    assert view.isExpanded(view.rows.index_of(thesis))


def test_many_digests_are_folded_until_a_person_unfolds_them(view: SidebarView) -> None:
    many = places(*(digest(number, f"{number}.md") for number in range(500)))
    view.set_folds({})
    view.set_sidebar(many)
    view.set_folds({})
    assert not view.unfolded(Section.DIGESTS)
    view.expand(view.rows.index_of_section(Section.DIGESTS))
    view.set_sidebar(places(*many.digests, digest(1000, "new.md")))
    assert view.unfolded(Section.DIGESTS)


def test_what_goes_away_chooses_nothing_by_itself(qtbot: QtBot, view: SidebarView) -> None:
    view.choose(Listing(Place.COLLECTION, 3))
    with qtbot.assertNotEmitted(view.place_chosen):
        view.set_sidebar(places())
    assert not view.choose(Listing(Place.COLLECTION, 3))


def test_who_goes_to_a_place_without_papers_stands_there(view: SidebarView) -> None:
    assert view.choose(Listing(Place.STARRED))
    assert view.currentIndex().data(SPOKEN) == "Starred, 0 papers"


def test_counts_change_without_a_jump(view: SidebarView) -> None:
    view.choose(Listing(Place.DIGEST, 1))
    before = view.currentIndex()
    view.set_sidebar(places(digest(2, "b.md"), digest(1, "a.md", 5), whole=11, inbox=3, due=1))
    assert view.currentIndex().data(SPOKEN) == "a.md, 5 papers"
    assert before.row() == 0


def names_it(view: SidebarView, text: str) -> None:
    """Type into the field that is open, and press Enter."""
    field = view.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_f2_renames_in_place(qtbot: QtBot, view: SidebarView) -> None:
    view.choose(Listing(Place.TAG, 1))
    with qtbot.waitSignal(view.wished) as wished:
        QTest.keyClick(view, Qt.Key.Key_F2)
        names_it(view, "images")
    assert wished.args == [wishes.EditTag(FILED.tags[0], "ml/images", 3)]


def test_a_new_collection_is_named_where_it_will_stand(qtbot: QtBot, view: SidebarView) -> None:
    with qtbot.waitSignal(view.wished) as wished:
        view.name_collection(Key(Kind.COLLECTION, 1))
        names_it(view, "Chapter 2")
    assert wished.args == [wishes.NewCollection("Chapter 2", CollectionId(1))]
    assert not view.rows.index_of(Key(Kind.DRAFT)).isValid()


def test_escape_names_nothing(qtbot: QtBot, view: SidebarView) -> None:
    with qtbot.assertNotEmitted(view.wished):
        view.name_search("tag:cv")
        field = view.findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        assert field.text() == "tag:cv"
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not view.rows.index_of(Key(Kind.DRAFT)).isValid()


def test_delete_asks_for_the_row_to_go(qtbot: QtBot, view: SidebarView) -> None:
    view.choose(Listing(Place.COLLECTION, 3))
    with qtbot.waitSignal(view.wished) as wished:
        QTest.keyClick(view, Qt.Key.Key_Delete)
    assert wished.args == [wishes.DeleteCollection(CollectionId(3), "Group")]

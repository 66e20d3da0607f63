"""The menus of the rows of the sidebar."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QInputDialog, QMenu

from desktop.domain.ids import DigestId, FeedId, OwnDigestId, SearchId
from desktop.domain.labels import Tag
from desktop.ui.assets import icon
from desktop.ui.mark_colors import dot_icon, plain_color_name
from desktop.ui.sidebar import wishes
from desktop.ui.sidebar.entries import Entry, Kind, Section
from desktop.ui.sidebar.moves import known_tag
from desktop.ui.sidebar.row_wishes import deletion
from desktop.ui.sidebar.sidebar_view import SidebarView
from desktop.ui.tokens import MARKS

translate = QCoreApplication.translate


def show_menu(view: SidebarView, index: QModelIndex, where: QPoint) -> None:
    """Open the menu of that row, if it has one."""
    entry = view.rows.entry(index)
    if entry is None:
        return
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    match entry.key.kind:
        case Kind.SECTION:
            _fill_for_section(view, menu, Section(entry.key.name))
        case Kind.HINT | Kind.PLACE | Kind.DRAFT:
            pass
        case _:
            _fill_for_thing(view, menu, index, entry)
    if menu.isEmpty():
        menu.deleteLater()
    else:
        menu.popup(where)


def _fill_for_section(view: SidebarView, menu: QMenu, section: Section) -> None:
    if (adder := view.painter.adders.get(section)) is not None and section in (Section.FEEDS, Section.OWN_DIGESTS):
        menu.addAction(adder)
    elif section is Section.COLLECTIONS:
        add = menu.addAction(icon("add"), translate("Sidebar", "New collection…"))
        add.triggered.connect(lambda: view.name_collection())
    elif section is Section.SEARCHES:
        save = menu.addAction(icon("saved-search"), translate("Sidebar", "Save this search…"))
        save.setEnabled(bool(view.query))
        save.triggered.connect(lambda: view.name_search(view.query))


def _fill_for_thing(view: SidebarView, menu: QMenu, index: QModelIndex, entry: Entry) -> None:
    key = entry.key
    show = menu.addAction(icon("papers"), translate("Sidebar", "Show papers"))
    show.triggered.connect(lambda: view.setCurrentIndex(view.rows.index_of(key)))
    if key.kind is Kind.DIGEST:
        export = menu.addAction(icon("export"), translate("Sidebar", "Export digest…"))
        export.triggered.connect(lambda: view.wished.emit(wishes.ExportDigest(DigestId(key.item))))
    else:
        rename = menu.addAction(icon("edit"), translate("Sidebar", "Rename"))
        rename.setShortcut("F2")
        rename.triggered.connect(lambda: view.rename(view.rows.index_of(key)))
    if key.kind is Kind.COLLECTION:
        below = menu.addAction(icon("add"), translate("Sidebar", "New collection inside…"))
        below.triggered.connect(lambda: view.name_collection(key))
    elif key.kind is Kind.SEARCH:
        query = menu.addAction(icon("search"), translate("Sidebar", "Edit its search…"))
        query.triggered.connect(lambda: _ask_query(view, entry))
    elif key.kind is Kind.FEED:
        _fill_for_feed(view, menu, FeedId(key.item))
    elif key.kind is Kind.OWN_DIGEST:
        open_it = menu.addAction(icon("open"), translate("Sidebar", "Open digest"))
        open_it.triggered.connect(lambda: view.own_digest_wanted.emit(OwnDigestId(key.item)))
    elif (tag := known_tag(view.rows, entry)) is not None:
        _fill_for_tag(view, menu, tag)
    menu.addSeparator()
    remove = menu.addAction(icon("trash"), _deletion_words(key.kind))
    remove.setShortcut("Del")
    remove.triggered.connect(lambda: view.wished.emit(deletion(view.rows, entry)))


def _deletion_words(kind: Kind) -> str:
    match kind:
        case Kind.DIGEST:
            return translate("Sidebar", "Remove digest")
        case Kind.FEED:
            return translate("Sidebar", "Unfollow")
        case _:
            return translate("Sidebar", "Delete")


def _fill_for_feed(view: SidebarView, menu: QMenu, feed: FeedId) -> None:
    ask = menu.addAction(icon("refresh"), translate("Sidebar", "Ask now"))
    ask.triggered.connect(lambda: view.wished.emit(wishes.AskFeed(feed)))
    edit = menu.addAction(icon("settings"), translate("Sidebar", "Edit feed…"))
    edit.triggered.connect(lambda: view.wished.emit(wishes.EditFeed(feed)))


def _fill_for_tag(view: SidebarView, menu: QMenu, tag: Tag) -> None:
    colors = menu.addMenu(translate("Sidebar", "Colour"))
    for color in range(len(MARKS) + 1):
        name = plain_color_name(color) if color else translate("Sidebar", "None")
        action = colors.addAction(name)
        if color:
            action.setIcon(dot_icon(color))
        action.setCheckable(True)
        action.setChecked(color == tag.color)
        action.triggered.connect(partial(_set_color, view, tag, color))
    merge = menu.addAction(icon("split"), translate("Sidebar", "Merge into…"))
    merge.setEnabled(len(view.rows.sidebar.tags) > 1)
    merge.triggered.connect(lambda: _ask_tag(view, tag))


def _set_color(view: SidebarView, tag: Tag, color: int) -> None:
    view.wished.emit(wishes.EditTag(tag, tag.name, color))


def _ask_query(view: SidebarView, entry: Entry) -> None:
    dialog = _dialog(view, translate("Sidebar", "Search of “{name}”:").format(name=entry.name), entry.whole)
    search = SearchId(entry.key.item)
    dialog.textValueSelected.connect(
        lambda text: view.wished.emit(wishes.EditSearch(search, entry.name, text)) if text.strip() else None
    )
    dialog.open()


def _ask_tag(view: SidebarView, tag: Tag) -> None:
    """Let a person choose, by typing, the tag that takes this one in."""
    others = {other.name: other for other in view.rows.sidebar.tags if other.id != tag.id}
    dialog = _dialog(view, translate("Sidebar", "Merge “{name}” into:").format(name=tag.name), "")
    dialog.setComboBoxItems(list(others))
    dialog.setComboBoxEditable(True)
    dialog.textValueSelected.connect(
        lambda name: view.wished.emit(wishes.MergeTags(tag, others[name])) if name in others else None
    )
    dialog.open()


def _dialog(view: SidebarView, label: str, text: str) -> QInputDialog:
    dialog = QInputDialog(view.window())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle("Papershelf")
    dialog.setLabelText(label)
    dialog.setTextValue(text)
    return dialog

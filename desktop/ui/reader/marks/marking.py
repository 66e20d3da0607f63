"""Marks in an open file: everything a person can do with them, for the room around the pages."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction

from desktop.domain.mark import Mark, MarkKind
from desktop.ui.action import ActionId
from desktop.ui.events import LibraryEvents
from desktop.ui.mark_words import step_name
from desktop.ui.reader.marks.color_button import COLOR_IDS
from desktop.ui.reader.marks.color_names import color_names
from desktop.ui.reader.marks.edit_tool import EditTool
from desktop.ui.reader.marks.mark_acts import MarkActs
from desktop.ui.reader.marks.mark_choice import MarkChoice
from desktop.ui.reader.marks.mark_desk import MarkDesk
from desktop.ui.reader.marks.mark_keys import MarkKeys
from desktop.ui.reader.marks.mark_making import MarkMaker
from desktop.ui.reader.marks.mark_menu import MarkMenu
from desktop.ui.reader.marks.mark_parts import MarkParts
from desktop.ui.reader.marks.mark_pictures import MarkPictures
from desktop.ui.reader.marks.marks_layer import MarksLayer
from desktop.ui.reader.marks.marks_model import MarksModel
from desktop.ui.reader.marks.marks_panel import MarksPanel
from desktop.ui.reader.marks.mode_tool import ModeTool
from desktop.ui.reader.marks.page_places import PagePlaces
from desktop.ui.reader.marks.selection_bar import SelectionBar
from desktop.ui.reader.pages.document import Document
from desktop.ui.reader.pages.page_view import PageView
from desktop.ui.reader.text.selection import TextSelection
from desktop.ui.tasks import TaskRunner
from desktop.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

Id = ActionId
KINDS = {
    Id.HIGHLIGHT: MarkKind.HIGHLIGHT,
    Id.UNDERLINE: MarkKind.UNDERLINE,
    Id.STRIKE_OUT: MarkKind.STRIKE_OUT,
    Id.NOTE: MarkKind.NOTE,
    Id.TEXT_BOX: MarkKind.TEXT,
    Id.AREA: MarkKind.AREA,
    Id.INK: MarkKind.INK,
}


class Marking(QObject):
    """Puts tools and layer into the view. `flush` is to be called before the file is closed."""

    state_changed = Signal()
    """What is chosen, the tool or the colour is another: see `mark_chosen` and `checked`."""
    copy_wanted = Signal()
    """The selected text is to be copied."""
    search_wanted = Signal()
    """The library is to be searched for the selected text."""
    carry_wanted = Signal()
    """Marks of another version are to be carried over."""
    list_wanted = Signal()
    """A mark that has no place on the pages is to be seen in the list."""
    _elsewhere = 0

    def __init__(
        self,
        view: PageView,
        document: Document,
        selection: TextSelection,
        model: MarksModel,
        services: "LibraryServices",
        tasks: TaskRunner,
        events: LibraryEvents,
        toast: Toast,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        choice = MarkChoice(self)
        layer = MarksLayer(model, choice)
        names = color_names(events, document.opened.color_names)
        places = PagePlaces(view)
        maker = MarkMaker(document.opened.paper, document.file.sha256)
        tool = ModeTool(places, selection, model, choice, layer, maker, self)
        editing = EditTool(places, document, selection, model, choice, layer, self)
        self.parts = MarkParts(
            *(view, document, selection, model, choice, layer, names),
            pictures=MarkPictures(document, model, services, tasks, self),
            desk=MarkDesk(view, model, choice, layer, names, toast, self),
            places=places,
            maker=maker,
            tool=tool,
            editing=editing,
            bar=SelectionBar(view),
        )
        self._panel: MarksPanel | None = None
        self.acts = MarkActs(self.parts, self._targets, services, tasks, self)
        self._menu = MarkMenu(self.parts, self.acts, self)
        self._keys = MarkKeys(self.parts, self.acts, self._menu, self)
        editing.offered = self._menu.at
        view.tools[:0] = [tool, editing]
        view.add_layer(layer)
        self._shown: set[str] = set()
        self._connect()

    def _connect(self) -> None:
        parts = self.parts
        parts.layer.unfinished = self._paint_again
        parts.model.changed.connect(self._on_marks_changed)
        parts.choice.changed.connect(self._on_choice_changed)
        parts.tool.mode_changed.connect(self.state_changed)
        parts.bar.copy_wanted.connect(self.copy_wanted)
        parts.bar.search_wanted.connect(self.search_wanted)

    def slots(self) -> dict[ActionId, Callable[[], object]]:
        """What each action does."""
        acts, desk = self.acts, self.parts.desk
        slots: dict[ActionId, Callable[[], object]] = {name: partial(acts.use, kind) for name, kind in KINDS.items()}
        slots |= {name: partial(acts.color, color) for color, name in COLOR_IDS.items()}
        return slots | {
            Id.EDIT_COMMENT: acts.comment,
            Id.MARK_TAGS: partial(acts.comment, tags=True),
            Id.DELETE_MARK: acts.delete,
            Id.NEXT_MARK: partial(desk.step, 1),
            Id.PREVIOUS_MARK: partial(desk.step, -1),
            Id.COLOR_NAMES: acts.name_colors,
            Id.UNDO: self.undo,
            Id.REDO: self.redo,
        }

    def checked(self) -> set[ActionId]:
        """The tool and the colour in use."""
        on = {name for name, kind in KINDS.items() if kind is self.parts.tool.mode}
        return on | {COLOR_IDS[self.parts.choice.color]}

    @property
    def mark_chosen(self) -> bool:
        """Whether there is a mark for actions to work on."""
        return bool(self._targets())

    @property
    def panel(self) -> MarksPanel:
        """The list of marks, made when first asked for."""
        if self._panel is None:
            parts = self.parts
            panel = self._panel = MarksPanel(parts.model, parts.document, parts.pictures, parts.names)
            panel.show_elsewhere(self._elsewhere)
            panel.list.offered = self._menu_of_list
            panel.list.jumped.connect(self._jump)
            panel.list.shown.connect(self._show_listed)
            panel.list.selectionModel().selectionChanged.connect(self.state_changed)
            panel.carry_wanted.connect(self.carry_wanted)
            panel.destroyed.connect(self._forget_panel)
        return self._panel

    def show_elsewhere(self, count: int) -> None:
        """Offer in the list to carry over so many marks of another version."""
        self._elsewhere = count
        if self._panel is not None:
            self._panel.show_elsewhere(count)

    def set_dark(self, dark: bool) -> None:
        """Whether pages are dark."""
        self.parts.layer.set_dark(dark)

    def undo(self) -> None:
        """Take the last step with marks back."""
        self.parts.desk.finish()
        self.parts.tool.finish()
        self.parts.model.undo()

    def redo(self) -> None:
        """Do it again."""
        self.parts.desk.finish()
        self.parts.model.redo()

    def step_names(self) -> tuple[str, str]:
        """What Undo and Redo would do, in words; empty for nothing."""
        history = self.parts.model.history
        undo, redo = (step_name(step) if step is not None else "" for step in (history.to_undo, history.to_redo))
        return undo, redo

    def step_back(self) -> bool:
        """Leave what was begun last: a comment, the small bar, a tool, the choice of a mark; False if nothing was."""
        parts = self.parts
        if parts.desk.popup.mark or parts.desk.text_box.mark:
            parts.desk.finish()
        elif parts.bar.isVisible():
            parts.bar.close_up()
        elif parts.tool.mode is not None:
            parts.tool.set_mode(None)
        elif parts.choice.chosen:
            parts.choice.choose("")
        else:
            return False
        return True

    def show_mark(self, name: str) -> bool:
        """Choose and show the mark of that id, in the list if it has no place; False if there is none."""
        mark = self.parts.model.find(name)
        if mark is None:
            return False
        if mark.placed:
            self.parts.desk.choose(mark)
        else:
            self.parts.choice.choose(mark.id)
            self.panel.show_all()
            self.list_wanted.emit()
            self.panel.show_chosen(mark.id)
        return True

    def flush(self) -> None:
        """Store what is being typed and drawn."""
        self.parts.desk.flush()
        self.parts.tool.finish()
        if self._panel is not None:
            self._panel.flush()

    def _targets(self) -> list[Mark]:
        """What is selected in the list while it has the keyboard; else the mark that is chosen on the page."""
        if self._panel is not None and self._panel.list.hasFocus():
            return self._panel.list.selected
        chosen = self.parts.desk.chosen
        return [chosen] if chosen is not None else []

    def _on_marks_changed(self, pages: frozenset[int]) -> None:
        parts = self.parts
        for page in pages:
            parts.layer.forget(page)
            parts.view.update_page(page)
        if parts.choice.chosen and parts.model.find(parts.choice.chosen) is None and not parts.desk.text_box.mark:
            parts.choice.choose("")
        if self._panel is not None and parts.choice.chosen:
            self._panel.show_chosen(parts.choice.chosen)
        self.state_changed.emit()

    def _paint_again(self, page: int) -> None:
        """After the present paint."""
        QTimer.singleShot(0, self, partial(self.parts.view.update_page, page))

    def _on_choice_changed(self) -> None:
        """Paint the pages again on which something is framed, or was."""
        parts = self.parts
        framed = {parts.choice.chosen, parts.choice.hovered}
        for name in framed ^ self._shown:
            mark = parts.model.find(name)
            if mark is not None:
                parts.view.update_page(mark.page)
        self._shown = framed
        if self._panel is not None and parts.choice.chosen:
            self._panel.show_chosen(parts.choice.chosen)
        self.state_changed.emit()

    def _show_listed(self, mark: Mark) -> None:
        if mark.placed:
            self.parts.desk.choose(mark)

    def _jump(self, mark: Mark) -> None:
        self._show_listed(mark)
        self.parts.view.setFocus()

    def _menu_of_list(self) -> list[QAction]:
        return self._menu.actions

    def _forget_panel(self) -> None:
        self._panel = None

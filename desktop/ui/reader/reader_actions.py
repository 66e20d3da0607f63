"""What each action of the menus Read and Mark does to the paper in front."""

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QObject

from desktop.domain.reading import Fit, Spread
from desktop.ui.actions import ActionId
from desktop.ui.reader.open_file import OpenFile
from desktop.ui.reader.reader_panels import ReaderPanels
from desktop.ui.reader.surroundings import Surroundings
from desktop.ui.theme import theme

Id = ActionId
_FITS = {Id.FIT_WIDTH: Fit.WIDTH, Id.FIT_PAGE: Fit.PAGE}
_SPREADS = {Id.CONTINUOUS: Spread.CONTINUOUS, Id.SINGLE_PAGE: Spread.SINGLE, Id.TWO_PAGES: Spread.TWO}
_LEFT = {Id.CONTENTS: "contents", Id.THUMBNAILS: "thumbnails", Id.MARKS: "marks"}
_ON_PAGES = {*_FITS, *_SPREADS, Id.ZOOM_IN, Id.ZOOM_OUT, Id.ACTUAL_SIZE, Id.ROTATE_RIGHT, Id.ROTATE_LEFT}
_DARK = {"on": True, "off": False}


class ReaderActions(QObject):
    """Of one reader. How pages are shown can be chosen before they are there: then `catch_up` does it."""

    def __init__(
        self,
        around: Surroundings,
        panels: ReaderPanels,
        file: Callable[[], OpenFile | None],
        present: Callable[[bool], None],
        ask_page: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._panels = panels
        self._file = file
        self._present = present
        self._ask_page = ask_page
        self._early: list[ActionId] = []
        self._session = around.session
        self._session.changed.connect(self.apply_dark)
        theme().changed.connect(self.apply_dark)

    @property
    def dark(self) -> bool:
        """Whether pages are shown dark: as a person chose, else as the window is."""
        return _DARK.get(self._session.values.dark_pages, theme().dark)

    def apply_dark(self) -> None:
        """Show pages as dark as they are to be."""
        if (file := self._file()) is not None:
            file.set_dark(self.dark)

    def act(self, name: ActionId) -> None:
        """Do it; Undo and Redo are about marks."""
        panels, file = self._panels, self._file()
        if name is Id.DARK_PAGES:
            self._session.change(dark_pages="off" if self.dark else "on")
        elif name is Id.TEXTS:
            panels.toggle_texts()
        elif name is Id.GO_TO_PAGE:
            self._ask_page()
        elif name in _LEFT:
            panels.toggle_left(_LEFT[name])
        elif file is None or (file.document.facts is None and name in _ON_PAGES):
            self._early += [name] if name in _ON_PAGES else []
        elif name is Id.PRESENTATION:
            self._present(file.presentation.before is None)
        else:
            self._act_on(file, name)

    def catch_up(self) -> None:
        """Do what was chosen while there were no pages."""
        early, self._early = self._early, []
        for name in early:
            self.act(name)

    def _act_on(self, file: OpenFile, name: ActionId) -> None:
        view = file.view
        if name in _FITS:
            view.set_fit(_FITS[name])
        elif name in _SPREADS:
            view.set_spread(_SPREADS[name])
        else:
            steps: dict[ActionId, Callable[[], object]] = {
                Id.ZOOM_IN: partial(view.step_zoom, 1),
                Id.ZOOM_OUT: partial(view.step_zoom, -1),
                Id.ACTUAL_SIZE: partial(view.set_zoom, 1.0),
                Id.ROTATE_RIGHT: partial(self._turn, file, 90),
                Id.ROTATE_LEFT: partial(self._turn, file, -90),
                Id.UNDO: file.undo,
                Id.REDO: file.redo,
            }
            (steps | file.slots()).get(name, _nothing)()

    def checked(self) -> Collection[ActionId]:
        """The checkable actions that are on."""
        panels, file = self._panels, self._file()
        on = {name for name, page in _LEFT.items() if panels.left.shown == page}
        if panels.right_shown:
            on.add(Id.TEXTS)
        if self.dark:
            on.add(Id.DARK_PAGES)
        if file is None:
            return on
        if file.presentation.before is not None:
            on.add(Id.PRESENTATION)
        place = file.view.place()
        on |= {name for name, fit in _FITS.items() if place.fit is fit}
        on |= {name for name, spread in _SPREADS.items() if place.spread is spread}
        return on | set(file.checked())

    def _turn(self, file: OpenFile, degrees: int) -> None:
        file.view.set_rotation(file.view.place().rotation + degrees)


def _nothing() -> None:
    """The part that does this is not there for this file."""

"""The menus of a digest's head: the ways in which it can be handed on, and what was handed on."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.own_digest import HandedOn, Way
from desktop.ui.assets import icon
from desktop.ui.composing.digest_words import handed_on_words, place_words, way_name
from desktop.ui.composing.hand_on_flow import HandOnFlow
from desktop.ui.digests.target_file import show_in_folder

if TYPE_CHECKING:
    from desktop.ui.composing.digest_page import DigestPage

_FILES = (Way.MARKDOWN, Way.PAGE, Way.RSS)
_AGAIN = 3
_REMEMBERED = 20
"""Lines of the history that are shown."""


class HandOnMenus(QObject):
    """Filled when they are opened: what was typed until then is stored before anything is written."""

    mail_wanted = Signal(object)
    """The digest is to be sent (OwnDigestId)."""

    def __init__(self, page: "DigestPage", flow: HandOnFlow) -> None:
        super().__init__(page)
        self._page = page
        self._flow = flow
        page.head.hand_on_menu.aboutToShow.connect(self._fill_ways)
        page.head.history_menu.aboutToShow.connect(self._fill_history)

    def _fill_ways(self) -> None:
        page, menu = self._page, self._page.head.hand_on_menu
        page.finish()
        menu.clear()
        for way in _FILES:
            menu.addAction(f"{way_name(way)}…").triggered.connect(partial(self._to_file, way))
        menu.addAction(f"{way_name(Way.FOLDER)}…").triggered.connect(self._to_folder)
        menu.addAction(f"{way_name(Way.MAIL)}…").triggered.connect(self._to_mail)
        places: dict[tuple[Way, str], HandedOn] = {}
        for handed in page.handed_on:
            if handed.way is not Way.MAIL:
                places.setdefault((handed.way, handed.target), handed)
        if places:
            menu.addSeparator()
        for handed in list(places.values())[:_AGAIN]:
            action = menu.addAction(icon("refresh"), self.tr("Again: {place}").format(place=place_words(handed)))
            action.triggered.connect(partial(self._again, handed))
        full = page.view is not None and bool(page.view.rows)
        for action in menu.actions():
            action.setEnabled(full)

    def _fill_history(self) -> None:
        menu = self._page.head.history_menu
        menu.clear()
        for handed in self._page.handed_on[:_REMEMBERED]:
            action = menu.addAction(handed_on_words(handed).replace("&", "&&"))
            action.setEnabled(handed.way is not Way.MAIL)
            action.setToolTip(self.tr("Show in folder"))
            action.triggered.connect(partial(self._show, handed))
        menu.setToolTipsVisible(True)

    def _to_file(self, way: Way, _: bool = False) -> None:
        self._flow.to_file(self._page.digest, way, self._page.head.choice.name)

    def _to_folder(self) -> None:
        self._flow.to_folder(self._page.digest)

    def _to_mail(self) -> None:
        self.mail_wanted.emit(self._page.digest)

    def _again(self, handed: HandedOn, _: bool = False) -> None:
        self._flow.again(self._page.digest, handed)

    @staticmethod
    def _show(handed: HandedOn, _: bool = False) -> None:
        target = Path(handed.target)
        show_in_folder(str(target / "index.html" if handed.way is Way.FOLDER else target))

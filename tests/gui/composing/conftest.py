"""A digest of four papers, on its page in a real window."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.ids import OwnDigestId, PaperId
from desktop.domain.own_digest import DigestChoice, MadeOf
from desktop.services.library import LibraryServices
from desktop.ui.actions import ActionId
from desktop.ui.composing.digest_page import DigestPage
from tests.gui.shown_window import Shown

OnDb = Callable[[Callable[[], Any]], Any]


class Composer:
    """A person in front of the page of a digest."""

    def __init__(self, shown: Shown, digest: OwnDigestId, on_db: OnDb, services: LibraryServices) -> None:
        self.shown = shown
        self.digest = digest
        self.qtbot = shown.qtbot
        self.on_db = on_db
        self.services = services
        self.page = self.open()

    def open(self) -> DigestPage:
        self.page = self.shown.desk.digests.composing.open(self.digest)
        self.qtbot.waitUntil(lambda: self.page.view is not None and self.complete)
        return self.page

    @property
    def complete(self) -> bool:
        return self.page.preview.complete and bool(self.source or self.page_text)

    @property
    def focused(self) -> QWidget:
        return QApplication.focusWidget() or self.shown.window

    @property
    def source(self) -> str:
        return self.page.preview.source.toPlainText()

    @property
    def page_text(self) -> str:
        return self.page.preview.page.toPlainText()

    def titles(self) -> list[str]:
        return [row.title for row in self.page.list.papers.rows]

    def stored(self) -> list[PaperId]:
        return list(self.on_db(lambda: self.services.own_digests.digest(self.digest).papers))

    def choice(self) -> DigestChoice:
        choice: DigestChoice = self.on_db(lambda: self.services.own_digests.digest(self.digest).choice)
        return choice

    def sees(self, titles: list[str]) -> None:
        self.qtbot.waitUntil(lambda: self.titles() == titles)

    def does(self, action: ActionId) -> None:
        self.qtbot.waitUntil(lambda: self.shown.can(action))
        self.shown.do(action)


@pytest.fixture
def composer(shown: Shown, filled: LibraryServices, on_db: OnDb) -> Composer:
    def make() -> OwnDigestId:
        papers = sorted(PaperId(paper) for paper in shown.desk.room.shown)
        made, _ = filled.own_digests.create(MadeOf(), DigestChoice("Reading group"), papers)
        return made.id

    return Composer(shown, on_db(make), on_db, filled)

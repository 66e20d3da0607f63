"""Somebody who types in a digest of 200 papers and puts them in order, while it is noted how long the GUI thread was
deaf."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from desktop.app.container import Container
from desktop.domain.ids import OwnDigestId
from desktop.domain.paper import TextKind
from desktop.ui.composing.digest_page import DigestPage
from desktop.ui.composing.papers_model import Move
from desktop.ui.library.paper_texts import Slot
from tests.benchmarks.person import KEY_MS, Gap, Heartbeat, Steps

_TEXT = "what we think of this paper after a second look"
_MOVES = 20
_REPEAT_MS = 60


class Composer(QObject):
    """Opens that digest, types in the preview of the page and of the Markdown, moves papers, closes the window."""

    def __init__(self, program: Container, digest: int, rounds: int) -> None:
        super().__init__(program)
        self._program = program
        self._digest = OwnDigestId(digest)
        self._rounds = rounds
        self.heart = Heartbeat()
        self.rounds: list[dict[str, list[Gap]]] = []
        self._steps = self._work()
        program.library_opened.connect(self._go_on)

    def _work(self) -> Steps:
        window = self._program.window
        yield lambda: window.desk is not None and window.desk.room.shown_count > 0
        desk = window.desk
        assert desk is not None
        yield lambda: desk.digests.composing.warming.done  # some seconds after the start
        window.activateWindow()  # where no window manager does
        yield window.isActiveWindow
        self.heart.lap()
        page = desk.digests.composing.open(self._digest)
        yield lambda: page.view is not None and page.preview.complete and page.texts.details is not None
        opening = self.heart.lap()
        for number in range(self._rounds):
            noted = {"opening": opening} if not number else {}
            for tab, name in enumerate(("typing beside the page", "typing beside the Markdown")):
                page.preview.tabs.setCurrentIndex(tab)
                yield 500
                yield lambda: page.preview.complete
                yield from self._type(page, noted, name)
            yield from self._move(page, noted)
            self.rounds.append(noted)

    def _type(self, page: DigestPage, noted: dict[str, list[Gap]], name: str) -> Steps:
        page.edit()
        field = page.texts.texts.sections[Slot(TextKind.TITLE, False)].field
        self.heart.lap()
        for letter in _TEXT:
            QTest.keyClicks(field, letter)
            yield KEY_MS
        noted[name] = self.heart.lap()
        QTest.keySequence(field, QKeySequence("Ctrl+Return"))
        yield 500

    def _move(self, page: DigestPage, noted: dict[str, list[Gap]]) -> Steps:
        page.list.setFocus()
        self.heart.lap()
        for _ in range(_MOVES):
            page.reorder(Move.DOWN)
            yield _REPEAT_MS
        yield 500
        noted["moving a paper"] = self.heart.lap()

    def _go_on(self) -> None:
        wish = next(self._steps, None)
        if wish is None:
            self._program.window.close()
        elif callable(wish):
            self._wait_for(wish)
        else:
            QTimer.singleShot(int(wish), self, self._go_on)

    def _wait_for(self, condition: Callable[[], bool]) -> None:
        if condition():
            self._go_on()
        else:
            QTimer.singleShot(5, self, lambda: self._wait_for(condition))

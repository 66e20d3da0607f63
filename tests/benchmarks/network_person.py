"""Somebody who checks for new versions and downloads PDFs while the network is in a bad state, scrolls meanwhile, and
then gives up; at last closes the window in the midst of it."""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.app.container import Container
from desktop.ui.actions import ActionId
from desktop.ui.fetching.fetch_orders import FetchOrders
from tests.benchmarks.person import REPEAT_MS, Gap, Person, Steps

ROUNDS = 3
KEYS = 120
"""Pressed while something is fetched: two seconds."""


class NetworkPerson(Person):
    """`told` says how it went."""

    def __init__(self, program: Container, servers: dict[str, str]) -> None:
        super().__init__(program, [])
        self._servers = servers
        self.closed_at = 0.0
        self.told: list[dict[str, dict[str, list[Gap] | list[float]]]] = []

    def _day(self) -> Steps:
        room = self.desk.room
        yield lambda: room.shown_count > 0
        yield 3000  # the rest of the program is imported meanwhile
        fetcher = self.desk.fetching.fetcher
        services = self._program._services
        assert services is not None
        orders = FetchOrders(services, fetcher)
        room.table.selectRow(0)
        for _ in range(ROUNDS):
            done: dict[str, dict[str, list[Gap] | list[float]]] = {}
            for name, address in self._servers.items():
                way = services.network
                services.network = replace(way, api=f"{address}/api/query", pdfs=f"{address}/pdf/")
                self.heart.lap()
                cancelled: list[float] = []
                self._do(ActionId.CHECK_VERSIONS)
                yield from self._fetch(lambda: fetcher.overview().papers > 0)
                yield from self._give_up(orders.cancel_questions, lambda: not fetcher._questions.busy, cancelled)
                yield lambda: not fetcher.overview().papers
                self._do(ActionId.DOWNLOAD_PDF)
                yield from self._fetch(lambda: bool(fetcher.queue.fetches))
                cancel = partial(orders.cancel, [fetch.id for fetch in fetcher.queue.fetches])
                yield from self._give_up(cancel, lambda: fetcher.loading.fetch is None, cancelled)
                yield lambda: not fetcher.queue.fetches
                done[name] = {"gaps": self.heart.lap(), "cancelled": cancelled}
                yield 200
            self.told.append(done)
        services.network = replace(services.network, pdfs=f"{self._servers['silent']}/pdf/")
        self._do(ActionId.DOWNLOAD_PDF)
        yield lambda: fetcher.loading.fetch is not None
        yield 500
        self.closed_at = time.perf_counter()

    def _do(self, action: ActionId) -> None:
        self._program.window.contents.commands[action].trigger()

    def _fetch(self, begun: Callable[[], bool]) -> Steps:
        """Wait until it has begun, then move through the table for two seconds."""
        yield begun
        table = self.desk.room.table
        table.setFocus()
        for number in range(KEYS):
            QTest.keyClick(table, Qt.Key.Key_PageDown if number % 20 < 10 else Qt.Key.Key_PageUp)
            yield REPEAT_MS
        table.selectRow(0)

    def _give_up(self, order: Callable[[], None], stopped: Callable[[], bool], cancelled: list[float]) -> Steps:
        start = time.perf_counter()
        order()
        yield stopped
        cancelled.append(round(1000 * (time.perf_counter() - start), 1))

"""Circles of garbage are found on the GUI thread, and only what was made since the start is looked at."""

import gc
import threading
from collections.abc import Iterator
from typing import ClassVar

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop.app.collector import Collector


class Circle:
    freed: ClassVar[list[threading.Thread]] = []

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        Circle.freed.append(threading.current_thread())


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    gc.collect()
    gc.disable()
    Circle.freed.clear()
    yield Collector()
    gc.unfreeze()
    gc.enable()


def make_circles(count: int) -> None:
    for _ in range(count):
        Circle()


def test_circles_made_on_a_lane_are_freed_on_the_gui_thread(qtbot: QtBot, collector: Collector) -> None:
    lane = threading.Thread(target=make_circles, args=(5000,))
    lane.start()
    lane.join()
    assert not Circle.freed
    (timer,) = collector.findChildren(QTimer)
    timer.setInterval(1)
    qtbot.waitUntil(lambda: len(Circle.freed) == 5000)
    assert set(Circle.freed) == {threading.main_thread()}


def test_a_few_objects_are_not_looked_through(collector: Collector) -> None:
    gc.collect()
    make_circles(3)
    assert collector.collect() == 0
    assert not Circle.freed


def test_what_was_there_at_the_start_is_not_looked_at_again(qtbot: QtBot) -> None:
    kept = [[number] for number in range(1000)]
    collector = Collector()
    try:
        assert gc.get_freeze_count() >= len(kept)
        assert len(gc.get_objects()) < len(kept)
    finally:
        gc.unfreeze()
        collector.deleteLater()

"""A full sidebar (500 digests, 300 tags, 200 collections) is brought up to date within one frame of the window."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.digest import DigestFormat
from desktop.domain.ids import CollectionId, DigestId, TagId
from desktop.domain.labels import Collection, Tag
from desktop.domain.listing import DigestSummary, Listing, Sidebar
from desktop.ui.sidebar.sidebar_pane import SidebarPane

ROUNDS = 15
FRAME_MS = 16.0


def full_sidebar() -> Sidebar:
    digests = (DigestSummary(DigestId(n), f"{n}.md", DigestFormat.DIGEST, n, 0, True) for n in range(1, 501))
    parents = [CollectionId(n // 5) if n >= 5 else None for n in range(1, 201)]
    return Sidebar(
        *(65_538, 500, 3, tuple(digests)),
        inbox=60_000,
        tags=tuple(Tag(TagId(n), f"topic {n % 20:02}/subject {n:03}", n % 9, n) for n in range(1, 301)),
        collections=tuple(
            Collection(CollectionId(n), parent, f"Collection {n}", n, n) for n, parent in enumerate(parents, 1)
        ),
    )


def least_ms(work: Callable[[int], object]) -> float:
    """Processor time of the quickest round, in milliseconds."""
    times = []
    for number in range(ROUNDS):
        started = time.process_time()
        work(number)
        times.append((time.process_time() - started) * 1000)
    return min(times)


def test_a_full_sidebar_follows_a_change_within_a_frame(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    pane = SidebarPane()
    qtbot.addWidget(pane)
    pane.resize(220, 800)
    pane.show()
    full = full_sidebar()
    pane.view.set_sidebar(full)
    pane.view.choose(Listing())
    named = [replace(full, tags=(replace(full.tags[0], name=f"z/{n}"), *full.tags[1:])) for n in range(ROUNDS)]
    counts = [replace(full, inbox=n, tags=(replace(full.tags[0], papers=n), *full.tags[1:])) for n in range(ROUNDS)]
    fewer = replace(full, tags=full.tags[1:], digests=full.digests[1:])
    found = {
        "counts": least_ms(lambda number: pane.view.set_sidebar(counts[number])),
        "a tag is renamed": least_ms(lambda number: pane.view.set_sidebar(named[number])),
        "rows come and go": least_ms(lambda number: pane.view.set_sidebar(fewer if number % 2 else full)),
    }
    with capsys.disabled():
        print("\n1,000 rows, " + ", ".join(f"{what}: {took:.1f} ms" for what, took in found.items()))
    assert max(found.values()) <= FRAME_MS

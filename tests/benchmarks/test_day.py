"""A day of 200 papers by `papershelf digest`, against what its calls alone need: their number × latency / parallel.

Seconds are those of the clock on the wall, the best of some rounds: other work on the machine shall not count. The
program's bytecode is there, as where it is installed. In a usual run there are a quarter of the papers, against which
the start of the program weighs more: there the part with calls is judged alone.
"""

import os
from pathlib import Path

import pytest

from tests.e2e.made_day import MadeDay, moments, timed

LATENCY_S = 0.2
PARALLEL = 4
MOST = 1.3


@pytest.fixture
def _with_bytecode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path / "bytecode"))
    with MadeDay(tmp_path / "first", 1) as day:
        assert day.make().code == 0


@pytest.mark.usefixtures("_with_bytecode")
def test_a_day_takes_hardly_longer_than_its_calls(tmp_path: Path, full_run: bool) -> None:
    papers, rounds = (200, 3) if full_run else (50, 1)
    ratios, of_calls = [], []
    for number in range(rounds):
        with MadeDay(tmp_path / str(number), papers, PARALLEL, latency_s=LATENCY_S, bad_every=10) as day:
            before = os.times()
            answer, begun, ended = timed(day)
            after = os.times()
            assert answer.code in (0, 1), answer
            alone_s = len(day.model.calls) * LATENCY_S / PARALLEL
            parts = moments(day, begun, ended)
        ratios.append((ended - begun) / alone_s)
        of_calls.append(dict(parts)["calls"] / alone_s)
        used = after.children_user + after.children_system - before.children_user - before.children_system
        told = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in parts)
        print(f"{papers} papers: {ended - begun:.1f} s, ratio {ratios[-1]:.2f}, CPU {used:.1f} s ({told})")
    assert min(of_calls) <= MOST
    if full_run:
        assert min(ratios) <= MOST

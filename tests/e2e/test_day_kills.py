"""A day's digest whose making is killed three times ends as any other, and pays for nothing twice.

20 papers in a usual run, 200 in a full one. The moments are random: a share of the answers, and some milliseconds.
"""

import random
import time
from pathlib import Path

import pytest

from desktop.formats.digest_markdown import read_exact_digest
from tests.e2e.made_day import TEXTS, TODAY, MadeDay

KILLS = 3
EARLY = 0.25
"""So often a kill comes while the program starts, asks the feed or stores what it told."""
PARALLEL = 4


@pytest.mark.timeout(900)
def test_three_kills_pay_for_nothing_twice(tmp_path: Path, full_run: bool) -> None:
    seed = random.SystemRandom().randrange(2**32)
    chance = random.Random(seed)
    papers, latency_s = (200, 0.2) if full_run else (20, 0.05)
    asked_again = in_flight = 0
    lost: list[int] = []
    with MadeDay(tmp_path, papers, PARALLEL, latency_s=latency_s, bad_every=10) as day:
        stored = day.stored()
        for _ in range(KILLS):
            begun = len(day.model.calls)
            child = day.child()
            if chance.random() < EARLY:
                time.sleep(chance.uniform(0, 2))
            else:
                share = papers // (KILLS + 1)
                day.model.wait_for(len(day.model.delivered) + chance.randrange(1, share), timeout_s=60)
                time.sleep(chance.uniform(0, latency_s))
            child.kill()
            child.wait()
            calls = day.model.calls[begun:]
            asked_again += sum((call.title, key) in stored for call in calls for key in call.keys)
            stored = day.stored()
            missing = [
                call
                for call in calls
                if call.fault is None and not all((call.title, key) in stored for key in call.keys)
            ]
            lost.append(sum(call.delivered for call in missing))
            in_flight += sum(not call.delivered for call in missing)
        begun = len(day.model.calls)
        answer = day.make()
        asked_again += sum((call.title, key) in stored for call in day.model.calls[begun:] for key in call.keys)
        listed = day.listed()
        assert answer.code == (1 if listed else 0), answer
        assert sum(day.stored().values()) + listed == TEXTS * papers
        digest = read_exact_digest(day.files()[f"{TODAY}/cs.CV.md"])
        assert digest is not None
        assert len(digest.entries) == papers
        calls_in_all = len(day.model.calls)
    print(
        f"seed {seed}: {calls_in_all} calls, texts asked for again {asked_again}, delivered and lost at each kill"
        f" {lost}, in flight at a kill {in_flight}, {listed} listed"
    )
    assert asked_again == 0
    assert max(lost) <= PARALLEL

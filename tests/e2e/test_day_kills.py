"""A day's digest whose making is killed three times ends as any other, and pays for nothing twice.

20 papers in a usual run, 200 in a full one. The moments are random: while the program starts and asks the feed, or so
many answers and some milliseconds later.
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
LATENCY_S = 0.2


class Account:
    """What was asked and what of it is stored, run by run."""

    def __init__(self, day: MadeDay) -> None:
        self._day = day
        self._begun = 0
        self._stored = day.stored()
        self.again = 0
        """Texts that were asked for though they were stored."""
        self.lost: list[int] = []
        """Good answers that were delivered and are not stored, at each end of a run."""
        self.in_flight = 0
        """Requests whose good answer was on its way at a kill."""

    def close(self) -> None:
        """A run has ended."""
        calls = self._day.model.calls[self._begun :]
        self._begun += len(calls)
        self.again += sum((call.title, key) in self._stored for call in calls for key in call.keys)
        self._stored = self._day.stored()
        good = [call for call in calls if call.fault is None]
        missing = [call for call in good if any((call.title, key) not in self._stored for key in call.keys)]
        self.lost.append(sum(call.delivered for call in missing))
        self.in_flight += sum(not call.delivered for call in missing)


def killed(day: MadeDay, chance: random.Random) -> None:
    """A run that does not end."""
    child = day.child()
    if chance.random() < EARLY:
        time.sleep(chance.uniform(0, 2))
    else:
        share = len(day.ids) // (KILLS + 1)
        day.model.wait_for(len(day.model.delivered) + chance.randrange(1, share), timeout_s=60)
        time.sleep(chance.uniform(0, day.model.latency_s))
    child.kill()
    child.wait()


@pytest.mark.timeout(900)
def test_three_kills_pay_for_nothing_twice(tmp_path: Path, full_run: bool) -> None:
    seed = random.SystemRandom().randrange(2**32)
    chance = random.Random(seed)
    papers = 200 if full_run else 20
    with MadeDay(tmp_path, papers, PARALLEL, latency_s=LATENCY_S, bad_every=10) as day:
        account = Account(day)
        for _ in range(KILLS):
            killed(day, chance)
            account.close()
        answer = day.make()
        account.close()
        told = f"texts asked for again {account.again}, lost at each end {account.lost}, in flight {account.in_flight}"
        print(f"seed {seed}: {len(day.model.calls)} calls, {told}, {day.listed()} listed")
        assert answer.code == (1 if day.listed() else 0), answer
        assert sum(day.stored().values()) + day.listed() == TEXTS * papers
        digest = read_exact_digest(day.files()[f"{TODAY}/cs.CV.md"])
        assert digest is not None
        assert len(digest.entries) == papers
    assert account.again == 0
    assert max(account.lost) <= PARALLEL

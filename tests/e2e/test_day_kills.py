"""A day's digest whose making is killed three times ends as any other, and pays for nothing twice: what the program
had is stored, or kept in a file. What was being made, sent or read at a kill is asked for again.

20 papers in a usual run, 200 in a full one. The moments are random: while the program starts and asks the feed, or so
many answers and some milliseconds later.
"""

import random
import time
from pathlib import Path

import pytest

from desktop.formats.digest_markdown import read_exact_digest
from tests.e2e.made_day import TEXTS, TODAY, MadeDay
from tests.model_server import Call

KILLS = 3
EARLY = 0.25
"""So often a kill comes while the program starts, asks the feed or stores what it told."""
PARALLEL = 4
LATENCY_S = 0.2


class Account:
    """What was asked, and asked again though it was paid for, run by run."""

    def __init__(self, day: MadeDay) -> None:
        self._day = day
        self._begun = 0
        self._stored = day.stored()
        self._had: set[tuple[str, str]] = set()
        """Texts whose good answers the program had in an earlier run: it asked something else on that connection."""
        self._under_way: set[tuple[str, str]] = set()
        """Texts whose good answers were being made, sent or read at a kill."""
        self.again = self.under_way = 0
        """Texts that were asked for though they were stored, or the program had them; requests that a kill cut off."""
        self.waiting: list[int] = []
        """Good answers that the program had and had not stored yet, at each end of a run."""

    def close(self) -> None:
        """A run has ended."""
        calls = self._day.model.calls[self._begun :]
        self._begun += len(calls)
        asked = [texts_of(call) for call in calls]
        self.again += sum(len(texts & (self._had | self._stored.keys())) for texts in asked)
        self.under_way += sum(bool(texts & self._under_way) for texts in asked)
        good = [call for call in calls if call.fault is None]
        had = [texts_of(call) for call in good if call.delivered and call.followed]
        self._had = self._had.union(*had)
        self._stored = self._day.stored()
        self._under_way = set().union(*map(texts_of, good)) - self._had - self._stored.keys()
        self.waiting.append(sum(not texts <= self._stored.keys() for texts in had))


def texts_of(call: Call) -> set[tuple[str, str]]:
    return {(call.title, key) for key in call.keys}


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
        told = f"paid for twice {account.again}, cut off {account.under_way}, not stored at each end {account.waiting}"
        print(f"seed {seed}: {len(day.model.calls)} calls, {told}, {day.listed()} listed")
        assert answer.code == (1 if day.listed() else 0), answer
        assert sum(day.stored().values()) + day.listed() == TEXTS * papers
        digest = read_exact_digest(day.files()[f"{TODAY}/cs.CV.md"])
        assert digest is not None
        assert len(digest.entries) == papers
    assert account.again == 0
    assert account.under_way <= PARALLEL * KILLS
    assert account.waiting[-1] == 0

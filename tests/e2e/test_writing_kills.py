"""A program that is killed while a model writes pays for nothing twice: what was stored is not asked for again.

20 papers in a usual run, 200 in a full one; three kills, at moments that the seed gives.
"""

import random
from pathlib import Path

import pytest

from tests.e2e.written_library import WrittenLibrary
from tests.model_server import ModelServer

KILLS = 3
PARALLEL = 8


@pytest.mark.timeout(600)
def test_what_was_stored_before_a_kill_is_not_asked_for_again(tmp_path: Path, full_run: bool) -> None:
    seed = random.SystemRandom().randrange(2**32)
    chance = random.Random(seed)
    papers = 200 if full_run else 40
    library = WrittenLibrary(tmp_path / "library", papers)
    asked_again = undelivered = unstored = 0
    with ModelServer(latency_s=0.2, bad_every=10) as server:
        stored = library.stored()
        for kill in range(KILLS + 1):
            begun = len(server.calls)
            child = library.child(server.url, PARALLEL)
            if kill < KILLS:
                share = papers // (KILLS + 1)
                server.wait_for(len(server.delivered) + chance.randrange(share // 2, share))
                child.kill()
            child.communicate()
            calls = server.calls[begun:]
            asked_again += sum(bool(stored.get(call.title, set()) & set(call.keys)) for call in calls)
            stored = library.stored()
            good = [call for call in calls if call.fault is None]
            lost = [call for call in good if not stored.get(call.title, set()).issuperset(call.keys)]
            undelivered += sum(not call.delivered for call in lost)
            unstored += sum(call.delivered for call in lost)
        total = len(server.calls)
    print(f"seed {seed}: {total} calls, {asked_again} asked again, {undelivered} in flight, {unstored} not stored yet")
    assert asked_again == 0
    assert undelivered + unstored <= 2 * PARALLEL * KILLS
    assert sum(len(keys) for keys in stored.values()) + len(failed := library.failed()) == 4 * papers
    assert len(failed) <= papers // 20, failed

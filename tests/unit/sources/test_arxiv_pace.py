"""The pace by a clock of the test's own: jumps, boots, restarts, Retry-After, damaged files."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.errors import Cancelled
from desktop.sources import arxiv_pace
from desktop.sources.arxiv_pace import Clock, Pace

INTERVAL = 3.0


def about(seconds: float, give: float = 0.01) -> Any:  # Any: what pytest compares with
    return pytest.approx(seconds, abs=give)


class Time:
    """What really passes, and what the clocks of a computer make of it."""

    def __init__(self, *, tells_boot: bool = True) -> None:
        self.true = 1_000.0
        self.wall_error = 1.6e9
        self.booted_at = 0.0
        self.boot = 1
        self.tells_boot = tells_boot
        self.clock = Clock(self.steady, self.wall, self.boot_name, self.sleep)

    def steady(self) -> float:
        return self.true - self.booted_at

    def wall(self) -> float:
        return self.true + self.wall_error

    def boot_name(self) -> str:
        return str(self.boot) if self.tells_boot else ""

    def sleep(self, seconds: float) -> None:
        self.true += seconds

    def reboot(self) -> None:
        self.true += 5
        self.boot += 1
        self.booted_at = self.true - 2


def restart() -> None:
    """Forget what this process knows, as if it was another one."""
    arxiv_pace._in_process.cache_clear()


@pytest.fixture(autouse=True)
def _fresh_process() -> Iterator[None]:
    restart()
    yield
    restart()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "pace"


def ask(time: Time, file: Path, wait: float = 0.0) -> float:
    """Take a turn that lasts a tenth of a second; returns how long it was waited for."""
    before = time.true
    with Pace(file, INTERVAL, time.clock).turn(lambda: False) as turn:
        waited = time.true - before
        turn.ask_to_wait(wait)
        time.true += 0.1
    return waited


def test_the_first_request_does_not_wait(file: Path) -> None:
    assert ask(Time(), file) == 0.0


def test_the_next_waits_until_an_interval_after_the_answer_began(file: Path) -> None:
    time = Time()
    ask(time, file)
    assert ask(time, file) == about(INTERVAL)
    time.true += 1
    assert ask(time, file) == about(INTERVAL - 1)
    time.true += 60
    assert ask(time, file) == 0.0


def test_a_restart_of_the_program_changes_nothing(file: Path) -> None:
    time = Time()
    ask(time, file)
    restart()
    assert ask(time, file) == about(INTERVAL)


@pytest.mark.parametrize("jump", [-1e6, -3600, -2, 2, 3600, 1e6])
@pytest.mark.parametrize("restarts", [False, True])
def test_a_clock_that_is_set_changes_nothing(file: Path, jump: float, restarts: bool) -> None:
    time = Time()
    ask(time, file)
    time.wall_error += jump
    if restarts:
        restart()
    assert ask(time, file) == about(INTERVAL)


@pytest.mark.parametrize("wait", [10.0, 3600.0])
def test_a_wish_to_be_left_alone_holds_for_everybody(file: Path, wait: float) -> None:
    time = Time()
    ask(time, file, wait)
    restart()
    assert ask(time, file) == about(wait)
    assert ask(time, file) == about(INTERVAL)


@pytest.mark.parametrize(("wait", "waited"), [(1e9, 3600), (-5, INTERVAL), (0, INTERVAL), (1, INTERVAL)])
def test_the_wish_is_held_between_the_interval_and_an_hour(file: Path, wait: float, waited: float) -> None:
    time = Time()
    ask(time, file, wait)
    assert ask(time, file) == about(waited)


@pytest.mark.parametrize("tells_boot", [True, False])
@pytest.mark.parametrize(("away", "waited"), [(0, 593), (300, 293), (3600, 0)])
def test_after_a_boot_the_wall_clock_counts(file: Path, tells_boot: bool, away: float, waited: float) -> None:
    time = Time(tells_boot=tells_boot)
    ask(time, file, 600)
    time.true += 2 + away
    time.reboot()
    restart()
    assert ask(time, file) == about(waited)


def test_after_a_boot_a_clock_that_was_set_back_costs_no_more_than_the_pause(file: Path) -> None:
    time = Time()
    ask(time, file, 600)
    time.reboot()
    time.wall_error -= 1e6
    restart()
    assert ask(time, file) == about(600)


def test_200_requests_keep_the_pace_whatever_happens_to_the_clocks(file: Path) -> None:
    chance, time = random.Random(19), Time()
    last, pause = -1e9, 0.0
    for _ in range(200):
        match chance.randrange(6):
            case 0:
                time.wall_error += chance.choice([-1, 1]) * 10 ** chance.uniform(0, 7)
            case 1:
                restart()
            case 2:
                time.reboot()
                restart()
            case 3:
                time.true += chance.uniform(0, 2 * INTERVAL)
        asked_at = time.true
        wait = chance.choice([0, 0, 0, 7.0])
        waited = ask(time, file, wait)
        assert asked_at + waited - last >= INTERVAL
        assert waited <= pause + 0.01
        last, pause = time.true - 0.1, max(wait, INTERVAL)


def test_whoever_is_killed_in_a_turn_leaves_a_pause_behind(file: Path) -> None:
    time = Time()
    turn = Pace(file, INTERVAL, time.clock).turn(lambda: False)
    turn.__enter__()
    content = file.read_bytes()
    turn.__exit__(None, None, None)
    restart()
    file.write_bytes(content)
    assert ask(time, file) == about(2 * INTERVAL)


def test_who_waits_hears_of_a_cancellation_and_leaves_nothing_behind(file: Path) -> None:
    time = Time()
    ask(time, file, 600)
    stop_at = time.true + 100
    with pytest.raises(Cancelled), Pace(file, INTERVAL, time.clock).turn(lambda: time.true >= stop_at):
        pytest.fail("it was our turn")
    assert time.true <= stop_at + 0.2
    assert ask(time, file) == about(500, 0.2)


def test_a_file_that_cannot_be_opened_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    for file in (tmp_path / "file" / "pace", tmp_path, Path("a\0b")):
        time = Time()
        assert ask(time, file) == 0.0
        assert ask(time, file) == about(INTERVAL)


def test_a_full_disk_is_no_error(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("desktop.sources.arxiv_pace.os.write", full)
    time = Time()
    assert ask(time, file) == 0.0
    assert ask(time, file) == about(INTERVAL)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=200)
    | st.lists(st.none() | st.floats() | st.text(max_size=5) | st.integers(), max_size=6).map(
        lambda values: repr(values).replace("None", "null").replace("nan", "NaN").replace("'", '"').encode()
    )
)
def test_a_damaged_file_costs_an_hour_at_most_and_no_error(file: Path, content: bytes) -> None:
    restart()
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content)
    time = Time()
    assert ask(time, file) <= 3600
    assert ask(time, file) == about(INTERVAL)


@pytest.mark.parametrize(
    "content",
    [b"rubbish\n", b"[" * 5000, b"[1, 2, 3]", b'["", "a", 1, 2]', b'["", NaN, NaN, NaN]', b'["", 1, Infinity, 9]'],
)
def test_a_file_that_says_nothing_costs_one_interval(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    assert ask(Time(), file) == about(INTERVAL)

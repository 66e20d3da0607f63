"""Whether the computer runs on its battery, as Linux tells it."""

from pathlib import Path

import pytest

from desktop.system.power import on_battery

BATTERY = {"type": "Battery", "status": "Discharging"}
MAINS = {"type": "Mains", "online": "1"}


@pytest.mark.parametrize(
    ("supplies", "expected"),
    [
        ({}, False),
        ({"BAT0": BATTERY}, True),
        ({"BAT0": BATTERY, "AC": {**MAINS, "online": "0"}}, True),
        ({"BAT0": BATTERY, "AC": MAINS}, False),
        ({"BAT0": BATTERY, "ucsi": {"type": "USB", "online": "1"}}, False),
        ({"BAT0": {**BATTERY, "status": "Charging"}}, False),
        ({"BAT0": {**BATTERY, "status": "Full"}, "BAT1": BATTERY}, True),
        ({"mouse": {**BATTERY, "scope": "Device"}}, False),
        ({"BAT0": {"type": "Battery"}}, False),
        ({"AC": MAINS}, False),
        ({"odd": {}}, False),
    ],
)
def test_a_battery_that_empties_without_mains_counts(
    tmp_path: Path, supplies: dict[str, dict[str, str]], expected: bool
) -> None:
    for name, told in supplies.items():
        (tmp_path / name).mkdir()
        for file, text in told.items():
            (tmp_path / name / file).write_text(f"{text}\n")
    assert on_battery(tmp_path) is expected


def test_a_system_that_tells_nothing_runs_on_mains(tmp_path: Path) -> None:
    assert on_battery(tmp_path / "nowhere") is False
    (tmp_path / "file").write_text("")
    assert on_battery(tmp_path) is False

"""Does this computer run on its battery?"""

from pathlib import Path

SUPPLIES = Path("/sys/class/power_supply")
"""Where Linux tells of its supplies (https://docs.kernel.org/power/power_supply_class.html)."""


def on_battery(supplies: Path = SUPPLIES) -> bool:
    """Whether a battery of the computer is being used up and no mains gives power. False where nothing is told."""
    discharging = False
    try:
        for supply in sorted(supplies.iterdir()):
            kind = _told(supply, "type")
            if kind in ("Mains", "USB") and _told(supply, "online") == "1":
                return False
            # Scope tells the batteries of mice and headphones from that of the computer.
            if kind == "Battery" and _told(supply, "scope") != "Device":
                discharging |= _told(supply, "status") == "Discharging"
    except OSError:
        return False
    return discharging


def _told(supply: Path, name: str) -> str:
    try:
        return (supply / name).read_text("ascii", "replace").strip()
    except OSError:
        return ""

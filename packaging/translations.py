"""Bring the translations of the window up to date.

    python packaging/translations.py            texts of the code into the .ts files, these into the .qm files
    python packaging/translations.py --check    change nothing, tell what is out of date or not translated; exit code 1

To translate, edit the .ts file (a text editor or Qt Linguist will do), take `type="unfinished"` away, run this again.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
SOURCES = REPOSITORY / "desktop"
FOLDER = REPOSITORY / "resources" / "translations"


def main() -> int:
    """Return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="change nothing; exit code 1 if something is to be done")
    check = parser.parse_args().check
    faults = [fault for ts in sorted(FOLDER.glob("*.ts")) for fault in (differences(ts) if check else brought(ts))]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def brought(ts: Path) -> list[str]:
    """Rewrite that .ts file and its .qm file. Returns what still has to be translated."""
    update(ts)
    release(ts, ts.with_suffix(".qm"))
    return untranslated(ts)


def differences(ts: Path) -> list[str]:
    """What is to be done for that .ts file and its .qm file, in words."""
    with tempfile.TemporaryDirectory() as folder:
        new = Path(shutil.copy(ts, folder))
        update(new)
        release(ts, new.with_suffix(".qm"))
        faults = [] if new.read_bytes() == ts.read_bytes() else [f"{ts.name} does not hold the texts of the code"]
        qm = ts.with_suffix(".qm")
        if not qm.is_file() or qm.read_bytes() != new.with_suffix(".qm").read_bytes():
            faults.append(f"{qm.name} is not made from {ts.name}")
        return faults + untranslated(new)


def untranslated(ts: Path) -> list[str]:
    """The texts that have no finished translation."""
    messages = ElementTree.parse(ts).iter("message")
    missing = [message for message in messages if message.find("translation[@type]") is not None]
    return [f"{ts.name}: not translated: {message.findtext('source')}" for message in missing]


def update(ts: Path) -> None:
    """Put the texts of the code into the file. Translations are kept; those of texts that are gone are dropped."""
    sources = sorted(str(path) for path in SOURCES.rglob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "sources"
        listed.write_text("\n".join(sources), encoding="utf-8")
        heuristics = ("-disable-heuristic", "sametext", "-disable-heuristic", "similartext")
        _run("lupdate", "-no-obsolete", "-locations", "none", *heuristics, f"@{listed}", "-ts", str(ts))


def release(ts: Path, qm: Path) -> None:
    """Make the file that the program reads. By rename: a window that runs has the old one mapped into its memory."""
    new = qm.with_suffix(".new")
    _run("lrelease", str(ts), "-qm", str(new))
    new.replace(qm)


def _run(tool: str, *arguments: str) -> None:
    """Run a tool that comes with PySide6; what it says is shown if it fails."""
    program = shutil.which(f"pyside6-{tool}", path=Path(sys.executable).parent)
    if program is None:
        raise SystemExit(f"pyside6-{tool} is not there; run this with the Python that has PySide6")
    done = subprocess.run([program, *arguments, "-silent"], capture_output=True, text=True, check=False)
    if done.returncode or done.stderr:
        raise SystemExit(f"{tool}: {done.stdout}{done.stderr}")


if __name__ == "__main__":
    raise SystemExit(main())

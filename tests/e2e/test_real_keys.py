"""The program as a person has it: a real window on a real X server, driven by keys and the mouse alone.

What the window did is asked of it over its own channel (`papershelf list` and `search`), and read from the files it
wrote. There is no window manager, so this test gives new windows the keyboard, as one would.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.papershelf import PROGRAM, environment, papershelf

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X servers are tried on Linux")

TOOLS = ("Xvfb", "xdotool", "xkbcomp")
PATIENCE = 60.0
PASTNET = "PastNet: Introducing Physical Inductive Biases for Spatio-temporal Video Prediction"
SUMMARY = "并通过离散化局部特征降低计算成本。"
"""How the Chinese summary of that paper ends."""
ADDED = "（注意力）"
TABS_TO_SUMMARY = 14
"""From the title: translated title, authors, date, arXiv id, its pencil, category, more facts, the six buttons of the
reading list, Chinese summary."""
KEYMAP = """xkb_keymap {{
xkb_keycodes {{ include "evdev+aliases(qwerty)" }};
xkb_types {{ include "complete" }};
xkb_compat {{ include "complete" }};
xkb_symbols {{ include "pc+us+inet(evdev)" {keys} }};
}};"""


def until(condition: Callable[[], bool], otherwise: str, act: Callable[[], object] = lambda: None) -> None:
    """Wait for the condition, and `act` before each look at it. Each look asks another process, which takes a while."""
    deadline = time.monotonic() + PATIENCE
    while True:
        act()
        if condition():
            return
        if time.monotonic() > deadline:
            pytest.fail(otherwise)


class Hands:
    """Keyboard and mouse at one screen."""

    def __init__(self, display: str) -> None:
        self._environment = {**os.environ, "DISPLAY": display}

    def learn_characters(self, text: str) -> None:
        """Put the characters on keys of their own; xdotool would lend them one that is taken away again too soon."""
        keys = " ".join(f"key <FK{13 + n}> {{ [ U{ord(character):04X} ] }};" for n, character in enumerate(text))
        command = ("xkbcomp", "-w0", "-", self._environment["DISPLAY"])
        subprocess.run(command, env=self._environment, input=KEYMAP.format(keys=keys).encode(), check=True)

    def press(self, *keys: str) -> None:
        self._xdotool("key", *keys)

    def type(self, text: str) -> None:
        """ASCII, or characters that were learnt."""
        if text.isascii():
            self._xdotool("type", "--delay", "5", text)
        else:
            self.press(*(f"U{ord(character):04X}" for character in text))

    def click(self, x: int, y: int) -> None:
        self._xdotool("mousemove", "--sync", str(x), str(y), "click", "1")

    def sees(self, name: str) -> bool:
        """Whether a window whose title begins so is on the screen."""
        return bool(self._windows(name))

    def has_keyboard(self, name: str) -> bool:
        """Whether keys go to that window. If not, they will, unless the program gives them to another one just now."""
        windows = self._windows(name)
        if windows and self._run("getwindowfocus").stdout.split() == windows[-1:]:
            return True
        for window in windows[-1:]:
            self._run("windowfocus", window)
        return False

    def _windows(self, name: str) -> list[str]:
        while True:
            found = self._run("search", "--onlyvisible", "--name", f"^{name}")
            if "X Error" not in found.stderr:  # a window that goes while it is looked at ends the whole search
                return found.stdout.split()

    def _run(self, *words: str) -> "subprocess.CompletedProcess[str]":
        command = ("xdotool", *words)
        return subprocess.run(command, env=self._environment, capture_output=True, text=True, timeout=PATIENCE)

    def _xdotool(self, *words: str) -> None:
        done = self._run(*words)
        assert done.returncode == 0, (words, done.stderr)


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of this test alone."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        reason = f"not installed: {', '.join(missing)}"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    reads, writes = os.pipe()
    command = ("Xvfb", "-displayfd", str(writes), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset")
    with subprocess.Popen(command, pass_fds=(writes,), stderr=subprocess.DEVNULL) as server, os.fdopen(reads) as told:
        os.close(writes)
        try:
            number = told.readline().strip()
            assert number, "the X server did not start"
            yield f":{number}"
        finally:
            server.terminate()


@pytest.fixture
def hands(display: str) -> Hands:
    hands = Hands(display)
    hands.learn_characters(ADDED)
    return hands


@pytest.fixture
def window(display: str, tmp_path: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """The program, started as a person starts it; killed if the test fails."""
    changes = {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONWARNINGS": "",
        "QT_IM_MODULE": "",
        "LC_ALL": "C.UTF-8",
    }
    command = [*PROGRAM, "--library", str(tmp_path / "library")]
    with (
        open(tmp_path / "complaints", "wb") as complaints,
        subprocess.Popen(command, env=environment(changes), stdout=complaints, stderr=complaints) as window,
    ):
        try:
            yield window
        finally:
            window.kill()


class Reader:
    """A person at the window: does one thing after the other and looks at what came of it."""

    def __init__(self, hands: Hands, folder: Path) -> None:
        self._hands = hands
        self._folder = folder

    def finds(self, *query: str) -> list[str]:
        """Titles of the papers that the window has for a search, or of all."""
        command = ("search", *query) if query else ("list",)
        answer = papershelf(*command, "--json", "--library", self._folder / "library")
        assert answer.code == 0, answer.err
        return [paper["title"] for paper in json.loads(answer.out)]

    def settle(self) -> None:
        """Until the window has shown what the last keys asked for: hits, then all hits, then the chosen paper.

        The window answers in the order in which it was asked, so with each answer one of these stands.
        """
        for _ in range(3):
            self._ask()

    def _ask(self) -> None:
        papershelf("list", "--limit", "1", "--library", self._folder / "library")

    def take(self, name: str) -> None:
        """Turn to the window whose title begins so, once it is there and the program has done what it was asked."""
        until(lambda: self._hands.has_keyboard(name), f"the window {name!r} does not get the keyboard", self._ask)

    def imports(self, path: Path) -> None:
        hands = self._hands
        self.take("library ")
        hands.press("ctrl+o")
        self.take("Import files")
        hands.type(str(path))
        hands.press("Return")
        until(lambda: not hands.sees("Import files"), "the file dialog stays open")
        self.take("Import")
        hands.press("Return")
        until(lambda: not hands.sees("Import"), "the plan stays open")
        until(lambda: len(self.finds()) == 5, "the papers of the digest are not there")
        self.take("library ")

    def chooses_by_search(self, text: str) -> None:
        self._hands.press("ctrl+f")
        self._hands.type(text)
        self._hands.press("Down")
        self.settle()

    def adds_to_summary(self, text: str) -> None:
        hands = self._hands
        hands.press("ctrl+e", *["Tab"] * TABS_TO_SUMMARY, "ctrl+e", "ctrl+End")
        hands.type(text)
        hands.press("ctrl+Return")

    def comes_to_find(self, query: str, *titles: str) -> None:
        until(lambda: self.finds(query) == list(titles), f"{query} does not find {titles}")

    def chooses_digest(self) -> None:
        """Click into the search box and walk to the last digest of the sidebar."""
        self._hands.click(430, 47)
        self._hands.press("shift+Tab", "End", "Up")
        self.settle()

    def exports(self, folder: Path | None, name: str) -> bytes:
        """Export the digest under that name, into another folder than the last one if one is given."""
        hands = self._hands
        hands.press("ctrl+shift+e")
        self.take("Export digest")
        hands.press("ctrl+a")
        hands.type(name)
        if folder is not None:
            hands.press("Tab", "space")
            self.take("Export into")
            hands.type(str(folder))
            hands.press("Return")
            until(lambda: not hands.sees("Export into"), "the folder's dialog stays open")
            self.take("Export digest")
        # The button waits for the preview, and a key that comes before does nothing.
        pressing = lambda: hands.press("Return") if hands.sees("Export digest") else None  # noqa: E731
        until(lambda: not hands.sees("Export digest"), "nothing is exported", pressing)
        self.take("library ")
        return ((folder or self._folder / "exported") / name).read_bytes()


@pytest.mark.timeout(300)
def test_the_main_job_is_done_by_keys_and_comes_out_identical(
    hands: Hands, window: "subprocess.Popen[bytes]", shared: Path, tmp_path: Path
) -> None:
    seed = next((shared / "seeds").glob("001_*"))
    original = seed.read_text("utf-8")
    (tmp_path / "exported").mkdir()
    reader = Reader(hands, tmp_path)

    reader.imports(seed)
    assert reader.finds("fourier") == [PASTNET]
    reader.chooses_by_search("fourier")
    reader.adds_to_summary(ADDED)
    reader.comes_to_find("注意力", PASTNET)
    hands.press("ctrl+z")
    reader.comes_to_find("注意力")
    hands.press("ctrl+shift+z")
    reader.comes_to_find("注意力", PASTNET)
    hands.press("ctrl+z")
    reader.comes_to_find("注意力")

    reader.chooses_digest()
    assert reader.exports(tmp_path / "exported", "same.md") == seed.read_bytes()

    hands.press("ctrl+shift+z")
    reader.comes_to_find("注意力", PASTNET)
    assert original.count(SUMMARY) == 2  # in the table and in the details
    assert reader.exports(None, "edited.md").decode() == original.replace(SUMMARY, SUMMARY + ADDED)

    hands.press("ctrl+q")
    assert window.wait(PATIENCE) == 0
    assert "Traceback" not in (tmp_path / "complaints").read_text("utf-8")
    assert papershelf("check", "--library", tmp_path / "library").code == 0

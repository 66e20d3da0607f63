"""Which papers were open when a library was left, as a text for the settings."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.ids import PaperId

_MOST = 100
"""Tabs that are remembered."""
_TITLE = 300
"""Characters of a title."""


@dataclass(frozen=True, slots=True)
class OpenTab:
    """A paper that was open."""

    paper: PaperId
    sha256: str = ""
    """The file that was read; empty for the one read last."""
    title: str = ""


@dataclass(frozen=True, slots=True)
class OpenTabs:
    """The open papers in the order of their tabs."""

    tabs: tuple[OpenTab, ...] = ()
    front: PaperId | None = None
    """None: the list of papers was in front."""


def written(tabs: Sequence[OpenTab], front: PaperId | None) -> str:
    """The tabs as JSON; empty if there are none."""
    if not tabs:
        return ""
    rows = [[tab.paper, tab.sha256, tab.title[:_TITLE]] for tab in tabs[:_MOST]]
    return json.dumps({"tabs": rows, "front": front}, ensure_ascii=False)


def read(text: str) -> OpenTabs:
    """What `written` gave; no tabs if it cannot be understood."""
    if not text:
        return OpenTabs()
    try:
        state = json.loads(text)
        tabs = {
            int(paper): OpenTab(PaperId(int(paper)), str(sha256), str(title)) for paper, sha256, title in state["tabs"]
        }
        front = PaperId(int(state["front"])) if state["front"] is not None else None
        return OpenTabs(tuple(tabs.values())[:_MOST], front if front in tabs else None)
    except (ValueError, KeyError, TypeError):
        return OpenTabs()

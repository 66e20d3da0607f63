"""Every colour and size of the window. Palettes, the style sheet and the delegates are made from these; nothing else
names one."""

from enum import StrEnum

from desktop.domain.mark_colors import MARK_COLORS


class Color(StrEnum):
    """What a colour is for."""

    WINDOW = "window"
    """Behind everything."""
    SURFACE = "surface"
    """Table, details, fields."""
    SIDEBAR = "sidebar"
    TEXT = "text"
    TEXT_MUTED = "text-muted"
    LINE = "line"
    """Hairlines."""
    LINE_STRONG = "line-strong"
    """The edge of what can be typed into or pressed: 3 : 1 on the surface."""
    HOVER = "hover"
    ACCENT = "accent"
    ON_ACCENT = "on-accent"
    """Text on the accent."""
    ACCENT_SOFT = "accent-soft"
    """Selection."""
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    FOUND = "found"
    """Behind the words that a search found."""


LIGHT: dict[Color, str] = {
    Color.WINDOW: "#F6F5F2",
    Color.SURFACE: "#FFFFFF",
    Color.SIDEBAR: "#EFEDE8",
    Color.TEXT: "#1F1E1B",
    Color.TEXT_MUTED: "#67635B",
    Color.LINE: "#DEDAD2",
    Color.LINE_STRONG: "#8D887E",
    Color.HOVER: "#E6E3DC",
    Color.ACCENT: "#2B5C8C",
    Color.ON_ACCENT: "#FFFFFF",
    Color.ACCENT_SOFT: "#E2ECF6",
    Color.GOOD: "#2A7647",
    Color.WARN: "#8A5A00",
    Color.BAD: "#B3261E",
    Color.FOUND: "#FFE27A",
}
DARK: dict[Color, str] = {
    Color.WINDOW: "#1C1B19",
    Color.SURFACE: "#242320",
    Color.SIDEBAR: "#181715",
    Color.TEXT: "#E8E4DB",
    Color.TEXT_MUTED: "#A8A296",
    Color.LINE: "#38352F",
    Color.LINE_STRONG: "#7B766B",
    Color.HOVER: "#302E2A",
    Color.ACCENT: "#8FB7E0",
    Color.ON_ACCENT: "#17222D",
    Color.ACCENT_SOFT: "#28394A",
    Color.GOOD: "#7CC79A",
    Color.WARN: "#E0B25C",
    Color.BAD: "#F2A29B",
    Color.FOUND: "#6B5F2B",
}

MARKS = MARK_COLORS
"""The colours 1 to 8 of marks, laid over a page so that black letters stay black. They are of the page, not of the
window: a page may be light in a dark window."""
MARK_LINES = ("#9A7400", "#2F7D3B", "#2468B0", "#B03A72", "#6B4FB3", "#B25A0B", "#C0392F", "#6E6A61")
"""The same for what is thin on light paper: underlines, ink, frames. 3 : 1 on white."""
MARK_ON_DARK = 0.35
"""How much of its colour a mark lays over a dark page."""
SELECTED_ON_PAGE, SELECTED_ON_DARK = 0.28, 0.2
"""How much of the accent selected text has over it, on light and on dark pages."""
MARK_DOT = 14
"""Pixels at 100 %: a colour to choose or to tell a mark by."""


class Size(StrEnum):
    """A size of type."""

    BADGE = "badge"
    BODY = "body"
    SECTION = "section"
    TITLE = "title"


TYPE: dict[Size, int] = {Size.BADGE: 11, Size.BODY: 13, Size.SECTION: 15, Size.TITLE: 20}
"""Pixels at a scale of 100 %."""

STEP = 4
"""Spacing comes in steps of this many pixels."""
PANE_PADDING = 3
"""Steps."""
GROUP_GAP = 4
"""Steps."""
RADIUS = 6
FOCUS_WIDTH = 2
ICON = 16
ICON_LARGE = 20
LINE_HEIGHT = 1.5
"""In prose."""
MEASURE = 72
"""Latin characters in a line of prose, at most."""
MOTION_MS = 120

SCALES = (80, 90, 100, 110, 125, 150, 175, 200)
"""Per cent of the sizes of type that a person can choose."""


def scale_beside(scale: int, steps: int) -> int:
    """The size of type so many steps larger, or smaller for less than none; the last one at the ends."""
    nearest = min(range(len(SCALES)), key=lambda place: abs(SCALES[place] - scale))
    return SCALES[min(max(nearest + steps, 0), len(SCALES) - 1)]


CHINESE_FAMILIES = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei UI",
    "WenQuanYi Micro Hei",
    "Noto Sans SC",
    "Droid Sans Fallback",
)
"""Tried in this order after the system's own font."""

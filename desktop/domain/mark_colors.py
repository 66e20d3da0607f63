"""The eight colours of marks, and which of them comes nearest to a colour of another program."""

from colorsys import rgb_to_hsv

Rgb = tuple[float, float, float]
"""Red, green, blue, each from 0.0 to 1.0."""

MARK_COLORS = ("#FFE27A", "#BFE8B5", "#BBD8F7", "#F8C1D9", "#D8C8F5", "#FFD1A3", "#F6B5AE", "#D9D6CF")
"""Of what is laid over the page. Colour n stands at n - 1; the window's tokens say the same."""
LINE_COLORS = ("#9A7400", "#2F7D3B", "#2468B0", "#B03A72", "#6B4FB3", "#B25A0B", "#C0392F", "#6E6A61")
"""Of underlines, ink and frames, which are thin."""
COLOR_WORDS = ("yellow", "green", "blue", "pink", "purple", "orange", "red", "grey")
"""What each is called where a person gave it no name."""

_HUES = ((1, 52), (2, 115), (2, 150), (3, 190), (3, 225), (4, 315), (4, 335), (5, 268), (6, 30), (7, 3), (7, 357))
"""Degrees around which programs and people speak of that colour."""
_GREY = 8
_PALE = 0.13
"""Saturation under which a colour is grey."""


def rgb(digits: str) -> Rgb:
    """The parts of #RRGGBB."""
    return int(digits[1:3], 16) / 255, int(digits[3:5], 16) / 255, int(digits[5:7], 16) / 255


def nearest(color: Rgb) -> int:
    """The one of the eight that a person would take for this colour: by its hue, whatever its strength."""
    hue, saturation, value = rgb_to_hsv(*(min(1.0, max(0.0, part)) for part in color))
    if saturation < _PALE or value < 0.1:
        return _GREY
    degrees = hue * 360
    return min(_HUES, key=lambda family: min(abs(degrees - family[1]), 360 - abs(degrees - family[1])))[0]

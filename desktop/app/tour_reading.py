"""The part of the tour that reads the guide: what is marked in it, and when its page stands."""

from desktop.ui.actions import ActionId
from desktop.ui.reader.open_file import OpenFile

MARKED = (
    ("read both side by side, find any word of either at once", ActionId.HIGHLIGHT, ActionId.COLOR_1),
    ("the original language and in translation", ActionId.UNDERLINE, ActionId.COLOR_3),
    ("digest has the very bytes that came in", ActionId.HIGHLIGHT, ActionId.COLOR_2),
)
"""What is looked for in the guide and marked, in which way."""


def is_drawn(file: OpenFile) -> bool:
    """Whether all that is seen of the file is sharp."""
    pictures = file.view.pictures
    return pictures is not None and pictures.is_complete and not file.view.is_settling

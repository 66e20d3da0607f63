"""What a window is started with, read without the parser of the commands: that takes 30 ms, a third of what the first
paint does."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.own_link import LinkedPlace, is_own_link, linked_place, text_to_add


@dataclass(frozen=True, slots=True)
class WindowArguments:
    """What the command line asks of a window."""

    library: str = ""
    """Its folder; empty for the person's own."""
    sample: bool = False
    """The library of the sample papers."""
    to_add: str = ""
    """What a link names to be added."""
    to_show: LinkedPlace | None = None
    """The place that a link leads to."""


def window_arguments(argv: Sequence[str]) -> WindowArguments | None:
    """What is asked of a window in the plainest words: a library or the sample, and a link. None for all else, be it
    right or wrong: that is the parser's business."""
    link = argv[-1] if argv and is_own_link(argv[-1]) else ""
    to_add, to_show = text_to_add(link) if link else "", linked_place(link) if link else None
    if link and not to_add and to_show is None:
        return None
    match argv[:-1] if link else argv:
        case []:
            return WindowArguments(to_add=to_add, to_show=to_show)
        case ["--sample"]:
            return WindowArguments(sample=True, to_add=to_add, to_show=to_show)
        case ["--library", str(library)] if library and not library.startswith("-"):
            return WindowArguments(library, to_add=to_add, to_show=to_show)
    return None

"""From the arguments to a command or the window, and from whatever happens to an exit code."""

from collections.abc import Sequence

from desktop.app.paths import find_paths
from desktop.app.window_arguments import window_arguments
from desktop.system.rights import keep_to_oneself


def start(argv: Sequence[str]) -> int:
    """Do what was asked for; returns the exit code."""
    keep_to_oneself()
    if (asked := window_arguments(argv)) is not None:
        from desktop.app.window import open_window

        return open_window(find_paths(), asked)
    from desktop.app.guarded_start import start_guarded

    return start_guarded(argv)

"""From the arguments to a command or the window, and from whatever happens to an exit code."""

import os
from collections.abc import Sequence

from desktop.app.paths import find_paths
from desktop.app.window_arguments import window_arguments


def start(argv: Sequence[str]) -> int:
    """Do what was asked for; returns the exit code."""
    os.umask(0o077)
    if (asked := window_arguments(argv)) is not None:
        from desktop.app.window import open_window

        return open_window(find_paths(), asked)
    from desktop.app.guarded_start import start_guarded

    return start_guarded(argv)

"""Start Papershelf.

Imports stand inside the function: a spawned worker process imports this module and must not load what it does not need.
"""

import sys


def main() -> int:
    """Run the command line or the window; returns the exit code."""
    try:
        if getattr(sys, "frozen", False):
            from multiprocessing import freeze_support

            freeze_support()
        from desktop.app.start import start

        return int(start(sys.argv[1:]))
    except KeyboardInterrupt:  # while modules were still being imported
        return 130


if __name__ == "__main__":
    sys.exit(main())

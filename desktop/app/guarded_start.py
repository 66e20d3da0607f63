"""From arguments to a command, the tour or the window, and from whatever happens to an exit code."""

import os
import sys
from collections.abc import Sequence

from desktop.app.exit_codes import ExitCode
from desktop.app.output import ConsoleOutput
from desktop.app.paths import find_paths
from desktop.app.window_arguments import WindowArguments


def start_guarded(argv: Sequence[str]) -> int:
    """Do what was asked for; returns the exit code."""
    output = ConsoleOutput()
    try:
        code = _guarded(argv, output)
        output.finish()
    except BrokenPipeError:
        _forget_output()
        return ExitCode.BROKEN_PIPE
    except OSError as error:  # stdout goes to a full disk
        _forget_output()
        print(f"papershelf: the output cannot be written: {error.strerror}", file=sys.stderr)
        return ExitCode.FILE
    return code


def _guarded(argv: Sequence[str], output: ConsoleOutput) -> int:
    try:
        return _run(argv, output)
    except SystemExit as stop:  # argparse, after --help, --version and misuse
        return stop.code if isinstance(stop.code, int) else ExitCode.USAGE
    except KeyboardInterrupt:
        output.message("interrupted; nothing was left half done")
        return ExitCode.INTERRUPTED
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - the crash handler of commands
        from desktop.app.crash_reports import write_report

        report = write_report(find_paths().crash_reports, error)
        output.message(f"this is a bug in Papershelf: {type(error).__name__}: {error}")
        output.message(f"a report for the developers is in {report}")
        return ExitCode.BUG


def _run(argv: Sequence[str], output: ConsoleOutput) -> int:
    from desktop.app.arguments import parse

    args = parse(argv)
    paths = find_paths()
    if args.command:
        from desktop.app.command_line import run_command

        return run_command(args, argv, paths, output)
    if args.tour is not None:
        from desktop.app.tour import take_tour

        return take_tour(paths, args.tour, output)
    from desktop.app.window import open_window

    return open_window(paths, WindowArguments(args.library, args.sample, args.to_add, args.to_show))


def _forget_output() -> None:
    """Nobody takes what is left in the buffer of stdout: let Python's own flush at the end go nowhere."""
    with open(os.devnull, "wb") as nothing:
        os.dup2(nothing.fileno(), sys.stdout.fileno())

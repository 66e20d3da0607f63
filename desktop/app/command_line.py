"""Runs a command of the command line: here, or in the window that holds the library. No Qt in this process."""

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from desktop.app.arguments import STANDARD_INPUT
from desktop.app.commands import Outcome
from desktop.app.exit_codes import ExitCode
from desktop.app.failure_words import exit_code, way_out, words
from desktop.app.held_library import opened, services_of, take_or_ask
from desktop.app.library_choice import library_of
from desktop.app.network_choice import network_of
from desktop.app.output import ConsoleOutput, Output
from desktop.app.paths import Paths, working_folder
from desktop.domain.errors import AppError, InputError, Reason
from desktop.domain.progress import Job, Progress
from desktop.domain.resources import resource_path
from desktop.domain.step_work import StepWork
from desktop.services.library import LibraryServices
from desktop.services.personal import Personal
from desktop.system.library_lock import LibraryLock
from desktop.system.settings import SettingsFile

_LONGEST_INPUT = 16 << 20
"""Bytes."""
_LONGEST_FOR_WINDOW = 200_000
"""Characters; the channel takes a request of a megabyte."""
_MODULES = {
    "add": "add_papers",
    "backup": "back_up",
    "check": "check_library",
    "digest": "make_digests",
    "digests": "list_digests",
    "duplicates": "list_duplicates",
    "export": "export_digests",
    "feeds": "follow_feeds",
    "fetch": "fetch_papers",
    "import": "import_digests",
    "list": "list_papers",
    "mail": "send_mails",
    "notes": "write_notes",
    "restore": "restore_library",
    "search": "list_papers",
    "status": "set_status",
    "tag": "tag_papers",
    "versions": "check_versions",
}
"""What does each command, below `desktop.app.commands`."""


def run_command(args: argparse.Namespace, argv: Sequence[str], paths: Paths, output: ConsoleOutput) -> int:
    """Carry out the command and return the exit code. Failures of the world are worded on stderr."""
    args.cwd = working_folder()
    args.served = False
    args.settings = SettingsFile(paths.settings_file).values
    args.personal = Personal(paths.config, resource_path("prompts"))
    folder = library_of(args.library, args.sample, args.cwd, paths, args.settings)
    try:
        if args.command == "backup" and args.list:
            return _list_backups(args, folder, output)
        args.input = _input() if args.command == "add" and STANDARD_INPUT in args.what else ""
        held = take_or_ask(folder, lambda: _ask_window(folder, argv, args.input, paths, output))
        if not isinstance(held, LibraryLock):
            return held
        if args.command == "restore":
            return _restore(held, args, folder, output)
        network = network_of(paths, args.settings)
        with opened(held, services_of(folder, sample=args.sample, network=network)) as services:
            return run_in(services, args, output, Job(output.progress)).code
    except AppError as error:
        return say(error, folder, output)


def _input() -> str:
    """What comes on standard input, as text. Raises InputError(TOO_LARGE)."""
    data = sys.stdin.buffer.read(_LONGEST_INPUT + 1) if sys.stdin is not None else b""
    if len(data) > _LONGEST_INPUT:
        raise InputError(Reason.TOO_LARGE, "standard input", f"more than {_LONGEST_INPUT >> 20} MB")
    return data.decode("utf-8-sig", "replace")


def _list_backups(args: argparse.Namespace, folder: Path, output: ConsoleOutput) -> int:
    """Needs no library that can be opened."""
    from desktop.app.commands.back_up import list_backups

    return list_backups(args, folder, output, Job(output.progress)).code


def _restore(lock: LibraryLock, args: argparse.Namespace, folder: Path, output: ConsoleOutput) -> int:
    """Needs a library that is locked, and closed: a damaged one cannot be opened."""
    from desktop.app.commands.restore_library import run_closed

    try:
        return run_closed(args, folder, output, Job(output.progress)).code
    finally:
        lock.release()


def run_in(services: LibraryServices, args: argparse.Namespace, output: Output, job: Job) -> Outcome:
    """Carry out the command on an open library. Raises AppError, Cancelled."""
    # Each command imports what it needs and no more: `list` must not wait for SQLAlchemy.
    module = import_module(f"desktop.app.commands.{_MODULES[args.command]}")
    run: Callable[[argparse.Namespace, LibraryServices, Output, Job], Outcome] = module.run
    return run(args, services, output, job)


def parts_of(services: LibraryServices, args: argparse.Namespace, output: Output, job: Job) -> StepWork[Outcome] | None:
    """The parts of a command that works now at the library, now elsewhere, for whoever has other work between them;
    None for any other command."""
    module = import_module(f"desktop.app.commands.{_MODULES[args.command]}")
    steps: Callable[..., StepWork[Outcome]] | None = getattr(module, "steps", None)
    return steps and steps(args, services, output, job)


def _shortened(text: str) -> str:
    """The text or, if it is too long for the channel, what it names and what was not understood of it."""
    if len(text) <= _LONGEST_FOR_WINDOW:
        return text
    from desktop.domain.arxiv_scan import scan

    found = scan(text)
    ids = (one.value + (f"v{one.version}" if one.version else "") for one in found.found)
    return "\n".join((*ids, *found.not_understood))


def say(error: AppError, library: Path, output: Output) -> ExitCode:
    """Tell the person of a failure; returns the exit code it means."""
    output.message(words(error))
    for line in way_out(error, library):
        output.message(line)
    return exit_code(error)


def _ask_window(folder: Path, argv: Sequence[str], given: str, paths: Paths, output: ConsoleOutput) -> int | None:
    """Let the window that holds the library do it; None if no window answers."""
    from desktop.system.local_channel import (  # not before it is needed: 10 ms
        HANDSHAKE_SECONDS,
        Conversation,
        NoPeerError,
        open_conversation,
    )

    cwd = str(working_folder())
    request = {"do": "command", "argv": list(argv), "cwd": cwd, "input": _shortened(given), "watched": output.watched}

    def follow(conversation: Conversation) -> int:
        while True:
            message = conversation.receive()
            output.write(str(message.get("out", "")))
            output.write_message(str(message.get("err", "")))
            if isinstance(progress := message.get("progress"), list) and len(progress) == 3:
                output.progress(Progress(*progress))
            if isinstance(code := message.get("exit"), int):
                return code

    try:
        with open_conversation(paths.runtime, folder, request) as conversation:
            conversation.receive(HANDSHAKE_SECONDS)  # says that the window took the command
            try:
                return follow(conversation)
            except NoPeerError:
                output.message("the window was closed before it had finished; what it had not reported was not done")
                return ExitCode.LIBRARY
    except NoPeerError:
        return None

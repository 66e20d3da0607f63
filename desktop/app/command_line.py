"""Runs a command of the command line: here, or in the window that holds the library. No Qt in this process."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.app.arguments import library_of
from desktop.app.commands import Outcome
from desktop.app.exit_codes import ExitCode
from desktop.app.failure_words import exit_code, way_out, words
from desktop.app.held_library import opened, services_of, take_or_ask
from desktop.app.output import ConsoleOutput, Output
from desktop.app.paths import Paths, working_folder
from desktop.domain.errors import AppError
from desktop.domain.progress import Job, Progress
from desktop.services.library import LibraryServices
from desktop.system.library_lock import LibraryLock


def run_command(args: argparse.Namespace, argv: Sequence[str], paths: Paths, output: ConsoleOutput) -> int:
    """Carry out the command and return the exit code. Failures of the world are worded on stderr."""
    args.cwd = working_folder()
    folder = library_of(args, args.cwd, paths)
    try:
        held = take_or_ask(folder, lambda: _ask_window(folder, argv, paths, output))
        if not isinstance(held, LibraryLock):
            return held
        with opened(held, services_of(folder, sample=args.sample)) as services:
            return run_in(services, args, output, Job(output.progress)).code
    except AppError as error:
        return say(error, folder, output)


def run_in(services: LibraryServices, args: argparse.Namespace, output: Output, job: Job) -> Outcome:
    """Carry out the command on an open library. Raises AppError, Cancelled."""
    # Each command imports what it needs and no more: `list` must not wait for SQLAlchemy.
    run: Callable[[argparse.Namespace, LibraryServices, Output, Job], Outcome]
    if args.command == "import":
        from desktop.app.commands.import_digests import run
    elif args.command == "export":
        from desktop.app.commands.export_digests import run
    elif args.command == "digests":
        from desktop.app.commands.list_digests import run
    elif args.command == "check":
        from desktop.app.commands.check_library import run
    else:
        from desktop.app.commands.list_papers import run
    return run(args, services, output, job)


def say(error: AppError, library: Path, output: Output) -> ExitCode:
    """Tell the person of a failure; returns the exit code it means."""
    output.message(words(error))
    for line in way_out(error, library):
        output.message(line)
    return exit_code(error)


def _ask_window(folder: Path, argv: Sequence[str], paths: Paths, output: ConsoleOutput) -> int | None:
    """Let the window that holds the library do it; None if no window answers."""
    from desktop.system.local_channel import (  # not before it is needed: 10 ms
        HANDSHAKE_SECONDS,
        Conversation,
        NoPeerError,
        open_conversation,
    )

    request = {"do": "command", "argv": list(argv), "cwd": str(working_folder()), "watched": output.watched}

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

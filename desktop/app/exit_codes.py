"""What the exit code of `papershelf` tells."""

from enum import IntEnum


class ExitCode(IntEnum):
    """Codes from 64 up follow the customs of sysexits and shells."""

    DONE = 0
    SOME_FAILED = 1
    USAGE = 2
    LIBRARY = 3
    FILE = 4
    WITHOUT_TEXTS = 5
    BUG = 70
    INTERRUPTED = 130
    BROKEN_PIPE = 141


MEANINGS = {
    ExitCode.DONE: "done",
    ExitCode.SOME_FAILED: "something was refused, could not be fetched or was found by the check; the rest was done",
    ExitCode.USAGE: "the command line was not understood",
    ExitCode.LIBRARY: "the library cannot be used: in use, damaged, newer than this program, not writable",
    ExitCode.FILE: "nothing to export, no such digest, paper or backup, or the file could not be read or written",
    ExitCode.WITHOUT_TEXTS: "`digest` wrote the digests, but no language model was asked for the texts that they lack: "
    "none is chosen, or nobody allowed that texts are sent to it",
    ExitCode.BUG: "a bug in Papershelf; a report was written",
    ExitCode.INTERRUPTED: "interrupted by Ctrl+C; nothing was left half done",
    ExitCode.BROKEN_PIPE: "the reader of the output went away",
}
"""As `papershelf --help` lists them."""

"""How the PDF process hears, in the middle of its work, that nobody wants that any more.

Its one thread is within MuPDF then and takes no messages. But MuPDF looks at a flag between two things that it paints,
and a second thread lets the operating system write into that flag what comes through a pipe.
"""

import ctypes
import os
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from threading import Thread
from typing import Any

_BYTES = ctypes.sizeof(ctypes.c_int)


def ring(bell: "Connection[Any, Any]", number: int) -> None:
    """Tell the process to stop its work on the request with that number, counted from 1. Never waits."""
    with suppress(OSError):  # it is gone, or listens to nothing
        os.set_blocking(bell.fileno(), False)
        os.write(bell.fileno(), (number % (1 << 31)).to_bytes(_BYTES, sys.byteorder))


def listen(bell: "Connection[Any, Any]", flag: ctypes.c_int) -> None:
    """From now on the flag is the number of the request that was rung for last."""
    if hasattr(os, "readv"):  # Windows waits until the work is done
        Thread(target=_listen, args=(bell, flag), daemon=True).start()


def _listen(bell: "Connection[Any, Any]", flag: ctypes.c_int) -> None:
    with suppress(OSError):
        while os.readv(bell.fileno(), [flag]):  # the interpreter's lock is free meanwhile, and is not needed to write
            pass

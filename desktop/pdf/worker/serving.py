"""Takes requests until the other end of the pipe is gone."""

import faulthandler
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from desktop.pdf.messages import SIZE_LIMIT, Inspect, Message, Ready, decode, encode
from desktop.pdf.worker.inspecting import inspect
from desktop.pdf.worker.limits import shut_in

_ANSWERS: dict[type[Message], Callable[[Any], Message]] = {Inspect: inspect}
"""Which function answers which request."""


def serve(connection: "Connection[Any, Any]", seconds: float, memory: int) -> None:
    """Answer requests until the pipe closes. A request may take `seconds`, the process `memory` bytes."""
    nowhere = shut_in(memory)
    with suppress(EOFError, OSError):  # the other end is gone
        connection.send_bytes(encode(Ready()))
        while True:
            request = decode(connection.recv_bytes(SIZE_LIMIT))
            # Whoever asked ends us at `seconds`. Where they died before that, this does, even inside of MuPDF.
            faulthandler.dump_traceback_later(seconds + 1, exit=True, file=nowhere)
            connection.send_bytes(encode(_ANSWERS[type(request)](request)))
            faulthandler.cancel_dump_traceback_later()

"""PDF processes that a file has taken over. They are started in place of the real one."""

import os
from multiprocessing.connection import Connection
from time import sleep
from typing import Any

from desktop.pdf.messages import Ready, encode
from desktop.pdf.tray import Tray


def lie(answer: bytes, connection: "Connection[Any, Any]", *_: object) -> None:
    """Answer this to everything."""
    connection.send_bytes(encode(Ready()))
    while True:
        connection.recv_bytes()
        connection.send_bytes(answer)


def shrink_the_tray(answer: bytes, connection: "Connection[Any, Any]", _bell: object, tray: Tray, *_: object) -> None:
    """Answer this, with less memory than that takes."""
    os.ftruncate(tray.fileno(), 100)
    lie(answer, connection)


def stop_in_the_middle(connection: "Connection[Any, Any]", *_: object) -> None:
    """Announce a thousand bytes, send ten, and wait."""
    connection.send_bytes(encode(Ready()))
    connection.recv_bytes()
    os.write(connection.fileno(), (1000).to_bytes(4, "big") + b"0123456789")
    sleep(3600)

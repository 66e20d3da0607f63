"""States of a network in which nothing happens any more, or too little."""

import select
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.network import Network
from desktop.sources.arxiv_pace import Pace
from tests.arxiv_server import ArxivServer, Framing
from tests.arxiv_server import faults as ways
from tests.arxiv_server.faults import Fault

State = Callable[[Path], AbstractContextManager[Network]]
"""Gives the way to a server in that state; the folder is for the pace file."""


def serving(fault: Fault) -> State:
    """A server with a fault."""

    @contextmanager
    def state(folder: Path) -> Iterator[Network]:
        with ArxivServer() as server:
            server.faults.always(fault)
            yield Network(folder / "pace", server.api_url, server.pdf_url, pace_s=0.001)

    return state


def saying(piece: bytes, scheme: str = "http", proxy: bool = False) -> State:
    """A server (or proxy) that says a piece ten times a second whatever it hears."""

    @contextmanager
    def state(folder: Path) -> Iterator[Network]:
        with closing(socket.create_server(("127.0.0.1", 0))) as listener:
            done = threading.Event()
            thread = threading.Thread(target=_say, args=(listener, piece, done))
            thread.start()
            own = f"127.0.0.1:{listener.getsockname()[1]}"
            address = "https://arxiv.org/" if proxy else f"{scheme}://{own}/"
            try:
                yield Network(folder / "pace", address, address, f"http://{own}" if proxy else "none", 0.001)
            finally:
                done.set()
                thread.join()

    return state


def _say(listener: socket.socket, piece: bytes, done: threading.Event) -> None:
    callers: list[socket.socket] = []
    while not done.wait(0.1):
        if select.select([listener], [], [], 0)[0]:
            callers.append(listener.accept()[0])
        for caller in callers:
            try:
                caller.sendall(piece)
            except OSError:
                continue  # it hung up
    for caller in callers:
        caller.close()


@contextmanager
def unknown_name(folder: Path) -> Iterator[Network]:
    """Nobody says where the host is."""
    found = threading.Event()

    def look_up(*arguments: object, **options: object) -> list[object]:
        found.wait(60)
        raise OSError("no such host")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", look_up)
        yield Network(folder / "pace", "http://name.invalid/", "http://name.invalid/", "none", 0.001)
        found.set()


@contextmanager
def full_port(folder: Path) -> Iterator[Network]:
    """Nobody accepts the connection."""
    with closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        address = listener.getsockname()
        waiting = [socket.socket() for _ in range(4)]
        for caller in waiting:
            caller.setblocking(False)
            caller.connect_ex(address)
        url = f"http://127.0.0.1:{address[1]}/"
        yield Network(folder / "pace", url, url, "none", 0.001)
        for caller in waiting:
            caller.close()


@contextmanager
def far_turn(folder: Path) -> Iterator[Network]:
    """Our turn comes in an hour."""
    pace_file = folder / "pace"
    with Pace(pace_file, 0.001).turn(lambda: False) as turn:
        turn.ask_to_wait(3600)
    yield Network(pace_file, "http://127.0.0.1:1/", "http://127.0.0.1:1/", "none", 0.001)


@contextmanager
def foreign_turn(folder: Path) -> Iterator[Network]:
    """It is the turn of somebody who does not come to an end."""
    pace_file, begun, done = folder / "pace", threading.Event(), threading.Event()

    def hold() -> None:
        with Pace(pace_file, 0.001).turn(lambda: False):
            begun.set()
            done.wait(60)

    thread = threading.Thread(target=hold)
    thread.start()
    begun.wait(60)
    yield Network(pace_file, "http://127.0.0.1:1/", "http://127.0.0.1:1/", "none", 0.001)
    done.set()
    thread.join()


STATES: dict[str, State] = {
    "our turn comes in an hour": far_turn,
    "it is somebody else's turn": foreign_turn,
    "the name is looked up": unknown_name,
    "nobody accepts the connection": full_port,
    "the proxy is silent": saying(b"", proxy=True),
    "the TLS handshake is silent": saying(b"", scheme="https"),
    "the server is silent": serving(ways.silence()),
    "the head drips": saying(b"H"),
    "the head has no end": saying(b"HTTP/1.1 100 Continue\r\n\r\n"),
    "the body never begins": serving(ways.silence(0)),
    "the body falls silent": serving(ways.silence(100)),
    "the body drips": serving(ways.slow(1.0)),
    "the body has no end": serving(ways.endless()),
    "a body without length drips": serving(lambda true: replace(ways.slow(1.0)(true), framing=Framing.CLOSE)),
}

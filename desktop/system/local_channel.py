"""A channel between the window that holds a library and the other processes of the same person on this computer.

A Unix socket (Windows: a named pipe) whose name follows from the library's path, in a folder of mode 0700. Both ends
prove that they read the key file beside it (HMAC-SHA256 over fresh nonces). Then messages are JSON objects; nothing is
ever unpickled. A peer that hangs, sends rubbish or goes away costs one thread and a few seconds.
"""

import hashlib
import hmac
import json
import logging
import os
import socket
import stat
import struct
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from threading import Event, Thread
from typing import Any

from desktop.system.atomic_write import write_atomically

HANDSHAKE_SECONDS = 5.0
"""How long either end waits for a step of the greeting and for the request."""
REQUEST_LIMIT = 1 << 20
"""Bytes of a request."""
REPLY_LIMIT = 1 << 26
"""Bytes of one message of a reply."""
_PATH_LIMIT = 100
"""Bytes of a socket's path: macOS allows 103, Linux 107."""
_NONCE = 32

Message = dict[str, Any]
"""A JSON object; its fields are checked where they are used."""

log = logging.getLogger(__name__)


class NoPeerError(Exception):
    """Nobody answers for this library, or the answer broke off."""


class Conversation:
    """One open connection, after the greeting."""

    def __init__(self, connection: "Connection[Any, Any]") -> None:
        self._connection = connection

    def send(self, message: Message) -> None:
        """Send a message; waits for a slow reader. Raises NoPeerError if the other end is gone."""
        try:
            self._connection.send_bytes(json.dumps(message).encode("ascii"))
        except (OSError, ValueError) as error:
            raise NoPeerError(str(error)) from error

    def receive(self, seconds: float | None = None, limit: int = REPLY_LIMIT) -> Message:
        """The next message; waits that long, or as long as it takes. Raises NoPeerError."""
        message = _parse(_receive(self._connection, seconds, limit))
        if message is None:
            raise NoPeerError("not a message")
        return message

    def gone(self) -> bool:
        """Whether the other end hung up. It has nothing to say while it waits, so anything it sends counts as that."""
        try:
            return self._connection.poll()
        except OSError:
            return True


class ChannelServer:
    """Answers for the library in `library` until `close`.

    `serve(request, conversation)` runs on a thread of its own for each connection.
    """

    def __init__(self, runtime: Path, library: Path, serve: Callable[[Message, Conversation], None]) -> None:
        self._address, self._key_file = _places(runtime, library)
        self._serve = serve
        self._key = os.urandom(32)
        self._listener: Listener | None = None
        self._closing = Event()

    def start(self) -> None:
        """Listen, unless it was closed already. The caller holds the library's lock, so an old socket is a dead one.
        Raises FileError or OSError."""
        if self._closing.is_set():
            return
        write_atomically(self._key_file, self._key)
        if sys.platform != "win32":
            Path(self._address).unlink(missing_ok=True)
        self._listener = Listener(self._address, _family(), backlog=64)
        Thread(target=self._accept, args=(self._listener,), name="channel", daemon=True).start()
        if self._closing.is_set():  # meanwhile, on another thread
            self.close()

    def close(self) -> None:
        """Stop listening; conversations under way go on."""
        self._closing.set()
        listener, self._listener = self._listener, None
        if listener is None:
            return
        with suppress(OSError):  # wakes the accepting thread, which closing alone does not
            Client(self._address, _family()).close()
        listener.close()
        self._key_file.unlink(missing_ok=True)

    def _accept(self, listener: Listener) -> None:
        while not self._closing.is_set():
            try:
                connection = listener.accept()
            except (OSError, EOFError):
                self._closing.wait(0.1)  # out of file descriptors, perhaps
                continue
            Thread(target=self._converse, args=(connection,), name="channel-peer", daemon=True).start()

    def _converse(self, connection: "Connection[Any, Any]") -> None:
        with connection:
            try:
                _greet_client(connection, self._key)
                conversation = Conversation(connection)
                request = conversation.receive(HANDSHAKE_SECONDS, REQUEST_LIMIT)
                self._serve(request, conversation)
            except (NoPeerError, OSError) as error:
                log.info("a peer was dropped: %s", error)


@contextmanager
def open_conversation(runtime: Path, library: Path, request: Message) -> Iterator[Conversation]:
    """Ask whoever holds `library`. Raises NoPeerError if nobody answers in time or the key is wrong."""
    address, key_file = _places(runtime, library)
    try:
        key = key_file.read_bytes()
        connection = Client(address, _family())
    except (OSError, EOFError) as error:
        raise NoPeerError(str(error)) from error
    with connection:
        _greet_server(connection, key)
        conversation = Conversation(connection)
        conversation.send(request)
        yield conversation


def _greet_client(connection: "Connection[Any, Any]", key: bytes) -> None:
    ours = os.urandom(_NONCE)
    connection.send_bytes(ours)
    answer = _receive(connection, HANDSHAKE_SECONDS, 256)
    theirs, proof = answer[:_NONCE], answer[_NONCE:]
    if not hmac.compare_digest(proof, hmac.digest(key, b"client" + ours + theirs, "sha256")):
        raise NoPeerError("wrong key")
    connection.send_bytes(hmac.digest(key, b"server" + theirs + ours, "sha256"))


def _greet_server(connection: "Connection[Any, Any]", key: bytes) -> None:
    theirs = _receive(connection, HANDSHAKE_SECONDS, 256)
    ours = os.urandom(_NONCE)
    try:
        connection.send_bytes(ours + hmac.digest(key, b"client" + theirs + ours, "sha256"))
    except OSError as error:
        raise NoPeerError(str(error)) from error
    proof = _receive(connection, HANDSHAKE_SECONDS, 256)
    if not hmac.compare_digest(proof, hmac.digest(key, b"server" + ours + theirs, "sha256")):
        raise NoPeerError("wrong key")


def _receive(connection: "Connection[Any, Any]", seconds: float | None, limit: int) -> bytes:
    try:
        if sys.platform != "win32":
            _set_patience(connection.fileno(), seconds)
        elif seconds is not None and not connection.poll(seconds):
            raise NoPeerError("no answer in time")
        return connection.recv_bytes(limit)
    except (OSError, EOFError, ValueError) as error:
        raise NoPeerError(str(error) or "hung up") from error


def _set_patience(descriptor: int, seconds: float | None) -> None:
    """Let reads of a socket fail after `seconds`, half a message included, which `poll` before reading would not do."""
    whole, part = divmod(seconds or 0.0, 1)
    with socket.socket(fileno=os.dup(descriptor)) as same:
        same.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("ll", int(whole), int(part * 1e6)))


def _parse(data: bytes) -> Message | None:
    try:
        message = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return message if isinstance(message, dict) else None


def _family() -> str:
    return "AF_PIPE" if sys.platform == "win32" else "AF_UNIX"


def _places(runtime: Path, library: Path) -> tuple[str, Path]:
    """The address and the key file of a library. The same folder under another name or a link has the same ones."""
    name = hashlib.sha256(os.path.normcase(library.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    if sys.platform == "win32":
        return rf"\\.\pipe\papershelf-{name}", _private(runtime) / f"{name}.key"
    folder = runtime
    if len(os.fsencode(runtime / f"{name}.sock")) > _PATH_LIMIT:
        folder = Path(tempfile.gettempdir()) / f"papershelf-{os.getuid()}"
        if len(os.fsencode(folder)) > _PATH_LIMIT - 24:
            folder = Path("/tmp") / folder.name  # made private below, or refused
    folder = _private(folder)
    return str(folder / f"{name}.sock"), folder / f"{name}.key"


def _private(folder: Path) -> Path:
    """`folder`, there and ours alone. Raises NoPeerError if somebody else made it."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if sys.platform != "win32":
            found = folder.lstat()
            if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
                raise NoPeerError(f"{folder} belongs to somebody else")
            if found.st_mode & 0o077:
                folder.chmod(0o700)
    except OSError as error:
        raise NoPeerError(str(error)) from error
    return folder

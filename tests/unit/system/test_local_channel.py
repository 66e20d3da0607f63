"""The channel serves whoever holds the key and outlives everybody else."""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Client
from pathlib import Path
from threading import Event

import pytest

from desktop.system import local_channel
from desktop.system.local_channel import ChannelServer, Conversation, Message, NoPeerError, open_conversation


def echo(request: Message, conversation: Conversation) -> None:
    for word in request.get("words", ()):
        conversation.send({"word": word})
    conversation.send({"exit": 0})


@pytest.fixture
def runtime(tmp_path: Path) -> Path:
    return tmp_path / "run"


@pytest.fixture
def server(runtime: Path, tmp_path: Path) -> Iterator[ChannelServer]:
    server = ChannelServer(runtime, tmp_path, echo)
    server.start()
    yield server
    server.close()


def ask(runtime: Path, library: Path, request: Message) -> list[Message]:
    with open_conversation(runtime, library, request) as conversation:
        answers = [conversation.receive(5)]
        while "exit" not in answers[-1]:
            answers.append(conversation.receive(5))
    return answers


def address(runtime: Path, library: Path) -> tuple[str, Path]:
    return local_channel._places(runtime, library)


@pytest.mark.usefixtures("server")
def test_a_request_is_answered_message_by_message(runtime: Path, tmp_path: Path) -> None:
    words = ["注意力", "\udce9", "x" * 200_000]
    assert ask(runtime, tmp_path, {"words": words}) == [*({"word": word} for word in words), {"exit": 0}]


@pytest.mark.usefixtures("server")
def test_a_library_reached_through_a_link_is_the_same_one(runtime: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path, target_is_directory=True)
    assert ask(runtime, tmp_path / "link", {}) == [{"exit": 0}]


def test_nobody_there_is_said_at_once(runtime: Path, tmp_path: Path) -> None:
    with pytest.raises(NoPeerError), open_conversation(runtime, tmp_path, {}):
        pass


def test_a_closed_server_answers_nobody_and_leaves_no_files(
    server: ChannelServer, runtime: Path, tmp_path: Path
) -> None:
    server.close()
    with pytest.raises(NoPeerError), open_conversation(runtime, tmp_path, {}):
        pass
    assert os.listdir(runtime) == []


def test_a_server_that_was_closed_before_it_began_never_listens(runtime: Path, tmp_path: Path) -> None:
    server = ChannelServer(runtime, tmp_path, echo)
    server.close()
    server.start()
    assert not any(Path(place).exists() for place in address(runtime, tmp_path))


def test_a_dead_servers_socket_is_replaced(runtime: Path, tmp_path: Path) -> None:
    path = Path(address(runtime, tmp_path)[0])
    path.write_bytes(b"left by a crash")
    server = ChannelServer(runtime, tmp_path, echo)
    server.start()
    assert ask(runtime, tmp_path, {}) == [{"exit": 0}]
    server.close()


@pytest.mark.usefixtures("server")
def test_socket_and_key_are_for_their_owner_alone(runtime: Path, tmp_path: Path) -> None:
    socket, key = address(runtime, tmp_path)
    assert stat.S_IMODE(Path(socket).parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


@pytest.mark.usefixtures("server")
def test_a_wrong_key_is_turned_away(runtime: Path, tmp_path: Path) -> None:
    key_file = address(runtime, tmp_path)[1]
    right = key_file.read_bytes()
    key_file.write_bytes(b"wrong")
    with pytest.raises(NoPeerError), open_conversation(runtime, tmp_path, {"words": ["x"]}) as conversation:
        conversation.receive(5)
    key_file.write_bytes(right)
    assert ask(runtime, tmp_path, {}) == [{"exit": 0}]


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize("rubbish", [b"", b"\0" * 64, os.urandom(64), b"{}", b"x" * 255])
def test_rubbish_in_the_greeting_hurts_nobody(runtime: Path, tmp_path: Path, rubbish: bytes) -> None:
    with Client(address(runtime, tmp_path)[0], "AF_UNIX") as connection:
        connection.send_bytes(rubbish)
        connection.recv_bytes()
        with pytest.raises((EOFError, OSError)):
            connection.recv_bytes()
    assert ask(runtime, tmp_path, {}) == [{"exit": 0}]


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize("frame", [b"\x7f\xff\xff\xff", b"\xff\xff\xff\xff\x7f\0\0\0\0\0\0\0", b"\0\0\1\0half", b"\0"])
def test_a_lying_length_hurts_nobody(runtime: Path, tmp_path: Path, frame: bytes) -> None:
    with Client(address(runtime, tmp_path)[0], "AF_UNIX") as connection:
        os.write(connection.fileno(), frame)
        assert ask(runtime, tmp_path, {}) == [{"exit": 0}]


@pytest.mark.parametrize(
    "request_bytes", [b"not json", b"[1]", b"[" * 100_000, b"{" + b" " * local_channel.REQUEST_LIMIT]
)
def test_a_request_that_is_no_object_is_never_served(
    runtime: Path, tmp_path: Path, request_bytes: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    served = Event()
    server = ChannelServer(runtime, tmp_path, lambda request, conversation: served.set())
    server.start()

    def send_raw(self: Conversation, message: Message) -> None:
        with suppress(OSError):  # the server hangs up on what is too long
            self._connection.send_bytes(request_bytes)

    monkeypatch.setattr(Conversation, "send", send_raw)
    with pytest.raises(NoPeerError), open_conversation(runtime, tmp_path, {}) as conversation:
        conversation.receive(5)
    server.close()
    assert not served.is_set()


def test_a_peer_that_says_nothing_is_dropped(
    server: ChannelServer, runtime: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local_channel, "HANDSHAKE_SECONDS", 0.05)
    with Client(address(runtime, tmp_path)[0], "AF_UNIX") as connection:
        connection.recv_bytes()
        os.write(connection.fileno(), b"\0\0\0\x40half")
        assert connection.poll(5)
        with pytest.raises((EOFError, OSError)):
            connection.recv_bytes()


def test_a_server_that_hangs_is_given_up(runtime: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    release = Event()

    def hang(request: Message, conversation: Conversation) -> None:
        release.wait(10)

    server = ChannelServer(runtime, tmp_path, hang)
    server.start()
    with (
        pytest.raises(NoPeerError),
        open_conversation(runtime, tmp_path, {}) as conversation,
    ):
        conversation.receive(0.05)
    release.set()
    server.close()


def test_a_server_notices_that_its_client_hung_up(runtime: Path, tmp_path: Path) -> None:
    hung_up = Event()

    def wait(request: Message, conversation: Conversation) -> None:
        assert not conversation.gone()
        conversation.send({"ready": True})
        while not conversation.gone():
            pass
        hung_up.set()

    server = ChannelServer(runtime, tmp_path, wait)
    server.start()
    with open_conversation(runtime, tmp_path, {}) as conversation:
        conversation.receive(5)
    assert hung_up.wait(5)
    server.close()


def test_a_long_runtime_folder_gives_a_short_socket_path(tmp_path: Path) -> None:
    deep = tmp_path / ("文件夹" * 20) / "run"
    server = ChannelServer(deep, tmp_path, echo)
    server.start()
    assert len(os.fsencode(address(deep, tmp_path)[0])) <= 100
    assert ask(deep, tmp_path, {}) == [{"exit": 0}]
    server.close()


def test_a_runtime_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "run").symlink_to("elsewhere")
    with pytest.raises(NoPeerError):
        ChannelServer(tmp_path / "run", tmp_path, echo)

"""The server: /v1/chat/completions, whole and as a stream, and /v1/models."""

import json
import re
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

from tests.model_server.faults import BAD_TEXTS, Fault
from tests.model_server.texts import written
from tests.model_server.wire import ANSWERS, answer

MODELS = ("made-up-large", "made-up-small")
_FENCED = r"<{0}-(?P<mark>[0-9a-f]+)>\n(?P<text>.*?)\n</{0}-(?P=mark)>"
_TITLE = re.compile(_FENCED.format("title"), re.DOTALL)
_ABSTRACT = re.compile(_FENCED.format("abstract"), re.DOTALL)
_LANGUAGE = re.compile(r"^Language: .*\(([A-Za-z-]+)\)$", re.MULTILINE)
_KEY = re.compile(r'^- "(\w+)"', re.MULTILINE)


@dataclass(slots=True)
class Call:
    """One request, as it came and as it was answered."""

    path: str
    headers: Mapping[str, str]
    """Names in lower case."""
    asked: Mapping[str, Any]
    fault: Fault | None
    at: float = field(default_factory=time.monotonic)
    status: int | None = None
    delivered: bool = False
    """The last byte of the answer was handed to the connection."""
    followed: bool = False
    """Something else was asked on that connection afterwards: the program has done with the answer."""

    def _found(self, pattern: re.Pattern[str]) -> str:
        found = pattern.search(self.text)
        return found["text"] if found else ""

    @property
    def text(self) -> str:
        """All that was said to the model."""
        return "\n".join(str(message["content"]) for message in self.asked.get("messages", ()))

    @property
    def title(self) -> str:
        """Of the paper it is about; empty if it is about none."""
        return self._found(_TITLE)

    @property
    def abstract(self) -> str:
        """Of that paper."""
        return self._found(_ABSTRACT)

    @property
    def language(self) -> str:
        """The code of the language that is asked for."""
        found = _LANGUAGE.search(self.text)
        return found[1] if found else "zh"

    @property
    def keys(self) -> tuple[str, ...]:
        """The texts that are asked for."""
        return tuple(_KEY.findall(self.text))

    def values(self) -> dict[str, str]:
        """The true answer."""
        return {key: written(key, self.language, self.title, self.abstract) for key in self.keys}


class ModelServer:
    """Listens on 127.0.0.1 as long as it is entered."""

    def __init__(
        self,
        *,
        port: int = 0,
        latency_s: float = 0.0,
        bad_every: int = 0,
        bad: Sequence[Fault] = BAD_TEXTS,
        forms: Sequence[str] = ("json_schema", "json_object"),
        fault_of: Callable[[Call], Fault | None] = lambda call: None,
    ) -> None:
        """Each answer comes after `latency_s`; each `bad_every`-th about a paper is spoilt by the next of `bad`, or by
        what `fault_of` says. `forms`: the forms of answers that can be asked for."""
        self.latency_s = latency_s
        self.bad_every = bad_every
        self.bad = tuple(bad)
        self.forms = tuple(forms)
        self.fault_of = fault_of
        self.retry_after = "1"
        self.elsewhere = "http://127.0.0.1:9/v1/chat/completions"
        self.models: object = [{"id": name, "object": "model", "created": 0, "owned_by": "us"} for name in MODELS]
        """What it lists."""
        self.ended = threading.Event()
        self._calls: list[Call] = []
        self._about_papers = 0
        self._news = threading.Condition()
        self._listener = Listener(("127.0.0.1", port), self)
        self._thread = threading.Thread(target=self._listener.serve_forever, args=(0.01,), name="model of our own")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.ended.set()
        self._listener.shutdown()
        self._listener.server_close()
        self._thread.join()

    @property
    def url(self) -> str:
        """Base address of the endpoint."""
        return f"http://127.0.0.1:{self._listener.server_port}/v1"

    @property
    def calls(self) -> tuple[Call, ...]:
        """All requests for texts so far, in the order they came."""
        with self._news:
            return tuple(call for call in self._calls if call.path.endswith("/chat/completions"))

    @property
    def delivered(self) -> tuple[Call, ...]:
        """Those whose answers left whole."""
        return tuple(call for call in self.calls if call.delivered)

    def wait_for(self, count: int, timeout_s: float = 30.0) -> None:
        """Return once so many answers were delivered; raises TimeoutError."""
        with self._news:
            if not self._news.wait_for(lambda: sum(call.delivered for call in self._calls) >= count, timeout_s):
                raise TimeoutError(f"{len(self._calls)} requests came")

    def begun(self, path: str, headers: Mapping[str, str], asked: Mapping[str, Any]) -> Call:
        """Note a request and decide what will be wrong with its answer."""
        call = Call(path, headers, asked, None)
        call.fault = self.fault_of(call)
        with self._news:
            if call.title and asked.get("response_format", {}).get("type", "text") in (*self.forms, "text"):
                self._about_papers += 1
                number, rest = divmod(self._about_papers, self.bad_every or self._about_papers + 1)
                if number and not rest and call.fault is None:
                    call.fault = self.bad[(number - 1) % len(self.bad)]
            self._calls.append(call)
            self._news.notify_all()
        return call

    def ended_with(self, call: Call, delivered: bool) -> None:
        """Note how an answer went out."""
        with self._news:
            call.delivered = delivered
            self._news.notify_all()


class Listener(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, address: tuple[str, int], model: ModelServer) -> None:
        self.model = model
        super().__init__(address, Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is nothing to tell of."""


class Handler(BaseHTTPRequestHandler):
    server: Listener
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    _last: Call | None = None

    def log_message(self, format: str, *args: object) -> None:
        """Keep silent."""

    def do_GET(self) -> None:
        call = self.server.model.begun(self.path, self._headers(), {})
        self.answer(call, 200, {"object": "list", "data": self.server.model.models})

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        model = self.server.model
        call = model.begun(self.path, self._headers(), asked)
        if self._last is not None:
            self._last.followed = True
        self._last = call
        form = asked.get("response_format", {}).get("type", "text")
        if form not in (*model.forms, "text"):
            self.error(call, 400, f"'response_format.type' must not be '{form}'")
            return
        model.ended.wait(model.latency_s)
        way = ANSWERS.get(call.fault, answer) if call.fault else answer
        way(self, call)

    def _headers(self) -> dict[str, str]:
        return {name.lower(): value for name, value in self.headers.items()}

    def error(self, call: Call, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        """Answer with an error, as OpenAI words them."""
        told = {"message": message, "type": "invalid_request_error", "code": None}
        self.answer(call, status, {"error": told}, headers)

    def answer(self, call: Call, status: int, told: object, headers: Mapping[str, str] | None = None) -> None:
        """Answer with JSON."""
        self.send(call, status, json.dumps(told, ensure_ascii=False).encode(), headers or {})

    def send(self, call: Call, status: int, body: bytes, headers: Mapping[str, str], whole: int | None = None) -> None:
        """Answer with bytes; `whole` is a length that is told and never reached."""
        call.status = status
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if whole is None else whole))
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()
        self.server.model.ended_with(call, whole is None)

    def endless(self, call: Call, kind: str, piece: bytes) -> None:
        """Answer without end."""
        call.status = 200
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        with suppress(OSError):
            while not self.server.model.ended.is_set():
                self.wfile.write(piece)

"""How answers go out: as they should, or as the faults want it."""

import gzip
import json
import socket
import struct
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from tests.model_server.faults import Fault, said

if TYPE_CHECKING:
    from tests.model_server.server import Call, Handler

_MEGABYTE = 1 << 20


def answer(handler: "Handler", call: "Call", fault: Fault | None = None) -> None:
    """The completion, spoilt by a fault of its text if there is one; as a stream where that was asked for."""
    if call.title:
        message = said(call.values(), {"title": call.title, "abstract": call.abstract}, fault or call.fault)
    else:
        message = said({}, {}, None)._replace(content="OK")
    told = {"role": "assistant", "content": message.content, **message.extra}
    if call.asked.get("stream"):
        _streamed(handler, call, told, message.finish)
        return
    handler.answer(call, 200, {**_envelope(call), "choices": [_choice("message", told, message.finish)]})


def _envelope(call: "Call") -> dict[str, Any]:
    told = len(call.text) // 3
    usage = {"prompt_tokens": told, "completion_tokens": 100, "total_tokens": told + 100}
    model = call.asked.get("model", "")
    return {"id": "made-up", "object": "chat.completion", "created": int(time.time()), "model": model, "usage": usage}


def _choice(name: str, told: Mapping[str, Any], finish: str | None) -> dict[str, Any]:
    return {"index": 0, name: told, "finish_reason": finish, "logprobs": None}


def _streamed(handler: "Handler", call: "Call", told: Mapping[str, Any], finish: str) -> None:
    content = told["content"] or ""
    pieces = [{"role": "assistant", "content": content[at : at + 20]} for at in range(0, len(content), 20)]
    frame = {**_envelope(call), "object": "chat.completion.chunk"}
    lines = [{**frame, "choices": [_choice("delta", piece, None)]} for piece in pieces]
    lines.append({**frame, "choices": [_choice("delta", {}, finish)]})
    events = [f"data: {json.dumps(line, ensure_ascii=False)}\n\n" for line in lines]
    handler.send(call, 200, "".join((*events, "data: [DONE]\n\n")).encode(), {"Content-Type": "text/event-stream"})


def _status(status: int, message: str) -> Callable[["Handler", "Call"], None]:
    return lambda handler, call: handler.error(call, status, message)


def _busy(handler: "Handler", call: "Call") -> None:
    handler.error(call, 429, "slow down", {"Retry-After": handler.server.model.retry_after})


def _told(status: int, told: Any) -> Callable[["Handler", "Call"], None]:
    data = json.dumps(told).encode()
    return lambda handler, call: handler.send(call, status, data, {"Content-Type": "application/json"})


def _only_unthinking(handler: "Handler", call: "Call") -> None:
    if call.asked.get("enable_thinking") is False:
        answer(handler, call)
    else:
        handler.error(call, 400, "parameter.enable_thinking must be set to false for non-streaming calls")


def _short_limit(handler: "Handler", call: "Call") -> None:
    if "max_tokens" in call.asked:
        handler.error(call, 400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.")
    else:
        answer(handler, call, None if "max_completion_tokens" in call.asked else Fault.CUT)


def _grammar_500(handler: "Handler", call: "Call") -> None:
    if call.asked.get("response_format", {}).get("type") == "json_schema":
        handler.error(call, 500, "Failed to parse grammar")
    else:
        answer(handler, call)


_GEMINI = {"code": 400, "message": "API key not valid. Please pass a valid API key.", "status": "INVALID_ARGUMENT"}
_MOONSHOT = {"message": "Your account is suspended, recharge it", "type": "exceeded_current_quota_error"}
_GROQ = {"message": "Rate limit reached, you exceeded your current quota. Please try again in 1m2.5s.", "code": "x"}
_OPENROUTER = {"message": "Provider returned error", "code": 429, "metadata": {"raw": "try again in 3s"}}


def _web_page(handler: "Handler", call: "Call") -> None:
    handler.send(call, 200, b"<html><body>Sign in to this network</body></html>", {"Content-Type": "text/html"})


def _hang_up(handler: "Handler", call: "Call") -> None:
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.close_connection = True
    handler.connection.shutdown(socket.SHUT_RDWR)


def _cut_body(handler: "Handler", call: "Call") -> None:
    handler.close_connection = True
    handler.send(call, 200, b'{"id": "made-up", "choices": [{"mess', {"Connection": "close"}, whole=5000)


def _silent(handler: "Handler", call: "Call") -> None:
    handler.close_connection = True
    handler.server.model.ended.wait(120)


def _redirect(handler: "Handler", call: "Call") -> None:
    handler.send(call, 307, b"", {"Location": handler.server.model.elsewhere})


def _huge(handler: "Handler", call: "Call") -> None:
    told = {"role": "assistant", "content": "长" * (10 * _MEGABYTE // 3)}
    handler.answer(call, 200, {**_envelope(call), "choices": [_choice("message", told, "stop")]})


def _bomb(handler: "Handler", call: "Call") -> None:
    handler.send(call, 200, gzip.compress(b" " * (200 * _MEGABYTE), 9), {"Content-Encoding": "gzip"})


def _endless(handler: "Handler", call: "Call") -> None:
    handler.endless(call, "application/json", b" " * 65_536)


def _endless_stream(handler: "Handler", call: "Call") -> None:
    handler.endless(call, "text/event-stream", b'data: {"choices": [{"delta": {"content": "more"}}]}\n\n' * 500)


ANSWERS: Mapping[Fault, Callable[["Handler", "Call"], None]] = {
    Fault.ONLY_UNTHINKING: _only_unthinking,
    Fault.SHORT_LIMIT: _short_limit,
    Fault.GRAMMAR_500: _grammar_500,
    Fault.KEY_400: _told(400, [{"error": _GEMINI}]),
    Fault.NO_MODEL_400: _status(400, "Model Not Exist"),
    Fault.NO_CREDIT_429: _told(429, {"error": _MOONSHOT}),
    Fault.RISKY_400: _status(400, "Content Exists Risk"),
    Fault.TOO_LONG_400: _status(400, "This model's maximum context length is 2048 tokens. You asked for 3000."),
    Fault.BUSY_IN_WORDS: _told(429, {"error": _GROQ}),
    Fault.BUSY_IN_BODY: _told(200, {"error": _OPENROUTER}),
    Fault.WRONG_PATH: _told(200, {"error": "Unexpected endpoint or method. (POST /chat/completions)"}),
    Fault.ERROR_500: _status(500, "out of memory"),
    Fault.BUSY: _busy,
    Fault.KEY_REFUSED: _status(401, "Incorrect API key provided"),
    Fault.NO_MODEL: _status(404, "The model does not exist"),
    Fault.NO_CREDIT: _status(402, "Insufficient balance"),
    Fault.WEB_PAGE: _web_page,
    Fault.HANG_UP: _hang_up,
    Fault.CUT_BODY: _cut_body,
    Fault.SILENT: _silent,
    Fault.REDIRECT: _redirect,
    Fault.HUGE: _huge,
    Fault.BOMB: _bomb,
    Fault.ENDLESS: _endless,
    Fault.ENDLESS_STREAM: _endless_stream,
}
"""Faults that are not of the text."""

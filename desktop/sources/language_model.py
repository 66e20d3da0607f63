"""A language model behind an endpoint that speaks OpenAI's chat completions.

Of the package `openai` the client is used and its errors, not its models of answers: they are long to import, and an
answer is checked here. The client learns nothing from the environment, and does not try again by itself.
"""

import asyncio
import json
from collections.abc import Sequence
from typing import Any, NamedTuple

import httpx2
from openai import APIConnectionError, APIError, APIStatusError, AsyncOpenAI

from desktop.domain.errors import ModelError, Reason
from desktop.domain.model_texts import Message, ModelEndpoint
from desktop.sources.model_forms import Form
from desktop.sources.model_refusals import in_body, reason_of, wait_told, words_of
from desktop.sources.model_transport import ModelTransport, endpoint_origin, proxy_for
from desktop.sources.retry_after import retry_after

CONNECT_S = 10.0
WHOLE_S = 180.0
"""For an answer over the internet, from the first byte to the last."""
WHOLE_AT_HOME_S = 900.0
"""On this computer or in one's own network a model may be slow and is loaded first."""
_NO_KEY = "none"
"""What the client is told; the transport has the key."""
_LENGTHS = frozenset({"length", "max_tokens", "MAX_TOKENS", "model_length"})
_FILTERS = frozenset({"content_filter", "content-filter", "sensitive", "SAFETY", "refusal"})
_FAILURES = frozenset({"error", "insufficient_system_resource"})
"""Why an answer ended, as services word it."""


class Said(NamedTuple):
    """What a model said."""

    content: str | None
    finish: str | None
    """Why it ended: stop, length, content_filter, tool_calls; what else an endpoint may say."""
    model: str
    """As the endpoint names it."""
    tokens_in: int
    tokens_out: int


class LanguageModel:
    """Asks an endpoint; used within `async with`, on one thread. All calls raise ModelError."""

    def __init__(
        self, endpoint: ModelEndpoint, key: str, form: Form | None = None, whole_s: float | None = None
    ) -> None:
        """`form`: the one that the endpoint was known to take. Raises ModelError(ADDRESS_REFUSED)."""
        target = endpoint_origin(endpoint.url)
        self.form = form or Form()
        """The one that it takes, as far as is known."""
        self._host = target.host
        self._model = endpoint.model
        self._whole_s = whole_s or (WHOLE_AT_HOME_S if target.private else WHOLE_S)
        transport = ModelTransport(target, key, proxy_for(target, endpoint.proxy), endpoint.parallel)
        timeout = httpx2.Timeout(self._whole_s, connect=CONNECT_S)
        line = httpx2.AsyncClient(transport=transport, trust_env=False, follow_redirects=False, timeout=timeout)
        self._client = AsyncOpenAI(
            api_key=_NO_KEY,
            admin_api_key="",
            organization="",
            project="",
            webhook_secret="",
            base_url=endpoint.url,
            max_retries=0,
            timeout=timeout,
            http_client=line,
        )

    async def __aenter__(self) -> "LanguageModel":
        return self

    async def __aexit__(self, *raised: object) -> None:
        await self._client.close()

    async def models(self) -> tuple[str, ...]:
        """The names of the models that it offers, sorted."""
        try:
            told = await self._called("GET", "/models", None)
        except _FormError as error:
            raise ModelError(Reason.SERVER_FAILED, self._host, str(error)) from error
        listed = told.get("data")
        names = [one.get("id") for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
        return tuple(sorted({name for name in names if isinstance(name, str)}))

    async def said(self, messages: Sequence[Message], keys: Sequence[str] = (), *, room: bool = False) -> Said:
        """What the model answers. With `keys` it is asked for a JSON object of strings under them, in the strictest
        form that the endpoint takes; with `room`, for an answer that may be long."""
        body = {
            "model": self._model,
            "messages": [{"role": message.role, "content": message.text} for message in messages],
        }
        form: Form | None = self.form
        while form is not None:
            try:
                told = await self._called("POST", "/chat/completions", body | form.body(keys, room=room))
            except _FormError as error:
                refusal = str(error)
                form = form.after(refusal, keys, room=room)
            else:
                self.form = self.form.laxer(form)
                return _said(told, self._model, self._host)
        raise ModelError(Reason.SERVER_FAILED, self._host, refusal)

    async def _called(self, method: str, path: str, body: object) -> dict[str, Any]:
        try:
            async with asyncio.timeout(self._whole_s):
                if method == "GET":
                    response = await self._client.get(path, cast_to=httpx2.Response)
                else:
                    response = await self._client.post(path, cast_to=httpx2.Response, body=body)
        except TimeoutError as error:
            raise ModelError(Reason.TIMED_OUT, self._host, f"no whole answer in {self._whole_s:.0f} s") from error
        except APIStatusError as error:
            raise self._refused(error.status_code, error.response) from error
        except APIError as error:
            raise self._failure(error) from error
        told = _json(response)
        if not isinstance(told, dict):
            raise ModelError(Reason.BAD_ANSWER, self._host, "no JSON object")
        if (status := in_body(told)) is not None:
            raise self._refused(status, response)
        return told

    def _refused(self, status: int, response: httpx2.Response) -> "ModelError | _FormError":
        said = words_of(_json(response), response.text[:300] or f"status {status}")
        reason = reason_of(status, response.text)
        if reason is None:
            return _FormError(said)
        wait_s = retry_after(response.headers)
        return ModelError(
            reason, self._host, said, retry_after_s=wait_told(response.text) if wait_s is None else wait_s
        )

    def _failure(self, error: APIError) -> ModelError:
        """What happened on the way, which the client wraps."""
        cause = error.__cause__
        if isinstance(cause, ModelError):
            return cause
        if isinstance(cause, httpx2.ConnectError | httpx2.ConnectTimeout | httpx2.ProxyError):
            return ModelError(Reason.OFFLINE, self._host, str(cause)[:300] or "no connection")
        if isinstance(cause, httpx2.TimeoutException):
            return ModelError(Reason.TIMED_OUT, self._host)
        reason = Reason.SERVER_FAILED if isinstance(error, APIConnectionError) else Reason.BAD_ANSWER
        return ModelError(reason, self._host, str(cause or error)[:300])


class _FormError(Exception):
    """The endpoint does not take the request as it is."""


def _json(response: httpx2.Response) -> Any:
    """None if it is none."""
    try:
        return json.loads(response.content)
    except (ValueError, RecursionError):
        return None


def _said(told: dict[str, Any], asked_model: str, host: str) -> Said:
    """The first choice of an answer, believed no further than its types."""
    try:
        choice = told["choices"][0]
        message, finish = choice["message"], choice.get("finish_reason")
        content, refusal = message.get("content"), message.get("refusal")
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise ModelError(Reason.BAD_ANSWER, host, "no answer of a model") from error
    if finish in _FAILURES:
        raise ModelError(Reason.SERVER_FAILED, host, words_of(choice, str(finish)))
    model, usage = told.get("model"), told.get("usage")
    usage = usage if isinstance(usage, dict) else {}
    return Said(
        _text(content) or _thought(message),
        "content_filter" if refusal and not content else _finish(finish),
        " ".join(model.split())[:200] if isinstance(model, str) and model.strip() else asked_model,
        *(_count(usage.get(name)) for name in ("prompt_tokens", "completion_tokens")),
    )


def _finish(told: object) -> str | None:
    if told in _LENGTHS:
        return "length"
    return "content_filter" if told in _FILTERS else told if isinstance(told, str) else None


def _text(content: object) -> str | None:
    """The text of an answer, which may come in parts, thoughts among them."""
    if not isinstance(content, list):
        return content if isinstance(content, str) else None
    parts = (part.get("text") for part in content if isinstance(part, dict) and part.get("type") == "text")
    return "".join(part for part in parts if isinstance(part, str))


def _thought(message: dict[str, Any]) -> str | None:
    """An object that stands among the thoughts: some servers take all that a model says for them once its form is
    given."""
    thoughts = message.get("reasoning_content") or message.get("reasoning")
    return thoughts if isinstance(thoughts, str) and thoughts.lstrip().startswith("{") else None


def _count(value: object) -> int:
    return value if isinstance(value, int) and 0 <= value < 1 << 40 else 0

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
from desktop.sources.model_transport import ModelTransport, endpoint_origin, proxy_for
from desktop.sources.retry_after import retry_after

CONNECT_S = 10.0
WHOLE_S = 180.0
"""For an answer over the internet, from the first byte to the last."""
WHOLE_AT_HOME_S = 900.0
"""On this computer or in one's own network a model may be slow and is loaded first."""
_NO_KEY = "none"
"""What the client is told; the transport has the key."""
_REASONS = {
    401: Reason.KEY_REFUSED,
    402: Reason.QUOTA_USED_UP,
    403: Reason.KEY_REFUSED,
    404: Reason.NO_SUCH_MODEL,
    408: Reason.TIMED_OUT,
    429: Reason.BUSY,
    503: Reason.BUSY,
    529: Reason.BUSY,
}
_QUOTA = "insufficient_quota"
_FORMS = ("json_schema", "json_object", "")
"""In which form an answer is asked for, the strictest first; empty: in words alone."""


class Said(NamedTuple):
    """What a model said."""

    content: str | None
    finish: str | None
    """Why it ended: stop, length, content_filter, tool_calls."""
    model: str
    """As the endpoint names it."""
    tokens_in: int
    tokens_out: int


class LanguageModel:
    """Asks an endpoint; used within `async with`, on one thread. All calls raise ModelError."""

    def __init__(self, endpoint: ModelEndpoint, key: str, form: int = 0, whole_s: float | None = None) -> None:
        """`form`: the number of the form that the endpoint was known to take. Raises ModelError(ADDRESS_REFUSED)."""
        target = endpoint_origin(endpoint.url)
        self.form = form
        """The number of the form that it takes."""
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
        listed = told.get("data", ())
        names = {str(one["id"]) for one in listed if isinstance(one, dict) and "id" in one} if listed else set()
        return tuple(sorted(names))

    async def said(self, messages: Sequence[Message], keys: Sequence[str] = ()) -> Said:
        """What the model answers. With `keys` it is asked for a JSON object of strings under them, in the strictest
        form that the endpoint takes."""
        body = {
            "model": self._model,
            "messages": [{"role": message.role, "content": message.text} for message in messages],
        }
        refusal: _FormError | None = None
        for form in range(self.form if keys else len(_FORMS) - 1, len(_FORMS)):
            try:
                told = await self._called("POST", "/chat/completions", body | _form(_FORMS[form], keys))
            except _FormError as error:
                refusal = error
            else:
                if keys:
                    self.form = max(self.form, form)
                return _said(told, self._model, self._host)
        raise ModelError(Reason.SERVER_FAILED, self._host, str(refusal)) from refusal

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
            raise self._status(error) from error
        except APIError as error:
            raise self._failure(error) from error
        try:
            told = json.loads(response.content)
        except (ValueError, RecursionError) as error:
            raise ModelError(Reason.BAD_ANSWER, self._host, "no JSON") from error
        if not isinstance(told, dict):
            raise ModelError(Reason.BAD_ANSWER, self._host, "no JSON object")
        return told

    def _status(self, error: APIStatusError) -> "ModelError | _FormError":
        said = str(error.message)[:300]
        if error.status_code in (400, 422):
            return _FormError(said)
        reason = _REASONS.get(error.status_code, Reason.SERVER_FAILED)
        if reason is Reason.BUSY and error.code == _QUOTA:
            reason = Reason.QUOTA_USED_UP
        return ModelError(reason, self._host, said, retry_after_s=retry_after(error.response.headers))

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
    """The endpoint does not take the request as it is (400, 422)."""


def _form(form: str, keys: Sequence[str]) -> dict[str, Any]:
    if not keys or not form:
        return {}
    if form == "json_object":
        return {"response_format": {"type": form}}
    schema = {
        "type": "object",
        "properties": {key: {"type": "string"} for key in keys},
        "required": list(keys),
        "additionalProperties": False,
    }
    return {"response_format": {"type": form, "json_schema": {"name": "texts", "strict": True, "schema": schema}}}


def _said(told: dict[str, Any], asked_model: str, host: str) -> Said:
    """The first choice of an answer, believed no further than its types."""
    try:
        choice = told["choices"][0]
        content, finish = choice["message"].get("content"), choice.get("finish_reason")
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise ModelError(Reason.BAD_ANSWER, host, "no answer of a model") from error
    model, usage = told.get("model"), told.get("usage")
    usage = usage if isinstance(usage, dict) else {}
    return Said(
        content if isinstance(content, str) else None,
        finish if isinstance(finish, str) else None,
        " ".join(model.split())[:200] if isinstance(model, str) and model.strip() else asked_model,
        *(_count(usage.get(name)) for name in ("prompt_tokens", "completion_tokens")),
    )


def _count(value: object) -> int:
    return value if isinstance(value, int) and 0 <= value < 1 << 40 else 0

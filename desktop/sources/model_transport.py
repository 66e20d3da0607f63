"""The way to a language model's endpoint: one origin, nothing else, and no more bytes and time than an answer needs.

The key is put into a request here, at the last moment: what stands above this never has it, so no log and no error can
tell it. Nor does a request tell of this computer: it carries the headers that are named here and no others.
"""

import re
import ssl
from collections.abc import AsyncIterator
from ipaddress import IPv6Address, ip_address
from urllib.request import getproxies, proxy_bypass

import httpx2

from desktop.domain.errors import ModelError, Reason
from desktop.sources.addresses import Origin, origin

MOST_BYTES = 4 << 20
"""Of an answer. A list of all the models of a large marketplace has one megabyte."""
_USER_AGENT = "papershelf"
_NUMBER = re.compile(r"(?:.*\.)?(?:0x[0-9a-f]*|[0-9]+)")


def endpoint_origin(url: str) -> Origin:
    """Whom an endpoint's address belongs to. Raises ModelError(ADDRESS_REFUSED) unless it is https, or http to this
    computer or one's own network; never a link-local address, where clouds keep their secrets."""
    try:
        target = origin(url)
    except Exception as error:
        raise ModelError(Reason.ADDRESS_REFUSED, url[:200], "not an address of the web") from error
    if _link_local(target.host):
        raise ModelError(Reason.ADDRESS_REFUSED, url[:200], "a link-local address")
    if target.scheme != "https" and not target.private:
        raise ModelError(Reason.ADDRESS_REFUSED, url[:200], "texts go over the internet by https alone")
    return target


def _link_local(host: str) -> bool:
    """Also in the spellings of numbers that systems read and `ip_address` does not."""
    try:
        address = ip_address(host.strip("[]"))
    except ValueError:
        return _NUMBER.fullmatch(host) is not None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (mapped or address).is_link_local


def proxy_for(target: Origin, chosen: str) -> str | None:
    """The proxy on the way there: the person's, or else the system's for hosts of the internet."""
    if chosen == "none" or target.private:
        return None
    if chosen:
        return chosen
    return None if proxy_bypass(target.host) else getproxies().get(target.scheme)


class ModelTransport(httpx2.AsyncBaseTransport):
    """Sends to `target` alone, with `key` if there is one. Raises ModelError: ADDRESS_REFUSED for any other address
    and for a redirect, TOO_LARGE, BAD_ANSWER for a compressed answer."""

    def __init__(self, target: Origin, key: str, proxy: str | None, parallel: int) -> None:
        self._target = target
        self._key = key
        self._line = httpx2.AsyncHTTPTransport(
            verify=True if target.scheme == "https" else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
            trust_env=False,
            proxy=proxy,
            limits=httpx2.Limits(max_connections=parallel, max_keepalive_connections=parallel),
        )

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """As httpx2 asks for it."""
        if origin(str(request.url)) != self._target:
            raise ModelError(Reason.ADDRESS_REFUSED, self._target.host, "it is not the endpoint's")
        request.headers = self._headers(request)
        response = await self._line.handle_async_request(request)
        refused = _refusal(response, self._target.host)
        if refused is not None:
            await response.aclose()
            raise refused
        assert isinstance(response.stream, httpx2.AsyncByteStream)
        response.stream = _Bounded(response.stream, self._target.host)
        return response

    async def aclose(self) -> None:
        """End the connections."""
        await self._line.aclose()

    def _headers(self, request: httpx2.Request) -> httpx2.Headers:
        told = {
            "Host": request.headers["Host"],
            "Accept": "application/json",
            "Accept-Encoding": "identity",
            "User-Agent": _USER_AGENT,
        }
        for name in ("Content-Type", "Content-Length"):
            if name in request.headers:
                told[name] = request.headers[name]
        if self._key:
            told["Authorization"] = f"Bearer {self._key}"
        return httpx2.Headers(told)


def _refusal(response: httpx2.Response, host: str) -> ModelError | None:
    if 300 <= response.status_code < 400:
        return ModelError(Reason.ADDRESS_REFUSED, host, "it sends elsewhere")
    if response.headers.get("Content-Encoding", "identity") != "identity":
        return ModelError(Reason.BAD_ANSWER, host, "a compressed answer, which nobody asked for")
    length = response.headers.get("Content-Length", "")
    if length.isascii() and length.isdigit() and int(length) > MOST_BYTES:
        return ModelError(Reason.TOO_LARGE, host, f"{int(length):,} bytes")
    if response.headers.get("Content-Type", "").startswith("text/html"):
        return ModelError(Reason.WEB_PAGE, host, f"status {response.status_code}") if response.is_success else None
    return None


class _Bounded(httpx2.AsyncByteStream):
    """An answer's bytes, up to the limit."""

    def __init__(self, stream: httpx2.AsyncByteStream, host: str) -> None:
        self._stream = stream
        self._host = host

    async def __aiter__(self) -> AsyncIterator[bytes]:
        came = 0
        async for piece in self._stream:
            came += len(piece)
            if came > MOST_BYTES:
                raise ModelError(Reason.TOO_LARGE, self._host, f"more than {MOST_BYTES:,} bytes")
            yield piece

    async def aclose(self) -> None:
        await self._stream.aclose()

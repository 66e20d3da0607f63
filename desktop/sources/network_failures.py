"""What the libraries for HTTP raise, as the errors of this program."""

from urllib.parse import urlsplit

from requests import ConnectionError, RequestException
from requests.exceptions import (
    ConnectTimeout,
    InvalidSchema,
    InvalidURL,
    ProxyError,
    ReadTimeout,
    SSLError,
)
from urllib3.exceptions import HTTPError, LocationParseError, MaxRetryError, ReadTimeoutError

from desktop.domain.errors import NetworkError, Reason

_NO_WAY = (ConnectTimeout, ProxyError, SSLError, InvalidSchema, InvalidURL, LocationParseError)
"""A certificate that is not the host's is no way to it, either: such are the networks of hotels before one signs in.
The last three are about the address of a proxy: that of the server was checked before."""


def no_answer(url: str, error: Exception) -> NetworkError:
    """Why there was not even the beginning of an answer."""
    if isinstance(error, ReadTimeout):
        return _failure(Reason.TIMED_OUT, url, error)
    if isinstance(error, _NO_WAY):
        return _failure(Reason.OFFLINE, url, error)
    if isinstance(error, ConnectionError):
        unreached = any(isinstance(argument, MaxRetryError) for argument in error.args)
        return _failure(Reason.OFFLINE if unreached else Reason.SERVER_FAILED, url, error)
    return _failure(Reason.BAD_ANSWER, url, error)


def broken_answer(url: str, error: Exception) -> NetworkError:
    """Why the answer broke off."""
    return _failure(Reason.TIMED_OUT if isinstance(error, ReadTimeoutError) else Reason.BAD_ANSWER, url, error)


def bad_status(url: str, status: int) -> NetworkError:
    """The server answered with an error."""
    return NetworkError(Reason.SERVER_FAILED, host_of(url), f"status {status}")


def bad_answer(url: str, why: str) -> NetworkError:
    """The answer cannot be used."""
    return NetworkError(Reason.BAD_ANSWER, host_of(url), why)


def host_of(url: str) -> str:
    """The host in a checked address."""
    return urlsplit(url).hostname or url


def _failure(reason: Reason, url: str, error: Exception) -> NetworkError:
    return NetworkError(reason, host_of(url), str(_innermost(error))[:300] or type(error).__name__)


def _innermost(error: Exception) -> Exception:
    """Libraries wrap errors into errors; the one inside says what happened."""
    if isinstance(error, RequestException | HTTPError):
        inside = (getattr(error, "reason", None), *reversed(error.args), error.__cause__)
        return next((_innermost(inner) for inner in inside if isinstance(inner, Exception)), error)
    return error

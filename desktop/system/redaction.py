"""Secrets are left out of whatever is written down: the log, reports on bugs.

A secret is recognised as it is, as a part of an address, backwards, and inside base64, as HTTP and SMTP send it.
"""

import binascii
import re
import sys
from base64 import b64decode
from urllib.parse import quote, quote_plus

_SHORTEST = 4
"""Characters; anything shorter would be found in innocent words."""
LEFT_OUT = "[left out]"

_secrets: set[str] = set()
_spellings: tuple[str, ...] = ()
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{6,}={0,2}")


def learn(secret: str) -> None:
    """Leave this out from now on. Callable from any thread."""
    global _spellings
    if len(secret) < _SHORTEST or secret in _secrets:
        return
    _secrets.add(secret)
    _leave_no_core()
    found = {form for one in tuple(_secrets) for form in _forms(one)}
    _spellings = tuple(sorted(found, key=len, reverse=True))


def redacted(text: str) -> str:
    """The text without any secret that was learnt."""
    spellings = _spellings
    if not spellings:
        return text
    for form in spellings:
        text = text.replace(form, LEFT_OUT)
    return _BASE64.sub(_checked, text)


def _leave_no_core() -> None:
    """A program that crashed must not leave its memory behind as a file."""
    if sys.platform == "win32":
        return
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, most))


def _forms(secret: str) -> set[str]:
    escaped = {repr(secret)[1:-1], repr(secret.encode())[2:-1], secret.encode("unicode_escape").decode()}
    return {secret, secret[::-1], quote(secret), quote(secret, safe=""), quote_plus(secret), *escaped}


def _checked(found: re.Match[str]) -> str:
    """The word, unless it is base64 of something with a secret in it."""
    word = found.group().rstrip("=").replace("-", "+").replace("_", "/")
    for start in range(min(4, len(word))):  # it may follow a word of the same letters
        whole = word[start : start + (len(word) - start) // 4 * 4]
        rest = word[start + len(whole) :]
        try:
            data = b64decode(whole + (rest + "==")[:4] if len(rest) > 1 else whole)
        except (binascii.Error, ValueError):
            continue
        if any(secret.encode() in data for secret in tuple(_secrets)):
            return LEFT_OUT
    return found.group()

"""Keys and passwords: where one is kept, and what it belongs to. The secrets themselves are never part of any data."""

from enum import StrEnum
from urllib.parse import urlsplit

_USUAL_PORTS = {"http": 80, "https": 443}


class Kept(StrEnum):
    """Where a secret is."""

    KEYRING = "keyring"
    """In the keyring of this computer."""
    SESSION = "session"
    """In memory until the program ends, because no keyring could take it."""
    ENVIRONMENT = "environment"
    """In a variable or a credential of systemd that the program was started with; it cannot be changed here."""


def origin_of(url: str) -> str:
    """What a key for this address belongs to: scheme, host and port, such as https://api.openai.com or
    http://127.0.0.1:11434. Raises ValueError where the address names no host."""
    parts = urlsplit(url.strip())
    if not parts.scheme or not parts.hostname:
        raise ValueError(f"no host in {url!r}")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    usual = parts.port in (None, _USUAL_PORTS.get(parts.scheme))
    return f"{parts.scheme}://{host}" if usual else f"{parts.scheme}://{host}:{parts.port}"

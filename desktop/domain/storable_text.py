"""Which texts a library can keep and give back as they are."""

import re

from desktop.domain.errors import InputError, Reason

_NOT_STORABLE = re.compile("[\x00\ud800-\udfff]")


def require_storable(name: str, value: str) -> None:
    """Raises InputError about `name` for what cannot be stored: NUL, and halves of characters (U+D800 to U+DFFF)."""
    if _NOT_STORABLE.search(value):
        raise InputError(Reason.BAD_VALUE, name, "a text cannot hold a NUL character or half a character")

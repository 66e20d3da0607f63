"""Recognising a paper by its title, where there is no identifier.

Two spellings of one title (case, spaces, punctuation, accents, LaTeX markup) give one key. The names of LaTeX symbols
are kept, so that papers on $\\alpha$ and on $\\beta$ stay apart.
"""

import re
from hashlib import blake2b
from unicodedata import normalize

_LOWER = bytes(range(256)).lower()
_DROPPED = bytes(code for code in range(128) if not chr(code).isalnum())
_MARKUP = re.compile(
    r"\\(?:(?:text|math)(?:bf|it|rm|sf|tt|sc|sl|bb|cal|frak|scr|normal|up)?|emph|boldsymbol|bm|operatorname|mbox|left|right"
    r"|bf|it|rm|em|tt|sc|sf|[bcdHkrtuv])(?![A-Za-z])"
)
"""LaTeX commands for looks and accents; all others name a symbol."""


def title_key(title: str) -> str:
    """The key of a clean title: lower-case letters and digits only (all but white space if there are none)."""
    if "\\" in title:
        title = _MARKUP.sub("", title)
    if title.isascii():
        key = title.encode().translate(_LOWER, _DROPPED).decode()
    else:
        # Decomposed, an accent is a mark of its own, which is not alphanumeric.
        key = "".join(filter(str.isalnum, normalize("NFKD", normalize("NFKC", title).casefold())))
    return key or "".join(title.split())


def title_hash(title: str) -> int:
    """The key as a number of 63 bits, for an integer index."""
    return int.from_bytes(blake2b(title_key(title).encode(), digest_size=8).digest(), "big") >> 1

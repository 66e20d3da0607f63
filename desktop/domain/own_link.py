"""Links of the program's own: `papershelf://add?arxiv=2403.02774`, as web pages and other programs may give them.

Anybody can write such a link, so it never does anything by itself: what it names is shown to the person.
"""

import re

SCHEME = "papershelf:"
LONGEST_TEXT = 20_000
"""Characters of what a link names."""
_LONGEST_LINK = 100_000
_MOST_VALUES = 500
_ADDING = ("arxiv", "url", "text")
_NOT_SHOWN = re.compile(r"[^\S\n\t ]|[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def is_own_link(word: str) -> bool:
    """Whether this is one of the program's own links, be it a good one."""
    return word[: len(SCHEME)].lower() == SCHEME


def text_to_add(link: str) -> str:
    """What `papershelf://add?arxiv=…&url=…&text=…` names, each value a line, in bounds; empty for any other link."""
    from urllib.parse import parse_qsl, urlsplit  # 3 ms that commands without a link need not wait for

    try:
        parts = urlsplit(link[:_LONGEST_LINK])
        if (parts.scheme, (parts.netloc or parts.path.strip("/")).lower()) != ("papershelf", "add"):
            return ""
        values = parse_qsl(parts.query, max_num_fields=_MOST_VALUES, errors="replace")
    except ValueError:
        return ""
    lines = "\n".join(value for name, value in values if name in _ADDING)
    return _NOT_SHOWN.sub(" ", lines)[:LONGEST_TEXT].strip()

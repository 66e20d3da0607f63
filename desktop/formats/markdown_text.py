"""Foreign text as Markdown that shows exactly that text: no markup, no HTML, no link comes of it.

Escapes are CommonMark's; Obsidian's own signs (tags, highlights, comments, formulas, names of blocks, wiki links) are
escaped, too.
"""

import re
from urllib.parse import quote

_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")
_ANYWHERE = re.compile(r"[\\`*_\[\]<>&#|~$^]|==+|%%+|!(?=\[)")
_ORDERED = re.compile(r"(\d{1,9})([.)])")


def clean(text: str) -> str:
    """The text without characters that no text has; each line ends in a line feed."""
    return _NOT_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).replace("\ufffe", "")


def inline(text: str) -> str:
    """The text in one line."""
    return _line(" ".join(clean(text).split()))


def block(text: str) -> str:
    """The text with its lines: one that ends stays one that ends, an empty one parts paragraphs."""
    lines = [line.rstrip() for line in clean(text).strip("\n").split("\n")]
    parts = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        text = line.lstrip()
        indent = "".join(f"&#{ord(blank)};" for blank in line[: len(line) - len(text)])
        parts.append(indent + _line(text) + ("\\" if line and following else ""))
    return "\n".join(parts)


def _line(line: str) -> str:
    escaped = _ANYWHERE.sub(lambda found: "".join("\\" + sign for sign in found[0]), line)
    if escaped[:1] in ("-", "+", "=", ":"):
        return "\\" + escaped
    return _ORDERED.sub(r"\1\\\2", escaped, count=1) if _ORDERED.match(escaped) else escaped


def address(url: str) -> str:
    """A web address as it may stand in round brackets; empty for anything that is none."""
    url = url.strip()
    if not re.match(r"https?://[^/\s]", url, re.IGNORECASE):
        return ""
    return quote(clean(url), safe=":/?#@!$&'*+,;=%~")


def path_address(path: str) -> str:
    """A relative path, with forward slashes, as it may stand in round brackets."""
    return quote(path.encode("utf-8", "surrogateescape"), safe="/~")

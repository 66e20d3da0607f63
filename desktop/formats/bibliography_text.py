"""The text of a bibliography's bytes, whichever program wrote it."""

import codecs
import re
from collections.abc import Callable
from html import unescape

from desktop.domain.errors import InputError, Reason
from desktop.formats.plain_text import is_binary

Heard = Callable[[float], None]
"""Hears which share of a file is read, from 0 to 1. What it raises ends the reading."""
EACH = 100
"""Entries between two calls of `Heard`: some hundredths of a second."""
_NAMED = re.compile(rb"\A\s*%\s*encoding:\s*([\w-]{2,20})", re.IGNORECASE)
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")
_HTML = re.compile(r"\s*<(?:p|div|h[1-4]|ul|ol|blockquote)\b[^<>]*>")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,9})(\s[^<>]{0,5000})?/?>")
_TARGET = re.compile(r"""\bhref=["']([^"'()\s]+)["']""")
_AROUND = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`"}
_BEFORE = {"li": "- ", "h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "blockquote": "> "}
_ENDING_LINES = frozenset({"p", "div", "br", "li", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote"})


def decoded(data: bytes) -> str:
    """The text with line feeds alone: UTF-8, UTF-16, the encoding that JabRef's first line names, GBK, or else Windows'
    Western one. Raises InputError(NOT_TEXT)."""
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        text = data.decode("utf-16", "replace")
    elif is_binary(data):
        raise InputError(Reason.NOT_TEXT)
    else:
        text = _of_bytes(data)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")


def _of_bytes(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    named = _NAMED.match(data)
    # Characters of GBK are pairs of such bytes, letters of Western languages stand alone among others.
    paired = all(len(run) % 2 == 0 for run in _BEYOND_ASCII.findall(data))
    encodings = [named[1].decode("ascii")] if named else []
    for encoding in [*encodings, *(["gb18030"] if paired else []), "cp1252"]:
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("latin-1")


def without_markup(text: str) -> str:
    """A note that Zotero writes as HTML as Markdown; any other comes back as it is."""
    if not _HTML.match(text):
        return text
    links: list[str] = []
    lines = re.sub(r"\n{3,}", "\n\n", _TAG.sub(lambda tag: _markdown(tag, links), text))
    return unescape(re.sub(r"(?m)[ \t]+$", "", lines)).strip()


def _markdown(tag: "re.Match[str]", links: list[str]) -> str:
    """What stands for a tag. `links`: those that are open."""
    name, closes = tag[2].lower(), bool(tag[1])
    if name == "a" and not closes:
        found = _TARGET.search(tag[3] or "")
        links.append(found[1] if found else "")
        return "[" if links[-1] else ""
    if name == "a":
        return f"]({target})" if links and (target := links.pop()) else ""
    if name in _ENDING_LINES and (closes or name == "br"):
        return "\n"
    return _AROUND.get(name, "") or ("" if closes else _BEFORE.get(name, ""))

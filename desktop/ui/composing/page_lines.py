"""The page of a digest as lines: what its HTML says (`resources/templates/digest_page.html`), without whatever HTML
can do."""

from html.parser import HTMLParser
from typing import NamedTuple

from desktop.ui.composing.shown_lines import Line, Style, line

_LINES = frozenset(
    ("h1", "h2", "h3", "p", "li", "div", "blockquote", "summary", "details", "section", "article", "nav", "header")
)
"""Elements that begin and end a line."""
_OF_TAGS = {
    "h1": Style.TITLE,
    "h2": Style.HEADING,
    "h3": Style.MUTED,
    "details": Style.MUTED,
    "footer": Style.MUTED,
    "blockquote": Style.QUOTE,
}
_OF_CLASSES = {"facts": Style.MUTED, "summary": Style.QUOTE, "original": Style.TEXT, "contents": Style.LINK}
_UNSEEN = frozenset(("head", "style", "script", "template"))
_UNSEEN_CLASSES = frozenset(("skip", "back"))
"""Ways about the page, for who reads it in a browser."""
_EMPTY = frozenset(("meta", "link", "br", "img", "hr"))
_FOLDED = "▸ "
"""Before the name of what a browser shows once it is asked for."""
_NAMES = "title-"
"""Begins the id of a paper's name."""


class _Element(NamedTuple):
    tag: str
    style: Style
    seen: bool


def page_lines(page: str) -> tuple[Line, ...]:
    """What a reader of the page sees, from top to bottom, a line for each paragraph. The names of papers, and nothing
    else, are a `Style.NAME`."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return tuple(reader.lines)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self._words: list[str] = []
        self._open = [_Element("", Style.TEXT, seen=True)]

    def _end_line(self) -> None:
        text = " ".join("".join(self._words).split())
        self._words.clear()
        if text:
            self.lines.append(line(self._open[-1].style, text))

    # HTMLParser

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LINES or tag == "br":
            self._end_line()
        if tag in _EMPTY:
            return
        told = dict(attrs)
        classes = (told.get("class") or "").split()
        style = next((_OF_CLASSES[name] for name in classes if name in _OF_CLASSES), None)
        if (told.get("id") or "").startswith(_NAMES):
            style = Style.NAME
        outer = self._open[-1]
        if outer.style is Style.LINK and tag == "p":
            style = Style.MUTED  # below a name of the contents
        if tag == "summary":
            self._words.append(_FOLDED)
        unseen = tag in _UNSEEN or not _UNSEEN_CLASSES.isdisjoint(classes)
        self._open.append(_Element(tag, style or _OF_TAGS.get(tag, outer.style), outer.seen and not unseen))

    def handle_endtag(self, tag: str) -> None:
        if tag in _LINES:
            self._end_line()
        if any(element.tag == tag for element in self._open):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._open[-1].seen:
            number = self._open[-1].style is Style.NAME and data.isdecimal()
            self._words.append(f"{data}. " if number else data)

    def close(self) -> None:
        super().close()
        self._end_line()

"""The page of a digest as lines: what its HTML says, without whatever HTML can do."""

from html.parser import HTMLParser

from desktop.ui.composing.shown_lines import Line, Style, line

_BLOCKS = {
    "h1": Style.TITLE,
    "h2": Style.HEADING,
    "h3": Style.NAME,
    "h4": Style.MUTED,
    "p": Style.TEXT,
    "li": Style.TEXT,
    "dt": Style.MUTED,
    "dd": Style.TEXT,
    "td": Style.TEXT,
    "th": Style.MUTED,
    "blockquote": Style.QUOTE,
    "figcaption": Style.MUTED,
    "header": Style.MUTED,
    "footer": Style.MUTED,
    "summary": Style.MUTED,
    "div": Style.TEXT,
    "section": Style.TEXT,
    "article": Style.TEXT,
}
_WORDS_OF_CLASSES = {"summary": Style.QUOTE, "muted": Style.MUTED, "link": Style.LINK}
_UNSEEN = frozenset({"head", "style", "script", "template"})


def page_lines(page: str) -> tuple[Line, ...]:
    """What a reader of the page sees, from top to bottom, a line for each paragraph."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return tuple(reader.lines)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self._words: list[str] = []
        self._open: list[Style] = []
        self._unseen = 0

    # HTMLParser

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "br":
            self._end_line()
        elif tag in _BLOCKS:
            self._end_line()
            classes = (dict(attrs).get("class") or "").split()
            told = next((_WORDS_OF_CLASSES[name] for name in classes if name in _WORDS_OF_CLASSES), None)
            outer = self._open[-1] if self._open else Style.TEXT
            inside = outer if outer is Style.QUOTE and _BLOCKS[tag] is Style.TEXT else _BLOCKS[tag]
            self._open.append(told or inside)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif tag in _BLOCKS:
            self._end_line()
            if self._open:
                self._open.pop()

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._words.append(data)

    def close(self) -> None:
        super().close()
        self._end_line()

    def _end_line(self) -> None:
        text = " ".join("".join(self._words).split())
        self._words.clear()
        if text:
            self.lines.append(line(self._open[-1] if self._open else Style.TEXT, text))

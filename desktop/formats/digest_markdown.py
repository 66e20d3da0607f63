"""The digest grammar: a `# 摘要` table and `# 详细` footnotes, read and written to the byte.

    digest  = HEAD [ row *( LF row ) ] MIDDLE [ detail *( LF detail ) ] LF LF
    row     = "| [^" n "] | [" table title "](" link ") | " summary " |"
    detail  = "[^" n "]: " translated title, then fields each after an empty line and four spaces: title,
              "[" link "](" link ")", summary, English summary, translated abstract, abstract;
              then LF and four spaces (generation 1 has neither summary in its details)

Only a title may hold a line feed; it may hold anything else too, so nothing is split at `|` or searched from the left.
A detail is read from both ends, and what was read is rendered again and compared: a digest is exact or it is none.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from desktop.domain.digest import Digest, DigestFormat, Entry

_HEAD = "# 摘要\n\n| Ref | Title | Summary |\n| --- | --- | --- |\n".encode()
_MIDDLE = "\n\n# 详细\n\n".encode()
_FIELD = b"\n\n    "
_DETAIL_END = b"\n    "
_DIGEST_END = b"\n\n"
_FIELDS_AFTER_TITLE = {1: 3, 2: 5}
_FALSE_ENDS = 1000
"""How often the end of a detail may turn out to lie inside a title before the file is given up as not exact."""
_ARXIV_SUFFIX = re.compile(r"\s\(arXiv")


def table_title(title: str) -> str:
    """The title as the table shows it: on one line, without its arXiv suffix."""
    if "(arXiv" in title and (suffix := _ARXIV_SUFFIX.search(title)) is not None:
        title = title[: suffix.start()]
    return title.replace("\n", " ")


def grammar_safe(entry: Entry, *, line_feed_in_title: bool = True) -> tuple[Entry, tuple[str, ...]]:
    """The entry with spaces for the line feeds that a format has no place for, and the names of the strings changed."""
    texts = {
        "link": entry.link,
        "translated_title": entry.translated_title,
        "summary": entry.summary,
        "summary_en": entry.summary_en,
        "translated_abstract": entry.translated_abstract,
        "abstract": entry.abstract,
    }
    if not line_feed_in_title:
        texts["title"] = entry.title
    broken = {name: text.replace("\n", " ") for name, text in texts.items() if "\n" in text}
    return (replace(entry, **broken), tuple(broken)) if broken else (entry, ())


def write_digest(digest: Digest, below: Sequence[str] = ()) -> bytes:
    """The bytes of a digest by the grammar. Line feeds outside titles become spaces (`grammar_safe` tells where).

    `below` holds text that is put after each detail: with any, the grammar does not explain the digest any more.
    """
    entries = [grammar_safe(entry)[0] for entry in digest.entries]
    rows = [_row(number, entry).encode() for number, entry in enumerate(entries, 1)]
    details = [
        _detail(number, entry, digest.generation).encode() + _DETAIL_END + after.encode()
        for number, (entry, after) in enumerate(zip(entries, below or [""] * len(entries), strict=True), 1)
    ]
    return b"".join((_HEAD, b"\n".join(rows), _MIDDLE, b"\n".join(details), _DIGEST_END))


def read_exact_digest(data: bytes) -> Digest | None:
    """The digest that writes these very bytes; None if the grammar does not explain them all."""
    middle = data.find(_MIDDLE, len(_HEAD))
    if middle < 0 or not data.startswith(_HEAD):
        return None
    rows = data[len(_HEAD) : middle].split(b"\n") if middle > len(_HEAD) else []
    start = middle + len(_MIDDLE)
    if not rows:
        return Digest(DigestFormat.DIGEST, ()) if data[start:] == _DIGEST_END else None
    try:
        for generation in (2, 1):
            entries = _entries(data, start, rows, generation)
            if entries is not None:
                return Digest(DigestFormat.DIGEST, tuple(entries), generation)
    except UnicodeDecodeError:
        pass
    return None


def _row(number: int, entry: Entry) -> str:
    return f"| [^{number}] | [{table_title(entry.title)}]({entry.link}) | {entry.summary} |"


def _detail(number: int, entry: Entry, generation: int) -> str:
    front = f"[^{number}]: {entry.translated_title}\n\n    {entry.title}\n\n    [{entry.link}]({entry.link})\n\n    "
    abstracts = f"{entry.translated_abstract}\n\n    {entry.abstract}"
    if generation == 1:
        return front + abstracts
    return f"{front}{entry.summary}\n\n    {entry.summary_en}\n\n    {abstracts}"


def _entries(data: bytes, start: int, rows: list[bytes], generation: int) -> list[Entry] | None:
    """The proven entries, or None. `start` is where the first detail begins."""
    last_end = len(data) - len(_DETAIL_END + _DIGEST_END)
    if data[last_end:] != _DETAIL_END + _DIGEST_END:
        return None
    entries: list[Entry] = []
    false_ends = 0
    for number, row in enumerate(rows, 1):
        marker = b"\n    \n[^%d]: " % (number + 1)
        entry, end = None, start - 1
        while entry is None:
            end = data.find(marker, end + 1) if number < len(rows) else last_end
            if end < start or false_ends > _FALSE_ENDS:
                return None
            entry = _proven(number, row, data[start:end], generation)
            if entry is None:
                if end == last_end:
                    return None
                false_ends += 1
        entries.append(entry)
        start = end + len(_DETAIL_END) + 1
    return entries


def _proven(number: int, row: bytes, detail: bytes, generation: int) -> Entry | None:
    """The entry that renders to this row and this detail."""
    front, *fields = detail.rsplit(_FIELD, _FIELDS_AFTER_TITLE[generation])
    heading, *titles = front.split(_FIELD, 1)
    if len(fields) != _FIELDS_AFTER_TITLE[generation] or not titles:
        return None
    link_line = fields[0]
    link = link_line[1 : (len(link_line) - 4) // 2 + 1]
    if link_line != b"[%b](%b)" % (link, link) or any(b"\n" in field for field in (heading, *fields)):
        return None
    title = titles[0].decode()
    if generation == 1:
        before = len(f"| [^{number}] | [{table_title(title)}](".encode()) + len(link) + len(b") | ")
        fields[1:1] = [row[before:-2], b""]
    entry = Entry(
        title,
        link.decode(),
        heading[len(b"[^%d]: " % number) :].decode(),
        *[field.decode() for field in fields[1:]],
    )
    same = _row(number, entry).encode() == row and _detail(number, entry, generation).encode() == detail
    return entry if same else None

"""LaTeX in titles, read as text: `p$^3$VAE` as p³VAE, `Poincar\\'e` as Poincaré.

Titles hold LaTeX only here and there, and much that merely looks like it ("$100K", "Re^2TAL", "{Your, My} Land"). So
the reader changes what it is sure of and leaves everything else as written: unknown commands, lone dollars, braces that
hold no command. One pass over the string; nesting deeper than `DEPTH` stays as written.
"""

import re
import unicodedata
from functools import lru_cache

from desktop.domain.latex_symbols import (
    ACCENTS,
    DOUBLE_STRUCK,
    ESCAPED,
    LETTERS,
    LOWERED,
    RAISED,
    SPACES,
    SWITCHES,
    SYMBOLS,
    WRAPPERS,
)

DEPTH = 12
_SIGNS_OF_LATEX = re.compile(r"[$\\{~]|--|``")
_COMMAND = re.compile(r"\\([A-Za-z]+)")
_PLAIN = re.compile(r"[^$\\{}~^_`'\-]+")
_MATH_INSIDE = re.compile(r"[\\^_]")
_CODE_POINT = re.compile(r"[xX]([0-9A-Fa-f]{2,6})\Z")


@lru_cache(maxsize=4096)
def readable(title: str) -> str:
    """The title as a person reads it. Never raises; a title without LaTeX comes back unchanged."""
    if not _SIGNS_OF_LATEX.search(title):
        return title
    return _Reader(title).read(0, len(title), math=False, depth=0)


class _Reader:
    """Reads one string. Pairs of braces and of dollars are found once, before anything is read."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._braces, dollars = _pairs(text)
        self._dollars = _math_spans(text, dollars)
        self._last_math_end = text.rfind("\\)")
        self._quotes = "``" in text

    def read(self, start: int, end: int, *, math: bool, depth: int) -> str:
        """text[start:end], read."""
        if depth > DEPTH:
            return self._text[start:end]
        parts: list[str] = []
        position = start
        while position < end:
            plain = _PLAIN.match(self._text, position, end)
            if plain:
                parts.append(plain[0])
                position = plain.end()
                continue
            part, position = self._special(position, end, math, depth, parts[-1] if parts else "")
            parts.append(part)
        return "".join(parts)

    def _special(self, position: int, end: int, math: bool, depth: int, before: str) -> tuple[str, int]:
        character = self._text[position]
        if character == "\\":
            return self._command(position, end, math, depth, before)
        if character == "{" and self._braces.get(position, end) < end:
            return self._group(position, math, depth)
        if character == "$" and not math and position in self._dollars:
            close = self._dollars[position]
            return self.read(position + 1, close, math=True, depth=depth + 1), close + 1
        if math:
            return self._math_character(character, position, end, depth)
        return self._text_character(character, position, end)

    def _group(self, position: int, math: bool, depth: int) -> tuple[str, int]:
        close = self._braces[position]
        inner = self.read(position + 1, close, math=math, depth=depth + 1)
        if math or inner != self._text[position + 1 : close]:
            return inner, close + 1
        return "{" + inner + "}", close + 1

    def _math_character(self, character: str, position: int, end: int, depth: int) -> tuple[str, int]:
        if character in "^_" and position + 1 < end:
            argument, after = self._argument(position + 1, end, True, depth)
            return _shifted(character, argument.strip()), after
        return {"~": " ", "'": "′"}.get(character, character), position + 1

    def _text_character(self, character: str, position: int, end: int) -> tuple[str, int]:
        text = self._text
        if character == "-":
            return self._dash(position, end)
        if self._quotes and text.startswith(("``", "''"), position):
            return ("“" if character == "`" else "”"), position + 2
        if character == "~" and 0 < position < end - 1 and not (text[position - 1] + text[position + 1]).isspace():
            tie = text[position - 1] not in " (" and text[position + 1] != " "
            return ("\u00a0" if tie else "~"), position + 1
        return character, position + 1

    def _dash(self, position: int, end: int) -> tuple[str, int]:
        after = position
        while after < end and self._text[after] == "-":
            after += 1
        length = after - position
        option = (position == 0 or self._text[position - 1].isspace()) and after < end and self._text[after].isalnum()
        if length not in (2, 3) or option:
            return "-" * length, after
        return ("–" if length == 2 else "—"), after

    def _command(self, position: int, end: int, math: bool, depth: int, before: str) -> tuple[str, int]:
        named = _COMMAND.match(self._text, position, end)
        if named:
            return self._named(named[1], position, named.end(), end, math, depth)
        if position + 1 >= end:
            return "\\", position + 1
        sign = self._text[position + 1]
        if sign in ESCAPED:
            return ("‖" if sign == "|" else sign), position + 2
        if sign == "\\":
            return ("" if before.endswith(" ") else " "), self._past_space(position + 2, end)
        if sign == "(" and position < self._last_math_end < end:
            close = self._text.find("\\)", position)
            return self.read(position + 2, close, math=True, depth=depth + 1), close + 2
        if sign in ACCENTS:
            return self._accent(sign, position, position + 2, end, math, depth)
        if sign in SPACES:
            return SPACES[sign], position + 2
        return "\\" + sign, position + 2

    def _named(self, name: str, start: int, after: int, end: int, math: bool, depth: int) -> tuple[str, int]:
        if name in LETTERS:
            return LETTERS[name], self._past_space(self._past_empty_group(after, end), end)
        if name in SYMBOLS:
            return SYMBOLS[name], self._past_empty_group(after, end)
        if name in SWITCHES:
            return "", self._past_space(after, end)
        if name in ACCENTS:
            return self._accent(name, start, after, end, math, depth)
        if name in WRAPPERS or name == "mathbb":
            inner, after = self._argument(after, end, math, depth)
            return DOUBLE_STRUCK.get(inner, inner) if name == "mathbb" else inner, after
        if name in {"frac", "tfrac", "dfrac", "sqrt", "unicode"}:
            return self._function(name, start, after, end, depth)
        return self._as_written(start, after, end)

    def _function(self, name: str, start: int, after: int, end: int, depth: int) -> tuple[str, int]:
        argument, after_first = self._argument(after, end, True, depth)
        if name == "sqrt":
            return "√" + _bracketed(argument), after_first
        if name == "unicode":
            code = _CODE_POINT.match(argument)
            known = code is not None and int(code[1], 16) < 0x110000 and chr(int(code[1], 16)).isprintable()
            return (chr(int(code[1], 16)), after_first) if code and known else self._as_written(start, after, end)
        below, after_second = self._argument(after_first, end, True, depth)
        return f"{_bracketed(argument)}/{_bracketed(below)}", after_second

    def _accent(self, name: str, start: int, after: int, end: int, math: bool, depth: int) -> tuple[str, int]:
        argument, behind = self._argument(after, end, math, depth)
        letter = {"ı": "i", "ȷ": "j"}.get(argument, argument)
        if len(letter) == 1 and letter.isalpha():
            return unicodedata.normalize("NFC", letter + ACCENTS[name]), behind
        if len(name) > 2 and argument:
            return argument, behind  # a hat over several letters
        return self._as_written(start, after, end)

    def _argument(self, position: int, end: int, math: bool, depth: int) -> tuple[str, int]:
        """What a command at the left of `position` takes: a group, a command, a character; and where it ends."""
        position = self._past_space(position, end)
        if position >= end:
            return "", position
        if position in self._braces and self._braces[position] < end:
            close = self._braces[position]
            return self.read(position + 1, close, math=math, depth=depth + 1), close + 1
        if self._text[position] == "\\" and depth < DEPTH:
            return self._command(position, end, math, depth + 1, "")
        return self._text[position], position + 1

    def _as_written(self, start: int, after: int, end: int) -> tuple[str, int]:
        """An unknown command with its groups."""
        while after in self._braces and self._braces[after] < end:
            after = self._braces[after] + 1
        return self._text[start:after], after

    def _past_space(self, position: int, end: int) -> int:
        while position < end and self._text[position] == " ":
            position += 1
        return position

    def _past_empty_group(self, position: int, end: int) -> int:
        return position + 2 if self._text.startswith("{}", position) and position + 2 <= end else position


def _shifted(sign: str, argument: str) -> str:
    """The argument raised (^) or lowered (_); marked as such where Unicode has no such letters."""
    table = RAISED if sign == "^" else LOWERED
    if all(character in table for character in argument):
        return "".join(table[character] for character in argument)
    return sign + (argument if len(argument) == 1 or argument.isalnum() else "{" + argument + "}")


def _bracketed(part: str) -> str:
    return part if len(part) < 2 or part.lstrip("√").isalnum() else f"({part})"


def _pairs(text: str) -> tuple[dict[int, int], list[int]]:
    """Positions of matching braces, and of all dollars; those behind a backslash do not count."""
    braces: dict[int, int] = {}
    dollars: list[int] = []
    opened: list[int] = []
    escaped = False
    for position, character in enumerate(text):
        if escaped:
            escaped = False
        elif character == "\\":
            escaped = True
        elif character == "$":
            dollars.append(position)
        elif character == "{":
            opened.append(position)
        elif character == "}" and opened:
            braces[opened.pop()] = position
    return braces, dollars


def _math_spans(text: str, dollars: list[int]) -> dict[int, int]:
    """Which dollars enclose a formula. "$10 or $20" does not: a formula has no space inside its dollars, and no digit
    behind them, unless it holds a command, a raised or a lowered part."""
    spans: dict[int, int] = {}
    position = 0
    while position + 1 < len(dollars):
        opening, closing = dollars[position], dollars[position + 1]
        inner = text[opening + 1 : closing]
        tight = inner == inner.strip() and not text[closing + 1 : closing + 2].isdigit()
        if inner and (tight or _MATH_INSIDE.search(inner)):
            spans[opening] = closing
            position += 1
        position += 1
    return spans

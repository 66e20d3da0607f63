"""Values of BibTeX: LaTeX to Unicode, and Unicode to what BibTeX and LaTeX read as nothing but text."""

import re

from desktop.domain.latex_text import readable

# Noncharacters, which no text holds, stand for braces that are meant while the others are taken away.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_MEANT = str.maketrans({_OPEN: "{", _CLOSE: "}", "{": None, "}": None})
_WITHOUT_STANDINS = str.maketrans({_OPEN: None, _CLOSE: None})
_SPECIAL = {
    "\\": "{\\textbackslash}",
    "~": "{\\textasciitilde}",
    "^": "{\\textasciicircum}",
    **{sign: f"\\{sign}" for sign in "{}$&%#_"},
}
_ESCAPES = str.maketrans({**_SPECIAL, _OPEN: None, _CLOSE: None})
_VERBATIM = str.maketrans(
    {"\\": "{\\textbackslash}", "{": "\\{", "}": "\\}", _OPEN: None, _CLOSE: None, "\n": " ", "\r": " "}
)
_LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=`)(?=`)|(?<=')(?=')")
"""Where two characters would become one."""
_ESCAPED = re.compile(r"\\([_%&#$~])")
_URL_COMMAND = re.compile(r"\\(?:url|href|path)(?=\{)")
_WRAPPED_LINE = re.compile(r"[ \t]*\n[ \t]+(?=\S)")
_INDENTED = re.compile(r"\n(?=[ \t])")
_BLOCK_START = re.compile(r"(?m)^([ \t]*)@")
_BRACE = re.compile(r"\\[{}]|[{}]")
_INNER_CAPITAL = re.compile(r"\w[^\W\d_a-zà-ÿ]")


def text_of(value: str) -> str:
    """The text that a value means, in one line."""
    return " ".join(_plain(value).split())


def lines_of(value: str) -> str:
    """The same with its line feeds; an indented line goes on with the line before."""
    return _plain(_WRAPPED_LINE.sub(" ", value)).strip()


def verbatim_of(value: str) -> str:
    """What a value means that LaTeX takes as it is: a link, an identifier."""
    bare = _URL_COMMAND.sub("", _protected(value)).replace("\\textbackslash", "\\")
    return _ESCAPED.sub(r"\1", bare).translate(_MEANT).strip()


def _plain(value: str) -> str:
    return readable(_protected(value)).translate(_MEANT)


def _protected(value: str) -> str:
    return value.translate(_WITHOUT_STANDINS).replace("\\{", _OPEN).replace("\\}", _CLOSE)


def escaped(text: str) -> str:
    """A value that `text_of` reads as this text, if it is one line."""
    return _LIGATURE.sub("{}", " ".join(text.split()).translate(_ESCAPES))


def escaped_title(title: str) -> str:
    """The same with braces around words whose capitals are to be kept, as BibTeX's styles lower them."""
    return " ".join(f"{{{escaped(word)}}}" if _INNER_CAPITAL.search(word) else escaped(word) for word in title.split())


def escaped_lines(text: str) -> str:
    """A value that `lines_of` reads as this text."""
    lines = _INDENTED.sub("\n{}", text.replace("\r\n", "\n").replace("\r", "\n").strip().translate(_ESCAPES))
    return _BLOCK_START.sub(r"\1{@}", _LIGATURE.sub("{}", lines))


def escaped_verbatim(text: str) -> str:
    """A value that `verbatim_of` reads as this text."""
    return text.translate(_VERBATIM).strip()


def is_enclosed(value: str) -> bool:
    """Whether one pair of braces stands around all of it."""
    if not (value.startswith("{") and value.endswith("}")):
        return False
    depth = 0
    for found in _BRACE.finditer(value):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth <= 0:
            return found.end() == len(value)
    return False


def split_outside_braces(value: str, separator: "re.Pattern[str]") -> list[str]:
    """The parts of a value between separators that stand in no braces."""
    parts: list[str] = []
    depth = start = 0
    for found in re.finditer(rf"\\[{{}}]|[{{}}]|{separator.pattern}", value):
        sign = found[0]
        if sign in ("{", "}"):
            depth = max(0, depth + (1 if sign == "{" else -1))
        elif depth == 0 and not sign.startswith("\\"):
            parts.append(value[start : found.start()])
            start = found.end()
    return [*parts, value[start:]]

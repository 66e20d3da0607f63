"""Titles in which CSL's tags mark italics, small capitals and what is raised or lowered."""

import re

from desktop.domain.latex_text import readable

_RAISED = re.compile(r"<(sub|sup)>([^<>]{1,40})</\1>")
_LOOK = re.compile(r"<(i|b|em|strong|sc|span)(?:\s[^<>]{0,200})?>([^<>]*)</\1>")


def title_text(text: str) -> str:
    """The title as text; what is no pair of such tags stays."""
    if "</" not in text:
        return text
    text = _RAISED.sub(_raised, text)
    before = None
    while before != text:  # tags within tags
        before, text = text, _LOOK.sub(r"\2", text)
    return text


def _raised(tag: "re.Match[str]") -> str:
    sign = "_" if tag[1] == "sub" else "^"
    shown = readable(f"${sign}{{{tag[2]}}}$")
    return tag[2] if sign in shown or "$" in shown else shown

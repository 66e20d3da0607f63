"""Who wrote a text, and when, in words."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.paper import OriginKind, PaperText


def day(at: datetime) -> str:
    """The day, here, of a moment in UTC, written as in the table."""
    return at.astimezone().date().isoformat()


def origin_words(text: PaperText) -> str:
    """Such as: from cs.CV.md; from arXiv, v2; typed by you on 2025-03-03."""
    translate = QCoreApplication.translate
    origin = text.origin
    if origin.kind is OriginKind.PERSON:
        return translate("Origin", "typed by you on {day}").format(day=day(origin.at))
    if origin.kind is OriginKind.ARXIV:
        return translate("Origin", "from arXiv, {version}").format(version=origin.name)
    if origin.kind is OriginKind.MODEL:
        words = translate("Origin", "by {name} on {day}").format(name=origin.name, day=day(origin.at))
        prompt = translate("Origin", ", prompt {version}").format(version=origin.prompt) if origin.prompt else ""
        return f"{words}{prompt}"
    return translate("Origin", "from {name}").format(name=origin.name) if origin.name else ""

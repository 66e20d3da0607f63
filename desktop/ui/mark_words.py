"""Marks and what was done to them in words, in the language of the window."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from desktop.domain.mark import Mark, MarkKind, MarkStep
from desktop.ui import wording
from desktop.ui.language import QT_TRANSLATE_NOOP

_KINDS = {
    MarkKind.HIGHLIGHT: QT_TRANSLATE_NOOP("Marks", "Highlight"),
    MarkKind.UNDERLINE: QT_TRANSLATE_NOOP("Marks", "Underline"),
    MarkKind.STRIKE_OUT: QT_TRANSLATE_NOOP("Marks", "Strike-out"),
    MarkKind.NOTE: QT_TRANSLATE_NOOP("Marks", "Note"),
    MarkKind.TEXT: QT_TRANSLATE_NOOP("Marks", "Text box"),
    MarkKind.AREA: QT_TRANSLATE_NOOP("Marks", "Area"),
    MarkKind.INK: QT_TRANSLATE_NOOP("Marks", "Ink"),
}
ICONS = {
    MarkKind.HIGHLIGHT: "highlight",
    MarkKind.UNDERLINE: "underline",
    MarkKind.STRIKE_OUT: "strike-out",
    MarkKind.NOTE: "note",
    MarkKind.TEXT: "text-box",
    MarkKind.AREA: "area",
    MarkKind.INK: "ink",
}
"""Of the line set."""
_FIELDS = (
    ("comment", QT_TRANSLATE_NOOP("Marks", "comment")),
    ("tags", QT_TRANSLATE_NOOP("Marks", "tags")),
    ("color", QT_TRANSLATE_NOOP("Marks", "colour")),
    ("quads", QT_TRANSLATE_NOOP("Marks", "marked text")),
    ("strokes", QT_TRANSLATE_NOOP("Marks", "move")),
)


def kind_name(kind: MarkKind) -> str:
    """What a mark of that kind is called."""
    return QCoreApplication.translate("Marks", _KINDS[kind])


def step_name(step: MarkStep) -> str:
    """A step as it stands behind Undo: "highlight", "comment", "removal of 3 marks"."""
    count = len(step.changes)
    first = step.changes[0]
    if first.after is None:
        template = QCoreApplication.translate("Marks", "removal of {marks}")
        return template.format(marks=wording.marks(count))
    if first.before is None:
        return kind_name(first.after.kind) if count == 1 else wording.marks(count)
    return _changed_field(first.before, first.after)


def _changed_field(before: Mark, after: Mark) -> str:
    for field, name in _FIELDS:
        if getattr(before, field) != getattr(after, field):
            return QCoreApplication.translate("Marks", name)
    sides = [0.0, 0.0]
    for number, box in enumerate((before.box, after.box)):
        sides[number] = box[2] - box[0] + box[3] - box[1] if box is not None else 0.0
    if abs(sides[0] - sides[1]) > 1e-6:
        return QCoreApplication.translate("Marks", "size")
    return QCoreApplication.translate("Marks", "move")


def told(mark: Mark) -> str:
    """A mark in a few words, for screen readers: kind, quote, comment."""
    parts = [kind_name(mark.kind), mark.quote, mark.comment]
    return ". ".join(part for part in parts if part)


def who_and_when(mark: Mark) -> str:
    """Who made it, if a file told, and when it was changed last."""
    moment = QDateTime.fromMSecsSinceEpoch(mark.changed_at_ms or mark.created_at_ms)
    when = QLocale().toString(moment, QLocale.FormatType.ShortFormat) if moment.toMSecsSinceEpoch() else ""
    return " · ".join(part for part in (mark.author, when) if part)

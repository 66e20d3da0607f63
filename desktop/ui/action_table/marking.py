"""The actions that make marks in an open paper, and bring them in and out."""

from desktop.ui.action import Action, ActionId, Menu, Needs
from desktop.ui.language import QT_TRANSLATE_NOOP

Id = ActionId
_READ = Needs.LIBRARY | Needs.READER
_PAPERS = Needs.LIBRARY | Needs.PAPERS
_MARKED = _READ | Needs.MARK

MARK = (
    Action(
        Id.HIGHLIGHT,
        QT_TRANSLATE_NOOP("Actions", "Highlight"),
        Menu.MARK,
        ("Alt+1",),
        "highlight",
        _READ,
        checkable=True,
    ),
    Action(
        Id.UNDERLINE,
        QT_TRANSLATE_NOOP("Actions", "Underline"),
        Menu.MARK,
        ("Alt+2",),
        "underline",
        _READ,
        checkable=True,
    ),
    Action(Id.NOTE, QT_TRANSLATE_NOOP("Actions", "Sticky note"), Menu.MARK, ("Alt+3",), "note", _READ, checkable=True),
    Action(
        Id.TEXT_BOX, QT_TRANSLATE_NOOP("Actions", "Text box"), Menu.MARK, ("Alt+4",), "text-box", _READ, checkable=True
    ),
    Action(Id.AREA, QT_TRANSLATE_NOOP("Actions", "Area"), Menu.MARK, ("Alt+5",), "area", _READ, checkable=True),
    Action(Id.INK, QT_TRANSLATE_NOOP("Actions", "Ink"), Menu.MARK, ("Alt+6",), "ink", _READ, checkable=True),
    Action(
        Id.STRIKE_OUT,
        QT_TRANSLATE_NOOP("Actions", "Strike out"),
        Menu.MARK,
        ("Alt+7",),
        "strike-out",
        _READ,
        checkable=True,
    ),
    Action(
        Id.COLOR_1,
        QT_TRANSLATE_NOOP("Actions", "Colour 1"),
        Menu.MARK,
        ("1",),
        needs=_READ,
        checkable=True,
        line_before=True,
    ),
    Action(Id.COLOR_2, QT_TRANSLATE_NOOP("Actions", "Colour 2"), Menu.MARK, ("2",), needs=_READ, checkable=True),
    Action(Id.COLOR_3, QT_TRANSLATE_NOOP("Actions", "Colour 3"), Menu.MARK, ("3",), needs=_READ, checkable=True),
    Action(Id.COLOR_4, QT_TRANSLATE_NOOP("Actions", "Colour 4"), Menu.MARK, ("4",), needs=_READ, checkable=True),
    Action(Id.COLOR_5, QT_TRANSLATE_NOOP("Actions", "Colour 5"), Menu.MARK, ("5",), needs=_READ, checkable=True),
    Action(Id.COLOR_6, QT_TRANSLATE_NOOP("Actions", "Colour 6"), Menu.MARK, ("6",), needs=_READ, checkable=True),
    Action(Id.COLOR_7, QT_TRANSLATE_NOOP("Actions", "Colour 7"), Menu.MARK, ("7",), needs=_READ, checkable=True),
    Action(Id.COLOR_8, QT_TRANSLATE_NOOP("Actions", "Colour 8"), Menu.MARK, ("8",), needs=_READ, checkable=True),
    Action(
        Id.EDIT_COMMENT,
        QT_TRANSLATE_NOOP("Actions", "Edit comment"),
        Menu.MARK,
        ("Return",),
        "edit",
        _MARKED,
        line_before=True,
    ),
    Action(Id.MARK_TAGS, QT_TRANSLATE_NOOP("Actions", "Tags of the mark…"), Menu.MARK, ("T",), "tag", _MARKED),
    Action(Id.DELETE_MARK, QT_TRANSLATE_NOOP("Actions", "Delete mark"), Menu.MARK, ("Del",), "trash", _MARKED),
    Action(Id.NEXT_MARK, QT_TRANSLATE_NOOP("Actions", "Next mark"), Menu.MARK, ("N",), "chevron-down", _READ),
    Action(
        Id.PREVIOUS_MARK, QT_TRANSLATE_NOOP("Actions", "Previous mark"), Menu.MARK, ("Shift+N",), "chevron-up", _READ
    ),
    Action(
        Id.COLOR_NAMES, QT_TRANSLATE_NOOP("Actions", "Names of the colours…"), Menu.MARK, needs=_READ, line_before=True
    ),
    Action(
        Id.EXPORT_ANNOTATED,
        QT_TRANSLATE_NOOP("Actions", "Export annotated copy…"),
        Menu.MARK,
        icon="export",
        needs=_PAPERS,
        line_before=True,
    ),
    Action(
        Id.EXPORT_NOTES,
        QT_TRANSLATE_NOOP("Actions", "Export notes and marks…"),
        Menu.MARK,
        icon="export-notes",
        needs=_PAPERS,
    ),
    Action(
        Id.TAKE_OVER_MARKS,
        QT_TRANSLATE_NOOP("Actions", "Take over marks of the PDF…"),
        Menu.MARK,
        icon="import",
        needs=_READ,
    ),
    Action(
        Id.CARRY_MARKS,
        QT_TRANSLATE_NOOP("Actions", "Carry marks over from another version"),
        Menu.MARK,
        icon="new-version",
        needs=_READ,
    ),
)

"""The keys that extend a selection, and where each leads."""

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent

from desktop.domain.pdf_document import PageText, Point
from desktop.domain.text_carets import START, Caret, PageCarets, last_caret
from desktop.domain.text_units import line_at, next_character, next_word, previous_character, previous_word

_Key = Qt.Key
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_STEPS = {
    _Key.Key_Right: (next_character, 1),
    _Key.Key_Left: (previous_character, -1),
}
_WORD_STEPS = {
    _Key.Key_Right: (next_word, 1),
    _Key.Key_Left: (previous_word, -1),
}
_LINES = {_Key.Key_Down: 1, _Key.Key_Up: -1}
_ENDS = (_Key.Key_Home, _Key.Key_End)


def is_step(event: QKeyEvent) -> bool:
    """Whether the key extends a selection: Shift with arrows, Home and End; with Ctrl by words, and to the ends of the
    page."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    if modifiers == _SHIFT:
        return key in _STEPS or key in _LINES or key in _ENDS
    return modifiers == _SHIFT | _CTRL and (key in _WORD_STEPS or key in _ENDS)


def is_vertical(step: QKeyCombination) -> bool:
    """Whether the step goes from line to line, and so keeps its distance from the margin."""
    return step.key() in _LINES


def stepped(carets: PageCarets, caret: Caret, step: QKeyCombination, goal: Point) -> Caret | int:
    """Where a step leads on the page: a caret, or by how many pages (1 or -1) it leaves it. `goal` is the point that
    steps from line to line keep to."""
    page, key = carets.page, step.key()
    by_word = bool(step.keyboardModifiers() & _CTRL)
    if key in _ENDS:
        return _to_end(page, caret, key is _Key.Key_End, by_word)
    if key in _LINES:
        number = caret.line + _LINES[key]
        return carets.on_line(number, goal) if 0 <= number < len(page.lines) else _LINES[key]
    move, direction = (_WORD_STEPS if by_word else _STEPS)[key]
    found = move(page, caret)
    return direction if found is None else found


def _to_end(page: PageText, caret: Caret, forward: bool, of_page: bool) -> Caret:
    if of_page:
        return last_caret(page) if forward else START
    return line_at(page, caret)[1 if forward else 0]

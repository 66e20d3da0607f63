"""Carries an edit over to a text without touching the rest of it."""


def exact_edit(value: str, before: str, after: str) -> str:
    """`value` with what was changed between `before` and `after`.

    An editor shows a value as `before`, in which some characters are replaced, one for one: a carriage return or
    a U+2028 by a line feed. What the person left alone comes back as it was.
    """
    if before == after:
        return value
    if len(before) != len(value):
        return after
    shortest = min(len(before), len(after))
    head = next((place for place in range(shortest) if before[place] != after[place]), shortest)
    room = shortest - head
    tail = next((place for place in range(room) if before[-1 - place] != after[-1 - place]), room)
    return value[:head] + after[head : len(after) - tail] + value[len(value) - tail :]

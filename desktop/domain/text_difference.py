"""Where two wordings of a text part."""

Part = tuple[int, int]
"""(start, end) in a text."""


def differing_parts(one: str, other: str) -> tuple[Part, Part]:
    """The part of each that the other does not have at the same end; both empty where the texts are equal."""
    shortest = min(len(one), len(other))
    start = next((i for i in range(shortest) if one[i] != other[i]), shortest)
    room = shortest - start
    end = next((i for i in range(room) if one[-1 - i] != other[-1 - i]), room)
    return (start, len(one) - end), (start, len(other) - end)

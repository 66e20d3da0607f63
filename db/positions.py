"""The order that a person gives collections and saved searches."""

from db.undo_log import Change, RowValues


def reordered(table: str, positions: dict[int, int], moved: int, position: int) -> list[Change]:
    """The rows of a table with these positions, in their order, with one of them moved to a place among the others."""
    order = [key for key in positions if key != moved]
    order.insert(max(0, min(position, len(order))), moved)
    new = [(key, place) for place, key in enumerate(order) if positions[key] != place]
    if not new:
        return []
    keys = [(key,) for key, _ in new]
    return [
        RowValues(table, ("id",), ("position",), keys, [(positions[key],) for (key,) in keys], [(p,) for _, p in new])
    ]

"""What a language model is still to write of a paper, and what it could not. Read with the details of a paper, so that
nothing here imports SQLAlchemy."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from desktop.domain.errors import Reason
from desktop.domain.ids import PaperId
from desktop.domain.merging import TextField
from desktop.domain.model_texts import TextWish, WishState
from desktop.domain.paper import TextKind, WishedText

WISH = "w.paper_id, w.kind, w.language, w.state, w.attempts, w.reason, w.detail"
"""The columns of `wish_of`."""
_OF_PAPER = f"SELECT {WISH} FROM text_wishes w WHERE w.paper_id = ? ORDER BY w.position"


def wishes_of(connection: sqlite3.Connection, paper: PaperId) -> tuple[WishedText, ...]:
    """What waits for one paper and what failed, in the order of the wishes."""
    wishes = (wish_of(values, "") for values in connection.execute(_OF_PAPER, (paper,)))
    return tuple(WishedText(*wish.field, wish.state is WishState.FAILED, wish.reason, wish.detail) for wish in wishes)


def wish_of(values: Sequence[Any], title: str) -> TextWish:
    """A row of the columns WISH."""
    paper, kind, language, state, attempts, reason, detail = values
    field = TextField(TextKind(kind), language)
    return TextWish(paper, field, WishState(state), title, attempts, Reason(reason) if reason else None, detail)

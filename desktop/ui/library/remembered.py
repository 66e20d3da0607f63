"""What the list of papers remembers from one start to the next: columns and rows, and searches."""

import json
from contextlib import suppress

from desktop.ui.library.paper_table_view import PaperTableView
from desktop.ui.library.search_box import SearchBox
from desktop.ui.session import Session


def remember_list(session: Session, table: PaperTableView, search: SearchBox) -> None:
    """Keep how the table looks and what was searched for."""
    session.remember("table", json.dumps(table.save_state()))
    session.remember("searches", json.dumps(search.history(), ensure_ascii=False))


def recall_list(session: Session, table: PaperTableView, search: SearchBox) -> None:
    """Put back what was kept; what is not understood is passed over."""
    with suppress(ValueError):
        state = json.loads(session.recall("table") or "{}")
        if isinstance(state, dict):
            table.restore_state(state)
    with suppress(ValueError):
        searches = json.loads(session.recall("searches") or "[]")
        if isinstance(searches, list):
            search.set_history([text for text in searches if isinstance(text, str)])

"""A person in front of a list of four papers."""

from collections.abc import Callable

import pytest

from desktop.services.library import LibraryServices
from tests.gui.reading_list.person import ListPerson
from tests.gui.shown_window import Shown


@pytest.fixture
def person(shown: Shown, filled: LibraryServices, on_db: Callable[[Callable[[], object]], object]) -> ListPerson:
    return ListPerson(shown, filled, on_db)

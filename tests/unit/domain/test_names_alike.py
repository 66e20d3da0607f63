"""Names that are spelled differently are known again."""

import pytest

from desktop.domain.person_names import Name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Name("von Roe", "Ann"), Name("Roe", "A.")),
        (Name("Van Der Berg", "Jan"), Name("berg", "J.")),
        (Name("张", "三"), Name("张三")),
        (Name("de la"), Name("de la", "X")),
    ],
)
def test_spellings_of_one_name_are_alike(one: Name, other: Name) -> None:
    assert one.alike.lower() == other.alike.lower()


def test_other_names_are_not() -> None:
    assert Name("Bergmann", "Jan").alike != Name("van Berg", "Jan").alike

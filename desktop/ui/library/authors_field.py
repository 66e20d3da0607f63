"""The authors of a paper as one text: the first of them while it is read, all while it is edited."""

from PySide6.QtWidgets import QWidget

from desktop.ui.library.text_field import TextField

_SHOWN = 16


class AuthorsField(TextField):
    """Names, joined by semicolons where they are edited."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "muted", field="author", one_line=True, parent=parent)

    def shown_text(self, value: str) -> str:
        """The first names, and how many there are beside them."""
        names = [name for name in value.split("; ") if name]
        shown = ", ".join(names[:_SHOWN])
        if len(names) <= _SHOWN:
            return shown
        return self.tr("{names} and {count} more").format(names=shown, count=len(names) - _SHOWN)

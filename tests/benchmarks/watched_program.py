"""The program as a person starts it, with somebody before it who uses it and then closes it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from desktop.app.container import Container

Somebody = TypeVar("Somebody")


def use_program(library: str, sit_down: "Callable[[Container], Somebody]") -> Somebody:
    """Open the window over a library; `sit_down` makes whoever uses it. Returns them once the window is closed."""
    from desktop.app import window
    from desktop.app.paths import find_paths
    from desktop.app.window_arguments import WindowArguments

    people: list[Somebody] = []
    usual = window.name_application

    def watch(app: Any) -> None:  # a QApplication; nothing of Qt is imported before the program does it
        usual(app)
        from desktop.app import container

        class Watched(container.Container):
            def __init__(self, *arguments: Any) -> None:
                super().__init__(*arguments)
                people.append(sit_down(self))

        container.Container = Watched  # type: ignore[misc, assignment]  # in this process only

    window.name_application = watch
    window.open_window(find_paths(), WindowArguments(library))
    return people[0]

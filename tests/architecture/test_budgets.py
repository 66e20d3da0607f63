"""Modules, functions and classes stay small. Complexity is counted by ruff (C901) with the limit in pyproject.toml."""

import ast
from collections.abc import Iterator

from tests.architecture.tree import modules

MODULE_LINES = 300
FUNCTION_LINES = 40  # without the docstring
PUBLIC_METHODS = 15  # without Qt's own, which are spelled likeThis

# "path" or "path:qualified.name" -> why it may be larger. An entry that is no longer needed fails the test.
EXCEPTIONS: dict[str, str] = {
    "desktop/services/library.py:LibraryServices": "one property for each use case that the program has",
}

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def definitions(node: ast.AST, prefix: str = "") -> Iterator[tuple[str, Definition]]:
    """Yield each function and class below `node` with its qualified name."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Definition):
            yield prefix + child.name, child
            yield from definitions(child, f"{prefix}{child.name}.")
        else:
            yield from definitions(child, prefix)


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines a function has from `def` to its end, without its docstring."""
    documentation = 0
    if ast.get_docstring(function) is not None:
        first = function.body[0]
        documentation = (first.end_lineno or first.lineno) - first.lineno + 1
    return (function.end_lineno or function.lineno) - function.lineno + 1 - documentation


def public_methods(definition: ast.ClassDef) -> int:
    """Return how many public methods of its own a class has; Qt's are spelled with a capital inside."""
    methods = [node.name for node in definition.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return len({name for name in methods if not name.startswith("_") and name == name.lower()})


def oversized(text: str) -> Iterator[tuple[str, str]]:
    """Yield what is too large in a module: the qualified name ("" for the module) and the figure."""
    if (count := len(text.splitlines())) > MODULE_LINES:
        yield "", f"{count} lines"
    for name, definition in definitions(ast.parse(text)):
        if isinstance(definition, ast.ClassDef):
            if (count := public_methods(definition)) > PUBLIC_METHODS:
                yield name, f"{count} public methods"
        elif (count := lines_of(definition)) > FUNCTION_LINES:
            yield name, f"{count} lines"


def test_everything_keeps_its_budget() -> None:
    found = {
        f"{path.as_posix()}{':' if name else ''}{name}": figure
        for path, text in modules().items()
        for name, figure in oversized(text)
    }
    assert not {place: figure for place, figure in found.items() if place not in EXCEPTIONS}
    assert not EXCEPTIONS.keys() - found.keys(), "no longer needed"


def test_nobody_waives_the_limit_of_complexity() -> None:
    waiver = "noqa: " + "C901"
    assert not [path.as_posix() for path, text in modules().items() if waiver in text]


def test_an_oversized_module_function_and_class_are_noticed() -> None:
    assert list(oversized("\n" * 301)) == [("", "301 lines")]
    body = "    x = 1\n"
    assert list(oversized("def f():\n" + '    """One\n    two."""\n' + body * 39)) == []
    assert list(oversized("class A:\n    def f(self):\n" + ("    " + body) * 40)) == [("A.f", "41 lines")]
    many = "".join(
        f"    def m{i}(self): ...\n    def _p{i}(self): ...\n    def qtEvent{i}(self): ...\n" for i in range(16)
    )
    assert list(oversized("class A:\n" + many)) == [("A", "16 public methods")]

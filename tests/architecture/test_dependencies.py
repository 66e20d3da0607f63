"""What the program imports is what it says that it needs: a part of another package may leave with that package."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

from tests.architecture.tree import REPOSITORY, modules

_NAME = re.compile(r"[A-Za-z0-9._-]+")


def imported() -> set[str]:
    """The packages that modules of the program import, be it late, but for those of Python and our own."""
    found = set()
    for text in (text for path, text in modules().items() if path.parts[0] in ("desktop", "db")):
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Import):
                found |= {name.name.partition(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    return found - sys.stdlib_module_names - {"desktop", "db"}


def tidy(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_package_that_is_imported_is_declared_and_no_other() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {tidy(_NAME.match(line)[0]) for line in project["dependencies"]}  # type: ignore[index]  # a name each
    distributions = packages_distributions()
    needed = {tidy(name) for package in imported() for name in distributions.get(package, [package])}
    assert needed - {"pyside6", "shiboken6", "pyside6-addons"} == declared

"""Everything lies where ARCHITECTURE.md says."""

import ast
import re
import sys

from tests.architecture.tree import REPOSITORY, files, modules

FOLDERS = {"desktop", "db", "resources", "packaging", "tests", ".ci"}
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}
# A folder of the machine somebody works on: its path means nothing elsewhere.
MACHINE_PATH = re.compile(r"(?<![\w.}*])/(?:work|root|tmp|home|Users)/\w|[A-Z]:\\+Users\\+\w")


def test_no_top_level_folder_but_the_agreed_ones() -> None:
    assert {name.parts[0] for name in files() if len(name.parts) > 1} <= FOLDERS


def test_packaging_is_a_folder_of_scripts_and_no_package() -> None:
    # With an __init__.py it would hide the library of that name, which pytest needs.
    assert not (REPOSITORY / "packaging" / "__init__.py").exists()


def test_every_folder_of_the_application_is_a_package() -> None:
    # The import contracts do not see a folder without __init__.py.
    folders = {name.parent for name in modules() if name.parts[0] in ("desktop", "db")}
    assert not [folder.as_posix() for folder in folders if not (REPOSITORY / folder / "__init__.py").exists()]


def test_no_module_of_odds_and_ends() -> None:
    assert not [name.as_posix() for name in modules() if VAGUE & set((*name.parts[:-1], *name.stem.split("_")))]


def test_the_domain_needs_the_standard_library_alone() -> None:
    foreign = [
        (name.as_posix(), imported)
        for name, text in modules().items()
        if name.is_relative_to("desktop/domain")
        for imported in imports(text)
        if imported.partition(".")[0] not in sys.stdlib_module_names and not imported.startswith("desktop.domain")
    ]
    assert not foreign


def imports(text: str) -> set[str]:
    """Return the modules that a module imports, at any depth."""
    nodes = list(ast.walk(ast.parse(text)))
    whole = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return whole | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}


def test_no_path_of_somebodys_machine() -> None:
    found = []
    for name in files():
        content = (REPOSITORY / name).read_bytes()
        if b"\0" not in content:
            for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1):
                if MACHINE_PATH.search(line):
                    found.append(f"{name.as_posix()}:{number}: {line.strip()[:100]}")
    assert not found


def test_a_path_of_a_machine_is_recognised() -> None:
    for path in ("home/ada/x", "tmp/x", "Users/ada"):
        assert MACHINE_PATH.search(f"see /{path}")
    assert not MACHINE_PATH.search("https://example.org/home/ada and ../tmp/x")

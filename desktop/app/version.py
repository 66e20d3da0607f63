"""Which Papershelf this is."""

from pathlib import Path


def version() -> str:
    """The version of the installed package, or that of the source tree it runs from."""
    from importlib.metadata import PackageNotFoundError, version  # slow to import, rarely needed

    try:
        return version("papershelf")
    except PackageNotFoundError:
        import tomllib

        project = Path(__file__).resolve().parent.parent.parent / "pyproject.toml"
        with project.open("rb") as file:
            return str(tomllib.load(file)["project"]["version"])

"""Which library is meant."""

from pathlib import Path

from desktop.app.paths import Paths
from desktop.domain.settings import Settings


def library_of(library: str, sample: bool, cwd: Path, paths: Paths, settings: Settings) -> Path:
    """The folder of the library that was asked for, absolute; without a word on it, the one chosen in the window."""
    if sample:
        return paths.sample_library
    if library:
        return cwd.joinpath(library).absolute()
    return Path(settings.library).absolute() if settings.library else paths.default_library

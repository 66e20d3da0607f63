"""Where Papershelf keeps things on this computer."""

import os
from dataclasses import dataclass
from pathlib import Path

NAME = "papershelf"
HOME_VARIABLE = "PAPERSHELF_HOME"
"""Environment variable: a folder that takes the place of all the folders below (portable use, tests)."""


@dataclass(frozen=True, slots=True)
class Paths:
    """Folders of one person; none of them need exist yet."""

    data: Path
    config: Path
    state: Path

    @property
    def runtime(self) -> Path:
        """Where a window listens. Not XDG_RUNTIME_DIR: a command run by cron or over ssh may lack it."""
        return self.state / "run"

    @property
    def default_library(self) -> Path:
        """The library that is opened when none is named."""
        return self.data / "library"

    @property
    def sample_library(self) -> Path:
        """The library of the sample papers, apart from the person's own."""
        return self.data / "sample-library"

    @property
    def settings_file(self) -> Path:
        """What the window remembers."""
        return self.config / "settings.json"

    @property
    def log_file(self) -> Path:
        """The window's log."""
        return self.state / "logs" / "papershelf.log"

    @property
    def crash_reports(self) -> Path:
        """Folder of the reports on bugs."""
        return self.state / "crash-reports"


def working_folder() -> Path:
    """The folder that relative names start from, be it deleted meanwhile."""
    try:
        return Path.cwd()
    except OSError:
        return Path(os.environ.get("PWD", os.sep))


def find_paths() -> Paths:
    """The folders that this system (or PAPERSHELF_HOME) names for a person's files."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        root = Path(home).absolute()
        return Paths(root / "data", root / "config", root / "state")
    import platformdirs  # 17 ms, and not needed with PAPERSHELF_HOME

    return Paths(
        platformdirs.user_data_path(NAME, appauthor=False),
        platformdirs.user_config_path(NAME, appauthor=False, roaming=True),
        platformdirs.user_state_path(NAME, appauthor=False),
    )

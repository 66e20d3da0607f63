"""What belongs to a person and to no library: keys and passwords, and what a language model is told to do."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.services.keep_prompts import KeepPrompts
    from desktop.services.keep_secrets import KeepSecrets


class Personal:
    """One object for the whole program; costs nothing to make. `config` is the folder of the person's settings,
    `shipped_prompts` that of the program's prompts. None of it is for the GUI thread."""

    def __init__(self, config: Path, shipped_prompts: Path) -> None:
        self._config = config
        self._shipped_prompts = shipped_prompts

    @cached_property
    def secrets(self) -> "KeepSecrets":
        """Keys and passwords by their origin."""
        from desktop.services.keep_secrets import KeepSecrets

        return KeepSecrets(self._config / "kept-secrets.json")

    @cached_property
    def prompts(self) -> "KeepPrompts":
        """What a language model is told to do."""
        from desktop.services.keep_prompts import KeepPrompts

        return KeepPrompts(self._shipped_prompts, self._config / "prompts")

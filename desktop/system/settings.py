"""The settings file: JSON, written whole, read with forgiveness."""

import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from pathlib import Path
from threading import Lock
from typing import Any

from desktop.domain.settings import Settings
from desktop.system.atomic_write import file_error, write_atomically

log = logging.getLogger(__name__)


class SettingsFile:
    """The settings of this person on this computer.

    A file that cannot be read as settings is kept beside the new one with the suffix `.broken`; a value of the wrong
    kind is replaced by the usual one; entries of newer versions are kept.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._saving = Lock()
        self._unknown: dict[str, Any] = {}
        self.values = self._load()

    def change(self, **values: object) -> Settings:
        """Set fields of the settings; `save` writes them. Returns the new settings."""
        self.values = replace(self.values, **values)  # type: ignore[arg-type]  # checked by the dataclass's own names
        return self.values

    def save(self) -> None:
        """Write the settings. Callable from any thread. Raises FileError."""
        # ASCII, because the name of a folder may hold bytes that are no UTF-8.
        data = json.dumps(self._unknown | asdict(self.values), indent=1, sort_keys=True)
        with self._saving:
            try:
                self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            except OSError as error:
                raise file_error(error, self.path.parent) from error
            write_atomically(self.path, data.encode() + b"\n")

    def _load(self) -> Settings:
        try:
            raw = json.loads(self.path.read_bytes())
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError, RecursionError) as error:
            log.info("the settings file could not be read: %s", error)
            self._set_aside()
            return Settings()
        if not isinstance(raw, dict):
            self._set_aside()
            return Settings()
        known = {item.name: item for item in fields(Settings)}
        self._unknown = {name: value for name, value in raw.items() if name not in known}
        usual = Settings()
        read = {name: _as_kind(raw[name], getattr(usual, name)) for name in known if name in raw}
        return Settings(**{name: value for name, value in read.items() if value is not None})

    def _set_aside(self) -> None:
        try:
            self.path.replace(self.path.with_name(self.path.name + ".broken"))
        except OSError as error:
            log.info("the broken settings file could not be kept: %s", error)


def _as_kind(value: object, usual: object) -> Any:
    """`value` if it is of the kind of `usual`, else None. Any, because it goes into a field of that very kind."""
    if isinstance(usual, tuple):
        return tuple(value) if isinstance(value, list) and all(isinstance(item, str) for item in value) else None
    if isinstance(usual, Mapping):
        if not isinstance(value, dict):
            return None
        return {name: text for name, text in value.items() if isinstance(text, str)}
    return value if type(value) is type(usual) else None

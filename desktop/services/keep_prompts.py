"""What a language model is told to do: prompts that come with the program, and those that a person wrote instead."""

import hashlib
import re
from pathlib import Path

from desktop.domain.errors import FileError, InputError, Reason
from desktop.domain.model_texts import Prompt, Prompts
from desktop.domain.storable_text import require_storable
from desktop.system.atomic_write import file_error, write_atomically

_HEAD = re.compile(r"---\nversion: (?P<version>[a-z0-9-]+)\n---\n")
MOST_CHARACTERS = 20_000
FORM = "form"
"""How an answer has to look, and that a paper is data. The program relies on it, so it cannot be edited."""


class KeepPrompts:
    """`shipped` is the folder of the program's prompts, `own` that of the person's. What touches `own` raises
    FileError."""

    def __init__(self, shipped: Path, own: Path) -> None:
        self._shipped = shipped
        self._own = own

    def all(self) -> Prompts:
        """Those that count: a person's own before the program's."""
        return {file.stem: self._of(file.stem) for file in sorted(self._shipped.glob("*.md"))}

    def editable(self) -> tuple[str, ...]:
        """The names of those that a person can write anew."""
        return tuple(name for name in sorted(file.stem for file in self._shipped.glob("*.md")) if name != FORM)

    def shipped(self, name: str) -> Prompt:
        """The program's own of that name."""
        text = (self._shipped / f"{name}.md").read_text("utf-8")
        head = _HEAD.match(text)
        assert head is not None, f"{name} has no version in its head"
        return Prompt(name, f"{name}-{head['version']}", text[head.end() :].strip())

    def save(self, name: str, text: str) -> Prompt:
        """Put a person's own text in the place of a prompt. The program's own text again is no text of one's own.
        Raises InputError for an empty one and one that is too long."""
        assert name != FORM
        text = text.strip()
        require_storable(name, text)
        if not text or len(text) > MOST_CHARACTERS:
            raise InputError(Reason.BAD_VALUE, name, f"a prompt has between 1 and {MOST_CHARACTERS:,} characters")
        if text == self.shipped(name).text:
            return self.reset(name)
        try:
            self._own.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise file_error(error, self._own) from error
        write_atomically(self._file(name), text.encode())
        return self._of(name)

    def reset(self, name: str) -> Prompt:
        """Go back to the program's own prompt."""
        try:
            self._file(name).unlink(missing_ok=True)
        except OSError as error:
            raise file_error(error, self._file(name)) from error
        return self.shipped(name)

    def is_own(self, name: str) -> bool:
        """Whether a person's own text counts."""
        return self._file(name).exists()

    def _file(self, name: str) -> Path:
        return self._own / f"{name}.md"

    def _of(self, name: str) -> Prompt:
        if name == FORM:
            return self.shipped(name)
        try:
            text = self._file(name).read_text("utf-8", errors="replace")[:MOST_CHARACTERS].strip()
        except (FileNotFoundError, NotADirectoryError):
            text = ""
        except OSError as error:
            raise FileError(Reason.UNREADABLE, str(self._file(name)), error.strerror or str(error)) from error
        if not text:
            return self.shipped(name)
        return Prompt(name, f"own-{hashlib.sha256(text.encode()).hexdigest()[:8]}", text)

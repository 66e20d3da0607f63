"""Keys and passwords of this person, outside of every library."""

import json
import logging
import os
from contextlib import suppress
from pathlib import Path
from threading import Lock

from desktop.domain.errors import AppError, SecretError
from desktop.domain.secrets import Kept

MODEL_VARIABLE = "PAPERSHELF_MODEL_KEY"
"""Environment variable: the key for the language model's endpoint."""
MAIL_VARIABLE = "PAPERSHELF_MAIL_PASSWORD"
"""Environment variable: the password for the mail server."""
_CREDENTIALS = {MODEL_VARIABLE: "papershelf-model-key", MAIL_VARIABLE: "papershelf-mail-password"}
"""What systemd calls the same, as files in $CREDENTIALS_DIRECTORY: https://systemd.io/CREDENTIALS/"""
_LONGEST = 64_000

log = logging.getLogger(__name__)


class KeepSecrets:
    """Secrets by their origin: `domain.secrets.origin_of` an endpoint, `domain.mails.MailServer.origin`. One object for
    the whole program. Its methods may wait for the keyring, up to `system.secrets.PATIENCE_S`: never on the GUI thread.

    The keyring is opened only for origins that a secret was kept for, so nobody is asked to unlock it who has none.
    `kept_file` remembers these origins, and no secret; without it nothing is found that an earlier run kept.
    """

    def __init__(self, kept_file: Path | None = None) -> None:
        self._kept_file = kept_file
        self._known: dict[str, str] = {}
        """Kept for this session, or read from the keyring in it."""
        self._in_keyring: frozenset[str] | None = None
        self._bound: dict[str, str] = {}
        self._lock = Lock()

    def get(self, origin: str) -> str | None:
        """The secret of this origin, or None if there is none. Raises SecretError if the keyring holds it and does not
        give it."""
        with self._lock:
            given = self._from_environment(origin)
            if given:
                return given
            if origin in self._known or origin not in self._origins():
                return self._known.get(origin)
            from desktop.system import secrets

            found = secrets.read(origin)
            if found is not None:
                self._known[origin] = _learnt(found)
            return found

    def set(self, origin: str, secret: str) -> Kept:
        """Keep a secret and tell where: SESSION if there is no keyring, or it is locked or does not answer. Nothing
        takes the place of one from the environment: that is told as ENVIRONMENT."""
        with self._lock:
            if self._from_environment(origin):
                return Kept.ENVIRONMENT
            from desktop.system import secrets

            self._known[origin] = _learnt(secret)
            try:
                secrets.write(origin, secret)
            except SecretError as error:
                log.info("no keyring took the secret of %s: %s", origin, error)
                self._remember(self._origins() - {origin})
                return Kept.SESSION
            self._remember(self._origins() | {origin})
            return Kept.KEYRING

    def forget(self, origin: str) -> None:
        """Keep it no longer. Raises SecretError if the keyring holds it and does not let go of it."""
        with self._lock:
            if origin in self._origins():
                from desktop.system import secrets

                secrets.delete(origin)
                self._remember(self._origins() - {origin})
            self._known.pop(origin, None)

    def where(self, origin: str) -> Kept | None:
        """Where the secret of this origin is, or None if there is none. Does not open the keyring."""
        with self._lock:
            if self._from_environment(origin):
                return Kept.ENVIRONMENT
            if origin in self._origins():
                return Kept.KEYRING
            return Kept.SESSION if origin in self._known else None

    def _from_environment(self, origin: str) -> str:
        """A secret that was given at start belongs to the first origin that is asked for: to no other it is told."""
        variable = MAIL_VARIABLE if origin.startswith("smtp") else MODEL_VARIABLE
        given = os.environ.get(variable, "") or _credential(_CREDENTIALS[variable])
        if not given or self._bound.setdefault(variable, origin) != origin:
            return ""
        return _learnt(given)

    def _origins(self) -> frozenset[str]:
        """Those whose secrets the keyring holds."""
        if self._in_keyring is None:
            self._in_keyring = frozenset()
            with suppress(OSError, ValueError):
                read = json.loads(self._kept_file.read_bytes()) if self._kept_file else []
                self._in_keyring = frozenset(filter(lambda one: isinstance(one, str), read))
        return self._in_keyring

    def _remember(self, origins: frozenset[str]) -> None:
        if origins == self._origins():
            return
        self._in_keyring = origins
        if self._kept_file is None:
            return
        from desktop.system.atomic_write import write_atomically

        try:
            self._kept_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomically(self._kept_file, json.dumps(sorted(origins), indent=1).encode() + b"\n")
        except (AppError, OSError) as error:
            log.info("which secrets are kept could not be written down: %s", error)


def _credential(name: str) -> str:
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    if not folder:
        return ""
    try:
        return (Path(folder) / name).read_bytes()[:_LONGEST].decode().strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _learnt(secret: str) -> str:
    """The secret, which from now on is left out of logs and reports."""
    from desktop.system.redaction import learn

    learn(secret)
    return secret

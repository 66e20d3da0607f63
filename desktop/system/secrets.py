"""The keyring of this computer.

Only keyrings that encrypt what they hold are used, by their names: the Secret Service (GNOME and others), KWallet, the
Keychain of macOS and the Credential Locker of Windows. Whatever else is installed or set up for the `keyring` package
(plain files among them) is as good as none.

A keyring that is locked asks its person, and one that hangs never answers. So each call runs on a thread of its own,
which is left behind after `PATIENCE_S`; until it ends, further calls fail at once.
"""

import logging
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING, TypeVar

from desktop.domain.errors import Reason, SecretError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

Result = TypeVar("Result")

SERVICE = "Papershelf"
PATIENCE_S = 60.0
"""A person who is asked for the password of the keyring needs some time."""
ACCEPTED = frozenset(
    {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.Windows.WinVaultKeyring",
    }
)

_left_behind: Thread | None = None
_one_at_a_time = Lock()
log = logging.getLogger(__name__)


def read(origin: str) -> str | None:
    """The secret of this origin, or None. Raises SecretError."""
    return _asked(lambda keyring: keyring.get_password(SERVICE, origin))


def write(origin: str, secret: str) -> None:
    """Keep a secret in the place of any other of this origin. Raises SecretError."""
    _asked(lambda keyring: keyring.set_password(SERVICE, origin, secret))


def delete(origin: str) -> None:
    """Keep the secret of this origin no longer, if there is one. Raises SecretError."""

    def deleted(keyring: "KeyringBackend") -> None:
        if keyring.get_password(SERVICE, origin) is not None:
            keyring.delete_password(SERVICE, origin)

    _asked(deleted)


def accepted() -> "KeyringBackend | None":
    """The keyring that is used, or None. Imports it (0.1 s) and asks the system which there are."""
    import keyring.core

    try:
        keyring.core.init_backend()  # each time: a keyring may have come since
        chosen = keyring.core.get_keyring()
    except Exception as error:  # noqa: BLE001 - a keyring that is set up badly raises anything
        log.info("no keyring: %s", error)
        return None
    # A person who has several gets all of them behind one front.
    return next((one for one in getattr(chosen, "backends", [chosen]) if _name(one) in ACCEPTED), None)


def _name(backend: object) -> str:
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def _asked(ask: Callable[["KeyringBackend"], Result]) -> Result:
    """What the keyring says. Raises SecretError."""
    global _left_behind
    told: SimpleQueue[Result | SecretError] = SimpleQueue()
    with _one_at_a_time:
        if _left_behind is not None and _left_behind.is_alive():
            raise SecretError(Reason.KEYRING_SILENT)
        thread = Thread(target=lambda: told.put(_outcome(ask)), name="keyring", daemon=True)
        thread.start()
        try:
            outcome = told.get(timeout=PATIENCE_S)
        except Empty:
            _left_behind = thread
            raise SecretError(Reason.KEYRING_SILENT) from None
    if isinstance(outcome, SecretError):
        raise outcome
    return outcome


def _outcome(ask: Callable[["KeyringBackend"], Result]) -> Result | SecretError:
    """On the thread of its own."""
    keyring = accepted()
    if keyring is None:
        return SecretError(Reason.NO_KEYRING)
    from keyring.errors import KeyringLocked

    try:
        return ask(keyring)
    except KeyringLocked as error:
        return SecretError(Reason.KEYRING_LOCKED, _name(keyring), str(error))
    except Exception as error:  # noqa: BLE001 - each system's own errors, which can be imported there alone
        return SecretError(Reason.KEYRING_FAILED, _name(keyring), str(error) or type(error).__name__)

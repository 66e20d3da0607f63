"""Runs in a D-Bus session of its own, with a keyring of its own, and does what its arguments say: kept-file, what."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path.cwd()))

from desktop.domain.errors import SecretError
from desktop.services.keep_secrets import KeepSecrets
from desktop.system import secrets as keyring

ORIGIN, SECRET = "https://api.example.org", "sk-canary-4711"
kept_file = Path(sys.argv[1])


def keep() -> None:
    print(KeepSecrets(kept_file).set(ORIGIN, SECRET).value)


def read() -> None:
    later = KeepSecrets(kept_file)
    print(later.where(ORIGIN), later.get(ORIGIN) == SECRET, later.get("https://other.example.org"))


def forget() -> None:
    KeepSecrets(kept_file).forget(ORIGIN)
    print(KeepSecrets(kept_file).where(ORIGIN), keyring.read(ORIGIN))


def locked() -> None:
    import secretstorage

    with secretstorage.dbus_init() as bus:
        secretstorage.get_default_collection(bus).lock()
    keyring.PATIENCE_S = 3.0
    try:
        KeepSecrets(kept_file).get(ORIGIN)
    except SecretError as error:
        print(error.reason.value)
    print(KeepSecrets(kept_file).set("https://another.example.org", "typed").value)


def silent() -> None:
    """The keyring is there and never answers."""
    from jeepney.bus_messages import message_bus  # type: ignore[import-untyped]
    from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

    with open_dbus_connection() as bus:
        bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.secrets"))
        keyring.PATIENCE_S = 1.0
        print(KeepSecrets(kept_file).set(ORIGIN, SECRET).value)
        keyring.PATIENCE_S = 3600.0
        for ask in (keyring.read, keyring.delete):  # nobody waits for it again
            try:
                ask(ORIGIN)
            except SecretError as error:
                print(error.reason.value)


for name in sys.argv[2:]:
    {"keep": keep, "read": read, "forget": forget, "locked": locked, "silent": silent}[name]()

"""A key belongs to one origin, lies in the keyring or in memory, and never in a file."""

import stat
from pathlib import Path

import pytest

from desktop.domain.errors import Reason, SecretError
from desktop.domain.secrets import Kept, origin_of
from desktop.services.keep_secrets import KeepSecrets
from desktop.system import secrets as keyring

HERE, THERE = "https://api.example.org", "https://other.example.org"


class Ring:
    """Takes the place of a keyring that works, and counts how often it is opened."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.held: dict[str, str] = {}
        self.opened = 0
        self.trouble: SecretError | None = None
        for name, ask in (("read", self.read), ("write", self.write), ("delete", self.delete)):
            monkeypatch.setattr(keyring, name, ask)

    def read(self, origin: str) -> str | None:
        self._open()
        return self.held.get(origin)

    def write(self, origin: str, secret: str) -> None:
        self._open()
        self.held[origin] = secret

    def delete(self, origin: str) -> None:
        self._open()
        self.held.pop(origin, None)

    def _open(self) -> None:
        self.opened += 1
        if self.trouble is not None:
            raise self.trouble


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Ring:
    return Ring(monkeypatch)


@pytest.fixture
def kept_file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "kept.json"


def test_a_key_is_found_again_by_its_origin_alone(ring: Ring, kept_file: Path) -> None:
    assert KeepSecrets(kept_file).set(HERE, "sk-12345") is Kept.KEYRING
    later = KeepSecrets(kept_file)

    assert later.where(HERE) is Kept.KEYRING
    assert later.get(HERE) == "sk-12345"
    assert later.get(THERE) is None


def test_the_keyring_is_not_opened_for_who_never_kept_a_key(ring: Ring, kept_file: Path) -> None:
    secrets = KeepSecrets(kept_file)

    assert (secrets.get(HERE), secrets.where(HERE)) == (None, None)
    assert ring.opened == 0


def test_the_keyring_is_asked_once_in_a_session(ring: Ring, kept_file: Path) -> None:
    KeepSecrets(kept_file).set(HERE, "sk-12345")
    ring.opened = 0
    later = KeepSecrets(kept_file)

    assert [later.get(HERE) for _ in range(3)] == ["sk-12345"] * 3
    assert ring.opened == 1


def test_the_file_names_origins_alone_and_is_the_persons(ring: Ring, kept_file: Path) -> None:
    KeepSecrets(kept_file).set(HERE, "sk-12345")

    assert kept_file.read_text().split() == ["[", f'"{HERE}"', "]"]
    assert stat.S_IMODE(kept_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept_file.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("reason", [Reason.NO_KEYRING, Reason.KEYRING_LOCKED, Reason.KEYRING_SILENT])
def test_without_a_keyring_a_key_is_kept_for_the_session(ring: Ring, kept_file: Path, reason: Reason) -> None:
    ring.trouble = SecretError(reason)
    secrets = KeepSecrets(kept_file)

    assert secrets.set(HERE, "sk-12345") is Kept.SESSION
    assert (secrets.where(HERE), secrets.get(HERE)) == (Kept.SESSION, "sk-12345")
    assert KeepSecrets(kept_file).get(HERE) is None


def test_an_older_key_in_a_keyring_that_is_locked_now_does_not_come_back(ring: Ring, kept_file: Path) -> None:
    KeepSecrets(kept_file).set(HERE, "old-12345")
    ring.trouble = SecretError(Reason.KEYRING_LOCKED)
    KeepSecrets(kept_file).set(HERE, "new-12345")
    ring.trouble = None

    assert KeepSecrets(kept_file).get(HERE) is None


def test_a_keyring_that_does_not_give_a_key_says_why(ring: Ring, kept_file: Path) -> None:
    KeepSecrets(kept_file).set(HERE, "sk-12345")
    ring.trouble = SecretError(Reason.KEYRING_LOCKED)

    with pytest.raises(SecretError) as caught:
        KeepSecrets(kept_file).get(HERE)
    assert caught.value.reason is Reason.KEYRING_LOCKED


def test_a_forgotten_key_is_nowhere(ring: Ring, kept_file: Path) -> None:
    secrets = KeepSecrets(kept_file)
    secrets.set(HERE, "sk-12345")
    secrets.forget(HERE)

    assert (secrets.get(HERE), secrets.where(HERE), ring.held) == (None, None, {})


def test_a_key_from_the_environment_is_told_to_the_first_origin_alone(
    ring: Ring, kept_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAPERSHELF_MODEL_KEY", "sk-environment")
    secrets = KeepSecrets(kept_file)

    assert (secrets.get(HERE), secrets.where(HERE)) == ("sk-environment", Kept.ENVIRONMENT)
    assert secrets.get(THERE) is None
    assert secrets.get("smtps://ada@mail.example.org:465") is None
    assert secrets.set(HERE, "another") is Kept.ENVIRONMENT


def test_systemd_may_hand_a_password_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "papershelf-mail-password").write_text("from systemd\n")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))

    assert KeepSecrets().get("smtp://ada@localhost:587") == "from systemd"


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("https://API.example.org/v1/", "https://api.example.org"),
        ("https://api.example.org:443/v1", "https://api.example.org"),
        ("http://127.0.0.1:11434/v1", "http://127.0.0.1:11434"),
        ("http://[::1]:80/v1", "http://[::1]"),
    ],
)
def test_the_origin_of_an_address_is_its_scheme_host_and_port(address: str, origin: str) -> None:
    assert origin_of(address) == origin


def test_only_keyrings_that_are_known_by_name_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("keyring.backends.null.Keyring", "keyring.backends.fail.Keyring", "no.such.Keyring"):
        monkeypatch.setenv("PYTHON_KEYRING_BACKEND", name)
        with pytest.raises(SecretError) as caught:
            keyring.write(HERE, "sk-12345")
        assert caught.value.reason is Reason.NO_KEYRING

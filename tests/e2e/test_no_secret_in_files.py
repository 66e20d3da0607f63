"""Promise 29: a key is nowhere but in the keyring."""

import os
import sqlite3
import stat
import subprocess
import sys
import zlib
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest

from desktop.domain.secrets import Kept
from tests.e2e import secrets_child_words as words
from tests.e2e.test_keyring import LEFT_OUT, SESSION, require_keyring
from tests.mail_server import MailServerOnLoopback
from tests.model_server import Fault, ModelServer
from tests.unit.services.conftest import digest_bytes, entry

_CHILD = Path(__file__).with_name("secrets_child.py")


def _forms(secret: str) -> Iterator[bytes]:
    plain = secret.encode()
    yield plain
    yield secret[::-1].encode()
    yield from (encoded.encode() for encoded in {quote(secret), quote(secret, safe=""), quote_plus(secret)})
    yield from (repr(secret)[1:-1].encode(), repr(plain)[2:-1].encode(), secret.encode("utf-16-le"))
    for before in range(3):  # base64 of something in whose midst it stands: what does not depend on the rest
        for encoded in (b64encode(b"x" * before + plain), urlsafe_b64encode(b"x" * before + plain)):
            yield encoded[4 if before else 0 : (len(plain) + before) // 3 * 4]


def _hits(folder: Path) -> list[str]:
    forms = [form for secret in (words.KEY, words.PASSWORD) for form in _forms(secret)]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [f"{path}: {form!r}" for path in files for data in _contents(path) for form in forms if form in data]


def _contents(path: Path) -> Iterator[bytes]:
    """A file as it lies there, and what a library keeps packed."""
    data = path.read_bytes()
    yield data
    if data.startswith(b"SQLite format 3"):
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as library:
            rows = library.execute("SELECT message, detail, recipients FROM mails").fetchall()
        library.close()
        for message, detail, recipients in rows:
            yield zlib.decompress(message)
            yield f"{detail} {recipients}".encode()


@pytest.fixture(scope="module", params=[Kept.SESSION, Kept.KEYRING])
def used(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a program that used its secrets, and crashed; with a keyring and without."""
    session: list[str] = []
    if request.param is Kept.KEYRING:
        require_keyring()
        session = ["dbus-run-session", "--", "sh", "-c", SESSION, "sh"]
    root = tmp_path_factory.mktemp("used")
    home, temporary = root / "home", root / "tmp"
    for folder in (home, temporary):
        folder.mkdir(mode=0o700)
    digest = root / "digest.md"
    digest.write_bytes(digest_bytes(entry(1), entry(2)))
    faults = iter((None, Fault.KEY_REFUSED, Fault.SILENT))
    with (
        ModelServer(fault_of=lambda _: next(faults, None)) as model,
        MailServerOnLoopback(
            password=words.PASSWORD, refused_user="stranger", echoes=True, silent_to="silent"
        ) as server,
    ):
        command = [*session, sys.executable, str(_CHILD), model.url, str(server.port), str(digest)]
        environment = {name: value for name, value in os.environ.items() if name not in LEFT_OUT}
        # The keyring's own files are searched, too.
        environment |= {"PAPERSHELF_HOME": str(home), "TMPDIR": str(temporary), "HOME": str(root)}
        ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=100, check=False)
        assert server.received, ended.stderr
        assert ended.stdout.split() == [request.param.value] * 3
        assert model.calls[0].headers["authorization"] == f"Bearer {words.KEY}"
    return root


def test_no_file_holds_a_key_or_a_password_in_any_form(used: Path) -> None:
    assert _hits(used) == []


def test_the_search_would_find_them(tmp_path: Path) -> None:
    for number, form in enumerate(_forms(words.KEY)):
        (tmp_path / str(number)).write_bytes(b"before " + form + b" after")

    assert len({hit.partition(":")[0] for hit in _hits(tmp_path)}) == len(list(tmp_path.iterdir()))


def test_the_log_was_talkative_and_the_crashes_were_reported(used: Path) -> None:
    log = (used / "home" / "state" / "logs" / "papershelf.log").read_text()

    for name in ("httpcore2", "openai", "urllib3", "desktop.sources.mail", "child"):
        assert f" {name}" in log
    assert "[left out]" in log
    reports = list((used / "home" / "state" / "crash-reports").glob("crash-*.txt"))
    assert len(reports) == 2
    assert all("[left out]" in report.read_text() for report in reports)


def test_what_the_server_said_again_is_kept_without_the_password(used: Path) -> None:
    with sqlite3.connect(used / "home" / "data" / "library" / "library.sqlite") as library:
        details = [detail for (detail,) in library.execute("SELECT detail FROM mails ORDER BY id")]
    library.close()

    assert details[1] == "535 5.7.8 [left out] is wrong"


def test_files_and_folders_are_the_persons_alone(used: Path) -> None:
    inside = list((used / "home").rglob("*"))

    assert {stat.S_IMODE(path.stat().st_mode) for path in inside if path.is_dir()} == {0o700}
    assert {stat.S_IMODE(path.stat().st_mode) for path in inside if path.is_file()} == {0o600}

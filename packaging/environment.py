"""The virtual environment: made, filled from `uv.lock`, and left alone while nothing changed.

Debian's python3 comes without pip, ensurepip and a working venv, so nothing of these is used: uv, itself pinned in
`uv.lock` by address and hash, is fetched with the standard library and does the rest on every system alike.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import uv_wheel

STAMP = "papershelf-stamp"
WINDOWS = sys.platform == "win32"


class SetupError(Exception):
    """Setting up cannot go on; the text says why and what to do."""


def provide(repository: Path, *, development: bool) -> Path:
    """Return the interpreter of an environment with the locked dependencies, making or mending it where needed.

    `development` adds the tools that check the code. Raises SetupError.
    """
    venv = _folder(repository)
    python = venv / ("Scripts/python.exe" if WINDOWS else "bin/python")
    wanted = _fingerprint(repository)
    if python.exists() and _stamp(venv) in ([wanted, "all"], [wanted, "all" if development else "run"]):
        return python
    try:
        _fill(repository, venv, python, development=development)
    except (OSError, subprocess.CalledProcessError, uv_wheel.WheelError) as error:
        raise SetupError(f"{error}\nRun the same command again to go on where it stopped.") from error
    (venv / STAMP).write_text(f"{wanted} {'all' if development else 'run'}\n", encoding="utf-8")
    return python


def _folder(repository: Path) -> Path:
    """Return the place of the environment: in the repository, or in the cache folder when that is read-only."""
    if os.access(repository, os.W_OK):
        return repository / ".venv"
    home = Path.home()
    bases = {"win32": os.environ.get("LOCALAPPDATA", home), "darwin": home / "Library" / "Caches"}
    base = Path(bases.get(sys.platform, os.environ.get("XDG_CACHE_HOME") or home / ".cache"))
    folder = base / "papershelf" / f"venv-{hashlib.sha256(bytes(repository)).hexdigest()[:12]}"
    print(f"{repository} is read-only, so the environment is kept in {folder}.", flush=True)
    return folder


def _fingerprint(repository: Path) -> str:
    """Return a hash of all that decides what the environment holds."""
    digest = hashlib.sha256(f"{sys.version} {sys.base_prefix}".encode())
    for name in ("uv.lock", "pyproject.toml", "packaging/environment.py"):
        digest.update((repository / name).read_bytes())
    return digest.hexdigest()


def _stamp(venv: Path) -> list[str]:
    try:
        return (venv / STAMP).read_text(encoding="utf-8").split()
    except OSError:
        return []


def _made_by_this_python(venv: Path) -> bool:
    try:
        lines = (venv / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    settings = {key.strip(): value.strip() for key, _, value in (line.partition("=") for line in lines)}
    version = settings.get("version_info") or settings.get("version", "")
    return version.split(".")[:2] == [str(part) for part in sys.version_info[:2]]


def _fill(repository: Path, venv: Path, python: Path, *, development: bool) -> None:
    """Make the environment when it is missing or of another Python, and bring it to the state of the lock."""
    if venv.exists() and not (python.exists() and _made_by_this_python(venv)):
        shutil.rmtree(venv)
    venv.mkdir(parents=True, exist_ok=True)
    (venv / STAMP).unlink(missing_ok=True)
    index = next((os.environ[name] for name in uv_wheel.INDEX_VARIABLES if os.environ.get(name)), None)
    _say("1/3", "the installer (uv)")
    uv = uv_wheel.fetch(_locked(repository, "uv"), venv / "installer", index)
    environ = _environment(index)

    def call(*arguments: str | Path) -> None:
        subprocess.run([uv, *arguments], check=True, cwd=repository, env=environ)

    _say("2/3", f"the environment {venv}")
    if not python.exists():
        call("venv", "--quiet", "--allow-existing", "--no-project", "--python", sys.executable, venv)
    _say("3/3", "the locked packages" + (" and development tools" if development else ""))
    requirements = venv / "requirements.txt"
    groups = ["--group", "dev"] if development else ["--no-dev"]
    call("export", "--quiet", "--frozen", "--no-annotate", "--no-header", *groups, "--output-file", requirements)
    call("pip", "sync", "--python", python, requirements)


def _environment(index: str | None) -> dict[str, str]:
    """Return the variables uv runs with: this Python alone, and pip's settings for mirror and certificates."""
    environ = dict(os.environ, UV_PYTHON_DOWNLOADS="never", UV_LINK_MODE=os.environ.get("UV_LINK_MODE", "copy"))
    environ.pop("VIRTUAL_ENV", None)
    environ.setdefault("UV_SYSTEM_CERTS", "true")
    if index:
        environ.setdefault("UV_DEFAULT_INDEX", index)
    if certificates := os.environ.get("PIP_CERT"):
        environ.setdefault("SSL_CERT_FILE", certificates)
    return environ


def _locked(repository: Path, name: str) -> list[dict[str, str]]:
    """Return the wheels that the lock holds for a package: each with `url` and `hash`."""
    lock = tomllib.loads((repository / "uv.lock").read_text(encoding="utf-8"))
    wheels: list[dict[str, str]] = next(package["wheels"] for package in lock["package"] if package["name"] == name)
    return wheels


def _say(step: str, what: str) -> None:
    print(f"[{step}] Setting up {what}", flush=True)

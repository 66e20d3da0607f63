"""Fetch the uv executable for this computer: the wheel named in the lock, from its own address or from a mirror.

Mirrors answer as the simple repository API says (PEP 503); the hash is always the one of the lock.
"""

import hashlib
import io
import os
import platform
import re
import ssl
import sys
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path

INDEX_VARIABLES = ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "PIP_INDEX_URL")
TRIES = 3
SECONDS_WITHOUT_DATA = 60


class WheelError(Exception):
    """uv cannot be had; the text says why."""


def fetch(wheels: Sequence[dict[str, str]], folder: Path, index: str | None) -> Path:
    """Return the path of uv in `folder`, downloading it first unless it is there. Raises WheelError or OSError."""
    wheel = choose(wheels, platform.system(), platform.machine(), platform.libc_ver()[0])
    name = wheel["url"].rpartition("/")[2]
    executable = folder / name.removesuffix(".whl") / ("uv.exe" if sys.platform == "win32" else "uv")
    if executable.exists():
        return executable
    address = _address_at(index, name) if index else wheel["url"]
    content = _read(address, show=True)
    if f"sha256:{hashlib.sha256(content).hexdigest()}" != wheel["hash"]:
        raise WheelError(f"{address} is not the file that uv.lock names (its hash differs).")
    executable.parent.mkdir(parents=True, exist_ok=True)
    part = executable.with_suffix(".part")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        member = next(entry for entry in archive.namelist() if entry.endswith(f"/scripts/{executable.name}"))
        part.write_bytes(archive.read(member))
    part.chmod(0o755)
    part.replace(executable)
    return executable


def choose(wheels: Sequence[dict[str, str]], system: str, machine: str, libc: str) -> dict[str, str]:
    """Return the wheel for a system as `platform` names it. Raises WheelError when there is none."""
    patterns = {
        "Linux": f"*-{'manylinux' if libc == 'glibc' else '*musllinux'}*_{machine}*.whl",
        "Darwin": f"*-macosx_*_{machine}.whl",
        "Windows": f"*-win_{machine.lower()}.whl",
    }
    pattern = patterns.get(system, "")
    for wheel in wheels:
        if fnmatch(wheel["url"].rpartition("/")[2], pattern):
            return wheel
    raise WheelError(f"uv.lock names no installer for {system} on {machine}.")


def _address_at(index: str, name: str) -> str:
    """Return the address of the file `name` on a mirror."""
    page = index.rstrip("/") + "/uv/"
    listing = _read(page, show=False).decode("utf-8", "replace")
    link = re.search(r"""href=["']([^"'#]*""" + re.escape(name) + r""")[#"']""", listing)
    if not link:
        raise WheelError(f"{page} does not offer {name}.")
    return urllib.parse.urljoin(page, str(link[1]))


def _read(address: str, *, show: bool) -> bytes:
    """Return what is at an address, trying again when the connection breaks."""
    request = urllib.request.Request(address, headers={"Accept": "text/html, */*;q=0.1"})
    context = ssl.create_default_context(cafile=os.environ.get("SSL_CERT_FILE") or os.environ.get("PIP_CERT"))
    problem: Exception | None = None
    for _ in range(TRIES):
        try:
            with urllib.request.urlopen(request, timeout=SECONDS_WITHOUT_DATA, context=context) as answer:
                if show:
                    size = int(answer.headers.get("Content-Length") or 0)
                    print(f"      downloading {address.rpartition('/')[2]} ({size / 1e6:.0f} MB)", flush=True)
                content: bytes = answer.read()
                return content
        except (urllib.error.URLError, OSError) as error:
            problem = error
    raise WheelError(f"{address} cannot be read: {problem}")

"""What Qt and the tests need from the operating system: looked for, and on Debian and Ubuntu installed."""

import ctypes
import os
import shlex
import shutil
import ssl
import subprocess
import sys
from pathlib import Path

# What is looked for -> the Debian package that holds it.
OFFSCREEN = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11 = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
WAYLAND = {"libwayland-cursor.so.0": "libwayland-cursor0", "libwayland-egl.so.1": "libwayland-egl1"}
TOOLS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "xdotool": "xdotool",
    "dbus-run-session": "dbus",
    "gnome-keyring-daemon": "gnome-keyring",
}
CHINESE_FONT = {"a Chinese font": "fonts-wqy-microhei"}
CERTIFICATES = {"certificates of the web": "ca-certificates"}


def provide(*, x11: bool, tools: bool) -> None:
    """Install what is missing, or name it and go on. Only Linux lacks anything."""
    if not sys.platform.startswith("linux"):
        return
    missing = _missing(x11=x11, tools=tools)
    if not missing:
        return
    print(f"Missing on this system: {', '.join(missing)}", flush=True)
    packages = sorted(set(missing.values()))
    administrator = _administrator()
    if not shutil.which("apt-get") or administrator is None:
        print(f"Please install them; on Debian and Ubuntu: apt-get install {' '.join(packages)}", flush=True)
        return
    for arguments in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        command = [*administrator, "apt-get", "-q", *arguments]
        print(f"Installing: {shlex.join(command)}", flush=True)
        if subprocess.call(command, env=dict(os.environ, DEBIAN_FRONTEND="noninteractive")):
            print("That failed; going on without.", flush=True)
            return
    if still := _missing(x11=x11, tools=tools):
        print(f"Still missing: {', '.join(still)}", flush=True)


def _administrator() -> list[str] | None:
    """Return what to put before a command that changes the system; None when this user may not."""
    if sys.platform == "win32" or os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    return ["sudo"] if sys.stdin.isatty() else ["sudo", "-n"]


def _missing(*, x11: bool, tools: bool) -> dict[str, str]:
    libraries = OFFSCREEN | (X11 if x11 else {}) | (WAYLAND if x11 and os.environ.get("WAYLAND_DISPLAY") else {})
    missing = {name: package for name, package in libraries.items() if not _loads(name)}
    if tools:
        missing |= {name: package for name, package in TOOLS.items() if not shutil.which(name)}
    if not _has_chinese_font():
        missing |= CHINESE_FONT
    if not _has_certificates():
        missing |= CERTIFICATES
    return missing


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_chinese_font() -> bool:
    """Ask fontconfig for a font that covers Chinese; its `fc-list` is often not installed, the library is."""
    try:
        fontconfig = ctypes.CDLL("libfontconfig.so.1")
    except OSError:
        return False
    for function in ("FcNameParse", "FcObjectSetBuild", "FcFontList"):
        getattr(fontconfig, function).restype = ctypes.c_void_p
    pattern = ctypes.c_void_p(fontconfig.FcNameParse(b":lang=zh"))
    fields = ctypes.c_void_p(fontconfig.FcObjectSetBuild(b"file", None))
    fonts = fontconfig.FcFontList(None, pattern, fields)
    # FcFontSet begins with the number of fonts, an int.
    return bool(fonts) and ctypes.c_int.from_address(fonts).value > 0


def _has_certificates() -> bool:
    if os.environ.get("SSL_CERT_FILE") or os.environ.get("PIP_CERT"):
        return True
    paths = ssl.get_default_verify_paths()
    return bool(paths.cafile) or (bool(paths.capath) and any(Path(str(paths.capath)).iterdir()))

"""Giving up in the middle of a request that nobody waits for any more."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager

from pymupdf import mupdf

_COOKIE = mupdf.FzCookie()
FLAG = ctypes.c_int.from_address(int(_COOKIE.m_internal.this))
"""The first field of the cookie, at which MuPDF looks while it works: it stops where this is not 0. Else it is the
number of the request that was rung for (`bell`)."""


class Stopped(Exception):  # noqa: N818 - no mistake
    """What was made is not whole."""


@contextmanager
def stoppable() -> Iterator[mupdf.FzCookie]:
    """Gives the cookie for MuPDF's functions. Raises Stopped at the end where they were stopped."""
    try:
        yield _COOKIE
    finally:
        if FLAG.value:
            raise Stopped

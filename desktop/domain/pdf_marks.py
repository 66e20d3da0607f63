"""How a PDF begins and ends, as far as its bytes tell (ISO 32000-1, 7.5.2 and 7.5.5, and what readers put up with), and
how a page for people begins."""

HEAD = 1024
"""Bytes at the beginning that hold `%PDF-`."""
TAIL = 2048
"""Bytes at the end that hold `%%EOF`."""


def begins_like_pdf(head: bytes) -> bool:
    """Whether a file with these first bytes may be a PDF; HTML or SVG that merely mentions one is none."""
    return b"%PDF-" in head[:HEAD] and not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def begins_like_web_page(head: bytes) -> bool:
    """Whether what begins so is a page for people."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:14].lower().startswith((b"<!doctype html", b"<html"))


def ends_like_pdf(tail: bytes) -> bool:
    """Whether a PDF with these last bytes is there to its end."""
    return b"%%EOF" in tail[-TAIL:]

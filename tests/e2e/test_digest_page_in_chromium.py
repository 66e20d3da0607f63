"""The page of a digest in a real browser: it asks for nothing outside, runs nothing, and has what it needs on a phone,
in the dark and on paper. Skipped where there is no Chromium."""

import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pymupdf
import pytest

from desktop.domain.digest import Entry
from desktop.domain.own_digest import Template
from desktop.formats.digest_page import page
from tests.unit.formats.made_digests import content, mark, paper
from tests.unit.services.conftest import entry

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-default-apps"),
    *("--disable-features=OptimizationHints,MediaRouter", "--proxy-bypass-list=<-loopback>"),
)
_HOSTILE = "<img src=http://{0}/i onerror=document.body.remove()><script src=http://{0}/s></script>"


@pytest.fixture(scope="module")
def browser() -> str:
    """The program."""
    found = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if found is None:
        pytest.skip("there is no Chromium on this computer")
    return found


@contextmanager
def refusing_proxy() -> Iterator[tuple[str, list[str]]]:
    """The address of a proxy that lets nothing through, and what was asked of it."""
    asked: list[str] = []

    class Refusing(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(403)

        do_CONNECT = do_POST = do_HEAD = do_GET  # noqa: N815  # http.server calls them so

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Refusing)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def run(browser: str, folder: Path, address: str, *wanted: str, proxy: str) -> str:
    """What the browser writes about the page at that address."""
    flags = (*_FLAGS, f"--proxy-server={proxy}", f"--user-data-dir={folder / 'profile'}", *wanted)
    done = subprocess.run([browser, *flags, address], capture_output=True, text=True, timeout=60, check=True)
    shutil.rmtree(folder / "profile", ignore_errors=True)
    return done.stdout


def made_page(host: str) -> bytes:
    """Papers of all kinds, one of which would ask that host for more if it could."""
    line = _HOSTILE.format(host)
    hostile = Entry(line, "https://arxiv.org/abs/2403.00009", line, line, line, line, line)
    papers = (
        paper(1, entry(1), note="A note", marks=(mark("A quote", "A comment"),)),
        *(paper(number, entry(number)) for number in range(2, 8)),
        paper(9, hostile, note=line, marks=(mark(line, line),)),
    )
    return page(content(*papers, template=Template.NOTES, preface=line))


@pytest.mark.timeout(300)
def test_the_page_asks_for_nothing_outside_and_runs_nothing(browser: str, tmp_path: Path) -> None:
    with refusing_proxy() as (proxy, asked):
        path = tmp_path / "page.html"
        path.write_bytes(made_page("outside.example"))
        shown = run(browser, tmp_path, path.as_uri(), "--dump-dom", proxy=proxy)
        assert [address for address in asked if "outside.example" in address or "arxiv" in address] == []
        assert shown.count("<article") == 8
        assert not re.search(r"<(img|script|link)\b", shown)

        loud = tmp_path / "loud.html"
        loud.write_text(f"<!doctype html><title>loud</title>{_HOSTILE.format('outside.example')}")
        run(browser, tmp_path, loud.as_uri(), "--dump-dom", proxy=proxy)
        assert any("outside.example" in address for address in asked), "the proxy would have noticed"


@pytest.mark.timeout(300)
def test_the_page_is_as_wide_as_a_phone_and_dark_in_the_dark(browser: str, tmp_path: Path) -> None:
    path, picture = tmp_path / "page.html", tmp_path / "page.png"
    path.write_bytes(made_page("outside.example"))
    corners = {}
    for name, more in (("light", ()), ("dark", ("--blink-settings=preferredColorScheme=0",))):
        wanted = (f"--screenshot={picture}", "--window-size=390,844", *more)
        run(browser, tmp_path, path.as_uri(), *wanted, proxy="127.0.0.1:9")
        seen = pymupdf.Pixmap(str(picture))
        corners[name] = seen.pixel(seen.width - 1, 3)[:3]
    assert corners == {"light": (0xF6, 0xF5, 0xF2), "dark": (0x1C, 0x1B, 0x19)}


@pytest.mark.timeout(300)
def test_the_printed_page_shows_folded_texts_and_addresses(browser: str, tmp_path: Path) -> None:
    path, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    path.write_bytes(made_page("outside.example"))
    run(browser, tmp_path, path.as_uri(), f"--print-to-pdf={printed}", "--no-pdf-header-footer", proxy="127.0.0.1:9")
    with pymupdf.open(printed) as document:
        pages = ["".join(sheet.get_text().split()) for sheet in document]
    for number in range(2, 8):
        (start,) = [text for text in pages if f"2403.{number:05}<https://arxiv.org/abs/2403.{number:05}>" in text]
        assert f"{number}关于课题{number}的研究" in start, "the head of a paper stays together"
        assert any(f"原文摘要Westudysubject{number}atlength." in text for text in pages)
    assert not any("回到目录" in text for text in pages)

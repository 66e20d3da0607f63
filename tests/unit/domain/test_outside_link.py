"""Where a link leads is shown in full, and only what a browser or mail program takes may be opened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.outside_link import outside_link, visible


@pytest.mark.parametrize(
    ("uri", "opens"),
    [
        ("https://arxiv.org/abs/2401.00001", "https://arxiv.org/abs/2401.00001"),
        ("HTTP://example.org", "http://example.org"),
        ("mailto:a@b.org", "mailto:a@b.org"),
        ("file:///etc/passwd", ""),
        ("javascript:alert(1)", ""),
        ("smb://host/share", ""),
        ("https://a.org b", ""),
        ("https://a.org/\u202egnp.exe", ""),
        ("", ""),
    ],
)
def test_only_links_of_web_and_mail_can_be_opened(uri: str, opens: str) -> None:
    assert outside_link(uri).opens == opens


@pytest.mark.parametrize(
    ("uri", "host"),
    [
        ("https://arxiv.org/x", ""),
        ("https://аrxiv.org/x", "аrxiv.org"),
        ("https://xn--rxiv-53d.org/x", "xn--rxiv-53d.org"),
        ("https://arxiv.org@evil.example/x", "evil.example"),
        ("https://[/", ""),
        ("mailto:a@b.org", ""),
    ],
)
def test_a_host_that_could_deceive_is_told_apart(uri: str, host: str) -> None:
    assert outside_link(uri).host == host


def test_what_cannot_be_seen_is_written_out() -> None:
    assert outside_link("https://a.org/\u202egnp\u200b").address == "https://a.org/\\u202egnp\\u200b"
    assert visible("a b\n") == "a b\\u000a"


def test_links_to_arxiv_papers_are_known() -> None:
    assert outside_link("http://arxiv.org/abs/2401.00001v2").arxiv
    assert not outside_link("https://arxiv.org/list/cs.CV").arxiv


@given(st.text())
def test_any_text_is_shown_and_rarely_opened(uri: str) -> None:
    link = outside_link(uri)
    assert link.address.isprintable()
    assert not link.opens or link.opens.split(":")[0] in ("http", "https", "mailto")

"""Which addresses a person may set."""

import pytest

from desktop.domain.network import ARXIV_API, ARXIV_PDFS, usable_address, usable_proxy


@pytest.mark.parametrize(
    "address",
    [
        *(ARXIV_API, ARXIV_PDFS, "https://mirror.example.org:8443/arxiv/pdf/", "http://127.0.0.1:8765/pdf/"),
        *("HTTP://LOCALHOST/api/query", "http://[::1]:80/pdf/"),
    ],
)
def test_an_address_over_https_or_on_this_computer_can_be_set(address: str) -> None:
    assert usable_address(address)


@pytest.mark.parametrize(
    "address",
    [
        *("", "arxiv.org", "http://arxiv.org/pdf/", "http://192.168.1.5/pdf/", "file:///etc/passwd", "ftp://a.org/"),
        *("https://me:secret@arxiv.org/", "https://arxiv.org/pdf/?x=1", "https://arxiv.org/\n", "https://a.org/a b"),
        *("http://127.0.0.1.example.org/", "https:///pdf/", "https://arxiv.org\\@evil.example/"),
    ],
)
def test_no_other_address_can_be_set(address: str) -> None:
    assert not usable_address(address)


@pytest.mark.parametrize(
    ("proxy", "usable"),
    [
        ("http://proxy.example.org:3128", True),
        ("https://10.0.0.1:8080/", True),
        ("proxy:3128", False),
        ("socks5://127.0.0.1:9050", False),
        ("http://me:secret@proxy.example.org", False),
        ("http://proxy.example.org/path", False),
    ],
)
def test_a_proxy_is_a_host_with_http(proxy: str, usable: bool) -> None:
    assert usable_proxy(proxy) is usable

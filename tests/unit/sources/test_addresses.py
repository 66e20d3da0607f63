"""Which addresses may be asked, decided on their text."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import NetworkError, Reason
from desktop.domain.network import PACE_S, Network
from desktop.sources.addresses import HOSTS, check_address, origin, pace_for

USUAL = Network(Path("pace"))
MIRROR = Network(Path("pace"), "https://mirror.example/arxiv/query", "http://papers.example:8080/pdf/", pace_s=0.1)
LOCAL = Network(Path("pace"), "http://127.0.0.1:8765/api/query", "https://arxiv.org/pdf/", pace_s=0.1)

HOSTILE = [
    "",
    "arxiv.org",
    "//arxiv.org/pdf/1",
    "file:///etc/passwd",
    "file://arxiv.org/etc/passwd",
    "ftp://arxiv.org/pdf/1",
    "data:application/pdf,%25PDF-",
    "javascript:alert(1)",
    "gopher://arxiv.org/",
    "ws://arxiv.org/",
    "http://arxiv.org/pdf/1",
    "HTTP://ARXIV.ORG/pdf/1",
    "https://arxiv.org:444/pdf/1",
    "https://arxiv.org:80/pdf/1",
    "https://arxiv.org:0/",
    "https://arxiv.org:99999/",
    "https://arxiv.org:/pdf/1",
    "https://user@arxiv.org/pdf/1",
    "https://user:word@arxiv.org/pdf/1",
    "https://arxiv.org@127.0.0.1/",
    "https://127.0.0.1\\@arxiv.org/",
    "https://arxiv.org\\@127.0.0.1/",
    "https://127.0.0.1#@arxiv.org/",
    "https://arxiv.org#@127.0.0.1/",
    "https://arxiv.org /pdf/1",
    "https://arxiv.org\t.evil.example/",
    "https://arxiv.org\n.evil.example/",
    "https://arxiv.org/pdf/1\r\nHost: evil.example",
    "https://arxiv.org\0.evil.example/",
    "https://arxiv.org.evil.example/",
    "https://evilarxiv.org/",
    "https://evil.arxiv.org/",
    "https://arxiv.org./",
    "https://arxiv。org/",
    "https://ａrxiv.org/",
    "https://ar%78iv.org/",
    "https://evil.example/",
    "http://127.0.0.1/",
    "http://127.0.0.1:631/admin",
    "https://127.0.0.1/",
    "https://127.1/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0177.0.0.1/",
    "https://localhost/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:7f00:1]/",
    "https://0.0.0.0/",
    "http://169.254.169.254/latest/meta-data/",
    "https://169.254.169.254/",
    "http://10.0.0.1/",
    "https://10.0.0.1/",
    "https://172.16.0.1/",
    "https://192.168.0.1/",
    "https://[fe80::1]/",
    "https://[fe80::1%25eth0]/",
    "https://[fd00::1]/",
    "https://1.1.1.1/",
]
"""Addresses that nobody may be led to who set none of his own."""


@pytest.mark.parametrize("address", HOSTILE)
@pytest.mark.parametrize("redirected_from", [None, "https://arxiv.org/pdf/2403.02774"])
def test_a_hostile_address_is_refused(address: str, redirected_from: str | None) -> None:
    with pytest.raises(NetworkError) as caught:
        check_address(USUAL, address, redirected_from)
    assert caught.value.reason is Reason.ADDRESS_REFUSED


@pytest.mark.parametrize("redirected_from", ["https://arxiv.org/pdf/1", "https://export.arxiv.org/api/query"])
def test_no_redirect_leads_from_the_internet_into_a_private_network(redirected_from: str) -> None:
    check_address(LOCAL, LOCAL.api)
    with pytest.raises(NetworkError) as caught:
        check_address(LOCAL, LOCAL.api, redirected_from)
    assert caught.value.reason is Reason.ADDRESS_REFUSED


@pytest.mark.parametrize("host", HOSTS)
def test_known_hosts_are_asked_over_https(host: str) -> None:
    assert check_address(USUAL, f"https://{host}/any/path?a=b").host == host
    assert check_address(USUAL, f"HTTPS://{host.upper()}:443", "https://arxiv.org/").host == host


def test_an_address_that_a_person_set_may_be_asked_and_no_other_port_of_it() -> None:
    check_address(MIRROR, "https://mirror.example/arxiv/query?id_list=1")
    check_address(MIRROR, "http://papers.example:8080/pdf/1")
    check_address(LOCAL, "http://127.0.0.1:8765/api/query?id_list=1", "http://127.0.0.1:8765/")
    for address in (
        "http://mirror.example/",
        "http://papers.example/",
        "http://127.0.0.1:8766/",
        "https://127.0.0.1/",
        "http://localhost:8765/",
    ):
        with pytest.raises(NetworkError):
            check_address(MIRROR, address)
        with pytest.raises(NetworkError):
            check_address(LOCAL, address)


def test_a_mirror_may_lead_to_its_own_https_and_to_arxiv() -> None:
    for address in ("https://papers.example/pdf/1", "https://mirror.example/", "https://arxiv.org/pdf/1"):
        check_address(MIRROR, address, "http://papers.example:8080/pdf/1")


def test_an_address_of_a_person_that_is_none_is_refused() -> None:
    with pytest.raises(NetworkError) as caught:
        check_address(Network(Path("pace"), api="file:///etc/passwd"), "https://arxiv.org/")
    assert caught.value.about == "file:///etc/passwd"


@pytest.mark.parametrize(
    ("address", "private", "loopback"),
    [
        ("http://127.0.0.1:1", True, True),
        ("http://127.9.9.9", True, True),
        ("http://localhost", True, True),
        ("http://[::1]", True, True),
        ("http://10.1.2.3", True, False),
        ("http://nas", True, False),
        ("http://nas.local", True, False),
        ("http://127.1", True, False),
        ("http://0x7f.1", True, False),
        ("https://arxiv.org", False, False),
        ("https://8.8.8.8", False, False),
    ],
)
def test_private_addresses_are_known_by_their_text(address: str, private: bool, loopback: bool) -> None:
    assert (origin(address).private, origin(address).loopback) == (private, loopback)


def test_a_hurried_pace_is_for_this_computer_alone() -> None:
    assert pace_for(LOCAL, origin(LOCAL.api)) == 0.1
    assert pace_for(LOCAL, origin(LOCAL.pdfs)) == PACE_S
    assert pace_for(MIRROR, origin(MIRROR.pdfs)) == PACE_S
    assert pace_for(Network(Path("pace"), pace_s=10), origin("https://arxiv.org")) == 10


@given(st.text(max_size=60) | st.text("htps:/@\\[]arxiv.org127#?%\t", max_size=40).map("https://".__add__))
def test_any_text_is_refused_or_names_a_known_host(address: str) -> None:
    with suppress(NetworkError):
        target = check_address(USUAL, address)
        assert target.scheme == "https"
        assert target.host in HOSTS
        assert target.port == 443

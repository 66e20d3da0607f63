"""Addresses of mails as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.mail_addresses import read_recipient, read_recipients, shown_address
from desktop.domain.mails import Recipient


@pytest.mark.parametrize(
    ("typed", "address", "name"),
    [
        ("ada@example.org", "ada@example.org", ""),
        (" Ada Lovelace <ada@example.org> ", "ada@example.org", "Ada Lovelace"),
        ('"Lovelace, Ada" <ada@example.org>', "ada@example.org", "Lovelace, Ada"),
        ("李四 <li@中国.example>", "li@xn--fiqs8s.example", "李四"),
        ("用户@例子.测试", "用户@xn--fsqu00a.xn--0zwm56d", ""),
        ("o'hara+lists@mail.example.co.uk", "o'hara+lists@mail.example.co.uk", ""),
        ("root@localhost", "root@localhost", ""),
    ],
)
def test_an_address_is_read(typed: str, address: str, name: str) -> None:
    assert read_recipient(typed) == Recipient(address, name)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "ada",
        "@example.org",
        "ada@",
        "ada@@example.org",
        "ada@exa mple.org",
        "ada..b@example.org",
        "ada@-example.org",
        "ada@example..org",
        f"{'a' * 65}@example.org",
        f"ada@{'a' * 64}.org",
        "ada@example.org\r\nBcc: eve@example.org",
        "<ada@example.org> RCPT TO:<eve@example.org>",
    ],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    assert read_recipient(typed) is None


def test_addresses_between_commas_semicolons_and_lines_are_read_once() -> None:
    found, wrong = read_recipients('"Lovelace, Ada" <ada@example.org>; bob@example.org,\nADA@example.org, nobody')

    assert [one.address for one in found] == ["ada@example.org", "bob@example.org"]
    assert wrong == ("nobody",)


def test_an_address_is_shown_in_its_own_script() -> None:
    assert shown_address("li@xn--fiqs8s.example") == "li@中国.example"


def test_what_is_written_is_read_again() -> None:
    for one in (Recipient("a@b.org", "Lovelace, Ada"), Recipient("a@b.org", "李四"), Recipient("a@b.org")):
        assert read_recipients(one.written) == ((one,), ())


@given(st.text(max_size=200))
def test_no_text_gets_a_line_end_into_an_address(text: str) -> None:
    found, _ = read_recipients(text)

    assert not [one for one in found if set(one.address + one.name) & set("\r\n\0")]

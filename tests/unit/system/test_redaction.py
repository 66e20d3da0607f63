"""A secret that was learnt stands in nothing that is written down."""

from base64 import b64encode, urlsafe_b64encode
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.system import redaction
from desktop.system.redaction import LEFT_OUT, learn, redacted


@pytest.fixture(autouse=True)
def _forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """What one test learns is forgotten at its end."""
    monkeypatch.setattr(redaction, "_secrets", set())
    monkeypatch.setattr(redaction, "_spellings", ())


def test_nothing_is_left_out_before_a_secret_is_learnt() -> None:
    assert redacted("sk-1234567890") == "sk-1234567890"


@pytest.mark.parametrize(
    "written",
    [
        "sk/12+34=ü",
        "ü=43+21/ks",
        quote("sk/12+34=ü"),
        quote("sk/12+34=ü", safe=""),
        repr("sk/12+34=ü".encode()),
        b64encode("sk/12+34=ü".encode()).decode(),
        b64encode("\0ada\0sk/12+34=ü".encode()).decode(),
        b64encode("xxada:sk/12+34=ü and more".encode()).decode(),
        urlsafe_b64encode("xada:sk/12+34=ü".encode()).decode(),
    ],
)
def test_a_secret_is_left_out_however_it_is_written(written: str) -> None:
    learn("sk/12+34=ü")

    found = redacted(f"before {written} after")

    assert LEFT_OUT in found
    assert written not in found
    assert found.startswith("before ")
    assert found.endswith(" after")


def test_other_text_stays_as_it_is() -> None:
    learn("sk-1234567890")
    text = "https://arxiv.org/abs/2403.02774v1 c29tZXRoaW5nIGVsc2U= 摘要 \x00 'desktop.sources.mail'"

    assert redacted(text) == text


def test_a_short_secret_does_not_blacken_words() -> None:
    learn("a")

    assert redacted("a banana") == "a banana"


@given(secret=st.text(st.characters(codec="utf-8"), min_size=6), around=st.binary(max_size=12))
def test_base64_of_anything_around_a_secret_is_left_out(secret: str, around: bytes) -> None:
    learn(secret)

    assert b64encode(around + secret.encode() + around).decode() not in redacted(
        f"AUTH {b64encode(around + secret.encode() + around).decode()}\r\n"
    )

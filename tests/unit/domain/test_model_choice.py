"""The language model that a person chose, and whether it may be sent anything."""

from dataclasses import replace

import pytest

from desktop.domain.model_choice import chosen_endpoint, with_consent
from desktop.domain.settings import Settings
from tests.conftest import REPOSITORY

URL = "https://api.example.org/v1"
CHOSEN = replace(Settings(), model_url=URL, model_name="large")


@pytest.mark.parametrize(
    ("agreed", "allowed"),
    [
        (URL, True),
        ("https://api.example.org/other", True),
        ("https://api.example.org:8443/v1", False),
        ("http://api.example.org/v1", False),
        ("https://other.example.org/v1", False),
    ],
)
def test_only_the_origin_that_a_person_agreed_to_may_be_sent_texts(agreed: str, allowed: bool) -> None:
    endpoint = chosen_endpoint(replace(CHOSEN, model_consents=with_consent((), agreed)))
    assert endpoint is not None
    assert endpoint.allowed is allowed


def test_nobody_may_be_sent_texts_at_first() -> None:
    endpoint = chosen_endpoint(CHOSEN)
    assert endpoint is not None
    assert not endpoint.allowed


def test_only_the_settings_and_the_command_line_allow_an_endpoint() -> None:
    places = [path for path in (REPOSITORY / "desktop").rglob("*.py") if "allowed=True" in path.read_text("utf-8")]
    assert [path.name for path in places] == ["day_texts.py"]

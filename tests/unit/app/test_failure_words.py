"""Failures in plain words: of whom they tell."""

import pytest

from desktop.app.failure_words import failed_text, words
from desktop.domain.errors import AppError, ModelError, NetworkError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.merging import TextField
from desktop.domain.model_texts import TextWish, WishState
from desktop.domain.paper import TextKind

OF_ENDPOINTS = (
    Reason.OFFLINE,
    Reason.TIMED_OUT,
    Reason.BUSY,
    Reason.SERVER_FAILED,
    Reason.BAD_ANSWER,
    Reason.WEB_PAGE,
    Reason.ADDRESS_REFUSED,
    Reason.TOO_LARGE,
)


@pytest.mark.parametrize("reason", OF_ENDPOINTS)
def test_what_an_endpoint_did_is_not_said_of_arxiv(reason: Reason) -> None:
    assert "arXiv" not in words(ModelError(reason, "api.example.org"))
    wish = TextWish(PaperId(1), TextField(TextKind.TITLE, "zh"), WishState.FAILED, "A study", reason=reason)
    assert "arXiv" not in failed_text(wish)


def test_what_arxiv_did_is_said_of_it() -> None:
    assert "arXiv" in words(NetworkError(Reason.OFFLINE))


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_words(reason: Reason) -> None:
    assert words(AppError(reason))

"""An endpoint that goes away and comes back."""

import pytest

from desktop.domain.model_choice import with_consent
from desktop.ui.writing import writing_trouble
from desktop.ui.writing.writing_view import WritingState
from tests.gui.writing.writing_window import PAPERS, Writing
from tests.model_server import ModelServer


def test_an_endpoint_that_comes_back_is_asked_whatever_was_looked_at_meanwhile(
    writing: Writing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing_trouble, "_FIRST_PAUSE_S", 0.8)
    with ModelServer() as gone:
        url = gone.url
    session = writing.shown.window.session
    session.change(model_url=url, model_consents=with_consent((), url))
    writing.begin()
    writing.ends(WritingState.RETRYING)
    writing.writer.wake()  # as any change of the library does: a look too early must not be the last
    with ModelServer(port=int(url.rpartition(":")[2].removesuffix("/v1"))) as back:
        writing.ends()
        assert len(back.calls) == PAPERS

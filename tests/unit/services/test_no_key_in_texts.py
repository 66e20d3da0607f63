"""An endpoint may say again the key that it was given: nothing of that is kept."""

from collections.abc import Iterator
from typing import Any

import pytest

from desktop.domain.errors import ModelError, Reason
from desktop.services.library import LibraryServices
from desktop.sources.language_model import LanguageModel
from desktop.system.redaction import LEFT_OUT, learn
from tests.model_server import ModelServer
from tests.unit.services.conftest import ImportEntries, entry, papers_in
from tests.unit.services.model_texts import UNTRANSLATED, want, write

KEY = "sk-canary-said-again-4711"


@pytest.fixture
def wished(library: LibraryServices, import_entries: ImportEntries) -> LibraryServices:
    """A library with texts that are still to be written, by an endpoint that was told the key."""
    import_entries("a.md", entry(1, **UNTRANSLATED))
    want(library, papers_in(library))
    learn(KEY)
    return library


def _kept(library: LibraryServices) -> Iterator[str]:
    """All that the library holds."""
    yield from library.summarising._library.connection.iterdump()


def test_a_refusal_is_kept_without_the_key_in_it(wished: LibraryServices, monkeypatch: pytest.MonkeyPatch) -> None:
    async def refuses(*_: object, **__: object) -> None:
        raise ModelError(Reason.BAD_ANSWER, "http://127.0.0.1", f"cannot do this for {KEY}")

    monkeypatch.setattr(LanguageModel, "said", refuses)
    with ModelServer() as server:
        report = write(wished, server)

    assert {one.detail for one in report.failed} == {f"cannot do this for {LEFT_OUT}"}
    assert not [line for line in _kept(wished) if KEY in line]


def test_a_text_with_the_key_in_it_is_kept_without(wished: LibraryServices, monkeypatch: pytest.MonkeyPatch) -> None:
    said = LanguageModel.said

    async def says_it_again(self: LanguageModel, *what: Any, **more: Any) -> Any:
        answer = await said(self, *what, **more)
        return answer._replace(content=(answer.content or "").replace('": "', f'": "{KEY} ', 1))

    monkeypatch.setattr(LanguageModel, "said", says_it_again)
    with ModelServer() as server:
        write(wished, server)

    assert server.calls
    assert not [line for line in _kept(wished) if KEY in line]

"""A language model's endpoint: who is asked, what is told, and what becomes of each way to go wrong."""

import asyncio
import json
import logging
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from desktop.domain.errors import ModelError, Reason
from desktop.domain.model_texts import Message, ModelEndpoint
from desktop.sources.language_model import LanguageModel, Said
from desktop.sources.model_transport import endpoint_origin, proxy_for
from tests.model_server import Fault, ModelServer

MESSAGES = (Message("user", '<title-1>\nA study\n</title-1>\n<abstract-1>\nWe study.\n</abstract-1>\n- "summary"'),)
ALLOWED = ("https://api.example.org/v1", "http://localhost:11434/v1", "http://127.0.0.1:8080/v1", "http://10.1.2.3/v1")
REFUSED = (
    *("http://2852039166/v1", "http://0xa9fea9fe/v1", "http://169.254.43518/v1", "http://[::ffff:a9fe:a9fe]/v1"),
    *("http://api.example.org/v1", "ftp://localhost/v1", "file:///etc/passwd", "http://169.254.169.254/latest", ""),
    *(
        "https://user:secret@api.example.org/v1",
        "http://[fe80::1]/v1",
        "localhost:11434",
        "https://a\\b/v1",
        "https://",
    ),
)


def with_model(
    server: ModelServer, work: Callable[[LanguageModel], Coroutine[Any, Any, Any]], key: str = "", **options: Any
) -> Any:
    async def run() -> Any:
        async with LanguageModel(ModelEndpoint(server.url, "made-up-large"), key, **options) as model:
            return await work(model)

    return asyncio.run(run())


def said(server: ModelServer, **options: Any) -> Said:
    found: Said = with_model(server, lambda model: model.said(MESSAGES, ["summary"]), **options)
    return found


def reason_of(server: ModelServer, **options: Any) -> tuple[Reason, float | None]:
    with pytest.raises(ModelError) as raised:
        said(server, **options)
    return raised.value.reason, raised.value.retry_after_s


def test_only_what_an_answer_needs_is_told_and_the_environment_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_ADMIN_KEY"):
        monkeypatch.setenv(name, "from-the-environment")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Custom: from-the-environment")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    caplog.set_level(logging.DEBUG)
    with ModelServer() as server:
        assert said(server, key="canary-key").finish == "stop"
        (call,) = server.calls
    assert set(call.headers) == {
        *("host", "accept", "accept-encoding", "user-agent", "content-type", "content-length", "authorization"),
    }
    assert call.headers["authorization"] == "Bearer canary-key"
    assert call.headers["user-agent"] == "papershelf"
    assert "canary-key" not in caplog.text
    assert "from-the-environment" not in str(call)


def test_without_a_key_none_is_told() -> None:
    with ModelServer() as server:
        said(server)
        assert "authorization" not in server.calls[0].headers


@pytest.mark.parametrize("forms", [("json_schema", "json_object"), ("json_object",), ()])
def test_the_strictest_form_that_an_endpoint_takes_is_found_once(forms: tuple[str, ...]) -> None:
    async def twice(model: LanguageModel) -> int:
        for _ in range(2):
            await model.said(MESSAGES, ["summary"])
        return model.form.shape

    with ModelServer(forms=forms) as server:
        assert with_model(server, twice) == 2 - len(forms)
        assert len(server.calls) == 2 + 2 - len(forms)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Fault.KEY_REFUSED, Reason.KEY_REFUSED),
        (Fault.NO_MODEL, Reason.NO_SUCH_MODEL),
        (Fault.NO_CREDIT, Reason.QUOTA_USED_UP),
        (Fault.ERROR_500, Reason.SERVER_FAILED),
        (Fault.HANG_UP, Reason.SERVER_FAILED),
        (Fault.CUT_BODY, Reason.SERVER_FAILED),
        (Fault.WEB_PAGE, Reason.WEB_PAGE),
        (Fault.REDIRECT, Reason.ADDRESS_REFUSED),
        (Fault.HUGE, Reason.TOO_LARGE),
        (Fault.ENDLESS, Reason.TOO_LARGE),
        (Fault.ENDLESS_STREAM, Reason.TOO_LARGE),
        (Fault.BOMB, Reason.BAD_ANSWER),
        (Fault.KEY_400, Reason.KEY_REFUSED),
        (Fault.NO_MODEL_400, Reason.NO_SUCH_MODEL),
        (Fault.NO_CREDIT_429, Reason.QUOTA_USED_UP),
        (Fault.RISKY_400, Reason.TEXT_REFUSED),
        (Fault.TOO_LONG_400, Reason.TOO_LARGE),
        (Fault.WRONG_PATH, Reason.NO_SUCH_MODEL),
        (Fault.FAILED_LATER, Reason.SERVER_FAILED),
    ],
)
def test_each_way_to_go_wrong_has_its_reason_and_is_tried_once(fault: Fault, reason: Reason) -> None:
    with ModelServer(fault_of=lambda call: fault) as server:
        assert reason_of(server)[0] is reason
        assert len(server.calls) == 1


def test_a_busy_endpoint_tells_how_long_to_wait() -> None:
    with ModelServer(fault_of=lambda call: Fault.BUSY) as server:
        server.retry_after = "7"
        assert reason_of(server) == (Reason.BUSY, 7.0)


@pytest.mark.parametrize(("fault", "seconds"), [(Fault.BUSY_IN_WORDS, 62.5), (Fault.BUSY_IN_BODY, 3.0)])
def test_how_long_to_wait_is_understood_in_words(fault: Fault, seconds: float) -> None:
    with ModelServer(fault_of=lambda call: fault) as server:
        assert reason_of(server) == (Reason.BUSY, seconds)


@pytest.mark.parametrize("fault", [Fault.AMONG_THOUGHTS, Fault.IN_PARTS, Fault.ONLY_UNTHINKING, Fault.GRAMMAR_500])
def test_answers_that_are_only_worded_otherwise_are_taken(fault: Fault) -> None:
    with ModelServer(fault_of=lambda call: fault) as server:
        assert "summary" in json.loads(said(server).content or "")


def test_the_models_own_refusal_is_one() -> None:
    with ModelServer(fault_of=lambda call: Fault.REFUSAL) as server:
        assert said(server).finish == "content_filter"


def test_what_an_endpoint_takes_is_asked_for_once() -> None:
    async def twice(model: LanguageModel) -> None:
        for _ in range(2):
            await model.said(MESSAGES, ["summary"])

    with ModelServer(fault_of=lambda call: Fault.ONLY_UNTHINKING) as server:
        with_model(server, twice)
        assert [call.asked.get("enable_thinking") for call in server.calls] == [None, False, False]


def test_an_answer_that_broke_off_gets_room_by_the_name_that_the_endpoint_knows() -> None:
    async def ask(model: LanguageModel) -> list[str | None]:
        first = await model.said(MESSAGES, ["summary"])
        return [first.finish, (await model.said(MESSAGES, ["summary"], room=True)).finish]

    with ModelServer(fault_of=lambda call: Fault.SHORT_LIMIT) as server:
        assert with_model(server, ask) == ["length", "stop"]
        assert [[name for name in call.asked if name.startswith("max")] for call in server.calls] == [
            [],
            ["max_tokens"],
            ["max_completion_tokens"],
        ]


def test_the_words_of_an_endpoint_are_told_without_what_is_around_them() -> None:
    with ModelServer(fault_of=lambda call: Fault.KEY_400) as server, pytest.raises(ModelError) as raised:
        said(server)
    assert raised.value.detail == "API key not valid. Please pass a valid API key."


@pytest.mark.parametrize("listed", [5, "abc", {"a": 1}, [5, None, {}, {"id": 5}, {"id": ["a"]}], None])
def test_a_list_of_models_that_is_none_names_none(listed: object) -> None:
    with ModelServer() as server:
        server.models = listed
        assert with_model(server, lambda model: model.models()) == ()


def test_a_silent_endpoint_is_given_up() -> None:
    with ModelServer(fault_of=lambda call: Fault.SILENT) as server:
        assert reason_of(server, whole_s=0.3)[0] is Reason.TIMED_OUT


@pytest.mark.parametrize("address", ALLOWED)
def test_https_and_ones_own_network_may_be_asked(address: str) -> None:
    assert endpoint_origin(address).host in address


@pytest.mark.parametrize("address", REFUSED)
def test_no_other_address_may_be_asked(address: str) -> None:
    with pytest.raises(ModelError) as raised:
        endpoint_origin(address)
    assert raised.value.reason is Reason.ADDRESS_REFUSED


def test_a_proxy_is_the_persons_or_the_systems_and_never_on_the_way_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://system.example:8080")
    far, home = endpoint_origin("https://api.example.org/v1"), endpoint_origin("http://localhost:1/v1")
    assert proxy_for(far, "") == "http://system.example:8080"
    assert proxy_for(far, "http://mine.example:1") == "http://mine.example:1"
    assert proxy_for(far, "none") is None
    assert proxy_for(home, "http://mine.example:1") is None

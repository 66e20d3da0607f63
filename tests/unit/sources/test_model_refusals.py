"""What services that speak OpenAI's chat say of an error, each in words of its own, and what is tried then."""

import pytest

from desktop.domain.errors import Reason
from desktop.sources.model_forms import Form
from desktop.sources.model_refusals import reason_of, wait_told, words_of

THINKING = "parameter.enable_thinking must be set to false for non-streaming calls"
NEWER_NAME = (
    "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."
)
TOO_MUCH = "'max_tokens' is too large: 8192. This model's maximum context length is 4096 tokens."
IN_THE_COMPLETION = "This model's maximum context length is 4097 tokens. You requested 9000 (8192 in the completion)."


@pytest.mark.parametrize(
    ("status", "said", "reason"),
    [
        (400, "This response_format type is unavailable now", None),
        (422, "Failed to deserialize the JSON body: response_format.type `json_schema` is unavailable now", None),
        (400, "'response_format.type' must be 'json_schema' or 'text'", None),
        (400, "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.", None),
        (400, "Prompt must contain the word 'json' in some form to use 'response_format'", None),
        (400, THINKING, None),
        (400, NEWER_NAME, None),
        (400, TOO_MUCH, None),
        (400, IN_THE_COMPLETION, None),
        (400, "Something else", None),
        (500, "Failed to parse grammar", None),
        (500, "CUDA out of memory", Reason.SERVER_FAILED),
        (502, "Bad gateway", Reason.SERVER_FAILED),
        (400, '{"message": "API key not valid. Please pass a valid API key."}', Reason.KEY_REFUSED),
        (400, "Incorrect API key provided: sk-***", Reason.KEY_REFUSED),
        (401, "Unauthorized", Reason.KEY_REFUSED),
        (400, "Model Not Exist", Reason.NO_SUCH_MODEL),
        (404, 'model "qwen3" not found, try pulling it first', Reason.NO_SUCH_MODEL),
        (400, "openai/gpt-9 is not a valid model ID", Reason.NO_SUCH_MODEL),
        (402, "Insufficient Balance", Reason.QUOTA_USED_UP),
        (400, "Access denied, code Arrearage", Reason.QUOTA_USED_UP),
        (403, "Sorry, your account balance is insufficient: insufficient_balance", Reason.QUOTA_USED_UP),
        (429, '{"error": {"code": "insufficient_quota"}}', Reason.QUOTA_USED_UP),
        (429, "您的账户已欠费，余额不足", Reason.QUOTA_USED_UP),
        (429, "Rate limit reached", Reason.BUSY),
        (503, "model is overloaded", Reason.BUSY),
        (400, "Content Exists Risk", Reason.TEXT_REFUSED),
        (400, "DataInspectionFailed: Output data may contain inappropriate content.", Reason.TEXT_REFUSED),
        (400, "The response was filtered due to Azure OpenAI's content management policy", Reason.TEXT_REFUSED),
        (400, "This model's maximum context length is 2048 tokens", Reason.TOO_LARGE),
        (400, "the request exceeds the available context size", Reason.TOO_LARGE),
        (413, "too big", Reason.TOO_LARGE),
    ],
)
def test_an_error_is_what_its_words_say_and_otherwise_what_its_number_says(
    status: int, said: str, reason: Reason | None
) -> None:
    assert reason_of(status, said) is reason


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("Please retry in 22.5s.", 22.5),
        ("try again in 6m3s", 363.0),
        ('"retryDelay": "17s"', 17.0),
        ("retry in 99999s", 3600.0),
        ("retry later", None),
    ],
)
def test_a_pause_may_be_told_in_words(said: str, seconds: float | None) -> None:
    assert wait_told(said) == seconds


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"error": {"message": "No.", "metadata": {"raw": "Because."}}}, "No. Because."),
        ([{"error": {"message": "No."}}], "No."),
        ({"error": "No."}, "No."),
        ({"object": "error", "message": "No."}, "No."),
        ({"detail": "Not\nFound"}, "Not Found"),
        ({"error": {"message": 3}}, "status 400"),
        (None, "status 400"),
        ([], "status 400"),
    ],
)
def test_the_words_of_an_error_are_found_wherever_they_stand(told: object, words: str) -> None:
    assert words_of(told, "status 400") == words


def test_an_endpoint_is_asked_for_less_until_it_takes_it() -> None:
    keys, tried = ["summary"], [Form()]
    for refusal in ("no", THINKING, NEWER_NAME, TOO_MUCH, "no", "no"):
        form = tried[-1].after(refusal, keys, room=True)
        if form is not None:
            tried.append(form)
    assert tried == [Form(), Form(1), Form(1, 0, False), Form(1, 1, False), Form(1, 2, False), Form(2, 2, False)]
    assert tried[-1].body(keys, room=True) == {"enable_thinking": False}
    assert Form().after(IN_THE_COMPLETION, keys, room=True) == Form(0, 2)
    assert Form().body([], room=False) == {}

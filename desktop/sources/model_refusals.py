"""What an endpoint's error means. The numbers are HTTP's, but services use them differently: a key that is refused
comes as 400, 401 or 403, credit that is used up as 400, 402, 403 or 429, and an error may come with a status of 200.
"""

import re
from typing import Any

from desktop.domain.errors import Reason
from desktop.sources.arxiv_pace import LONGEST_PAUSE_S

_BY_STATUS = {
    401: Reason.KEY_REFUSED,
    402: Reason.QUOTA_USED_UP,
    403: Reason.KEY_REFUSED,
    404: Reason.NO_SUCH_MODEL,
    408: Reason.TIMED_OUT,
    413: Reason.TOO_LARGE,
    429: Reason.BUSY,
    503: Reason.BUSY,
    529: Reason.BUSY,
}
_OF_FORMS = re.compile(
    r"response_?format|json_?(?:schema|object|mode| )|structured.output|grammar"
    r"|max_(?:completion_)?tokens|in the completion",
    re.IGNORECASE,
)
_BY_WORDS = (  # the first that fits
    (
        Reason.QUOTA_USED_UP,
        r"insufficient[_ ](?:quota|balance|funds|credit)|exceeded_current_quota|arrearage|credit balance|余额不足|欠费",
    ),
    (
        Reason.KEY_REFUSED,
        r"api[_ -]?key.{0,40}(?:not valid|invalid|incorrect|expired)|(?:invalid|incorrect) api[_ -]?key",
    ),
    (
        Reason.TEXT_REFUSED,
        r"content[_ ]?(?:filter|policy|management)|data_?inspection|inappropriate content|content exists risk|敏感内容",
    ),
    (
        Reason.TOO_LARGE,
        r"context[_ ](?:length|size|window)|maximum context|(?:prompt|input).{0,30}too long|exceeds.{0,40} context",
    ),
    (
        Reason.NO_SUCH_MODEL,
        r"model.{0,80}not (?:exist|found)|not a valid model|(?:unknown|no such) model|unexpected endpoint",
    ),
)
_WORDS = tuple((reason, re.compile(pattern, re.IGNORECASE | re.DOTALL)) for reason, pattern in _BY_WORDS)
_SOON = re.compile(
    r"(?:retry|try again) in (?:(\d{1,4})m)?(\d{1,5}(?:\.\d+)?)s|\"retryDelay\": ?\"()(\d{1,5})", re.IGNORECASE
)
_MOST_READ = 4000


def reason_of(status: int, body: str) -> Reason | None:
    """Why an endpoint gave no answer; None if it does not take the request in this form, and may take another."""
    body = body[:_MOST_READ]
    if status in (400, 422, 500, 501) and _OF_FORMS.search(body):
        return None
    if status != 429 or wait_told(body) is None:
        for reason, pattern in _WORDS:
            if pattern.search(body):
                return reason
    if status in (400, 422):
        return None
    return _BY_STATUS.get(status, Reason.SERVER_FAILED)


def wait_told(body: str) -> float | None:
    """Seconds to wait, where they are told in words alone, an hour at most; None if they are not."""
    found = _SOON.search(body[:_MOST_READ])
    if found is None:
        return None
    return min(60.0 * float(found[1] or 0) + float(found[2] or found[4]), LONGEST_PAUSE_S)


def words_of(told: Any, otherwise: str) -> str:
    """What an endpoint says of an error, as people read it."""
    if isinstance(told, list) and told:
        told = told[0]
    if isinstance(told, dict):
        error = told.get("error") or told
        if isinstance(error, dict):
            details = error.get("metadata")
            raw = details.get("raw") if isinstance(details, dict) else ""
            said = " ".join(
                part for part in (error.get("message") or error.get("detail"), raw) if isinstance(part, str)
            )
        else:
            said = error if isinstance(error, str) else ""
        otherwise = said or otherwise
    return " ".join(otherwise.split())[:300]


def in_body(told: dict[str, Any]) -> int | None:
    """The status of an error that came as an answer; None if it is none."""
    error = told.get("error")
    if not error or told.get("choices"):
        return None
    code = error.get("code") if isinstance(error, dict) else None
    code = int(code) if isinstance(code, str) and code.isascii() and code.isdigit() and len(code) == 3 else code
    return code if isinstance(code, int) and 400 <= code < 600 else 500

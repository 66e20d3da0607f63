"""Why the PDF process does not do what it was asked for."""

from desktop.domain.errors import Reason


class Refusal(Exception):  # noqa: N818 - an answer, not a mistake
    """Becomes the answer Failed."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason

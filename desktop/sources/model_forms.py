"""In which form an endpoint is asked. Each takes something else, and says so with words of its own: what it takes is
found out by asking, the strictest form first.
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

_SHAPES = ("json_schema", "json_object", "")
"""In which form an answer is asked for; empty: in words alone."""
_LIMITS = ("max_tokens", "max_completion_tokens", "")
"""What the number of tokens that may be written is called; models that think refuse the older name."""
_ROOM = 8192
"""Tokens for an answer that broke off at a limit that the endpoint sets by itself."""
_OF_LIMITS = re.compile(r"max_(?:completion_|new_)?tokens|in the completion", re.IGNORECASE)
_TOO_MUCH = re.compile(r"too large|maximum|at most", re.IGNORECASE)
_OF_THINKING = re.compile(r"enable[_ ]thinking", re.IGNORECASE)


class Form(NamedTuple):
    """A form; the first is the one to begin with."""

    shape: int = 0
    limit: int = 0
    thinks: bool = True
    """False asks a model not to think first: some hosts of Qwen refuse anything else."""

    def body(self, keys: Sequence[str], *, room: bool) -> dict[str, Any]:
        """What it adds to a request for these keys; none: a request in words."""
        body: dict[str, Any] = {}
        if keys and _SHAPES[self.shape]:
            body["response_format"] = _shape(_SHAPES[self.shape], keys)
        if room and _LIMITS[self.limit]:
            body[_LIMITS[self.limit]] = _ROOM
        if not self.thinks:
            body["enable_thinking"] = False
        return body

    def after(self, refusal: str, keys: Sequence[str], *, room: bool) -> "Form | None":
        """The form to try after this one was refused with these words; None if there is no other."""
        if self.thinks and _OF_THINKING.search(refusal):
            return self._replace(thinks=False)
        if room and _LIMITS[self.limit] and _OF_LIMITS.search(refusal):
            return self._replace(limit=len(_LIMITS) - 1 if _TOO_MUCH.search(refusal) else self.limit + 1)
        if keys and _SHAPES[self.shape]:
            return self._replace(shape=self.shape + 1)
        return None

    def laxer(self, other: "Form") -> "Form":
        """The one that asks for less of both, in everything."""
        return Form(max(self.shape, other.shape), max(self.limit, other.limit), self.thinks and other.thinks)


def _shape(name: str, keys: Sequence[str]) -> dict[str, Any]:
    if name == "json_object":
        return {"type": name}
    schema = {
        "type": "object",
        "properties": {key: {"type": "string"} for key in keys},
        "required": list(keys),
        "additionalProperties": False,
    }
    return {"type": name, "json_schema": {"name": "texts", "strict": True, "schema": schema}}

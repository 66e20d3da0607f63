"""What a person can ask of arXiv for the paper whose details are shown."""

from enum import StrEnum


class Wish(StrEnum):
    """What is sent with it stands behind each."""

    LOOK_UP = "look-up"
    """Nothing."""
    DOWNLOAD = "download"
    """The version, None for the newest."""
    ADOPT = "adopt"
    """Nothing: the newest version is shown."""
    DISMISS = "dismiss"
    """Nothing: the newest version is not told of any more."""
    RETRY = "retry"
    """FetchId; the same for the two that follow."""
    RESUME = "resume"
    CANCEL = "cancel"

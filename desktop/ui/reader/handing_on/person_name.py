"""The person's name as it stands at their annotations, for other programs."""

import getpass
import os

from desktop.ui.session import Session

_NAME = "author-name"
_LONGEST = 100


def person_name(session: Session) -> str:
    """What the person typed the last time; at first the name that the system has for them."""
    return session.recall(_NAME) or _system_name()


def remember_person_name(session: Session, name: str) -> None:
    """Propose that name the next time."""
    session.remember(_NAME, name.strip()[:_LONGEST])


def _system_name() -> str:
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, as in some containers
        return ""
    if os.name == "nt":
        return user
    import pwd

    try:
        full = pwd.getpwnam(user).pw_gecos.split(",")[0].strip()
    except KeyError:
        return user
    return full or user

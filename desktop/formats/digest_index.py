"""The page that leads to all digests in a folder of folders by day."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.own_digest import OwnDigest
from desktop.formats.digest_page import rendered
from desktop.formats.digest_words import words_of
from desktop.formats.markdown_text import path_address


@dataclass(frozen=True, slots=True)
class FolderDay:
    """A day's folder, and the digests in it."""

    day: str
    """YYYY-MM-DD."""
    names: tuple[str, ...]
    """File names without their endings; each has a `.html`, a `.md` and a `.xml`."""


def index_page(days: Sequence[FolderDay], digest: OwnDigest) -> bytes:
    """The page, in the language of that digest; `days` the newest first."""
    return rendered(
        "digest_index.html",
        {
            "words": words_of(digest),
            "days": [(day.day, [(name, f"{day.day}/{path_address(name)}") for name in day.names]) for day in days],
            "feeds": [
                (name, path_address(name)) for name in sorted({name for day in days for name in day.names}, key=str)
            ],
        },
    )

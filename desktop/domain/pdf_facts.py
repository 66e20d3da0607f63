"""What a PDF tells of itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """Told by the PDF process."""

    pages: int
    """0 where a password is needed to count them."""
    first_text: str = ""
    """The text of page 1, at most 20,000 characters, lines as they stand; a stamp at the margin is part of it."""
    title: str = ""
    """What page 1 shows as its title: the lines in the largest type; empty if that cannot be told."""
    metadata_title: str = ""
    needs_password: bool = False
    repaired: bool = False
    """Its table of objects was broken or cut off, and was made anew by the reader."""


@dataclass(frozen=True, slots=True)
class PdfIdentity:
    """Which paper a PDF seems to be of, by what is printed on it."""

    arxiv_id: str = ""
    version: int | None = None
    doi: str = ""
    title: str = ""
    """The likeliest title; empty if there is none."""

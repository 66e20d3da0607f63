"""The options of `papershelf export` for bibliographies."""

import argparse

from desktop.domain.bibliography import BibliographyFormat
from desktop.domain.bibliography_export import AbstractChoice, FilesChoice


def add_bibliography_options(parser: argparse.ArgumentParser) -> None:
    """Let `export` write papers as a bibliography."""
    group = parser.add_argument_group("bibliographies")
    group.add_argument(
        "--format",
        choices=[form.value for form in BibliographyFormat],
        help="write the papers of --digest, --query or the whole library as a bibliography",
    )
    group.add_argument(
        "--abstracts",
        choices=[choice.value for choice in AbstractChoice],
        default=AbstractChoice.ORIGINAL.value,
        help="which abstracts (default: original)",
    )
    group.add_argument(
        "--files",
        choices=[choice.value for choice in FilesChoice],
        default=FilesChoice.NONE.value,
        help="PDFs: links to where the library has them, or copies in a folder beside the file (default: none)",
    )
    group.add_argument("--no-notes", action="store_false", dest="notes", help="leave out notes")
    group.add_argument("--no-labels", action="store_false", dest="labels", help="leave out tags and collections")

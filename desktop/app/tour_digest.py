"""The part of the tour that makes a digest of one's own and hands it on as files."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.changes import Changes
from desktop.domain.ids import OwnDigestId
from desktop.domain.listing import Listing, Place
from desktop.domain.own_digest import DigestChoice, Template, of_listing
from desktop.services.hand_on_digests import FolderResult
from desktop.services.library import LibraryServices

if TYPE_CHECKING:
    from desktop.ui.composing.digest_page import DigestPage

_NAME = "Reading group"


def hand_on_digest(services: LibraryServices, folder: Path) -> tuple[OwnDigestId, FolderResult, Changes]:
    """Make a digest of the queue with notes, unless an earlier tour did, and write it. Raises AppError."""
    there = [digest.id for digest in services.own_digests.digests() if digest.name == _NAME]
    changes = Changes()
    if not there:
        choice = DigestChoice(_NAME, template=Template.NOTES)
        made, changes = services.own_digests.create(of_listing(Listing(Place.QUEUE)), choice)
        there = [made.id]
    return there[0], services.handing_on.to_folder(there[0], folder), changes


def is_shown(page: "DigestPage") -> bool:
    """Whether the papers of the digest, the texts of one of them and the preview stand."""
    preview = page.preview
    return bool(page.view and page.in_hand) and preview.complete and not preview.page.document().isEmpty()

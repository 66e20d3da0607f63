"""The part of the tour that makes a digest of one's own and hands it on as files."""

from pathlib import Path

from desktop.domain.changes import Changes
from desktop.domain.listing import Listing, Place
from desktop.domain.own_digest import DigestChoice, Template, of_listing
from desktop.services.hand_on_digests import FolderResult
from desktop.services.library import LibraryServices

_NAME = "Reading group"


def hand_on_digest(services: LibraryServices, folder: Path) -> tuple[FolderResult, Changes]:
    """Make a digest of the queue with notes, unless an earlier tour did, and write it. Raises AppError."""
    there = [digest.id for digest in services.own_digests.digests() if digest.name == _NAME]
    changes = Changes()
    if not there:
        choice = DigestChoice(_NAME, template=Template.NOTES)
        made, changes = services.own_digests.create(of_listing(Listing(Place.QUEUE)), choice)
        there = [made.id]
    return services.handing_on.to_folder(there[0], folder), changes

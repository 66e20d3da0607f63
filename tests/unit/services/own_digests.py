"""Digests of one's own in tests."""

from collections.abc import Sequence

from desktop.domain.ids import OwnDigestId, PaperId
from desktop.domain.listing import Listing, Place
from desktop.domain.own_digest import DigestChoice, MadeOf
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import papers_in


def make(library: LibraryServices, papers: Sequence[PaperId], **choice: object) -> OwnDigestId:
    """A digest of these papers."""
    chosen = DigestChoice(**{"name": "Weekly", **choice})  # type: ignore[arg-type]
    new, _ = library.own_digests.create(MadeOf(), chosen, papers)
    return new.id


def order(library: LibraryServices, digest: OwnDigestId) -> list[PaperId]:
    """The papers of the digest, as it tells them and as a list shows them."""
    told = list(library.own_digests.digest(digest).papers)
    assert papers_in(library, Listing(Place.OWN_DIGEST, digest)) == told
    return told

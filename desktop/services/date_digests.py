"""Digests by their dates."""

from datetime import date, datetime, tzinfo

from db import timeline
from db.errors import storage_errors
from db.library_file import LibraryFile
from desktop.domain.digest_dates import category_in_name, date_in_name, date_of_page, digest_date, month_of_ids
from desktop.domain.timeline import TimelineDigest


class DigestTimeline:
    """Reading, without ever writing."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def digests(self, zone: tzinfo | None = None) -> tuple[TimelineDigest, ...]:
        """All digests, with the days of that zone (of this computer without one). Raises StorageError."""
        with storage_errors(self._library.path):
            connection = self._library.connection
            found = list(timeline.digests(connection))
            nameless = [digest.id for digest in found if not category_in_name(digest.name)]
            common = timeline.common_categories(connection, nameless)
        return tuple(
            _dated(digest, common.get(digest.id, ""), datetime.fromtimestamp(digest.imported_ms / 1000, zone).date())
            for digest in found
        )


def _dated(digest: timeline.StoredDigest, common_category: str, imported: date) -> TimelineDigest:
    told = date_in_name(digest.name) or date_of_page(digest.head, digest.year, imported)
    return TimelineDigest(
        id=digest.id,
        name=digest.name,
        date=digest_date(told, month_of_ids(digest.newest_ids), imported),
        category=category_in_name(digest.name) or common_category,
        language=digest.language,
        format=digest.format,
        papers=digest.papers,
        brought=digest.brought,
        inbox=digest.inbox,
        read=digest.read,
        starred=digest.starred,
    )

"""The keys of the things in a library, told apart by type."""

from typing import NewType

PaperId = NewType("PaperId", int)
EntryId = NewType("EntryId", int)
DigestId = NewType("DigestId", int)
FetchId = NewType("FetchId", int)
TagId = NewType("TagId", int)
CollectionId = NewType("CollectionId", int)
SearchId = NewType("SearchId", int)
"""Of a saved search."""
FeedId = NewType("FeedId", int)
OwnDigestId = NewType("OwnDigestId", int)
"""Of a digest that is made here; what was imported has a DigestId."""
MailId = NewType("MailId", int)

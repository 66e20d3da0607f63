"""The part of the tour that puts the papers in order: status, queue, tags, a collection, a saved search."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from desktop.domain.changes import Changes
from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing, Place
from desktop.domain.reading_list import Priority, Status
from desktop.services.library import LibraryServices

_TAGS = (
    ("title:attention OR title:bert OR title:translation OR title:lora", "nlp/transformers", 3),
    ("title:diffusion OR title:variational OR title:adversarial", "generative", 4),
    ("title:residual", "vision", 2),
)
"""What is tagged, how, and in which colour."""
_QUEUED = ("title:diffusion", "title:lora", "title:flow")
"""In the order of the queue."""
_READ = "title:attention OR title:residual"
_FIRST, _STARRED = _QUEUED[0], "title:attention"


def file_papers(services: LibraryServices) -> Iterator[Changes]:
    """What putting them in order changed, step by step; nothing where an earlier tour did so. Raises StorageError."""
    labels, reading_list = services.labels, services.reading_list
    if labels.searches():
        return
    for query, tag, _ in _TAGS:
        yield labels.tag(_found(services, query), (tag,))
    for name, color in ((tag, color) for _, tag, color in _TAGS):
        yield from (labels.edit_tag(tag.id, tag.name, color) for tag in labels.tags() if tag.name == name)
    for query in _QUEUED:
        yield reading_list.set_status(_found(services, query), Status.QUEUED)
    yield reading_list.set_status(_found(services, _READ), Status.READ)
    yield reading_list.set_starred(_found(services, _STARRED), True)
    yield reading_list.set_priority(_found(services, _FIRST), Priority.HIGH)
    due = datetime.now().astimezone().date() + timedelta(days=3)
    yield reading_list.set_due(_found(services, _FIRST), due.isoformat())
    yield labels.collect_in_new(queue(services), "Reading group")
    yield labels.save_search("Unread transformers", "status:unread tag:nlp")


def queue(services: LibraryServices) -> list[PaperId]:
    """The papers that are to be read, in their order."""
    return [PaperId(paper) for paper in services.browse.list_papers(Listing(Place.QUEUE)).ids]


def _found(services: LibraryServices, query: str) -> list[PaperId]:
    return [PaperId(paper) for paper in services.browse.list_papers(Listing(query=query)).ids]

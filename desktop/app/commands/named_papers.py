"""The papers that a command names: by their ids, or by a search."""

import argparse
from collections.abc import Sequence

from desktop.app.output import Output
from desktop.domain.arxiv_id import plain_id
from desktop.domain.arxiv_scan import scan
from desktop.domain.errors import InputError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing
from desktop.domain.own_link import linked_place
from desktop.domain.query_references import Trouble
from desktop.services.library import LibraryServices

_TROUBLES = {
    Trouble.NO_SUCH_FEED: "no feed is followed of the name",
    Trouble.NO_SUCH_TAG: "there is no tag",
    Trouble.NO_SUCH_COLLECTION: "there is no collection",
    Trouble.NO_SUCH_SEARCH: "there is no saved search",
    Trouble.CIRCLE: "this saved search refers to itself and finds nothing",
}


def named_papers(words: Sequence[str], services: LibraryServices) -> list[PaperId]:
    """The papers of these ids and links, each once. Raises InputError(NO_SUCH_PAPER)."""
    found: dict[PaperId, None] = {}
    for word in words:
        place = linked_place(word)
        there = [place.paper] if place is not None else _with_id(word, services)
        if not there or not services.browse.rows(there):
            raise InputError(Reason.NO_SUCH_PAPER, word)
        found |= dict.fromkeys(there)
    return list(found)


def _with_id(word: str, services: LibraryServices) -> list[PaperId]:
    ids = [one.value for one in scan(word).found]
    listed = [services.browse.list_papers(Listing(query=f'id:"{one}"', typing=False)).ids for one in ids]
    rows = services.browse.rows([PaperId(paper) for papers in listed for paper in papers])
    return [row.id for row in rows if plain_id(row.arxiv_id) in ids]


def named_or_found(args: argparse.Namespace, services: LibraryServices, output: Output) -> list[PaperId]:
    """The papers of the ids in `args.what` or, without any, those that the search `args.query` finds. Names in it that
    find nothing are told. Raises InputError(NO_SUCH_PAPER) if there are none."""
    if args.what:
        return named_papers(args.what, services)
    listing = Listing(query=args.query, typing=False)
    for trouble in services.labels.troubles(listing):
        output.message(f"{_TROUBLES[trouble.trouble]}: {trouble.name}")
    papers = [PaperId(paper) for paper in services.browse.list_papers(listing).ids]
    if not papers:
        raise InputError(Reason.NO_SUCH_PAPER, args.query, "the search finds no paper")
    return papers

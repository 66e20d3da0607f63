"""What a digest of one's own is as Markdown, as a page and as RSS. Asks no library: it may run anywhere."""

from desktop.domain.errors import InputError, Reason
from desktop.domain.exporting import Notice
from desktop.domain.own_digest import DigestContent, DigestDocument, Way
from desktop.domain.shown_file_name import fitting
from desktop.formats.digest_feed import feed
from desktop.formats.digest_page import page
from desktop.formats.own_digest_markdown import markdown

_WRITERS = {Way.MARKDOWN: (markdown, ".md"), Way.PAGE: (page, ".html"), Way.RSS: (feed, ".xml")}
FILES = tuple(_WRITERS)
"""The ways that write one file."""


def written(content: DigestContent, way: Way) -> DigestDocument:
    """The document. Raises InputError(NOTHING_TO_EXPORT) if there are no papers."""
    if not content.papers:
        raise InputError(Reason.NOTHING_TO_EXPORT, content.digest.name)
    write, ending = _WRITERS[way]
    name = fitting(content.digest.name, ending)
    return DigestDocument(way, write(content), name, len(content.papers), remarks(content, way))


def remarks(content: DigestContent, way: Way) -> tuple[Notice, ...]:
    """What a person should know before handing this on."""
    return ()

"""What a digest of one's own is as Markdown, as a page and as RSS. Asks no library: it may run anywhere."""

from desktop.domain.errors import InputError, Reason
from desktop.domain.exporting import Notice, NoticeKind
from desktop.domain.own_digest import DigestContent, DigestDocument, DigestField, Template, Way
from desktop.domain.shown_file_name import fitting
from desktop.formats.digest_feed import feed
from desktop.formats.digest_page import page
from desktop.formats.digest_text import text
from desktop.formats.own_digest_markdown import markdown
from desktop.services.export_digest import new_notices

_WRITERS = {
    Way.MARKDOWN: (markdown, ".md"),
    Way.PAGE: (page, ".html"),
    Way.RSS: (feed, ".xml"),
    Way.MAIL: (text, ".txt"),  # as it reads without the page
}
FILES = (Way.MARKDOWN, Way.PAGE, Way.RSS)
"""The ways that write one file."""
_OF_MARKDOWN = frozenset({NoticeKind.LINE_FEED_IN_TITLE, NoticeKind.LINE_FEED_REPLACED})
_MISSING = {
    NoticeKind.NO_TRANSLATION: {DigestField.TRANSLATED_TITLE, DigestField.TRANSLATED_ABSTRACT},
    NoticeKind.NO_SUMMARY: {DigestField.SUMMARY},
}


def written(content: DigestContent, way: Way) -> DigestDocument:
    """The document. Raises InputError(NOTHING_TO_EXPORT) if there are no papers."""
    if not content.papers:
        raise InputError(Reason.NOTHING_TO_EXPORT, content.digest.name)
    write, ending = _WRITERS[way]
    name = fitting(content.digest.name, ending)
    return DigestDocument(way, write(content), name, len(content.papers), remarks(content, way))


def remarks(content: DigestContent, way: Way) -> tuple[Notice, ...]:
    """What a person should know before handing this on. That a text is missing is said unless they left it out."""
    digest = content.digest
    unsaid = {kind for kind, fields in _MISSING.items() if digest.leaves_out & fields}
    if way is not Way.MARKDOWN:
        unsaid |= _OF_MARKDOWN
    notices = new_notices([paper.entry for paper in content.papers], unsaid)
    if way is Way.MARKDOWN and digest.choice.preface and digest.choice.template is not Template.NOTES:
        notices += (Notice(NoticeKind.NO_PREFACE, 1, ()),)
    return notices

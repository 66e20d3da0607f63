"""The text of a page, character by character, in the order in which it is read."""

from desktop.domain.pdf_document import PageText
from desktop.pdf.messages import ReadText
from desktop.pdf.worker.documents import Documents
from desktop.pdf.worker.shelf import Shelf


def read_text(request: ReadText, documents: Documents, _shelf: Shelf) -> PageText:
    """Text of a page."""
    return PageText(())

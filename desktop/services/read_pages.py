"""Pages of PDFs for reading: what they show, say and link to. Needs no database; any thread may ask."""

from collections.abc import Callable
from io import BytesIO

from desktop.domain.errors import PdfError, Reason
from desktop.domain.mark_bounds import LARGEST_PICTURE
from desktop.domain.pdf_document import (
    DocumentFacts,
    PageBitmap,
    PageLink,
    PageText,
    PdfFile,
    Rect,
    RenderRequest,
)
from desktop.pdf.engine import PdfEngine
from desktop.pdf.messages import Links, PlainText, ReadFacts, ReadLinks, ReadPlainText, ReadText, Render, TakePicture

Cancel = Callable[[], bool]
"""Whether to stop."""
Passwords = dict[str, str]
"""Of this session, by the sha256 of the file. Never stored."""


class ReadPages:
    """Asks one PDF process, one request at a time.

    All methods that read raise PdfError: PDF_LOCKED where `unlock` has to be called first; NOT_A_PDF, PDF_EMPTY and
    PDF_FAILED about the file or the page; PDF_UNREAD, which says nothing of them. Also FileError(UNREADABLE), and
    Cancelled soon after `cancelled` becomes true.
    """

    def __init__(self, engine: PdfEngine, passwords: Passwords) -> None:
        self._engine = engine
        self._passwords = passwords

    def facts(self, file: PdfFile, cancelled: Cancel) -> DocumentFacts:
        """Sizes of all pages, their labels and the table of contents."""
        return self._engine.ask(ReadFacts(file.path, self.password(file)), DocumentFacts, cancelled)

    def render(self, file: PdfFile, request: RenderRequest, cancelled: Cancel) -> PageBitmap:
        """A page or a part of it as pixels, at most 25 million.

        A whole page that would have more comes at a smaller scale; a part that has more, or lies outside of the page,
        is PDF_FAILED.
        """
        return self._engine.render(Render(file.path, self.password(file), request.page, request), cancelled)

    def text(self, file: PdfFile, page: int, cancelled: Cancel) -> PageText:
        """The text of a page in reading order."""
        return self._engine.ask(ReadText(file.path, self.password(file), page), PageText, cancelled)

    def plain_text(self, file: PdfFile, page: int, cancelled: Cancel) -> str:
        """The same as running text, a line for each paragraph, in a fraction of the time."""
        request = ReadPlainText(file.path, self.password(file), page)
        return self._engine.ask(request, PlainText, cancelled).text

    def links(self, file: PdfFile, page: int, cancelled: Cancel) -> tuple[PageLink, ...]:
        """Links of a page within the document and to the web, a later one above an earlier one."""
        return self._engine.ask(ReadLinks(file.path, self.password(file), page), Links, cancelled).links

    def picture(self, file: PdfFile, page: int, box: Rect, cancelled: Cancel) -> bytes:
        """An area of a page as PNG, 200 dots an inch or, for a large one, fewer."""
        content = BytesIO()
        request = TakePicture(file.path, self.password(file), page, box)
        self._engine.fetch(request, content.write, cancelled, LARGEST_PICTURE)
        return content.getvalue()

    def unlock(self, file: PdfFile, password: str, cancelled: Cancel) -> bool:
        """Whether the password opens the file; if so, it is used until the program ends."""
        try:
            self._engine.ask(ReadFacts(file.path, password), DocumentFacts, cancelled)
        except PdfError as error:
            if error.reason is Reason.PDF_LOCKED:
                return False
            raise
        self._passwords[file.sha256] = password
        return True

    def password(self, file: PdfFile) -> str:
        """The one that was given for the file in this session; empty if none was."""
        return self._passwords.get(file.sha256, "")

    def warm(self) -> None:
        """Start the PDF process early, without waiting for it."""
        self._engine.warm()

    def hold(self) -> None:
        """Keep the PDF process running while a document is open; take back with `release`."""
        self._engine.hold()

    def release(self) -> None:
        """Take back one `hold`."""
        self._engine.release()

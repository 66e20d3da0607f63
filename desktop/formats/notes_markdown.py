"""The notes of one paper as Markdown, by a template. All that comes from elsewhere is escaped."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime

from desktop.domain.mark import Mark
from desktop.domain.notes import NotedMark, NotesChoice, PaperNotes
from desktop.domain.own_link import LinkedPlace, place_link
from desktop.domain.pdf_document import PdfFile
from desktop.domain.shown_file_name import fitting
from desktop.formats.markdown_text import address, block, inline, path_address
from desktop.formats.notes_template import filled


@dataclass(frozen=True, slots=True)
class NotesFolder:
    """Where notes are written, for what they lead to."""

    path: str
    """Absolute."""
    pictures: str
    """The folder within it that takes pictures."""

    def picture(self, mark: Mark) -> str:
        """Where the picture of a mark goes: a path within the folder, whatever a library calls its marks."""
        return f"{self.pictures}/{fitting(mark.id, '.png')}"

    def leads_to(self, path: str) -> str:
        """A path as a link from there: relative where that can be."""
        try:
            relative = os.path.relpath(path, self.path)
        except ValueError:  # on another drive
            relative = path
        return path_address(relative.replace(os.sep, "/"))


def markdown(paper: PaperNotes, choice: NotesChoice, folder: NotesFolder) -> str:
    """The notes of a paper. Raises InputError(BAD_TEMPLATE)."""
    pdfs = {file.sha256: folder.leads_to(file.path) for file in reversed(paper.files)}
    values = {
        "title": inline(paper.title),
        "translated_title": inline(paper.translated_title),
        "authors": inline(", ".join(paper.authors)),
        "published": inline(paper.published),
        "arxiv_id": inline(paper.arxiv_id),
        "link": address(paper.link),
        "place": place_link(LinkedPlace(paper.paper)),
        "pdf": _newest_pdf(paper.files, pdfs),
        "summary": inline(paper.summary),
        "translated_summary": inline(paper.translated_summary),
        "note": block(paper.note),
    }
    return filled(choice.template, values, [_mark(noted, choice, folder, pdfs) for noted in paper.marks])


def _newest_pdf(files: tuple[PdfFile, ...], pdfs: dict[str, str]) -> str:
    return pdfs[max(files, key=lambda file: file.version or 0).sha256] if files else ""


def _mark(noted: NotedMark, choice: NotesChoice, folder: NotesFolder, pdfs: dict[str, str]) -> dict[str, str]:
    mark = noted.mark
    pdf = pdfs.get(mark.sha256, "")
    with_picture = choice.pictures and noted.picture
    return {
        "page": inline(noted.page_label),
        "color": inline(choice.colors[mark.color - 1]),
        "kind": inline(choice.kinds[mark.kind]),
        "quote": inline(mark.quote),
        "comment": block(mark.comment),
        "tags": inline(", ".join(mark.tags)),
        "author": inline(mark.author),
        "date": f"{datetime.fromtimestamp(mark.created_at_ms / 1000, UTC):%Y-%m-%d}" if mark.created_at_ms else "",
        "place": place_link(LinkedPlace(mark.paper, mark.page, mark.id)),
        "pdf": f"{pdf}#page={mark.page + 1}" if pdf else "",
        "picture": path_address(folder.picture(mark)) if with_picture else "",
    }

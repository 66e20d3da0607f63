"""The child of the kill harness: exports annotated copies and notes over and over, and numbers those that are done.

A line is printed only after the export returned. Run as a program: the PDF, the folder to write to, the first number.
"""

import sys
from itertools import count
from pathlib import Path

from desktop.domain.annotated_copy import CopyWish
from desktop.domain.ids import PaperId
from desktop.domain.mark import Mark, MarkKind
from desktop.domain.notes import NotedMark, NotesChoice, PaperNotes
from desktop.domain.pdf_document import PdfFile
from desktop.domain.progress import Job
from desktop.pdf.engine import PdfEngine
from desktop.services.annotated_copies import AnnotatedCopies
from desktop.services.export_notes import write_notes
from desktop.services.read_pages import ReadPages
from desktop.system.paper_files import file_sha256

MARKS = 40
COPY = "copy.pdf"
NOTES = "notes.md"
TEMPLATE = "# ${title}\n\n${note}\n\n%% for marks\n${comment}\n\n%% end\n"


def main() -> None:
    """Go on until killed."""
    original, folder, first = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    engine = PdfEngine()
    pages = ReadPages(engine, {})
    copies = AnnotatedCopies(lambda: engine, lambda: pages)
    file = PdfFile(str(original), file_sha256(original))
    pages.facts(file, lambda: False)
    print("open", flush=True)
    for number in count(first):
        marks = made(number, file)
        copies.export(CopyWish(file, marks, "Ada", str(folder / COPY)), Job())
        print("copy", number, flush=True)
        noted = tuple(NotedMark(mark, "1") for mark in marks)
        notes = PaperNotes(PaperId(1), "On Walls", note=f"notes {number}", marks=noted)
        write_notes((notes,), NotesChoice(TEMPLATE), folder / NOTES, Job())
        print("notes", number, flush=True)


def made(number: int, file: PdfFile) -> tuple[Mark, ...]:
    """The marks of the copy with that number: their comments tell it."""
    return tuple(
        Mark(
            f"{number:08x}-0000-4000-8000-{place:012x}",
            PaperId(1),
            file.sha256,
            0,
            MarkKind.AREA,
            1 + place % 8,
            box=(60.0, 60.0 + place, 90.0, 80.0 + place),
            comment=f"number {number}",
        )
        for place in range(MARKS)
    )


if __name__ == "__main__":
    main()

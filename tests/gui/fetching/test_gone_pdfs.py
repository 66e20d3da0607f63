"""PDFs that were deleted by hand can be downloaded again, where arXiv has them."""

from pathlib import Path

from desktop.services.library import LibraryServices
from desktop.ui.actions import ActionId
from desktop.ui.adding.relink_flow import RelinkDialog
from tests.gui.fetching.reader import IDS, Reader


def test_a_pdf_that_is_gone_is_downloaded_again_by_who_wants_to_read_it(
    reader: Reader, filled: LibraryServices
) -> None:
    file = has_a_pdf(reader, filled)
    file.unlink()
    reader.shown.do(ActionId.OPEN_PDF)
    desk = reader.shown.desk.reading
    reader.until(lambda: desk.reader is not None and "no longer in the folder" in desk.reader.failed.page.text)
    assert desk.reader is not None
    reader.shown.press("Download again", desk.reader.failed.page)
    has_a_file_again(reader, filled)
    reader.until(lambda: desk.reader is not None and desk.reader.place() is not None)


def test_a_pdf_that_came_is_read_though_its_row_was_not_seen_since(reader: Reader, filled: LibraryServices) -> None:
    (paper,) = reader.select(IDS[1])
    room = reader.shown.desk.room
    room.table.setUpdatesEnabled(False)  # as on a busy machine, or when it is scrolled away
    has_a_pdf(reader, filled)
    assert [row.has_pdf for row in room.model.papers_at_hand([paper]) or ()] == [False]
    reader.shown.do(ActionId.OPEN_PDF)
    desk = reader.shown.desk.reading
    reader.until(lambda: desk.reader is not None and desk.reader.place() is not None)


def test_all_pdfs_that_are_gone_are_downloaded_again(reader: Reader, filled: LibraryServices) -> None:
    file = has_a_pdf(reader, filled)
    file.unlink()
    with reader.shown.qtbot.waitSignal(reader.shown.desk.intake.relinking.opened, timeout=20_000) as opened:
        reader.shown.do(ActionId.RELINK)
    (dialog,) = opened.args
    assert isinstance(dialog, RelinkDialog)
    reader.shown.press("Download 1 PDF again", dialog)
    has_a_file_again(reader, filled)


def has_a_file_again(reader: Reader, services: LibraryServices) -> None:
    """One file, perhaps under another name: the version is known by now."""
    reader.until(lambda: [(services.folder / file.path).is_file() for file in reader.details().files] == [True])


def has_a_pdf(reader: Reader, services: LibraryServices) -> Path:
    reader.asks_for(ActionId.DOWNLOAD_PDF, IDS[1])
    reader.until(lambda: bool(reader.details().files))
    return services.folder / reader.details().files[0].path

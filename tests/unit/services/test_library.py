"""Opening a library after a program was killed."""

import shutil
from pathlib import Path

from desktop.services.library import LibraryServices
from tests.unit.services.conftest import ImportEntries, entry


def test_half_a_pdf_of_a_killed_program_is_swept(
    library: LibraryServices, import_entries: ImportEntries, tmp_path: Path
) -> None:
    import_entries("a.md", entry(1))
    (library.folder / "papers" / ".papershelf-0123.part").write_bytes(b"%PDF half")
    shutil.copytree(library.folder, tmp_path / "killed")
    killed = LibraryServices(tmp_path / "killed")

    killed.open()

    assert killed.ended_badly
    assert list((killed.folder / "papers").iterdir()) == []
    killed.close()

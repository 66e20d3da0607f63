"""The library's file, and the use cases that keep it whole: backups, copies, checks, the Trash."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.folder_kind import FolderKind

if TYPE_CHECKING:
    from db.library_file import LibraryFile
    from desktop.services.back_up_library import BackUpLibrary
    from desktop.services.check_library import CheckLibrary
    from desktop.services.copy_library import CopyLibrary
    from desktop.services.empty_trash import EmptyTrash


class KeepingServices:
    """Part of `LibraryServices`. Each is made when it is first used."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def _file(self) -> "LibraryFile":
        from db.library_file import LibraryFile  # 15 ms that the first paint need not wait for

        return LibraryFile(self.folder)

    @property
    def folder_kind(self) -> FolderKind:
        """Whether the library lies in a folder of the network or of a cloud service. Known once it is open."""
        return self._file.kind

    @property
    def ended_badly(self) -> bool:
        """The program that had the library open before was killed or lost power."""
        return self._file.ended_badly

    @cached_property
    def backups(self) -> "BackUpLibrary":
        """Copies of the library file."""
        from desktop.services.back_up_library import BackUpLibrary

        return BackUpLibrary(self._file)

    @cached_property
    def copying(self) -> "CopyLibrary":
        """Copies of the whole library, PDFs and all."""
        from desktop.services.copy_library import CopyLibrary

        return CopyLibrary(self._file)

    @cached_property
    def checking(self) -> "CheckLibrary":
        """Is the library whole?"""
        from desktop.services.check_library import CheckLibrary

        return CheckLibrary(self._file)

    @cached_property
    def trash(self) -> "EmptyTrash":
        """The Trash, and what is deleted for good."""
        from desktop.services.empty_trash import EmptyTrash

        return EmptyTrash(self._file)

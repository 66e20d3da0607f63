"""What checking a library found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Each list names what is wrong, but for the last; all others empty means the library is whole."""

    papers: int
    digests: int
    database: tuple[str, ...]
    """What SQLite's integrity check complains of."""
    references: tuple[str, ...]
    """Rows that point at rows that are not there, by table."""
    search_index: tuple[str, ...]
    missing_files: tuple[str, ...]
    """PDFs that are gone or have other content than when they were added (paths in the library folder)."""
    stray_files: tuple[str, ...] = ()
    """PDFs of the papers folder that no paper has (paths in the library folder). They do no harm."""

    @property
    def damaged(self) -> bool:
        """The library file itself is not as it should be. PDFs that are missing are no damage to it."""
        return bool(self.database or self.references or self.search_index)

    @property
    def whole(self) -> bool:
        """Nothing is wrong."""
        return not (self.damaged or self.missing_files)

"""What checking a library found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Each list names what is wrong; all empty means the library is whole."""

    papers: int
    digests: int
    database: tuple[str, ...]
    """What SQLite's integrity check complains of."""
    references: tuple[str, ...]
    """Rows that point at rows that are not there, by table."""
    search_index: tuple[str, ...]
    missing_files: tuple[str, ...]
    """PDFs that are gone or have other content than when they were added (paths in the library folder)."""

    @property
    def whole(self) -> bool:
        """Nothing is wrong."""
        return not (self.database or self.references or self.search_index or self.missing_files)

"""What a change touched, so that views refresh that and no more."""

from dataclasses import dataclass

from desktop.domain.ids import DigestId, PaperId


@dataclass(frozen=True, slots=True)
class Changes:
    """Which things a transaction added, changed or took away."""

    papers_added: tuple[PaperId, ...] = ()
    papers_changed: tuple[PaperId, ...] = ()
    papers_removed: tuple[PaperId, ...] = ()
    """Moved to the Trash, or taken back by undo."""
    digests: tuple[DigestId, ...] = ()
    labels: bool = False
    """Tags, collections or saved searches came, went or were changed."""

    def __bool__(self) -> bool:
        return bool(self.papers_added or self.papers_changed or self.papers_removed or self.digests or self.labels)

    @property
    def membership(self) -> bool:
        """True where a list of papers may have gained or lost rows."""
        return bool(self.papers_added or self.papers_removed or self.digests)

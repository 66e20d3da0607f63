"""A library of its own for each test, and digests to put into it."""

from tests.unit.services.conftest import import_entries, library

__all__ = ["import_entries", "library"]

"""Where the window finds the program's data files."""

from desktop.domain.resources import resource_path

__all__ = ["resource_path"]

"""The window of the tests of adding, over a library and an arXiv on this computer."""

from tests.gui.adding.conftest import adder, arxiv

__all__ = ["adder", "arxiv"]

"""Memory that both processes see."""

import os

import pytest

from desktop.pdf.messages import Data
from desktop.pdf.tray import TRAY_BYTES, Tray
from desktop.pdf.worker.shelf import Shelf


def test_what_is_too_much_comes_in_pieces() -> None:
    tray = Tray()
    shelf = Shelf(tray)
    content = bytes(TRAY_BYTES) + b"the rest"
    assert shelf.put(content) == Data(TRAY_BYTES, 8)
    assert tray.read(TRAY_BYTES) == content[:TRAY_BYTES]
    assert shelf.more() == Data(8)
    assert tray.read(8) == b"the rest"
    assert shelf.put(b"a picture") == Data(9)
    assert tray.read(9) == b"a picture"
    tray.close()


@pytest.mark.parametrize("size", [-1, TRAY_BYTES + 1, 1 << 60])
def test_no_more_is_read_than_it_holds(size: int) -> None:
    tray = Tray()
    with pytest.raises(ValueError, match="more than the tray holds"):
        tray.read(size)
    os.ftruncate(tray.fileno(), 10)
    with pytest.raises(ValueError, match="holds 10 bytes"):
        tray.read(11)
    tray.close()

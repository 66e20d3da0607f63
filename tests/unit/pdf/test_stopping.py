"""Who scrolls past a page that takes long does not wait for it, and the PDF process lives on."""

from collections.abc import Callable

import pytest

from desktop.domain.errors import Cancelled
from desktop.domain.pdf_document import PdfFile, RenderRequest
from desktop.pdf.bell import ring
from desktop.pdf.engine import PdfEngine
from desktop.services.read_pages import ReadPages
from tests.unit.pdf.made_pdfs import made_pdf
from tests.unit.pdf.processes import PATIENCE, pid_of

Made = Callable[[bytes], PdfFile]


def page_of_lines(count: int) -> str:
    """Each crosses the page and is painted on its own."""
    return "\n".join(f"{number % 600} 0 m {number * 7 % 600} 800 l S" for number in range(count))


def never() -> bool:
    return False


class AtWork:
    """Calls `then` once while the process is at work on a request, and is asked whether the request is cancelled."""

    def __init__(self, then: Callable[[], bool]) -> None:
        self._then = then
        self.asked = 0

    def __call__(self) -> bool:
        self.asked += 1
        return self.asked == 3 and self._then()


@pytest.mark.parametrize("wanted", [RenderRequest(0, 2.0), RenderRequest(0, 2.0, dark=True, without_marks=True)])
def test_a_page_that_takes_minutes_is_left_for_another(
    pages: ReadPages, engine: PdfEngine, made: Made, monkeypatch: pytest.MonkeyPatch, wanted: RenderRequest
) -> None:
    monkeypatch.setattr("desktop.pdf.process.GRACE_SECONDS", PATIENCE)  # how busy this computer is does not matter
    file = made(made_pdf(page_of_lines(200_000), ""))
    pages.facts(file, never)
    pid = pid_of(engine)
    for _ in range(3):
        with pytest.raises(Cancelled):
            pages.render(file, wanted, AtWork(lambda: True))
        assert pages.render(file, RenderRequest(1, 1.0), never).width
    assert pid_of(engine) == pid


def test_a_bell_that_rings_late_stops_no_other_request(pages: ReadPages, engine: PdfEngine, made: Made) -> None:
    file = made(made_pdf(page_of_lines(1_500)))
    whole = pages.render(file, RenderRequest(0, 2.0), never)
    worker = engine._worker
    assert worker is not None

    def ring_late() -> bool:
        ring(worker._bell, worker._asked - 1)
        return False

    at_work = AtWork(ring_late)
    assert pages.render(file, RenderRequest(0, 2.0), at_work) == whole
    assert at_work.asked > 3

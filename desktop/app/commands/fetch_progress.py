"""What goes on while a command fetches from arXiv, in words."""

from collections.abc import Callable

from desktop.app.output import Output, counted
from desktop.domain.errors import Reason
from desktop.domain.fetching import FetchStep
from desktop.domain.progress import Progress

_SHORT_WAIT_S = 0.5
"""Not worth a line of its own."""
_WAITS = {
    Reason.BUSY: "arXiv asks to wait",
    Reason.TIMED_OUT: "arXiv did not answer in time",
    Reason.WEB_PAGE: "arXiv sent a web page instead, perhaps to ask whether a person is there",
    Reason.OFFLINE: "there is no way to arXiv",
}


def telling(output: Output) -> Callable[[FetchStep], None]:
    """Tells each step: on the last line of a terminal, and each wait on a line that stays."""

    def tell(step: FetchStep) -> None:
        if step.wait_s >= _SHORT_WAIT_S:
            output.message(words(step))
        else:
            output.progress(Progress(0, 0, words(step)))

    return tell


def words(step: FetchStep) -> str:
    """One line."""
    if step.feed:
        return f"asking for {step.feed}"
    if step.pdf:
        size = f" ({_megabytes(step)})" if step.bytes_here else ""
        return f"PDF {step.number} of {step.total}: {step.pdf}{size}"
    if step.papers:
        return f"asking arXiv about {counted(step.papers, 'paper')}"
    why = _WAITS.get(step.reason, "arXiv gave no answer that can be used") if step.reason else "waiting for arXiv"
    return f"{why}: next try in {step.wait_s:.0f} s"


def _megabytes(step: FetchStep) -> str:
    here = f"{step.bytes_here / 1e6:.1f}"
    return f"{here} of {step.bytes_announced / 1e6:.1f} MB" if step.bytes_announced else f"{here} MB"

"""An arXiv to try the program with by hand: `python -m tests.arxiv_server --help`."""

import argparse
import signal
import threading

from tests.arxiv_server import faults as ways
from tests.arxiv_server.answers import Kind
from tests.arxiv_server.faults import Fault, Faults
from tests.arxiv_server.papers import Archive
from tests.arxiv_server.server import ArxivServer

_FAILURES = (
    ways.status(500),
    ways.busy(503, retry_after=2),
    ways.cut(0.5),
    ways.reset(),
    ways.busy(429, retry_after=1),
    ways.captcha(),
)


def main() -> None:
    """Serve until Ctrl+C or a polite kill."""
    for number in (signal.SIGINT, signal.SIGTERM):
        # Said also for SIGINT: a script that starts something with & has the shell ignore it there.
        signal.signal(number, signal.default_int_handler)
    parser = _options()
    options = parser.parse_args()
    archive = Archive(options.papers, every_id=options.every_id)
    try:
        arxiv = ArxivServer(_plan(options), archive, port=options.port)
    except OSError as error:
        parser.error(f"port {options.port}: {error.strerror}")
    with arxiv as server:
        print(f"arXiv of our own, {len(archive)} papers. In another terminal:\n")
        print(f"  PAPERSHELF_ARXIV={server.base_url} PAPERSHELF_ARXIV_PACE=0.2 .venv/bin/python -m desktop\n")
        print("Ids to try:")
        for line in _examples(archive):
            print(f"  {line}")
        print("\nFeeds of today: cs.CV, cs.LG+cs.CL, … and the Daily Papers; none at weekends.")
        print("\nCtrl+C ends it.", flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print(f"\n{len(server.log)} requests answered.")


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.arxiv_server", description=__doc__)
    parser.add_argument("--port", type=int, default=8765, help="0 takes a free one (default: %(default)s)")
    parser.add_argument("--papers", type=int, default=300, metavar="N", help="how many it has (default: %(default)s)")
    parser.add_argument("--every-id", action="store_true", help="make up a paper for any other id that is asked for")
    parser.add_argument("--fail-one-in", type=int, metavar="N", help="each N-th request fails, each time otherwise")
    parser.add_argument("--slow", type=float, metavar="BYTES", help="PDFs come with so many bytes a second")
    parser.add_argument("--late", type=float, metavar="SECONDS", help="wait so long before each answer")
    parser.add_argument("--captcha", action="store_true", help="answer everything with a page for people")
    parser.add_argument("--silent", action="store_true", help="accept connections, never answer")
    parser.add_argument("--busy", type=int, metavar="SECONDS", help="429 with such a Retry-After for everything")
    return parser


def _plan(options: argparse.Namespace) -> Faults:
    faults = Faults()
    if options.fail_one_in:
        faults.every(options.fail_one_in, *_FAILURES)
    everything: list[tuple[object, Fault, Kind | None]] = [
        (options.captcha, ways.captcha(), None),
        (options.silent, ways.silence(), None),
        (options.busy, ways.busy(retry_after=options.busy), None),
        (options.slow, ways.slow(options.slow or 1, options.late or 0), Kind.PDF),
        (options.late, ways.late(options.late or 0), None),
    ]
    for wanted, fault, kind in everything:
        if wanted:
            faults.always(fault, kind)
    return faults


def _examples(archive: Archive) -> list[str]:
    kinds = {
        "one version": [name for name, versions in archive.items() if len(versions) == 1],
        "several versions": [name for name, versions in archive.items() if len(versions) > 1],
        "withdrawn": [name for name, versions in archive.items() if versions[-1].withdrawn],
        "old style": [name for name in archive if "/" in name],
        "not there": ["2501.99999"],
    }
    return [f"{kind + ':':18}{' '.join(names[:4])}" for kind, names in kinds.items() if names]


if __name__ == "__main__":
    main()

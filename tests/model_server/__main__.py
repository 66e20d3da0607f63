"""A language model to try the program with by hand: `python -m tests.model_server --help`."""

import argparse
import signal
import threading

from tests.model_server.faults import BAD_TEXTS, Fault
from tests.model_server.server import MODELS, ModelServer


def main() -> None:
    """Serve until Ctrl+C or a polite kill."""
    for number in (signal.SIGINT, signal.SIGTERM):
        # Said also for SIGINT: a script that starts something with & has the shell ignore it there.
        signal.signal(number, signal.default_int_handler)
    options = _options().parse_args()
    with ModelServer(
        port=options.port,
        latency_s=options.latency,
        bad_every=options.bad_every,
        bad=tuple(options.bad or BAD_TEXTS),
        forms=() if options.plain else ("json_schema", "json_object"),
        fault_of=lambda call: options.always,
    ) as server:
        print(
            f"A language model of our own at {server.url}, any key, models {', '.join(MODELS)}. Ctrl+C ends it.",
            flush=True,
        )
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print(f"\n{len(server.calls)} calls, {len(server.delivered)} answers delivered.")


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.model_server", description=__doc__)
    parser.add_argument("--port", type=int, default=8766, help="0 takes a free one (default: %(default)s)")
    parser.add_argument("--latency", type=float, default=0.2, metavar="SECONDS", help="before each answer")
    parser.add_argument("--bad-every", type=int, default=0, metavar="N", help="each N-th answer is bad, each otherwise")
    parser.add_argument("--bad", type=Fault, action="append", metavar="FAULT", help=f"one of {', '.join(Fault)}")
    parser.add_argument("--always", type=Fault, metavar="FAULT", help="every answer is bad in this way")
    parser.add_argument("--plain", action="store_true", help="no form of answers can be asked for")
    return parser


if __name__ == "__main__":
    main()

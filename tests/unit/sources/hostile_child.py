"""Tries hostile addresses and redirects while it watches, from inside of Python, where connections go.

A process of its own, because such a watch can never be taken away. Run as a program: folder. It prints each connection
that was tried anywhere but to its own server, each address that was not refused, and how often its server was asked.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desktop.domain.errors import NetworkError, Reason
from desktop.domain.network import Network
from desktop.domain.progress import Job
from desktop.sources.arxiv_api import ArxivApi
from desktop.sources.arxiv_requests import asked
from desktop.sources.pdf_download import download
from desktop.system.part_file import PartFile
from tests.arxiv_server import faults
from tests.arxiv_server.server import ArxivServer
from tests.unit.sources.test_addresses import HOSTILE

ID = "2301.00012"


def main() -> None:
    """Try them all: asked for, as redirects, and those that are no addresses of the web as what a person set."""
    folder = Path(sys.argv[1])
    with ArxivServer() as server:
        sys.addaudithook(_watch(("127.0.0.1", int(server.base_url.rpartition(":")[2]))))
        network = Network(folder / "pace", server.api_url, server.pdf_url, pace_s=0.001, proxy="none")
        for address in HOSTILE:
            _try(_ask, network, address)
            if not address.lower().startswith("http"):
                odd = replace(network, api=address, pdfs=address)
                _try(_ask_api, odd)
                _try(_ask_pdf, odd, folder)
            if address.isascii() and address.isprintable() and ":" in address:
                server.faults.clear()
                server.faults.always(faults.redirect(address))
                _try(_ask_api, network)
                _try(_ask_pdf, network, folder)
        print("asked our own server", len(server.log), "times")


def _ask(network: Network, address: str) -> None:
    with asked(network, address, Job()):
        pass


def _ask_api(network: Network) -> None:
    ArxivApi(network).papers([ID], Job())


def _ask_pdf(network: Network, folder: Path) -> None:
    download(network, ID, None, PartFile(folder, ID), Job())


def _try(ask: Callable[..., None], *arguments: object) -> None:
    try:
        ask(*arguments)
    except NetworkError as error:
        if error.reason is Reason.ADDRESS_REFUSED:
            return
        print("not refused but", repr(error), end=" ")
    print("not refused:", arguments, flush=True)


def _watch(own: tuple[str, int]) -> Callable[[str, tuple[object, ...]], None]:
    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event == "socket.connect" and arguments[1] != own:
            print("connected to", arguments[1], flush=True)
        elif event == "socket.getaddrinfo" and arguments[0] != own[0]:
            print("looked up", arguments[0], flush=True)

    return watch


if __name__ == "__main__":
    main()

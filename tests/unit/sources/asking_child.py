"""A process of a person who has several: asks arXiv for metadata and PDFs from several threads.

Run as a program: folder, address of the server, interval, number of threads. It goes on until it is killed.
"""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from desktop.domain.errors import AppError
from desktop.domain.network import Network
from desktop.domain.progress import Job
from desktop.sources.arxiv_api import ArxivApi
from desktop.sources.pdf_download import download
from desktop.system.part_file import PartFile

IDS = [f"2301.{12 + 37 * number:05}" for number in range(5)]


def main() -> None:
    """Ask and ask."""
    folder, address, interval, threads = sys.argv[1:]
    network = Network(Path(folder) / "pace", f"{address}/api/query", f"{address}/pdf/", pace_s=float(interval))
    with ThreadPoolExecutor(int(threads)) as pool:
        for _ in pool.map(lambda number: _job(network, Path(folder), number), range(10_000)):
            pass


def _job(network: Network, folder: Path, number: int) -> None:
    arxiv_id = IDS[number % len(IDS)]
    with suppress(AppError):  # the server misbehaves
        if number % 2:
            ArxivApi(network).papers([arxiv_id], Job())
        else:
            part = PartFile(folder / f"{os.getpid()}-{number}", arxiv_id)
            download(network, arxiv_id, None, part, Job())
            part.finish()


if __name__ == "__main__":
    main()

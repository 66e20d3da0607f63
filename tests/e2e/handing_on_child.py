"""The child of the kill harness: hands a digest on into a folder over and over, each time with other texts, and numbers
what is done.

A line is printed only after the folder was written. Run as a program: the folder to write to, the first number.
"""

import sys
from itertools import count
from pathlib import Path

from desktop.domain.digest import Entry
from desktop.domain.ids import OwnDigestId, PaperId
from desktop.domain.own_digest import DigestChoice, DigestContent, DigestPaper, MadeOf, OwnDigest
from desktop.domain.progress import Job
from desktop.services.hand_on_digests import write_folder

DAYS = 3
PAPERS = 60
_TEXT = "多模态大模型的长文本理解。" * 20


def content(number: int) -> DigestContent:
    """The digest with that number: its texts tell it."""
    papers = tuple(
        DigestPaper(PaperId(place), _entry(number, place), f"Paper {place}", f"number {number}")
        for place in range(1, PAPERS + 1)
    )
    choice = DigestChoice("cs.CV")
    digest = OwnDigest(OwnDigestId(1), choice, MadeOf(), tuple(paper.id for paper in papers), 1, number)
    return DigestContent(digest, papers, f"2026-11-{number % DAYS + 1:02}")


def _entry(number: int, place: int) -> Entry:
    link = f"https://arxiv.org/abs/2611.{place:05}"
    return Entry(f"Paper {place}", link, f"论文 {place}", f"number {number}", "", _TEXT, f"number {number}")


def main() -> None:
    """Go on until killed."""
    folder, first = Path(sys.argv[1]), int(sys.argv[2])
    print("open", flush=True)
    for number in count(first):
        write_folder(content(number), folder, Job())
        print(number, flush=True)


if __name__ == "__main__":
    main()

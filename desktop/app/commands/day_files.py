"""The part of `papershelf digest` that writes files."""

import argparse
from pathlib import Path
from typing import Any

from desktop.app.commands.day_output import DayOutput
from desktop.app.commands.export_digests import told
from desktop.app.output import counted, plain
from desktop.domain.errors import InputError, Reason
from desktop.domain.exporting import Notice
from desktop.domain.own_digest import DigestContent, OwnDigest, Way
from desktop.domain.progress import Job
from desktop.domain.step_work import StepWork, Where
from desktop.services.hand_on_digests import write, write_folder
from desktop.services.library import LibraryServices
from desktop.services.write_digests import written

_ENDINGS = {".md": Way.MARKDOWN, ".html": Way.PAGE, ".xml": Way.RSS}
_FORMATS = {"md": Way.MARKDOWN, "html": Way.PAGE, "rss": Way.RSS}


class DayFiles:
    """Raises FileError, and InputError for a file that cannot be any of a digest's."""

    def __init__(self, args: argparse.Namespace, services: LibraryServices, output: DayOutput, job: Job) -> None:
        self._args = args
        self._services = services
        self._output = output
        self._job = job
        self._way = _way_of(args)

    def write(self, digest: OwnDigest, record: dict[str, Any]) -> StepWork[None]:
        """Write the digest and remember it, unless these very bytes were handed on there before."""
        content = self._services.own_digests.content(digest.id)
        yield Where.NETWORK
        target, files, sha256, notices = self._written(content)
        yield Where.LIBRARY
        handing_on, papers = self._services.handing_on, len(content.papers)
        known = handing_on.history(digest.id)
        if not any(one.way is self._way and one.target == target and not one.changed for one in known):
            handing_on.remember(digest.id, self._way, target, papers, sha256)
        record["files"] = list(files)
        for file in files:
            self._output.line(f"{plain(digest.name)}\twritten\t{plain(file)}\t{counted(papers, 'paper')}")
        for notice in notices:
            self._output.message(f"{plain(digest.name)}: {told(notice)}")

    def _written(self, content: DigestContent) -> tuple[str, tuple[str, ...], str, tuple[Notice, ...]]:
        """Where it went, its files, the hash that is remembered, and what is to be said."""
        if self._way is Way.FOLDER:
            ways = [_FORMATS[name] for name in self._args.formats]
            result = write_folder(content, self._args.cwd / self._args.to, self._job, ways)
            return result.folder, result.files, result.sha256, result.notices
        document = written(content, self._way)
        path = write(document, self._args.cwd / self._args.output).path
        return path, (path,), document.sha256, document.notices


def _way_of(args: argparse.Namespace) -> Way:
    if args.to:
        return Way.FOLDER
    if len(set(args.feed)) > 1:
        raise InputError(Reason.BAD_VALUE, args.output, "a file holds the digest of one feed; several go to a folder")
    way = _ENDINGS.get(Path(args.output).suffix.lower())
    if way is None:
        raise InputError(Reason.BAD_VALUE, args.output, f"a digest's file ends in {', '.join(_ENDINGS)}")
    return way

"""`papershelf digest`."""

import argparse
from dataclasses import replace
from typing import Any

from desktop.app.commands import Outcome
from desktop.app.commands.day_files import DayFiles
from desktop.app.commands.day_mails import DayMails
from desktop.app.commands.day_output import DayOutput
from desktop.app.commands.day_texts import DayTexts
from desktop.app.commands.feed_report import as_record
from desktop.app.commands.feed_report import tell as tell_feed
from desktop.app.commands.fetch_progress import telling
from desktop.app.exit_codes import ExitCode
from desktop.app.failure_words import words
from desktop.app.output import Output
from desktop.domain.changes import Changes
from desktop.domain.errors import InputError, NetworkError, Reason
from desktop.domain.feeds import Feed, FeedReport
from desktop.domain.ids import PaperId
from desktop.domain.languages import CODES, SIMPLIFIED_CHINESE
from desktop.domain.own_digest import Template
from desktop.domain.progress import Job
from desktop.domain.step_work import StepWork, in_one_thread
from desktop.services.day_digests import DayChoice
from desktop.services.library import LibraryServices


def run(args: argparse.Namespace, services: LibraryServices, output: Output, job: Job) -> Outcome:
    """Make the digests of a day in this thread. Raises AppError, Cancelled."""
    return in_one_thread(steps(args, services, output, job), job)


def steps(args: argparse.Namespace, services: LibraryServices, output: Output, job: Job) -> StepWork[Outcome]:
    """The same in parts for the library and for the network."""
    if args.language and args.language not in CODES:
        raise InputError(Reason.BAD_VALUE, args.language, f"languages are {', '.join(CODES)}")
    said = DayOutput(output, quiet=args.quiet, stamped=args.timestamps, as_json=args.json)
    making = _MakeDigests(args, services, said, job)
    for feed in [services.day_digests.feed(name) for name in dict.fromkeys(args.feed)]:
        yield from making.of(feed)
    yield from making.mails.send()
    said.document(making.records)
    codes = {making.code, making.texts.code, making.mails.code}
    worst = next((code for code in (ExitCode.SOME_FAILED, ExitCode.WITHOUT_TEXTS) if code in codes), ExitCode.DONE)
    return Outcome(worst)


class _MakeDigests:
    """One feed after the other."""

    def __init__(self, args: argparse.Namespace, services: LibraryServices, output: DayOutput, job: Job) -> None:
        self._args = args
        self._services = services
        self._output = output
        self._job = job
        self._files = DayFiles(args, services, output, job)
        self.texts = DayTexts(args, services, output, job)
        self.mails = DayMails(args, services, output, job)
        self.records: list[dict[str, Any]] = []
        self.code = ExitCode.DONE
        self._in_vain: NetworkError | None = None
        """Why no feed is asked any more."""

    def of(self, feed: Feed) -> StepWork[None]:
        """Ask the feed, make the digest, have its texts written, write it."""
        days, day = self._services.day_digests, self._args.day or ""
        if day and days.has(feed.id, day):
            self.records.append({"kind": "digest", "feed": feed.name, "state": "stored", "day": day})
            yield from self._digest(feed, day, days.papers(feed.id, day))
            return
        newest = days.newest(feed.id)
        before = days.papers(feed.id, newest) if newest else ()
        report = yield from self._asked(feed, day)
        yield report.changes
        self.records.append({**as_record(report), "kind": "digest"})
        if report.error is not None:
            self._output.failure(f"not asked: {words(report.error, report.name)}")
            self.code = ExitCode.SOME_FAILED
            return
        tell_feed(report, self._output)
        if report.papers:
            yield from self._digest(replace(feed, id=report.feed), report.day, before if report.day == newest else ())
        else:
            self._output.message(f"{feed.name}: nothing new, so no digest was written")

    def _asked(self, feed: Feed, day: str) -> StepWork[FeedReport]:
        """Ask the feed, unless it is known from one before that nobody can be asked for now: the pace is one for all,
        so a wish to be left alone for an hour would be waited for."""
        if self._in_vain is not None:
            return self._services.feeds.failed(feed, self._in_vain)
        report = yield from self._services.feeds.ask_and_store(feed, self._job, day, telling(self._output))
        if isinstance(report.error, NetworkError) and report.error.reason in (Reason.BUSY, Reason.OFFLINE):
            self._in_vain = report.error
        return report

    def _digest(self, feed: Feed, day: str, before: tuple[PaperId, ...]) -> StepWork[None]:
        template = Template(self._args.template) if self._args.template else None
        usual = next(iter(self._args.settings.text_languages), SIMPLIFIED_CHINESE)
        choice = DayChoice(template, self._args.language)
        digest, changes = self._services.day_digests.compose(feed, day, before, choice, usual)
        yield changes
        record = self.records[-1]
        record |= {"digest": digest.name, "papers": len(digest.papers), "texts": None, "files": [], "mailed": []}
        if not digest.papers:
            self._output.message(f"{digest.name}: it holds no papers, so it was not written")
            return
        whole = yield from self.texts.write(digest, record)
        yield from self._files.write(digest, record)
        self.mails.put(digest, record, whole=whole)
        yield Changes(own_digests=(digest.id,), mails=bool(self._args.mail))

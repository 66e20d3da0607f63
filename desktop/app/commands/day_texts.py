"""The part of `papershelf digest` that has texts written by the language model."""

import argparse
import time
from dataclasses import replace
from typing import Any

from desktop.app.commands.day_output import DayOutput
from desktop.app.exit_codes import ExitCode
from desktop.app.failure_words import failed_text, words
from desktop.app.output import counted, plain
from desktop.domain.errors import AppError, SecretError
from desktop.domain.latex_text import readable
from desktop.domain.model_choice import chosen_endpoint, chosen_prices, consented
from desktop.domain.model_texts import ModelEndpoint, TextPlan, TextReport, TextStep
from desktop.domain.own_digest import OwnDigest
from desktop.domain.progress import Job, Progress
from desktop.domain.secrets import origin_of
from desktop.domain.step_work import StepWork, Where
from desktop.services.keep_secrets import MODEL_VARIABLE
from desktop.services.library import LibraryServices

_PATIENCE_S = 180.0
"""So long a window may write nothing before the digest is written without the rest."""


class DayTexts:
    """`code` says how it went with all digests."""

    def __init__(self, args: argparse.Namespace, services: LibraryServices, output: DayOutput, job: Job) -> None:
        self._args = args
        self._services = services
        self._output = output
        self._job = job
        self._error: AppError | None = None
        """Why the endpoint is not asked any more."""
        self.code = ExitCode.DONE

    def write(self, digest: OwnDigest, record: dict[str, Any]) -> StepWork[bool]:
        """Have written what the digest lacks. Returns False if texts are missing that may come yet."""
        prompts = self._args.personal.prompts.all()
        plan = self._services.day_digests.lacking(digest, prompts, again=self._args.retry)
        if not self._args.texts:
            return True
        whole = True
        if plan.texts:
            refusal = self._refusal()
            if refusal:
                self._output.failure(f"{plain(digest.name)}: {counted(plan.texts, 'text')} not written: {refusal}")
                self.code = ExitCode.WITHOUT_TEXTS
            else:
                whole = yield from self._written(digest, plan, record)
        for wish in self._services.day_digests.failed(digest):
            self._output.failure(f"not written: {plain(readable(wish.title))}: {failed_text(wish)}")
            self.code = ExitCode.SOME_FAILED
        return whole

    def _refusal(self) -> str:
        """Why nobody is asked; empty if somebody may be."""
        settings = self._args.settings
        if chosen_endpoint(settings) is None:
            return "no language model is chosen; choose one in the settings of the window, or say --no-texts"
        if consented(settings, settings.model_url) or (self._args.consent and not self._args.served):
            return ""
        how = "in its settings" if self._args.served else "in the window, or with --consent"
        return f"nobody allowed that texts are sent to {origin_of(settings.model_url)}; allow it {how}"

    def _written(self, digest: OwnDigest, plan: TextPlan, record: dict[str, Any]) -> StepWork[bool]:
        endpoint = chosen_endpoint(self._args.settings)
        assert endpoint is not None
        if self._error is not None:  # of the feed before
            record["texts"] = {"missing": plan.texts}
            return False
        endpoint = replace(endpoint, allowed=True)  # `_refusal` found no reason against it
        self._announce(digest, plan, endpoint)
        yield self._services.summarising.want(plan)
        if self._args.served:
            whole = yield from self._by_window(digest, plan)
            return whole
        personal = self._args.personal
        try:
            key = personal.secrets.get(origin_of(endpoint.url)) or ""
        except SecretError as error:
            report = TextReport(waiting=plan.texts, error=error)
        else:
            report = self._services.summarising.run(
                endpoint, key, personal.prompts.all(), self._job, self._tell_step, plan.wishes
            )
        self._tell(digest, plan, report, record)
        return report.error is None

    def _announce(self, digest: OwnDigest, plan: TextPlan, endpoint: ModelEndpoint) -> None:
        cost = chosen_prices(self._args.settings).cost(plan.tokens_in, plan.tokens_out)
        priced = f", {cost:.2f} {self._args.settings.model_currency} at most" if cost is not None else ""
        tokens = f"about {plan.tokens_in + plan.tokens_out:,} tokens"
        texts = f"{counted(plan.texts, 'text')} of {counted(len(plan.papers), 'paper')}"
        place = f"title and abstract go to {origin_of(endpoint.url)}, {endpoint.model}"
        self._output.message(plain(f"{digest.name}: {texts} to be written, {tokens}{priced}; {place}"))

    def _by_window(self, digest: OwnDigest, plan: TextPlan) -> StepWork[bool]:
        """Let the window write them, which may ask for others, too; and wait as long as something comes."""
        left = plan.texts
        until = time.monotonic() + _PATIENCE_S
        while left and time.monotonic() < until:
            self._job.step(plan.texts - left, plan.texts, digest.name)
            yield Where.LATER
            now = self._services.summarising.waiting(plan.wishes)
            if now != left:
                left, until = now, time.monotonic() + _PATIENCE_S
        self._output.line(f"{plain(digest.name)}\ttexts\t{plan.texts - left} of {plan.texts} done by the window")
        if left:
            self._output.failure(f"{plain(digest.name)}: the window writes no texts now; its list of work says why")
            self.code = ExitCode.SOME_FAILED
        return not left

    def _tell_step(self, step: TextStep) -> None:
        if step.wait_s >= 1:
            self._output.message(f"the endpoint asks to wait {step.wait_s:.0f} s")
        self._output.progress(Progress(step.done, step.total, step.label))

    def _tell(self, digest: OwnDigest, plan: TextPlan, report: TextReport, record: dict[str, Any]) -> None:
        failed = self._services.day_digests.failed(digest)
        missing = self._services.summarising.waiting(plan.wishes)
        record["texts"] = {
            "written": report.written,
            "failed": len(failed),
            "missing": missing,
            "calls": report.calls,
            "tokens_in": report.tokens_in,
            "tokens_out": report.tokens_out,
        }
        told = f"{report.written} written, {len(failed)} failed, {missing} waiting"
        used = f"{counted(report.calls, 'answer')}, {report.tokens_in + report.tokens_out} tokens"
        self._output.line(f"{plain(digest.name)}\ttexts\t{told}\t{used}")
        if report.error is not None:
            self._error = report.error
            way = f"; {MODEL_VARIABLE} may give the key" if isinstance(report.error, SecretError) else ""
            self._output.failure(f"texts wait in the library: {words(report.error, '')}{way}")
            self.code = ExitCode.SOME_FAILED

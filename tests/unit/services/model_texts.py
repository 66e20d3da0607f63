"""A library's texts written by the model of our own."""

from collections.abc import Sequence

from desktop.domain.ids import PaperId
from desktop.domain.merging import TextField
from desktop.domain.model_texts import ModelEndpoint, Prompts, TextOptions, TextReport, WrittenText
from desktop.domain.paper import TextKind
from desktop.domain.progress import Job
from desktop.services.keep_prompts import KeepPrompts
from desktop.services.library import LibraryServices
from tests.conftest import REPOSITORY
from tests.model_server import ModelServer

PROMPTS: Prompts = KeepPrompts(REPOSITORY / "resources/prompts", REPOSITORY / "no-such-folder").all()
TITLE, ABSTRACT, SUMMARY = (TextField(kind, "zh") for kind in (TextKind.TITLE, TextKind.ABSTRACT, TextKind.SUMMARY))
SUMMARY_EN = TextField(TextKind.SUMMARY, "en")
UNTRANSLATED = {"translated_title": "", "translated_abstract": "", "summary": ""}


def endpoint(server: ModelServer, parallel: int = 4, per_minute: int = 0) -> ModelEndpoint:
    """The model of our own as a person would set it."""
    return ModelEndpoint(server.url, "made-up-large", parallel, per_minute, allowed=True)


def want(library: LibraryServices, papers: Sequence[PaperId], options: TextOptions | None = None) -> None:
    """Wish for what is missing."""
    library.summarising.want(library.summarising.plan(papers, options or TextOptions(), PROMPTS))


def write(library: LibraryServices, server: ModelServer, parallel: int = 4) -> TextReport:
    """Have all written that is wished for."""
    return library.summarising.run(endpoint(server, parallel), "", PROMPTS, Job())


def shown(library: LibraryServices, paper: PaperId, field: TextField) -> str:
    """The text that a paper shows."""
    details = library.browse.details(paper)
    assert details is not None
    return details.text(*field)


def answer(paper: PaperId, field: TextField, value: str) -> WrittenText:
    """A text as a model may have written it."""
    return WrittenText(paper, field, value, "made-up", "translate.zh-1")

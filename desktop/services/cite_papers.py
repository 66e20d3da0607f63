"""Cite keys, and papers as references for the clipboard."""

from collections.abc import Iterable, Sequence

from db import steps
from db.described_papers import DescribedPaper, cite_keys, described
from db.edits import fact_changes
from db.index_documents import driver
from db.library_file import LibraryFile
from db.reference_writer import store_keys
from desktop.domain.bibliography import Reference
from desktop.domain.changes import Changes
from desktop.domain.cite_keys import USUAL, cite_key, free_key, require_template
from desktop.domain.ids import PaperId
from desktop.domain.paper import Fact
from desktop.domain.reference_styles import ReferenceStyle, formatted
from desktop.domain.undo import UndoKind
from desktop.formats.bibtex import write
from desktop.services.paper_references import paper_reference


class CitePapers:
    """Raises StorageError, and InputError for a template that is none."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def bibtex(self, papers: Sequence[PaperId], template: str = USUAL) -> str:
        """The papers as BibTeX. Those without a cite key get one, which they keep."""
        return "".join(write(self._references(papers, template))).strip() + "\n"

    def formatted(self, papers: Sequence[PaperId], style: ReferenceStyle) -> str:
        """The papers in a style, a line each."""
        return "\n".join(formatted(reference, style) for reference in self._references(papers, ""))

    def _references(self, papers: Sequence[PaperId], template: str) -> list[Reference]:
        with self._library.transaction() as connection:
            found = described(driver(connection), papers)
            there = [found[paper] for paper in papers if paper in found]
            if template:
                keys = KeyGiver(template, cite_keys(driver(connection)))
                there = keys.given(there)
                store_keys(connection, keys.new)
        return [paper_reference(paper, files=()) for paper in there]

    def regenerate(self, papers: Sequence[PaperId], template: str = USUAL) -> Changes:
        """Give these papers new keys by the template, as one step of undo. Keys that a person typed go, too."""
        require_template(template)
        with self._library.transaction() as connection:
            raw = driver(connection)
            found = described(raw, papers)
            taken = {key for key, paper in cite_keys(raw).items() if paper not in found}
            changes = []
            for paper in (found[key] for key in dict.fromkeys(papers) if key in found):
                key = free_key(cite_key(paper_reference(paper), template, f"paper{paper.id}"), taken)
                taken.add(key.lower())
                changes += fact_changes(connection, paper.id, Fact.CITE_KEY, {"cite_key": key})
            return steps.do(connection, UndoKind.EDIT_FACT, changes, detail=Fact.CITE_KEY.value)


class KeyGiver:
    """Gives keys to papers that have none; each is given once."""

    def __init__(self, template: str, taken: Iterable[str]) -> None:
        require_template(template)
        self._template = template
        self._taken = set(taken)
        self.new: dict[PaperId, str] = {}
        """What was given and is to be stored."""

    def given(self, papers: Iterable[DescribedPaper]) -> list[DescribedPaper]:
        """The papers, all with keys."""
        return [paper if paper.cite_key else self._with_key(paper) for paper in papers]

    def _with_key(self, paper: DescribedPaper) -> DescribedPaper:
        key = free_key(cite_key(paper_reference(paper), self._template, f"paper{paper.id}"), self._taken)
        self._taken.add(key.lower())
        self.new[paper.id] = key
        return paper.with_key(key)

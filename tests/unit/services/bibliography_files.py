"""Bibliographies as programs write them, and what is done with them in tests."""

from pathlib import Path

from desktop.domain.bibliography import BibliographyFormat
from desktop.domain.bibliography_export import AbstractChoice, BibliographyChoice, FilesChoice
from desktop.domain.bibliography_import import BibliographyPlan, BibliographyResult
from desktop.domain.ids import PaperId
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices

ZOTERO = r"""
@article{aalto_grids_2021,
	title = {Sparse {Grids} for {Wave} Equations: \textit{An} Overview},
	volume = {12},
	issn = {1234-5678},
	url = {https://example.org/a_b?x=1&y=2},
	doi = {10.1000/grids.2021.7},
	abstract = {We study grids \& waves.
A second line with 5\% more.},
	language = {en},
	number = {3},
	urldate = {2022-01-05},
	journal = {Journal of Made-Up Methods},
	author = {Aalto, Aino and van der Berg, Jan and {The Grid Group}},
	month = may,
	year = {2021},
	note = {Section: 4},
	keywords = {grids, waves/linear},
	pages = {101--117},
	annote = {A note of one's own},
	file = {Full Text PDF:files/12/grids.pdf:application/pdf;Gone:files/13/gone.pdf:application/pdf},
}

@misc{okafor_walls_2024,
	title = {Walls between Words},
	url = {http://arxiv.org/abs/2403.00007},
	doi = {10.48550/arXiv.2403.00007},
	author = {Okafor, Ada and M{\"u}ller, J{\"o}rg},
	month = mar,
	year = {2024},
	eprint = {2403.00007},
	archivePrefix = {arXiv},
	primaryClass = {cs.CL},
	groups = {Methods > Words, To read},
}
"""
BROKEN = """
@article{unclosed, title = {This never ends, year = 2020

@article{good_2020, title = {A good one}, author = {Doe, Jane}, year = 2020}

@article{nothing, title = "quoted" year = 2020}
"""


def planned(library: LibraryServices, *paths: Path) -> BibliographyPlan:
    importing = library.bibliography.importing
    return importing.plan(importing.read(paths, Job()), Job())


def imported(library: LibraryServices, *paths: Path) -> BibliographyResult:
    importing = library.bibliography.importing
    plan = planned(library, *paths)
    return importing.apply(plan, importing.copy_pdfs(plan, Job()))


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def exported(
    library: LibraryServices, path: Path, papers: list[PaperId], form: BibliographyFormat = BibliographyFormat.BIBTEX
) -> str:
    choice = BibliographyChoice(tuple(papers), form, files=FilesChoice.LINKS, abstracts=AbstractChoice.BOTH)
    library.bibliography.exporting.export(choice, path, Job())
    return path.read_text(encoding="utf-8")

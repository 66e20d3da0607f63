"""The child of the kill harness: imports the bibliographies of a folder one by one and exports what the library then
holds, and names each when it is done.

A name is printed only after `apply` or `export` returned. Run as a program: library folder, folder of bibliographies,
folder to export into.
"""

import sys
from pathlib import Path

from desktop.app.held_library import opened, take
from desktop.domain.bibliography import SUFFIXES, BibliographyFormat
from desktop.domain.bibliography_export import BibliographyChoice
from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices


def main() -> None:
    """Import what is not there yet, and export after each."""
    library, source, target = map(Path, sys.argv[1:])
    with opened(take(library), LibraryServices(library)) as services:
        bibliography = services.bibliography
        print("open", flush=True)
        for path in sorted(source.iterdir()):
            plan = bibliography.importing.plan(bibliography.importing.read([path], Job()), Job())
            if plan.nothing:
                continue
            bibliography.importing.apply(plan, bibliography.importing.copy_pdfs(plan, Job()))
            print("imported", path.name, flush=True)
            papers = tuple(map(PaperId, services.browse.list_papers(Listing()).ids))
            for form in BibliographyFormat:
                written = target / f"all{SUFFIXES[form]}"
                bibliography.exporting.export(BibliographyChoice(papers, form), written, Job())
                print(written.name, len(papers), flush=True)
    print("end", flush=True)


if __name__ == "__main__":
    main()

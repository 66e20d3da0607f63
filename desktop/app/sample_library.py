"""The sample library: eight well-known papers in two languages and a guide, in a library of its own."""

from desktop.domain.import_plan import ImportOptions
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from desktop.ui.resources import resource_path

GUIDE_TITLE = "A short guide to Papershelf"


def fill_sample(services: LibraryServices) -> None:
    """Put the sample into an open library that holds nothing yet. Raises AppError."""
    sidebar = services.browse.sidebar()
    if sidebar.all or sidebar.trash or sidebar.digests:
        return
    job = Job()
    plan = services.importing.plan([resource_path("sample/papershelf-sample.md")], ImportOptions(), job)
    services.importing.apply(plan, job)
    services.organising.add_pdf(resource_path("sample/guide.pdf"), GUIDE_TITLE)

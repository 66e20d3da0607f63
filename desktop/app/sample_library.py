"""The sample library: eight well-known papers in two languages and a guide, in a library of its own."""

from desktop.domain.import_plan import ImportOptions
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from desktop.ui.resources import resource_path

GUIDE_TITLE = "A short guide to Papershelf"


class SampleLibrary(LibraryServices):
    """A library that is filled with the sample when it is opened and holds nothing yet."""

    def open(self) -> None:
        """Open and fill. Raises AppError, and is closed then."""
        super().open()
        try:
            self._fill()
        except BaseException:
            self.close()
            raise

    def _fill(self) -> None:
        sidebar = self.browse.sidebar()
        if sidebar.all or sidebar.trash or sidebar.digests:
            return
        job = Job()
        self.organising.add_pdf(resource_path("sample/guide.pdf"), GUIDE_TITLE)
        plan = self.importing.plan([resource_path("sample/papershelf-sample.md")], ImportOptions(), job)
        self.importing.apply(plan, job)

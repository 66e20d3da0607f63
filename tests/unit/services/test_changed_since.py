"""Who thinks of going back is told what that would lose."""

from desktop.domain.backup import Backup, ChangedSince
from desktop.domain.model_texts import TextAnswer, TextRequest
from desktop.domain.progress import Job
from desktop.services.back_up_library import at_path
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import ImportEntries, entry, papers_in
from tests.unit.services.model_texts import TITLE, UNTRANSLATED, answer


def backed_up(library: LibraryServices) -> Backup:
    return at_path(library.backups.back_up(Job()))


def test_texts_that_a_model_wrote_since_are_among_it(library: LibraryServices, import_entries: ImportEntries) -> None:
    import_entries("a.md", entry(1, **UNTRANSLATED), entry(2, **UNTRANSLATED))
    paper, _ = papers_in(library)
    backup = backed_up(library)
    assert library.backups.changed_since(backup) == ChangedSince()

    request = TextRequest(paper, "zh", (TITLE,), "A study of subject 2", "")
    library.summarising.store([TextAnswer(request, (answer(paper, TITLE, "关于课题2的研究"),))])

    assert library.backups.changed_since(backup) == ChangedSince(papers_changed=1)

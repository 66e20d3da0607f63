"""Papers that have to do with a paper."""

from db import related_papers
from db.errors import storage_errors
from db.index_documents import documents
from db.library_file import LibraryFile
from db.paper_rows import rows
from db.search_text import INDEX_COLUMNS
from desktop.domain.ids import PaperId
from desktop.domain.related import RelatedPaper, best, chinese_pairs, latin_words, merged, one_word_alone, telling

_ENOUGH = 6
"""Latin words that tell what a paper is about; with fewer its Chinese is looked at."""
_PAIRS = 8
_SPARE = 3
"""Times as many are looked at as are wanted."""


class RelatedPapers:
    """Reading, without ever writing."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def of(self, paper: PaperId, most: int = 10) -> tuple[RelatedPaper, ...]:
        """What has to do with the paper, the nearest first: never itself, nothing that is in the Trash. Empty if the
        paper is gone. Raises StorageError."""
        with storage_errors(self._library.path):
            connection = self._library.connection
            texts = documents(connection, [paper]).get(paper)
            if texts is None:
                return ()
            own = dict(zip(INDEX_COLUMNS, texts, strict=True))
            authors, papers_of = related_papers.by_authors(connection, paper, own["authors"].split("; "))
            terms = self._terms(own)
            likeness = related_papers.by_texts(connection, paper, terms)
            digests = related_papers.by_digests(connection, paper, {*authors, *likeness})
            likely = best(merged(authors, likeness, {}, digests), papers_of, _SPARE * most)
            words = related_papers.shared_terms(connection, [key for key in likely if key in likeness], terms)
            reasons = merged(authors, likeness, words, digests)
            chosen = [key for key in likely if not one_word_alone(reasons[key])][:most]
            return tuple(RelatedPaper(row, reasons[row.id]) for row in rows(connection, chosen))

    def _terms(self, own: dict[str, str]) -> list[str]:
        """The words to look for."""
        connection = self._library.connection
        library = related_papers.library_size(connection)
        words = latin_words(own["title"], f"{own['summary']} {own['abstract']}")
        terms = telling(words, related_papers.paper_counts(connection, words), library)
        if len(terms) >= _ENOUGH:
            return terms
        pairs = chinese_pairs(own["translated_title"], own["title"], own["summary"])
        characters = related_papers.paper_counts(connection, {character for pair in pairs for character in pair})
        # A phrase is found quickly by its rarer character, and to count a common one takes milliseconds.
        rarest = sorted(pairs, key=lambda pair: min(characters[pair[0]], characters[pair[1]]))[:_PAIRS]
        return [*terms, *telling(pairs, related_papers.paper_counts(connection, rarest), library)]

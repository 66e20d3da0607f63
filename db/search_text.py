"""What is written into the search index, and what is asked of it. See `desktop.domain.search_words` for the reasons."""

from desktop.domain.query import Term
from desktop.domain.search_words import separate

INDEX_COLUMNS = ("title", "translated_title", "authors", "summary", "abstract", "translated_abstract", "note")
"""The columns of `papers_fts`, in order."""

PAGES = 1_000_000
"""The page n of a file has the number PAGES * (the number of the file) + n in `pages_fts`. No file may have more."""

IndexRow = tuple[str, str, str, str, str, str, str]

index_text = separate


def index_row(
    title: str,
    translated_title: str,
    authors: str,
    summary: str,
    summary_en: str,
    abstract: str,
    translated_abstract: str,
    note: str,
) -> IndexRow:
    """The texts of one paper as `papers_fts` takes them, in the order of `INDEX_COLUMNS`."""
    return (
        separate(title),
        separate(translated_title),
        separate(authors),
        separate(f"{summary}\n{summary_en}"),
        separate(abstract),
        separate(translated_abstract),
        separate(note),
    )


def match_text(term: Term) -> str:
    """The term as a string of FTS5's query language, without its columns; the last word ends at the closing quote."""
    words = separate(term.text).replace('"', " ").replace("\0", " ").rstrip()
    return f'"{words}"*' if term.prefix else f'"{words}"'

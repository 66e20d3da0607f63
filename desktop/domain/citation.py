"""A quote with where it is from, for "copy with citation"."""

from dataclasses import dataclass

from desktop.domain.arxiv_id import arxiv_link
from desktop.domain.page_words import one_line

_MARKDOWN = str.maketrans({character: f"\\{character}" for character in "\\`*_[]<>#|~$"})


@dataclass(frozen=True, slots=True)
class Source:
    """The paper that is quoted."""

    title: str
    authors: tuple[str, ...] = ()
    arxiv_id: str = ""
    """Without a version."""
    version: int | None = None
    link: str = ""
    """Where there is no arXiv id."""


def short_authors(authors: tuple[str, ...]) -> str:
    """Up to two names as they are, else the first and "et al."; empty for none."""
    if len(authors) <= 2:
        return " and ".join(authors)
    return f"{authors[0]} et al."


def citation(quote: str, source: Source, page_label: str) -> str:
    """The quote in quotation marks, then authors, title, arXiv id with its version or the link, and the page: two lines
    of plain text. `page_label` is left out if it is empty."""
    place = _arxiv_name(source) or source.link
    facts = [short_authors(source.authors), one_line(source.title), place, _page(page_label)]
    return f"{quoted(quote)}\n— {_listed(facts)}"


def citation_markdown(quote: str, source: Source, page_label: str) -> str:
    """The same as a block quote of Markdown, the paper's name being its link."""
    name = _arxiv_name(source)
    place = f"[{name}]({arxiv_link(name.removeprefix('arXiv:'))})" if name else source.link and f"<{source.link}>"
    authors, title = (text.translate(_MARKDOWN) for text in (short_authors(source.authors), one_line(source.title)))
    facts = [authors, f"*{title}*" if title else "", place, _page(page_label).translate(_MARKDOWN)]
    return f"> {quoted(quote).translate(_MARKDOWN)}\n>\n> — {_listed(facts)}\n"


def quoted(quote: str) -> str:
    """The text in one line within quotation marks; those inside become single ones."""
    return "“" + one_line(quote).translate(str.maketrans("“”", "‘’")) + "”"


def _arxiv_name(source: Source) -> str:
    version = f"v{source.version}" if source.version else ""
    return f"arXiv:{source.arxiv_id}{version}" if source.arxiv_id else ""


def _page(label: str) -> str:
    return f"p. {label}" if label else ""


def _listed(facts: list[str]) -> str:
    return ", ".join(fact for fact in facts if fact)

"""The pages of the help, from Markdown to HTML that can do nothing but be read."""

import re
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.errors import FileError, Reason
from desktop.ui.resources import resource_path

INDEX = "index.md"
_TAGS = {"h1", "h2", "h3", "p", "ul", "ol", "li", "strong", "em", "code", "pre", "blockquote", "hr", "br", "a"}
_TABLE = {"table", "thead", "tbody", "tr", "th", "td"}
_LINK = re.compile(r"^- \[([^\]]+)\]\(([a-z-]+\.md)\)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class HelpPage:
    """A page as the contents list it."""

    name: str
    """File name."""
    title: str


def help_folder(language: str) -> Path:
    """The pages in that language, English where there are none."""
    folder = resource_path(f"help/{language}")
    return folder if folder.is_dir() else resource_path("help/en")


def help_contents(language: str) -> list[HelpPage]:
    """All pages, in the order of the index. Raises FileError."""
    return [HelpPage(name, title) for title, name in _LINK.findall(_read(help_folder(language) / INDEX))]


def help_html(language: str, name: str) -> str:
    """The page as HTML: no images, no scripts, links to other pages and https only. Raises FileError."""
    # 60 ms of imports that only the help needs
    import nh3
    from markdown_it import MarkdownIt

    html = MarkdownIt("commonmark", {"html": False}).enable("table").render(_read(help_folder(language) / name))
    return nh3.clean(html, tags=_TAGS | _TABLE, attributes={"a": {"href"}}, url_schemes={"https"}, link_rel=None)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise FileError(Reason.UNREADABLE, path.name, str(error)) from error

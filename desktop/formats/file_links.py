"""Links to files in a field of BibTeX, as JabRef, Zotero, Better BibTeX and Mendeley write them."""

import re

from desktop.domain.bibliography import FileLink

_SIGNS = re.compile(r"\\.|[;:]", re.DOTALL)
_MENDELEYS = re.compile(r"(?<!\\)\{\\([_%&#$])\}")
_ESCAPED = re.compile(r"\\([\\:;{}])")
_ESCAPES = str.maketrans({sign: f"\\{sign}" for sign in "\\:;{}"} | {"\n": " ", "\r": " "})
_MIME = re.compile(r"[\w.+/-]*")


def links_of(value: str) -> tuple[FileLink, ...]:
    """The links of a field: `description:path:type` or a bare path, between semicolons."""
    text = _MENDELEYS.sub(r"\1", value.replace("$\\backslash$", "\\").replace("{\\textbackslash}", "\\"))
    return tuple(link for part in _split(text, ";") if (link := _link(part.strip())).path)


def _split(text: str, separator: str) -> list[str]:
    """The parts between separators that no backslash stands before."""
    ends = [found.start() for found in _SIGNS.finditer(text) if found[0] == separator]
    return [text[start:end] for start, end in zip([0, *(end + 1 for end in ends)], [*ends, len(text)], strict=True)]


def _link(part: str) -> FileLink:
    pieces = _split(part, ":")
    if len(pieces) < 3:
        return FileLink(_ESCAPED.sub(r"\1", part).strip())
    description, *path, mime = pieces
    plain = [_ESCAPED.sub(r"\1", piece).strip() for piece in (":".join(path), description, mime)]
    return FileLink(*plain)


def written_links(links: tuple[FileLink, ...]) -> str:
    """The field that tells these links."""
    return ";".join(
        f"{link.description.translate(_ESCAPES).strip()}:{link.path.translate(_ESCAPES).strip()}"
        f":{link.mime if _MIME.fullmatch(link.mime) else ''}"
        for link in links
    )

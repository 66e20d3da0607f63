"""arXiv ids in the notes and links of references that have no field for them, as Zotero writes them."""

import re
from collections.abc import Iterable

from desktop.domain.arxiv_id import ID_PATTERN, arxiv_id_in_link

_LINE = re.compile(rf"(?i:arxiv)\s*:\s*{ID_PATTERN}(?:\s*\[(?P<cls>[\w.-]+)\])?(?=\s|$|[,;.)])")
_WHOLE_LINE = re.compile(rf"\s*(?i:arxiv)\s*:\s*{ID_PATTERN}(?:\s*\[[\w.-]+\])?\s*")


def arxiv_of(texts: Iterable[str]) -> tuple[str, str]:
    """Id with its version, and the primary class, of the first text that names one: "arXiv:1706.03762 [cs]"."""
    for text in texts:
        named = _LINE.search(text)
        if named is not None:
            return named["id"] + (f"v{named['version']}" if named["version"] else ""), named["cls"] or ""
        found = arxiv_id_in_link(text.strip())
        if found is not None:
            return found.value + (f"v{found.version}" if found.version else ""), ""
    return "", ""


def is_arxiv_line(text: str) -> bool:
    """Whether the text says nothing else."""
    return _WHOLE_LINE.fullmatch(text) is not None

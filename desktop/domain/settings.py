"""What a person chose for the program, and where they left off."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices that belong to this computer, not to a library. Made of str, int, bool and groups of str."""

    library: str = ""
    """Folder of the library that opens at start; empty until one was chosen."""
    recent_libraries: tuple[str, ...] = ()
    theme: str = "system"
    """system, light or dark."""
    scale: int = 100
    """Size of type in per cent."""
    language: str = ""
    """Of the window: en or zh_CN; empty follows the system."""
    digest_language: str = "zh"
    """Of the translations in digests, as proposed for the next import."""
    pdf_downloads: str = "automatic"
    """automatic: the PDFs of what is added come by themselves; on-demand: only those asked for."""
    pdf_limit_mb: int = 0
    """Megabytes of PDFs after which no automatic download begins; 0 for no limit."""
    index_pdfs: str = "automatic"
    """automatic: the text of PDFs is read for the search, but not on battery; paused: not for now."""
    arxiv_api: str = ""
    """Address of arXiv's query API or a mirror of it; empty for the usual one."""
    arxiv_pdfs: str = ""
    """Address that an id is appended to for its PDF; empty for the usual one."""
    proxy: str = ""
    """Address of a proxy; empty for the system's, "none" for a direct way."""
    cite_keys: str = "[auth][year][title]"
    """Template of cite keys that are made (`domain.cite_keys`)."""
    reference_style: str = "apa"
    """How "Copy reference" writes: apa, ieee, gb-t-7714 or markdown."""
    dark_pages: str = "theme"
    """on, off or theme: pages of PDFs are dark while the window is."""
    shortcuts: Mapping[str, str] = field(default_factory=dict)
    """Action id -> keys, separated by "; ", where they are not the usual ones."""
    remembered: Mapping[str, str] = field(default_factory=dict)
    """Texts that parts of the window keep for themselves: columns, panes, last folder, last place."""

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
    model_url: str = ""
    """Base address of the language model's endpoint, such as http://localhost:11434/v1; empty for none."""
    model_name: str = ""
    """Which model of that endpoint."""
    model_parallel: int = 4
    """Requests to it at a time."""
    model_per_minute: int = 0
    """Requests to it a minute at most; 0 for no limit."""
    model_price_in: str = ""
    """What a million tokens that are sent cost, as a decimal number; empty where nobody said."""
    model_price_out: str = ""
    """What a million tokens that are written cost."""
    model_currency: str = "USD"
    model_consents: tuple[str, ...] = ()
    """Origins of endpoints that a person allowed to be sent the texts of papers."""
    text_languages: tuple[str, ...] = ("zh",)
    """Languages that a model writes titles, abstracts and summaries in (`domain.languages`)."""
    text_summary_en: bool = True
    """It writes the summary in English, too."""
    mail_server: str = ""
    """Name of the server that takes mails; empty for none."""
    mail_port: int = 0
    """0 for the usual one of `mail_security`."""
    mail_security: str = "tls"
    """tls, starttls, or none (for a server on this computer)."""
    mail_user: str = ""
    """Name to log in with; empty for a server that asks for none."""
    mail_from: str = ""
    """Address of the sender, perhaps with a name before it."""
    shortcuts: Mapping[str, str] = field(default_factory=dict)
    """Action id -> keys, separated by "; ", where they are not the usual ones."""
    remembered: Mapping[str, str] = field(default_factory=dict)
    """Texts that parts of the window keep for themselves: columns, panes, last folder, last place."""

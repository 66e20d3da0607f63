"""What can fail in the world outside. Anything else that is raised is a bug.

Each error carries a `reason` (a member of `Reason`) for the words that `desktop/ui/failures.py` finds for a person,
and `about`, the name of what it happened to (a file, a field, a query). The English `str()` of an error is for the
command line and the log.
"""

from enum import StrEnum


class Reason(StrEnum):
    """Why something failed, as a stable code."""

    UNREADABLE = "unreadable"
    NOT_TEXT = "not-text"
    NOT_UTF8 = "not-utf8"
    TOO_LARGE = "too-large"
    NOT_A_DIGEST = "not-a-digest"
    NOT_A_BIBLIOGRAPHY = "not-a-bibliography"
    FILE_CHANGED = "file-changed"
    NO_SUCH_DIGEST = "no-such-digest"
    NO_SUCH_PAPER = "no-such-paper"
    NOTHING_TO_EXPORT = "nothing-to-export"
    NOTHING_TO_READ = "nothing-to-read"
    """The paper has no PDF."""
    COPY_FAILED = "copy-failed"
    """A PDF with marks could not be made, or did not hold all that it should."""
    BAD_TEMPLATE = "bad-template"
    NOTES_DAMAGED = "notes-damaged"
    """A file of notes lost one of the lines that part what is ours from what is the person's."""
    BAD_VALUE = "bad-value"
    ID_TAKEN = "id-taken"
    BAD_NAME = "bad-name"
    """Too long or empty for the name of a tag, a collection or a saved search."""
    NAME_TAKEN = "name-taken"
    """A tag or saved search of this name is there already."""
    INSIDE_ITSELF = "inside-itself"
    """A collection was to lie inside of itself."""
    NO_SUCH_LABEL = "no-such-label"
    """The tag, collection or saved search is gone."""
    NOT_WRITABLE = "not-writable"
    DISK_FULL = "disk-full"
    LIBRARY_IN_USE = "library-in-use"
    LIBRARY_NEWER = "library-newer"
    LIBRARY_FOREIGN = "library-foreign"
    LIBRARY_DAMAGED = "library-damaged"
    IO = "io"
    OFFLINE = "offline"
    """No way to the server: no network, no such host, a refused connection."""
    TIMED_OUT = "timed-out"
    BUSY = "busy"
    """The server asks to wait (429, 503)."""
    SERVER_FAILED = "server-failed"
    """The server answered with another error."""
    BAD_ANSWER = "bad-answer"
    """The answer is cut, no Atom feed, or not about what was asked."""
    WEB_PAGE = "web-page"
    """A page for people came where a feed or a PDF was asked for: often the question whether a person is there."""
    ADDRESS_REFUSED = "address-refused"
    """An address or a redirect that must not be followed."""
    NOT_ON_ARXIV = "not-on-arxiv"
    NO_SUCH_FEED = "no-such-feed"
    """The server knows no such category, or does not understand the search."""
    NO_SUCH_DAY = "no-such-day"
    """The feed tells nothing of that day: it is still to come."""
    NOT_A_FEED_LIST = "not-a-feed-list"
    """No OPML, or none that names a feed that can be followed here."""
    NO_PDF = "no-pdf"
    """arXiv has no PDF of this version (withdrawn, or not there)."""
    NOT_A_PDF = "not-a-pdf"
    PDF_CUT = "pdf-cut"
    PDF_EMPTY = "pdf-empty"
    """No page in it."""
    PDF_LOCKED = "pdf-locked"
    """It needs a password, or another one."""
    PDF_TOO_LARGE = "pdf-too-large"
    PDF_FAILED = "pdf-failed"
    """The PDF process could not read it, died or took too long."""
    PDF_UNREAD = "pdf-unread"
    """The PDF process did not start, so nothing is known of the file."""
    WRONG_PAPER = "wrong-paper"
    """The PDF bears the stamp of another paper."""
    NO_KEYRING = "no-keyring"
    """There is none on this computer that encrypts what it holds."""
    KEYRING_LOCKED = "keyring-locked"
    KEYRING_SILENT = "keyring-silent"
    """It did not answer in time; perhaps it waits for a person."""
    KEYRING_FAILED = "keyring-failed"
    MAIL_NOT_SET_UP = "mail-not-set-up"
    """No server or no sender was named."""
    NO_PASSWORD = "no-password"
    """The server of mails wants one, and none is kept."""
    LOGIN_REFUSED = "login-refused"
    """The server of mails did not take name and password."""
    NOT_ENCRYPTED = "not-encrypted"
    """The server of mails offers no encryption, or its certificate is not its own."""
    MAIL_UNREACHED = "mail-unreached"
    """No way to the server of mails, no answer in time, or a connection that broke off."""
    MAIL_REFUSED = "mail-refused"
    """The server said no for good."""
    MAIL_DELAYED = "mail-delayed"
    """The server said: not now."""
    MAIL_OF_COPY = "mail-of-copy"
    """It waited in a library that was copied or gone back to since."""
    BAD_RECIPIENT = "bad-recipient"
    """This is no address that a mail can be sent to."""
    CONSENT_NEEDED = "consent-needed"
    """Nobody agreed yet that texts are sent to this endpoint."""
    KEY_REFUSED = "key-refused"
    """The endpoint of a language model takes this key for nobody's, or asks for one."""
    NO_SUCH_MODEL = "no-such-model"
    """The endpoint does not have the model, or is none."""
    QUOTA_USED_UP = "quota-used-up"
    """The endpoint wants to be paid first."""
    TEXT_REFUSED = "text-refused"
    """The model would not write it. This and the following say why what it wrote was not taken."""
    TEXT_EMPTY = "text-empty"
    TEXT_PLACEHOLDER = "text-placeholder"
    TEXT_LANGUAGE = "text-language"
    """It is in another language, or in the other Chinese script."""
    TEXT_CUT = "text-cut"
    TEXT_SHORT = "text-short"
    TEXT_LONG = "text-long"
    TEXT_COPIED = "text-copied"
    """It is the original."""
    TEXT_MARKUP = "text-markup"
    """HTML or links that the original does not have."""
    TEXT_MIXED_UP = "text-mixed-up"
    """It is the answer for another field."""


class AppError(Exception):
    """The world failed: bad input, a full disk, a library in use."""

    def __init__(self, reason: Reason, about: str = "", detail: str = "") -> None:
        self.reason = reason
        self.about = about
        self.detail = detail
        super().__init__(": ".join(part for part in (about, detail or reason.value) if part))


class InputError(AppError):
    """What a person gave cannot be used."""


class FileError(AppError):
    """A file outside the library could not be read or written."""


class StorageError(AppError):
    """The library itself could not be read or written."""


class NetworkError(AppError):
    """A server could not be asked, or gave no answer that can be used. `retry_after_s` is what it asked to wait."""

    def __init__(
        self, reason: Reason, about: str = "", detail: str = "", *, retry_after_s: float | None = None
    ) -> None:
        super().__init__(reason, about, detail)
        self.retry_after_s = retry_after_s


class ModelError(NetworkError):
    """The endpoint of a language model could not be asked, or gave no answer that can be used."""


class SecretError(AppError):
    """The keyring could not be used."""


class MailError(AppError):
    """A mail could not be handed to the server. `uncertain`: the server may have taken it all the same."""

    def __init__(self, reason: Reason, about: str = "", detail: str = "", *, uncertain: bool = False) -> None:
        super().__init__(reason, about, detail)
        self.uncertain = uncertain


class PdfError(AppError):
    """A PDF that cannot enter the library or be read."""


class Cancelled(Exception):  # noqa: N818 - a request that was granted, not an error
    """The person asked to stop; nothing was changed."""

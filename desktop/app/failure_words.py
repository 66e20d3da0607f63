"""Failures as the command line words them: what happened, what it means for the data, what to do."""

import shlex
from pathlib import Path

from desktop.app.exit_codes import ExitCode
from desktop.app.output import plain
from desktop.domain.errors import AppError, ModelError, Reason, StorageError
from desktop.domain.model_texts import TextWish

_WORDS = {
    Reason.UNREADABLE: "the file cannot be read",
    Reason.NOT_TEXT: "this is not a text file",
    Reason.NOT_UTF8: "the text is not UTF-8; save it as UTF-8 and import it again",
    Reason.TOO_LARGE: "it is too large",
    Reason.NOT_A_DIGEST: "no paper was found in it",
    Reason.NOT_A_BIBLIOGRAPHY: "no entry of a bibliography was found in it",
    Reason.FILE_CHANGED: "the file changed while it was read; try again",
    Reason.NO_SUCH_DIGEST: "no such digest; `papershelf digests` lists them",
    Reason.NO_SUCH_PAPER: "no such paper",
    Reason.NOTHING_TO_EXPORT: "nothing to export",
    Reason.NOTHING_TO_READ: "the paper has no PDF yet",
    Reason.COPY_FAILED: "a copy with the marks could not be made; no file was written",
    Reason.BAD_TEMPLATE: "this is no template of notes; no file was written",
    Reason.NOTES_DAMAGED: "the lines that mark the notes of Papershelf are damaged; the file was left as it is",
    Reason.BAD_VALUE: "the value cannot be used",
    Reason.ID_TAKEN: "another paper has this id",
    Reason.BAD_NAME: "a name has between 1 and 200 characters",
    Reason.NAME_TAKEN: "there is one of this name already",
    Reason.INSIDE_ITSELF: "a collection cannot lie inside of itself",
    Reason.NO_SUCH_LABEL: "it is no longer in the library",
    Reason.NOT_WRITABLE: "it cannot be written there",
    Reason.DISK_FULL: "the disk is full; nothing was left half written. Free some space and try again",
    Reason.LIBRARY_IN_USE: "the library is in use. Nothing was changed; try again when the other program has finished",
    Reason.LIBRARY_NEWER: "the library was made by a newer Papershelf. It was not changed. Update Papershelf",
    Reason.LIBRARY_FOREIGN: "the database belongs to another program. It was not changed; choose another folder",
    Reason.LIBRARY_DAMAGED: "the library is damaged. The damaged file was left as it is",
    Reason.IO: "the disk reported an error",
    Reason.OFFLINE: "arXiv cannot be reached; what waits is kept, and `papershelf fetch` tries again",
    Reason.TIMED_OUT: "arXiv did not answer in time. What waits is kept and tried again",
    Reason.BUSY: "arXiv is busy and asks to wait. What waits is kept and tried again",
    Reason.SERVER_FAILED: "arXiv answered with an error. What waits is kept and tried again",
    Reason.BAD_ANSWER: "the answer of arXiv was cut off or about something else. It was not used and is tried again",
    Reason.WEB_PAGE: "arXiv sent a web page instead, perhaps to ask whether a person is there; it is tried again later",
    Reason.ADDRESS_REFUSED: "this address is not followed; look at the addresses in the settings",
    Reason.NOT_ON_ARXIV: "arXiv does not know this id; look whether it is spelt right",
    Reason.NO_SUCH_FEED: "the server knows no such category or does not understand the search; look how it is spelt",
    Reason.NO_SUCH_DAY: "the feed tells nothing of that day, which is still to come",
    Reason.NOT_A_FEED_LIST: "this is no OPML that names a feed which can be followed here. Nothing was changed",
    Reason.NO_PDF: "arXiv has no PDF of this version; the paper may be withdrawn",
    Reason.NOT_A_PDF: "this is not a PDF. It was not kept",
    Reason.PDF_CUT: "the PDF is cut off. It was not kept",
    Reason.PDF_EMPTY: "the PDF has no pages. It was not kept",
    Reason.PDF_LOCKED: "the PDF needs a password",
    Reason.PDF_TOO_LARGE: "the PDF is larger than 200 MB. It was not kept",
    Reason.PDF_FAILED: "the PDF cannot be read. It was not kept",
    Reason.PDF_UNREAD: "the process that reads PDFs did not start; the PDF may be whole. Try again later",
    Reason.WRONG_PAPER: "the PDF is of another paper. It was not kept; look whether the arXiv id is right",
    Reason.NO_KEYRING: "this computer has no keyring that can be used",
    Reason.KEYRING_LOCKED: "the keyring is locked; unlock it and try again",
    Reason.KEYRING_SILENT: "the keyring did not answer; perhaps it waits for its password",
    Reason.KEYRING_FAILED: "the keyring could not be used",
    Reason.MAIL_NOT_SET_UP: "mail is not set up: name server and sender in the settings of the window, under E-mail",
    Reason.NO_PASSWORD: "no password is kept for the mail server; set it in the window or PAPERSHELF_MAIL_PASSWORD",
    Reason.LOGIN_REFUSED: "the mail server did not take name and password; the mail was not sent",
    Reason.NOT_ENCRYPTED: "the way to the mail server is not safe, so neither password nor mail went there",
    Reason.MAIL_UNREACHED: "the mail server cannot be reached; the mail is kept and tried again",
    Reason.MAIL_DELAYED: "the mail server asks to try later; the mail is kept and tried again",
    Reason.MAIL_REFUSED: "the mail server refused the mail",
    Reason.MAIL_OF_COPY: "it waited when this library was copied, moved or gone back to, and may have been sent since",
    Reason.BAD_RECIPIENT: "this is no address that a mail can be sent to",
    Reason.CONSENT_NEEDED: "nobody allowed yet that texts are sent to it; the settings of the window ask for that",
    Reason.KEY_REFUSED: "the endpoint refused the key; look at it in the settings, or set PAPERSHELF_MODEL_KEY",
    Reason.NO_SUCH_MODEL: "the endpoint has no such model; look at its address and the model's name",
    Reason.QUOTA_USED_UP: "the endpoint's quota is used up; what waits is kept",
    Reason.TEXT_REFUSED: "the model would not write it",
    Reason.TEXT_EMPTY: "the model wrote nothing",
    Reason.TEXT_PLACEHOLDER: "the model wrote what stands for a text, and no text",
    Reason.TEXT_LANGUAGE: "the model wrote in another language",
    Reason.TEXT_CUT: "the model's text breaks off",
    Reason.TEXT_SHORT: "the model's text is too short to be whole",
    Reason.TEXT_LONG: "the model's text is too long to be about this alone",
    Reason.TEXT_COPIED: "the model gave back the original",
    Reason.TEXT_MARKUP: "the model put HTML or links into the text",
    Reason.TEXT_MIXED_UP: "the model answered with another text than was asked for",
}
_OF_MODELS = {
    Reason.OFFLINE: "the endpoint of the language model cannot be reached; what waits is kept",
    Reason.TIMED_OUT: "the endpoint did not answer in time; what waits is kept",
    Reason.BUSY: "the endpoint is busy and asks to wait; what waits is kept",
    Reason.SERVER_FAILED: "the endpoint answered with an error; what waits is kept",
    Reason.BAD_ANSWER: "the endpoint's answer was cut off, or nothing that can be used",
    Reason.WEB_PAGE: "a web page came instead of an answer; look at the endpoint's address, or sign in to the network",
    Reason.TOO_LARGE: "it is more than the model or Papershelf takes at a time",
    Reason.ADDRESS_REFUSED: "the endpoint's address is not followed; look at it in the settings",
}
"""What is said otherwise of a language model than of arXiv."""


def words(error: AppError, about: str | None = None) -> str:
    """One line in plain words: the name (`about`, else the error's own), what happened, the system's detail."""
    name = error.about if about is None else about
    detail = f" ({error.detail})" if error.detail else ""
    why = (_OF_MODELS if isinstance(error, ModelError) else _WORDS).get(error.reason, _WORDS[error.reason])
    return plain(f"{f'{name}: ' if name else ''}{why}{detail}")


def failed_text(wish: TextWish) -> str:
    """Why a text could not be written: which one, what was wrong with it, what the endpoint said."""
    detail = f" ({wish.detail})" if wish.detail else ""
    why = (_WORDS | _OF_MODELS)[wish.reason] if wish.reason is not None else "nothing came"
    return plain(f"{wish.field.kind.value}, {wish.field.language}: {why}{detail}")


def exit_code(error: AppError) -> ExitCode:
    """What the process ends with when this error stopped it."""
    return ExitCode.LIBRARY if isinstance(error, StorageError) else ExitCode.FILE


def way_out(error: AppError, library: Path) -> list[str]:
    """What a person can do about a damaged library: its backups, the newest first, and how to go back to one."""
    if error.reason is not Reason.LIBRARY_DAMAGED:
        return []
    backups = sorted((library / "backups").glob("library-*.sqlite"), reverse=True)
    if not backups:
        return ["There is no backup in its backups folder. Another folder can be used with --library."]
    lines = [f"Backups of it, the newest first ({len(backups)}):"]
    lines.extend(f"  {path}" for path in backups[:10])
    lines.append("To go back to the newest that is whole (the damaged file is kept, PDFs are not touched):")
    lines.append(f"  papershelf restore --library {shlex.quote(str(library))}")
    return lines

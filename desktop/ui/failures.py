"""Words for what failed: what happened, what it means for the person's data, what can be done."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.domain.errors import AppError, Reason
from desktop.domain.folder_kind import FolderKind
from desktop.domain.paper import Fact
from desktop.ui.language import QT_TRANSLATE_NOOP
from desktop.ui.tasks import UnexpectedError
from desktop.ui.wording import sentences


@dataclass(frozen=True, slots=True)
class FailureWords:
    """A failure as a person reads it. Plain text."""

    happened: str
    advice: str
    """What it means for the data, and what to do."""

    @property
    def text(self) -> str:
        """Both."""
        return sentences((self.happened, self.advice))


_HAPPENED = {
    Reason.UNREADABLE: QT_TRANSLATE_NOOP("Failures", "{about} could not be read."),
    Reason.NOT_TEXT: QT_TRANSLATE_NOOP("Failures", "{about} is not a text file."),
    Reason.NOT_UTF8: QT_TRANSLATE_NOOP("Failures", "{about} is not UTF-8 text."),
    Reason.TOO_LARGE: QT_TRANSLATE_NOOP("Failures", "{about} is too large to be a digest."),
    Reason.NOT_A_DIGEST: QT_TRANSLATE_NOOP("Failures", "{about} holds no digest."),
    Reason.NOT_A_BIBLIOGRAPHY: QT_TRANSLATE_NOOP("Failures", "{about} holds no entry of a bibliography."),
    Reason.FILE_CHANGED: QT_TRANSLATE_NOOP("Failures", "{about} changed while it was being imported."),
    Reason.NO_SUCH_DIGEST: QT_TRANSLATE_NOOP("Failures", "This digest is no longer in the library."),
    Reason.NO_SUCH_PAPER: QT_TRANSLATE_NOOP("Failures", "This paper is no longer in the library."),
    Reason.NOTHING_TO_EXPORT: QT_TRANSLATE_NOOP("Failures", "There is nothing to export."),
    Reason.NOTHING_TO_READ: QT_TRANSLATE_NOOP("Failures", "This paper has no PDF yet."),
    Reason.COPY_FAILED: QT_TRANSLATE_NOOP("Failures", "The marks could not be written into a copy of this PDF."),
    Reason.BAD_TEMPLATE: QT_TRANSLATE_NOOP("Failures", "This template cannot be used: {about}."),
    Reason.NOTES_DAMAGED: QT_TRANSLATE_NOOP("Failures", "In {about} a line is missing that marks where notes end."),
    Reason.BAD_VALUE: QT_TRANSLATE_NOOP("Failures", "This value cannot be stored."),
    Reason.ID_TAKEN: QT_TRANSLATE_NOOP("Failures", "Another paper has this arXiv id: {about}."),
    Reason.BAD_NAME: QT_TRANSLATE_NOOP("Failures", "A name has between 1 and 200 characters."),
    Reason.NAME_TAKEN: QT_TRANSLATE_NOOP("Failures", "There is one of this name already: {about}."),
    Reason.INSIDE_ITSELF: QT_TRANSLATE_NOOP("Failures", "{about} cannot lie inside of itself."),
    Reason.NO_SUCH_LABEL: QT_TRANSLATE_NOOP("Failures", "This is no longer in the library."),
    Reason.NOT_WRITABLE: QT_TRANSLATE_NOOP("Failures", "{about} could not be written."),
    Reason.DISK_FULL: QT_TRANSLATE_NOOP("Failures", "The disk is full."),
    Reason.LIBRARY_IN_USE: QT_TRANSLATE_NOOP("Failures", "Another program has this library open."),
    Reason.LIBRARY_NEWER: QT_TRANSLATE_NOOP("Failures", "This library was written by a newer Papershelf."),
    Reason.LIBRARY_FOREIGN: QT_TRANSLATE_NOOP("Failures", "This folder holds a database of another program."),
    Reason.LIBRARY_DAMAGED: QT_TRANSLATE_NOOP("Failures", "The library file is damaged."),
    Reason.IO: QT_TRANSLATE_NOOP("Failures", "Reading or writing failed: {about}."),
    Reason.OFFLINE: QT_TRANSLATE_NOOP("Failures", "arXiv cannot be reached."),
    Reason.TIMED_OUT: QT_TRANSLATE_NOOP("Failures", "arXiv did not answer in time."),
    Reason.BUSY: QT_TRANSLATE_NOOP("Failures", "arXiv is busy and asks to wait."),
    Reason.SERVER_FAILED: QT_TRANSLATE_NOOP("Failures", "arXiv answered with an error."),
    Reason.BAD_ANSWER: QT_TRANSLATE_NOOP("Failures", "The answer of arXiv was cut off, or was about something else."),
    Reason.WEB_PAGE: QT_TRANSLATE_NOOP(
        "Failures", "arXiv sent a web page instead, perhaps to ask whether a person is there."
    ),
    Reason.ADDRESS_REFUSED: QT_TRANSLATE_NOOP("Failures", "The address leads where Papershelf does not go: {about}."),
    Reason.NOT_ON_ARXIV: QT_TRANSLATE_NOOP("Failures", "arXiv does not know this id."),
    Reason.NO_SUCH_FEED: QT_TRANSLATE_NOOP(
        "Failures", "The server knows no such category, or does not understand the search: {about}."
    ),
    Reason.NO_SUCH_DAY: QT_TRANSLATE_NOOP("Failures", "The feed tells nothing of that day."),
    Reason.NOT_A_FEED_LIST: QT_TRANSLATE_NOOP("Failures", "The file names no feed that can be followed here."),
    Reason.NO_PDF: QT_TRANSLATE_NOOP("Failures", "arXiv has no PDF of this version."),
    Reason.NOT_A_PDF: QT_TRANSLATE_NOOP("Failures", "The file is not a PDF."),
    Reason.PDF_CUT: QT_TRANSLATE_NOOP("Failures", "The PDF is cut off."),
    Reason.PDF_EMPTY: QT_TRANSLATE_NOOP("Failures", "The PDF has no pages."),
    Reason.PDF_LOCKED: QT_TRANSLATE_NOOP("Failures", "The PDF needs a password."),
    Reason.PDF_TOO_LARGE: QT_TRANSLATE_NOOP("Failures", "The PDF is larger than 200 MB."),
    Reason.PDF_FAILED: QT_TRANSLATE_NOOP("Failures", "The PDF cannot be read."),
    Reason.PDF_UNREAD: QT_TRANSLATE_NOOP("Failures", "The part of Papershelf that reads PDFs did not start."),
    Reason.WRONG_PAPER: QT_TRANSLATE_NOOP("Failures", "The PDF is of another paper, as its first page says."),
    Reason.NO_KEYRING: QT_TRANSLATE_NOOP("Failures", "This computer has no keyring that can be used."),
    Reason.KEYRING_LOCKED: QT_TRANSLATE_NOOP("Failures", "The keyring is locked."),
    Reason.KEYRING_SILENT: QT_TRANSLATE_NOOP("Failures", "The keyring did not answer."),
    Reason.KEYRING_FAILED: QT_TRANSLATE_NOOP("Failures", "The keyring could not be used."),
    Reason.MAIL_NOT_SET_UP: QT_TRANSLATE_NOOP("Failures", "E-mail is not set up yet."),
    Reason.NO_PASSWORD: QT_TRANSLATE_NOOP("Failures", "The mail server wants a password, and none is kept."),
    Reason.LOGIN_REFUSED: QT_TRANSLATE_NOOP("Failures", "The mail server did not take user name and password."),
    Reason.NOT_ENCRYPTED: QT_TRANSLATE_NOOP("Failures", "The way to the mail server is not safe."),
    Reason.MAIL_UNREACHED: QT_TRANSLATE_NOOP("Failures", "The mail server cannot be reached."),
    Reason.MAIL_DELAYED: QT_TRANSLATE_NOOP("Failures", "The mail server asks to try again later."),
    Reason.MAIL_REFUSED: QT_TRANSLATE_NOOP("Failures", "The mail server refused the mail."),
    Reason.MAIL_OF_COPY: QT_TRANSLATE_NOOP(
        "Failures", "It waited when this library was copied, moved or gone back to: it may have been sent since."
    ),
    Reason.BAD_RECIPIENT: QT_TRANSLATE_NOOP("Failures", "No mail can be sent to this address: {about}."),
    Reason.CONSENT_NEEDED: QT_TRANSLATE_NOOP("Failures", "Nobody agreed yet that texts are sent to this endpoint."),
    Reason.KEY_REFUSED: QT_TRANSLATE_NOOP("Failures", "The language model’s endpoint refused the key."),
    Reason.NO_SUCH_MODEL: QT_TRANSLATE_NOOP("Failures", "The endpoint does not know this language model."),
    Reason.QUOTA_USED_UP: QT_TRANSLATE_NOOP("Failures", "The credit for the language model is used up."),
    **dict.fromkeys(
        (reason for reason in Reason if reason.value.startswith("text-")),
        QT_TRANSLATE_NOOP("Failures", "What the language model wrote could not be taken."),
    ),
}
_WRITTEN_AS = {
    Fact.CATEGORIES.value: QT_TRANSLATE_NOOP("Failures", "Categories are written as in this example: cs.CL cs.LG."),
    Fact.PUBLISHED.value: QT_TRANSLATE_NOOP("Failures", "A date is written as 2024, 2024-03 or 2024-03-05."),
    Fact.ARXIV_ID.value: QT_TRANSLATE_NOOP("Failures", "An arXiv id is written as 2403.02774."),
    Fact.DOI.value: QT_TRANSLATE_NOOP("Failures", "A DOI is written as 10.1000/182."),
    Fact.LINK.value: QT_TRANSLATE_NOOP("Failures", "A link begins with https:// or http://."),
    Fact.CITE_KEY.value: QT_TRANSLATE_NOOP("Failures", "A cite key holds no blanks, commas, braces, quotes or %#~\\=."),
}
_ADVICE = {
    Reason.UNREADABLE: QT_TRANSLATE_NOOP(
        "Failures", "Nothing was changed. Look whether the file is still there and may be read."
    ),
    Reason.NOT_TEXT: QT_TRANSLATE_NOOP("Failures", "It was left out; the other files were taken."),
    Reason.NOT_UTF8: QT_TRANSLATE_NOOP(
        "Failures", "It was left out. Save it as UTF-8 in an editor and import it again."
    ),
    Reason.TOO_LARGE: QT_TRANSLATE_NOOP("Failures", "It was left out; the other files were taken."),
    Reason.NOT_A_DIGEST: QT_TRANSLATE_NOOP(
        "Failures", "It was left out. Papershelf reads digests in Markdown and the text of Daily Papers pages."
    ),
    Reason.NOT_A_BIBLIOGRAPHY: QT_TRANSLATE_NOOP(
        "Failures", "It was left out. Papershelf reads BibTeX, RIS and CSL JSON."
    ),
    Reason.FILE_CHANGED: QT_TRANSLATE_NOOP("Failures", "Nothing of it was imported. Import it again."),
    Reason.NO_SUCH_DIGEST: QT_TRANSLATE_NOOP("Failures", "Nothing was changed. It may be in the Trash: try Undo."),
    Reason.NO_SUCH_PAPER: QT_TRANSLATE_NOOP("Failures", "Nothing was changed. It may be in the Trash: try Undo."),
    Reason.NOTHING_TO_EXPORT: QT_TRANSLATE_NOOP("Failures", "No file was written. Select papers or a digest first."),
    Reason.NOTHING_TO_READ: QT_TRANSLATE_NOOP("Failures", "Download it from arXiv, or add the PDF that you have."),
    Reason.COPY_FAILED: QT_TRANSLATE_NOOP(
        "Failures", "No file was written; your marks and the PDF are as they were. Export the notes as text instead."
    ),
    Reason.BAD_TEMPLATE: QT_TRANSLATE_NOOP("Failures", "No file was written. Correct the template or choose another."),
    Reason.NOTES_DAMAGED: QT_TRANSLATE_NOOP(
        "Failures",
        "The file was not touched. Choose another name, or take the Papershelf marker lines out of the file.",
    ),
    Reason.BAD_VALUE: QT_TRANSLATE_NOOP("Failures", "The old value stands. Correct it, or press Escape to leave it."),
    Reason.ID_TAKEN: QT_TRANSLATE_NOOP("Failures", "The old value stands. Search for the id to find the other paper."),
    Reason.BAD_NAME: QT_TRANSLATE_NOOP("Failures", "Nothing was changed. Choose another name."),
    Reason.NAME_TAKEN: QT_TRANSLATE_NOOP("Failures", "The old name stands. Choose another one."),
    Reason.INSIDE_ITSELF: QT_TRANSLATE_NOOP("Failures", "Nothing was moved. Choose another place."),
    Reason.NO_SUCH_LABEL: QT_TRANSLATE_NOOP("Failures", "Nothing was changed. If it was deleted, Undo brings it back."),
    Reason.NOT_WRITABLE: QT_TRANSLATE_NOOP(
        "Failures", "What was there before is unchanged. Choose another folder, or look at its access rights."
    ),
    Reason.DISK_FULL: QT_TRANSLATE_NOOP(
        "Failures", "Nothing was written half: your data is as it was. Make room and try again."
    ),
    Reason.LIBRARY_IN_USE: QT_TRANSLATE_NOOP(
        "Failures", "It was not opened. Close the other program, or choose another."
    ),
    Reason.LIBRARY_NEWER: QT_TRANSLATE_NOOP(
        "Failures", "It was not touched. Install the newer version, or choose another library."
    ),
    Reason.LIBRARY_FOREIGN: QT_TRANSLATE_NOOP("Failures", "It was not touched. Choose another folder."),
    Reason.LIBRARY_DAMAGED: QT_TRANSLATE_NOOP(
        "Failures",
        "It was left as it is. Go back to a backup if there is one, or open another library meanwhile.",
    ),
    Reason.IO: QT_TRANSLATE_NOOP("Failures", "What was saved before is safe. Try again; if it stays, check the disk."),
    Reason.OFFLINE: QT_TRANSLATE_NOOP(
        "Failures",
        "Your library is as it was. Is there a network? Downloads that wait are tried again by themselves.",
    ),
    Reason.TIMED_OUT: QT_TRANSLATE_NOOP(
        "Failures", "Your library is as it was. Downloads that wait are tried again by themselves."
    ),
    Reason.BUSY: QT_TRANSLATE_NOOP(
        "Failures", "Your library is as it was. Downloads go on by themselves when the wait is over."
    ),
    Reason.SERVER_FAILED: QT_TRANSLATE_NOOP(
        "Failures", "Your library is as it was. Downloads are tried again by themselves; else try again later."
    ),
    Reason.BAD_ANSWER: QT_TRANSLATE_NOOP(
        "Failures", "Nothing of it was used. Downloads are tried again by themselves; else try again later."
    ),
    Reason.WEB_PAGE: QT_TRANSLATE_NOOP(
        "Failures", "Nothing of it was used. Downloads are tried again by themselves, after growing pauses."
    ),
    Reason.ADDRESS_REFUSED: QT_TRANSLATE_NOOP(
        "Failures", "Nothing was loaded from there. Look at the addresses in the settings, under arXiv."
    ),
    Reason.NOT_ON_ARXIV: QT_TRANSLATE_NOOP("Failures", "The paper stays as it is. Look whether the id is spelt right."),
    Reason.NO_SUCH_FEED: QT_TRANSLATE_NOOP("Failures", "Edit the feed: look how category or search are spelt."),
    Reason.NO_SUCH_DAY: QT_TRANSLATE_NOOP("Failures", "Nothing was changed. Try it when that day has come."),
    Reason.NOT_A_FEED_LIST: QT_TRANSLATE_NOOP(
        "Failures",
        "Nothing was changed. Papershelf reads OPML with arXiv's feeds, searches of its API and the Daily Papers.",
    ),
    Reason.NO_PDF: QT_TRANSLATE_NOOP(
        "Failures", "The paper stays as it is. It may be withdrawn; its page on arXiv tells more."
    ),
    Reason.NOT_A_PDF: QT_TRANSLATE_NOOP("Failures", "It was not kept. Open it in a browser to see what it is."),
    Reason.PDF_CUT: QT_TRANSLATE_NOOP("Failures", "It was not kept. A download is tried again by itself."),
    Reason.PDF_EMPTY: QT_TRANSLATE_NOOP("Failures", "It was not kept. Look whether another version is whole."),
    Reason.PDF_LOCKED: QT_TRANSLATE_NOOP(
        "Failures", "It stays as it is. Give the password that opens it; it is kept until Papershelf is closed."
    ),
    Reason.PDF_TOO_LARGE: QT_TRANSLATE_NOOP("Failures", "It was not kept. Open it in a browser instead."),
    Reason.PDF_FAILED: QT_TRANSLATE_NOOP("Failures", "It was not kept. Look whether another program opens it."),
    Reason.PDF_UNREAD: QT_TRANSLATE_NOOP(
        "Failures", "The PDF itself may be whole. A download is tried again by itself; else try again later."
    ),
    Reason.WRONG_PAPER: QT_TRANSLATE_NOOP("Failures", "It was not kept. Look whether the arXiv id is right."),
    Reason.NO_KEYRING: QT_TRANSLATE_NOOP("Failures", "Keys and passwords are kept until Papershelf is closed."),
    Reason.KEYRING_LOCKED: QT_TRANSLATE_NOOP("Failures", "Unlock it and try again."),
    Reason.KEYRING_SILENT: QT_TRANSLATE_NOOP("Failures", "Look whether it asks for its password, and try again."),
    Reason.KEYRING_FAILED: QT_TRANSLATE_NOOP("Failures", "Unlock it, or type the key or password again."),
    Reason.MAIL_NOT_SET_UP: QT_TRANSLATE_NOOP("Failures", "Name server and sender in the settings, under E-mail."),
    Reason.NO_PASSWORD: QT_TRANSLATE_NOOP("Failures", "Nothing was sent. Type it in the settings, under E-mail."),
    Reason.LOGIN_REFUSED: QT_TRANSLATE_NOOP(
        "Failures", "Nothing was sent. Correct them in the settings, under E-mail, then send again from the outbox."
    ),
    Reason.NOT_ENCRYPTED: QT_TRANSLATE_NOOP(
        "Failures", "Neither password nor mail went there. Look at the security in the settings, under E-mail."
    ),
    Reason.MAIL_UNREACHED: QT_TRANSLATE_NOOP("Failures", "The mail stays in the outbox and is tried again by itself."),
    Reason.MAIL_DELAYED: QT_TRANSLATE_NOOP("Failures", "The mail stays in the outbox and is tried again by itself."),
    Reason.MAIL_REFUSED: QT_TRANSLATE_NOOP("Failures", "It stays in the outbox. The server's words tell more."),
    Reason.MAIL_OF_COPY: QT_TRANSLATE_NOOP(
        "Failures", "Look whether it arrived; if not, send it again. Nothing is sent twice by itself."
    ),
    Reason.BAD_RECIPIENT: QT_TRANSLATE_NOOP("Failures", "Correct it; addresses look like name@example.org."),
    Reason.CONSENT_NEEDED: QT_TRANSLATE_NOOP("Failures", "Nothing was sent. Settings ask whether it may be."),
    Reason.KEY_REFUSED: QT_TRANSLATE_NOOP(
        "Failures", "What was written so far is stored. Look at the key in Settings."
    ),
    Reason.NO_SUCH_MODEL: QT_TRANSLATE_NOOP("Failures", "What was written so far is stored. Choose one in Settings."),
    Reason.QUOTA_USED_UP: QT_TRANSLATE_NOOP(
        "Failures", "What was written so far is stored. Top it up, or choose another model; then go on."
    ),
    **dict.fromkeys(
        (reason for reason in Reason if reason.value.startswith("text-")),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed. Try again, or write the text yourself."),
    ),
}


_FOLDERS = {
    FolderKind.NETWORK: QT_TRANSLATE_NOOP(
        "Failures",
        "This library lies in a folder of the network. It works there, a little slower. "
        "Open it on one computer at a time.",
    ),
    FolderKind.CLOUD: QT_TRANSLATE_NOOP(
        "Failures",
        "This library lies in a folder that a cloud service copies. Close Papershelf before another computer opens it; "
        "a folder of this computer alone is safer.",
    ),
}


def folder_remark(kind: FolderKind) -> str:
    """What a person should know of a library in such a folder; empty for a local one."""
    return QCoreApplication.translate("Failures", _FOLDERS[kind]) if kind in _FOLDERS else ""


def failure_words(error: AppError) -> FailureWords:
    """What to tell a person about the error, in the language of the window."""
    if isinstance(error, UnexpectedError):
        return FailureWords(
            QCoreApplication.translate("Failures", "Papershelf made a mistake ({about}).").format(about=error.about),
            QCoreApplication.translate("Failures", "What was saved before is safe. The log has the details."),
        )
    about = error.about or error.detail
    happened = _HAPPENED[error.reason]
    if error.reason is Reason.BAD_VALUE:
        happened = _WRITTEN_AS.get(about, happened)
    return FailureWords(
        QCoreApplication.translate("Failures", happened).format(about=about),
        QCoreApplication.translate("Failures", _ADVICE[error.reason]),
    )

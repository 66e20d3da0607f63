"""Words for mails: how far one is, whom it goes to, what came of it."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from desktop.domain.errors import MailError, Reason
from desktop.domain.mail_addresses import shown_address
from desktop.domain.mails import Mail, MailState, Recipient
from desktop.ui import wording
from desktop.ui.failures import failure_words
from desktop.ui.language import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

_STATES = {
    MailState.WAITING: QT_TRANSLATE_NOOP("Mails", "Waiting"),
    MailState.SENDING: QT_TRANSLATE_NOOP("Mails", "Being sent"),
    MailState.UNCERTAIN: QT_TRANSLATE_NOOP("Mails", "Perhaps sent"),
    MailState.FAILED: QT_TRANSLATE_NOOP("Mails", "Not sent"),
    MailState.CANCELLED: QT_TRANSLATE_NOOP("Mails", "Cancelled"),
    MailState.SENT: QT_TRANSLATE_NOOP("Mails", "Sent"),
}


def state(mail: Mail) -> str:
    """One or two words."""
    if mail.state is MailState.SENT and mail.refused:
        return translate("Mails", "Sent to some")
    return translate("Mails", _STATES[mail.state])


def moment(milliseconds: int) -> str:
    """Date and time where the person is."""
    return QLocale().toString(QDateTime.fromMSecsSinceEpoch(milliseconds), QLocale.FormatType.ShortFormat)


def names(mail: Mail) -> str:
    """Everybody it goes to."""
    return wording.listed(one.name or shown_address(one.address) for one in mail.recipients)


def details(mail: Mail) -> str:
    """What happened, what it means, what can be done: one or two sentences, then who was refused and why."""
    return "\n".join(filter(None, (_what_happened(mail), *map(_refused, mail.recipients))))


def _what_happened(mail: Mail) -> str:
    match mail.state:
        case MailState.SENT:
            words = translate("Mails", "Handed to the mail server {when}.")
            return words.format(when=moment(mail.sent_at_ms or 0))
        case MailState.UNCERTAIN if mail.reason is not Reason.MAIL_OF_COPY:
            return translate(
                "Mails",
                "The line was cut before the mail server answered: it may have this mail or not. Look whether it "
                "arrived; if not, send it again. Nothing is sent twice by itself.",
            )
        case MailState.CANCELLED:
            return translate("Mails", "It is not sent. “Send now” sends it all the same.")
        case MailState.SENDING:
            return translate("Mails", "It is being handed to the mail server.")
    if mail.reason is None:
        return translate("Mails", "It is sent in a moment.")
    return wording.sentences((_why(mail), _when(mail)))


def _why(mail: Mail) -> str:
    assert mail.reason is not None
    happened = failure_words(MailError(mail.reason, "", mail.detail))
    said = translate("Mails", "It said: “{words}”.").format(words=mail.detail) if mail.detail else ""
    advice = "" if mail.state is MailState.WAITING and mail.reason not in _FOR_A_PERSON else happened.advice
    return wording.sentences((happened.happened, said, advice))


def _when(mail: Mail) -> str:
    if mail.state is not MailState.WAITING or not mail.retry_at_ms:
        return ""
    return translate("Mails", "It is tried again {when}.").format(when=moment(mail.retry_at_ms))


def _refused(recipient: Recipient) -> str:
    if not recipient.said:
        return ""
    words = translate("Mails", "Not taken for {address}: “{words}”.")
    return words.format(address=shown_address(recipient.address), words=recipient.said)


_FOR_A_PERSON = frozenset({Reason.MAIL_NOT_SET_UP, Reason.NO_PASSWORD, Reason.LOGIN_REFUSED, Reason.NOT_ENCRYPTED})

"""Words for what goes wrong between Papershelf and a language model: what happened, what it means for what was written
so far, what to do."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.errors import AppError, Reason
from desktop.domain.model_choice import on_this_computer
from desktop.ui.failures import FailureWords, failure_words
from desktop.ui.language import QT_TRANSLATE_NOOP
from desktop.ui.writing.model_presets import preset_name

translate = QCoreApplication.translate

_HAPPENED = {
    Reason.KEY_REFUSED: QT_TRANSLATE_NOOP("ModelFailures", "{name} refused the key, or asks for one."),
    Reason.NO_SUCH_MODEL: QT_TRANSLATE_NOOP(
        "ModelFailures", "{name} does not know the model, or the address is wrong."
    ),
    Reason.QUOTA_USED_UP: QT_TRANSLATE_NOOP("ModelFailures", "The credit at {name} is used up."),
    Reason.BUSY: QT_TRANSLATE_NOOP("ModelFailures", "{name} gets more requests than it allows, and asks to wait."),
    Reason.TIMED_OUT: QT_TRANSLATE_NOOP("ModelFailures", "{name} did not answer in time."),
    Reason.OFFLINE: QT_TRANSLATE_NOOP("ModelFailures", "{name} cannot be reached."),
    Reason.SERVER_FAILED: QT_TRANSLATE_NOOP("ModelFailures", "{name} answered with an error."),
    Reason.BAD_ANSWER: QT_TRANSLATE_NOOP("ModelFailures", "{name} gave an answer that is none of a language model."),
    Reason.TOO_LARGE: QT_TRANSLATE_NOOP("ModelFailures", "The text is longer than the model can take in."),
    Reason.ADDRESS_REFUSED: QT_TRANSLATE_NOOP("ModelFailures", "Papershelf does not go to this address: {name}."),
    Reason.WEB_PAGE: QT_TRANSLATE_NOOP("ModelFailures", "{name} sent a web page where a model’s answer was expected."),
}
_ADVICE = {
    Reason.KEY_REFUSED: QT_TRANSLATE_NOOP("ModelFailures", "Look at the key in the settings, or give a new one."),
    Reason.NO_SUCH_MODEL: QT_TRANSLATE_NOOP(
        "ModelFailures", "Choose one in the settings: “List models” shows which there are."
    ),
    Reason.QUOTA_USED_UP: QT_TRANSLATE_NOOP("ModelFailures", "Top it up there, or choose another model; then go on."),
    Reason.BUSY: QT_TRANSLATE_NOOP(
        "ModelFailures", "It goes on by itself. Fewer requests at a time or a minute, in the settings, avoid this."
    ),
    Reason.TIMED_OUT: QT_TRANSLATE_NOOP(
        "ModelFailures", "It is tried again by itself. A slow model does better with fewer requests at a time."
    ),
    Reason.OFFLINE: QT_TRANSLATE_NOOP("ModelFailures", "Is there a network? It is tried again by itself."),
    Reason.SERVER_FAILED: QT_TRANSLATE_NOOP("ModelFailures", "It is tried again by itself."),
    Reason.BAD_ANSWER: QT_TRANSLATE_NOOP("ModelFailures", "Look at the address in the settings."),
    Reason.TOO_LARGE: QT_TRANSLATE_NOOP("ModelFailures", "Choose a model with more context, or shorten the prompt."),
    Reason.ADDRESS_REFUSED: QT_TRANSLATE_NOOP(
        "ModelFailures", "Nothing was sent there. An address begins with https://, or with http:// in your own network."
    ),
    Reason.WEB_PAGE: QT_TRANSLATE_NOOP(
        "ModelFailures", "Look at the address in the settings; most end in /v1. A network may also ask you to log in."
    ),
}
_LOCAL_ADVICE = QT_TRANSLATE_NOOP("ModelFailures", "Is {name} running? Start it; then go on.")
_KEPT = QT_TRANSLATE_NOOP("ModelFailures", "What was written so far is stored.")


def model_failure(error: AppError, url: str, *, writing: bool) -> FailureWords:
    """What to tell of an endpoint at that address that could not be asked. Where texts were being `writing`, also that
    those are safe which came."""
    if error.reason not in _HAPPENED:
        return failure_words(error)
    name = preset_name(url) or url
    advice = _ADVICE[error.reason]
    if error.reason is Reason.OFFLINE and on_this_computer(url):
        advice = _LOCAL_ADVICE
    happened = translate("ModelFailures", _HAPPENED[error.reason]).format(name=name)
    if error.detail and error.reason in (Reason.SERVER_FAILED, Reason.BAD_ANSWER, Reason.NO_SUCH_MODEL):
        happened = translate("ModelFailures", "{what} It says: {detail}").format(what=happened, detail=error.detail)
    told = (translate("ModelFailures", _KEPT) if writing else "", translate("ModelFailures", advice).format(name=name))
    return FailureWords(happened, " ".join(part for part in told if part))

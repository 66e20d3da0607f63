"""The mailer of the open library, and the page of the settings about e-mail."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from desktop.domain.settings import Settings
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner
from desktop.ui.window_dialogs import WindowDialogs

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices
    from desktop.ui.desk.mailing_actions import MailingActions
    from desktop.ui.mailing.mailer import Mailer
    from desktop.ui.preferences.settings_page import SettingsPage

_BEGIN_AFTER_MS = 4000
"""The person has seen the library before a mail is sent."""


class WindowMailing(QObject):
    """A mailer stays while the window is made anew in another language. It is made some moments after the first rows,
    or when it is first needed."""

    def __init__(self, tasks: TaskRunner, session: Session, dialogs: WindowDialogs, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._session = session
        self._dialogs = dialogs
        self._services: LibraryServices | None = None
        self._mailer: Mailer | None = None
        self._counted = _about_mail(session.values)
        dialogs.settings_pages.append(self._settings_page)
        session.changed.connect(self._on_settings_changed)
        app = QCoreApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(self._stop)

    def mailer(self) -> "Mailer":
        """That of the library which was served last."""
        if self._mailer is None:
            from desktop.ui.mailing.mailer import Mailer  # not needed for the first screen

            assert self._services is not None
            self._mailer = Mailer(self._services, self._tasks, self._session, self)
            self._mailer.begin()
        return self._mailer

    def serve(self, services: "LibraryServices", actions: "MailingActions") -> None:
        """The library is open, and a person may use these actions."""
        self._services = services
        actions.settings_wanted.connect(self.show_settings)
        QTimer.singleShot(_BEGIN_AFTER_MS if self._mailer is None else 0, actions, actions.begin)

    def leave(self) -> None:
        """Another library is opened: stop at once."""
        self._stop()
        self._services = None
        if self._mailer is not None:
            self._mailer.deleteLater()
            self._mailer = None

    def show_settings(self) -> None:
        """Let the person name their server."""
        folder = self._services.folder if self._services is not None else None
        self._dialogs.show_preferences(folder, "mail")

    def _stop(self) -> None:
        if self._mailer is not None:
            self._mailer.leave()

    def _settings_page(self) -> "SettingsPage":
        from desktop.ui.mailing.mail_page import MailPage  # when it is first wanted

        page = MailPage(self._tasks, self._session)
        page.password.changed.connect(self._release)
        return page

    def _on_settings_changed(self) -> None:
        counted = _about_mail(self._session.values)
        if counted != self._counted:
            self._counted = counted
            self._release()

    def _release(self) -> None:
        if self._mailer is not None:
            self._mailer.release()


def _about_mail(settings: Settings) -> tuple[object, ...]:
    """What decides whether a mail can be sent."""
    return (
        *(settings.mail_server, settings.mail_port, settings.mail_security),
        *(settings.mail_user, settings.mail_from),
    )

"""The process of a window, from its start to its end. Qt is imported only once this process holds the library."""

import builtins
import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.app.held_library import services_of, take_or_ask
from desktop.app.library_choice import library_of
from desktop.app.network_choice import network_of
from desktop.app.paths import Paths, working_folder
from desktop.app.window_arguments import WindowArguments
from desktop.domain.errors import AppError
from desktop.domain.own_link import LinkedPlace, place_link
from desktop.system.library_lock import LibraryLock
from desktop.system.settings import SettingsFile

_SETTLE_AFTER_MS = 500
"""After the first paint; the first rows are there by then."""
_GIL_S = 0.0005
"""After what time a lane's thread lets the window go on. A paint asks for that a dozen times: with Python's own 5 ms an
import stalls the window twice as long at its worst."""
_COLLECT_AFTER_MS = 4000
"""All that a window always needs has been imported by then."""

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.app.container import Container


def open_window(paths: Paths, args: WindowArguments) -> int:
    """Show the window until it is closed; if another one has the library, raise that and end. Returns the exit code."""
    settings = SettingsFile(paths.settings_file)
    folder = _library(paths, settings, args)
    lock: LibraryLock | None = None
    refusal: AppError | None = None
    if folder is not None:
        try:
            held = take_or_ask(folder, lambda: raise_other(paths, folder, args.to_add, args.to_show))
        except AppError as error:
            from desktop.app.failure_words import words

            refusal = error
            print(f"papershelf: {words(error)}", file=sys.stderr)
        else:
            if not isinstance(held, LibraryLock):
                return held
            lock = held
    return _run(paths, settings, folder, lock, refusal, args)


def _library(paths: Paths, settings: SettingsFile, args: WindowArguments) -> Path | None:
    """The library to be opened; None at the very first start, when the person is asked."""
    if args.sample or args.library or settings.values.library or paths.default_library.is_dir():
        return library_of(args.library, args.sample, working_folder(), paths, settings.values)
    return None


def raise_other(paths: Paths, folder: Path, to_add: str, to_show: LinkedPlace | None = None) -> int | None:
    """Raise the window that has the library, and let it show what is to be added or read; None if no window answers."""
    from desktop.system.local_channel import HANDSHAKE_SECONDS, NoPeerError, open_conversation

    show = place_link(to_show) if to_show is not None else ""
    try:
        with open_conversation(paths.runtime, folder, {"do": "raise", "add": to_add, "show": show}) as conversation:
            conversation.receive(HANDSHAKE_SECONDS)
    except NoPeerError:
        return None
    return 0


def _run(
    paths: Paths,
    settings: SettingsFile,
    folder: Path | None,
    lock: LibraryLock | None,
    refusal: AppError | None,
    args: WindowArguments,
) -> int:
    sys.setswitchinterval(_GIL_S)
    gc.disable()  # until the Collector takes over; a start makes no garbage worth looking for
    app = _application()
    from desktop.app.container import Container
    from desktop.app.crash_reports import CrashReports
    from desktop.app.first_paint import FirstPaint

    network = network_of(paths, settings.values)
    services = (
        services_of(folder, sample=args.sample, network=network) if folder is not None and lock is not None else None
    )
    container = Container(paths, settings, services)

    def begin() -> None:
        CrashReports(paths.crash_reports, container.report_crash).install()
        _close_on_signals(container)
        if services is not None and lock is not None:
            container.open(services, lock)
        if args.to_add:
            container.show_add(args.to_add)
        if args.to_show is not None:
            container.show_place(args.to_show)
        if refusal is not None:
            container.window.show_refusal(refusal)

    FirstPaint(container.window, begin)
    container.window.show()
    _settle_later(paths, container)
    code = app.exec()
    container.stop()
    return code if refusal is None else _exit_code(refusal)


def _application() -> "QApplication":
    usual_import = builtins.__import__
    from PySide6.QtWidgets import QApplication

    # PySide reads the source of every module that is imported after it, to see whether it asks for `__feature__`
    # (its other spelling of names). None of ours does, and it costs 70 ms before the first rows.
    builtins.__import__ = usual_import
    app = QApplication(sys.argv[:1])
    name_application(app)
    return app


def _exit_code(refusal: AppError) -> int:
    from desktop.app.failure_words import exit_code

    return exit_code(refusal)


def name_application(app: "QApplication") -> None:
    """Tell the desktop who this is."""
    app.setApplicationName("papershelf")
    app.setApplicationDisplayName("Papershelf")
    app.setDesktopFileName("papershelf")


def _settle_later(paths: Paths, container: "Container") -> None:
    """What can wait until the first rows stand."""
    from PySide6.QtCore import QTimer

    def settle() -> None:
        from desktop.app.logs import start_log

        start_log(paths.log_file)

    def collect() -> None:
        from desktop.app.collector import Collector

        Collector(container)

    QTimer.singleShot(_SETTLE_AFTER_MS, container, settle)
    QTimer.singleShot(_COLLECT_AFTER_MS, container, collect)


def _close_on_signals(container: "Container") -> None:
    """Close the window in order on Ctrl+C and at the end of the session; Qt's own loop lets Python hear of neither."""
    import signal
    import socket

    from PySide6.QtCore import QSocketNotifier

    hears, tells = socket.socketpair()
    tells.setblocking(False)
    signal.set_wakeup_fd(tells.detach(), warn_on_full_buffer=False)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)
    notifier = QSocketNotifier(hears.fileno(), QSocketNotifier.Type.Read, container)
    notifier.activated.connect(lambda: hears.recv(64))
    notifier.activated.connect(container.window.close)

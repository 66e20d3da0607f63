"""Hands mails to a server: https://www.rfc-editor.org/rfc/rfc5321

The talk with the server runs on a thread of its own, which is left behind when nobody waits for it any longer: neither
a look-up of a name nor a silent server can be interrupted. Left behind, it hands over nothing.

A server takes a mail with its answer to the line that ends the mail. If the line is cut between these two, nobody can
know whether it took it; such a failure is `uncertain`. Before that it surely did not.
"""

import ipaddress
import logging
import re
import smtplib
import ssl
import time
from base64 import b64encode
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from queue import Empty, SimpleQueue
from socket import SHUT_RDWR, socket
from threading import Lock, Thread

from desktop.domain.errors import Cancelled, MailError, Reason
from desktop.domain.mails import MailAnswer, MailSecurity, MailServer, Recipient, Taken

READ_S = 60.0
"""For each answer but the last."""
LAST_ANSWER_S = 300.0
"""Servers look for viruses before they take a mail."""
WHOLE_S = 900.0
_PIECE = 65_536
"""Bytes."""
_LOOK_S = 0.1
_OWN_NAME = "[127.0.0.1]"
"""What this computer calls itself: looking its real name up can take long, and concerns nobody."""
_LONGEST_SAID = 500

log = logging.getLogger(__name__)


def send(
    server: MailServer,
    password: str,
    sender: str,
    recipients: Sequence[Recipient],
    message: bytes,
    cancelled: Callable[[], bool],
) -> MailAnswer:
    """Hand the message to the server for these recipients. Raises Cancelled, if it surely was not handed over, and
    MailError."""
    return _Talk(server, password).run(lambda talk: talk.deliver(sender, recipients, message), cancelled)


def check(server: MailServer, password: str, cancelled: Callable[[], bool]) -> None:
    """Reach the server and log in, nothing else. Raises Cancelled and MailError."""
    _Talk(server, password).run(lambda _: MailAnswer(()), cancelled)


class _Talk:
    """One connection."""

    def __init__(self, server: MailServer, password: str) -> None:
        self._server = server
        self._password = password
        self._told: SimpleQueue[MailAnswer | MailError | BaseException] = SimpleQueue()
        self._lock = Lock()
        self._left = False
        self._handed = False
        """The line that ends the mail may have gone."""
        self._line: socket | None = None
        self._smtp: smtplib.SMTP

    def run(self, act: Callable[["_Talk"], MailAnswer], cancelled: Callable[[], bool]) -> MailAnswer:
        """What came of it, once it is connected and logged in."""
        Thread(target=self._run, args=(act,), name="mail", daemon=True).start()
        end = time.monotonic() + WHOLE_S
        while True:
            with suppress(Empty):
                told = self._told.get(timeout=_LOOK_S)
                if isinstance(told, BaseException):
                    raise told
                return told
            late = time.monotonic() > end
            if late or cancelled():
                handed = self._leave()
                if handed or late:
                    raise self._failure(Reason.MAIL_UNREACHED, "stopped before the server answered")
                raise Cancelled

    def deliver(self, sender: str, recipients: Sequence[Recipient], message: bytes) -> MailAnswer:
        """On the thread."""
        smtp = self._smtp
        self._mail(sender, recipients, message)
        told = [self._offered(one) for one in recipients]
        accepted = [one for one in told if one.taken is Taken.TAKEN]
        if not accepted:
            return MailAnswer(tuple(told))
        _expect(smtp.docmd("DATA"), 354)
        smtp.set_debuglevel(0)
        framed = memoryview(_framed(message))
        for start in range(0, len(framed), _PIECE):  # each has its time, so a slow line gets large mails through, too
            smtp.send(framed[start : start + _PIECE])
        with self._lock:
            if self._left:
                raise ConnectionAbortedError("nobody waits for an answer")
            self._handed = True
        if self._line is not None:
            self._line.settimeout(LAST_ANSWER_S)
        smtp.send(b".\r\n")
        answer = smtp.getreply()
        self._handed = False
        _expect(answer, 250)
        return MailAnswer(tuple(told))

    def _mail(self, sender: str, recipients: Sequence[Recipient], message: bytes) -> None:
        smtp = self._smtp
        options = []
        if smtp.has_extn("size"):
            options.append(f"SIZE={len(message)}")
        if not all(address.isascii() for address in (sender, *(one.address for one in recipients))):
            if not smtp.has_extn("smtputf8"):
                raise MailError(Reason.MAIL_REFUSED, self._server.host, "the server takes ASCII addresses only")
            smtp.command_encoding = "utf-8"
            options += ["SMTPUTF8", "BODY=8BITMIME"]
        _expect(smtp.mail(sender, options), 250)

    def _offered(self, recipient: Recipient) -> Recipient:
        code, words = self._smtp.rcpt(recipient.address)
        if code in (250, 251, 252):
            return replace(recipient, taken=Taken.TAKEN, said="")
        if code == 421 or not 400 <= code < 600:
            raise smtplib.SMTPResponseException(code, words)
        return replace(recipient, taken=Taken.WAITING if code < 500 else Taken.REFUSED, said=_said(code, words))

    def _run(self, act: Callable[["_Talk"], MailAnswer]) -> None:
        try:
            self._told.put(self._talked(act))
        except MailError as error:
            self._told.put(error)
        except smtplib.SMTPResponseException as error:
            self._told.put(self._refusal(error))
        except smtplib.SMTPNotSupportedError as error:
            self._told.put(self._failure(Reason.NOT_ENCRYPTED, str(error)))
        except ssl.SSLError as error:
            self._told.put(self._failure(Reason.NOT_ENCRYPTED, str(error)))
        except (smtplib.SMTPException, OSError, UnicodeError) as error:
            self._told.put(self._failure(Reason.MAIL_UNREACHED, str(error) or type(error).__name__))
        except BaseException as error:  # noqa: BLE001 - a bug is one of who waits
            self._told.put(error)

    def _talked(self, act: Callable[["_Talk"], MailAnswer]) -> MailAnswer:
        self._smtp = self._connected()
        try:
            if self._server.user:
                self._log_in()
            answer = act(self)
            with suppress(smtplib.SMTPException, OSError):
                self._smtp.quit()
            return answer
        finally:
            self._smtp.close()

    def _connected(self) -> smtplib.SMTP:
        server = self._server
        host = server.host.encode("idna").decode()
        if server.security is MailSecurity.TLS:
            context = ssl.create_default_context()
            smtp: smtplib.SMTP = _SecureClient(host, server.port, _OWN_NAME, timeout=READ_S, context=context)
        else:
            smtp = _Client(host, server.port, _OWN_NAME, timeout=READ_S)
        smtp.set_debuglevel(1 if log.isEnabledFor(logging.DEBUG) else 0)
        try:
            self._hold(smtp)
            smtp.ehlo_or_helo_if_needed()
            if server.security is MailSecurity.STARTTLS:
                _expect(smtp.starttls(context=ssl.create_default_context()), 220)
                self._hold(smtp)
                smtp.ehlo()
        except BaseException:
            smtp.close()
            raise
        return smtp

    def _hold(self, smtp: smtplib.SMTP) -> None:
        with self._lock:
            if self._left:
                raise ConnectionAbortedError("nobody waits for an answer")
            self._line = smtp.sock

    def _log_in(self) -> None:
        if self._server.security is MailSecurity.NONE and not self._to_this_computer():
            raise self._failure(Reason.NOT_ENCRYPTED, "a password goes over an encrypted line only")
        user, password, smtp = self._server.user, self._password, self._smtp
        if "PLAIN" not in smtp.esmtp_features.get("auth", "").split():
            try:
                smtp.login(user, password)
            except smtplib.SMTPNotSupportedError as error:
                raise self._failure(Reason.LOGIN_REFUSED, str(error)) from None
            return
        # Not `login`, which knows ASCII alone and tries a wrong password once for each way that the server offers.
        code, words = smtp.docmd("AUTH", "PLAIN " + b64encode(f"\0{user}\0{password}".encode()).decode())
        if code not in (235, 503):
            raise smtplib.SMTPAuthenticationError(code, words)

    def _to_this_computer(self) -> bool:
        return self._line is not None and ipaddress.ip_address(self._line.getpeername()[0]).is_loopback

    def _leave(self) -> bool:
        """Nobody waits any longer. Returns whether the mail may have been handed over."""
        with self._lock:
            self._left = True
            if self._line is not None:
                with suppress(OSError):
                    socket.shutdown(self._line, SHUT_RDWR)  # the plain socket's; it wakes the thread
            return self._handed

    def _refusal(self, error: smtplib.SMTPResponseException) -> MailError:
        said = _said(error.smtp_code, error.smtp_error)
        if 500 <= error.smtp_code < 600:
            login = isinstance(error, smtplib.SMTPAuthenticationError)
            return MailError(Reason.LOGIN_REFUSED if login else Reason.MAIL_REFUSED, self._server.host, said)
        if 400 <= error.smtp_code < 500:
            return MailError(Reason.MAIL_DELAYED, self._server.host, said)
        return self._failure(Reason.MAIL_UNREACHED, said)

    def _failure(self, reason: Reason, detail: str) -> MailError:
        return MailError(reason, self._server.host, detail[:_LONGEST_SAID], uncertain=self._handed)


class _Client(smtplib.SMTP):
    """Tells what it says in the log, for who looks for a fault. A mail itself is not told."""

    def _print_debug(self, *args: object) -> None:
        log.debug("%s", " ".join(map(str, args)))


class _SecureClient(smtplib.SMTP_SSL):
    """The same over TLS from the first byte."""

    def _print_debug(self, *args: object) -> None:
        log.debug("%s", " ".join(map(str, args)))


def _expect(answer: tuple[int, bytes], code: int) -> None:
    if answer[0] != code:
        raise smtplib.SMTPResponseException(*answer)


def _said(code: int, words: bytes | str) -> str:
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    plain = "".join(letter if letter.isprintable() else " " for letter in text)
    return f"{code} {' '.join(plain.split())}"[:_LONGEST_SAID]


def _framed(message: bytes) -> bytes:
    """The message with line ends and dots as the protocol wants them, but for the line that ends it."""
    lines = re.sub(rb"\r\n|\r|\n", b"\r\n", message)
    dotted = re.sub(rb"(?m)^\.", b"..", lines)
    return dotted if dotted.endswith(b"\r\n") else dotted + b"\r\n"

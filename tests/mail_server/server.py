"""aiosmtpd with a person's wishes: which logins it takes, whom it refuses, where it falls silent or cuts the line."""

import asyncio
import logging
import ssl
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from threading import Event
from types import TracebackType
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from desktop.domain.mails import MailSecurity, MailServer
from tests.unit.sources.test_certificates import CERTIFICATE

USER, PASSWORD = "reader", "p4ss-für-die-Post"

logging.getLogger("mail.log").setLevel(logging.CRITICAL + 1)  # lines that are cut are what is tested


@dataclass(frozen=True)
class Received:
    """A mail as it came."""

    sender: str
    recipients: tuple[str, ...]
    content: bytes
    encrypted: bool
    user: str

    @property
    def message(self) -> EmailMessage:
        """As mail programs read it."""
        read = message_from_bytes(self.content, policy=default)
        assert isinstance(read, EmailMessage)
        return read


class MailServerOnLoopback:
    """`with MailServerOnLoopback() as server`. Addresses that begin with "refused" get 550, with "later" 451."""

    def __init__(
        self,
        security: MailSecurity = MailSecurity.NONE,
        *,
        password: str = "",
        answer: str = "250 OK",
        silent_at: str = "",
        cut_at: str = "",
        echoes: bool = False,
        refused_user: str = "",
        silent_to: str = "",
        limit: int = 33_554_432,
        most: int = 1000,
    ) -> None:
        self.security = security
        self.password = password
        self.answer = answer
        """To the whole of a mail."""
        self.silent_at = silent_at
        """MAIL, RCPT, DATA or END: the server never answers to that."""
        self.cut_at = cut_at
        """The line is cut there."""
        self.echoes = echoes
        """Says what it was told when it refuses a login."""
        self.refused_user = refused_user
        self.silent_to = silent_to
        """Recipients that begin so get no answer."""
        self.received: list[Received] = []
        self.logins = 0
        self.came: Callable[[], None] = lambda: None
        """Called on the server's thread when a whole mail has come, before the answer."""
        self._limit = limit
        self._most = most  # recipients of one mail
        self._came = Event()

    def __enter__(self) -> "MailServerOnLoopback":
        self._folder = tempfile.TemporaryDirectory()
        self.certificate = Path(self._folder.name) / "server.pem"
        self.certificate.write_text(CERTIFICATE)
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(self.certificate)
        ways: dict[str, Any] = {"authenticator": self._login, "data_size_limit": self._limit}
        if self.password:
            ways["auth_required"] = True
        if self.security is MailSecurity.TLS:
            ways["ssl_context"] = context
        if self.security is MailSecurity.STARTTLS:
            ways |= {"tls_context": context, "require_starttls": True}
        self._controller = _Controller(self, hostname="127.0.0.1", port=0, enable_SMTPUTF8=True, **ways)
        self._controller.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._controller.stop()
        self._folder.cleanup()

    def wait_for_mail(self) -> bool:
        """Whether a whole mail came within a minute."""
        return self._came.wait(60)

    @property
    def port(self) -> int:
        """Where it listens."""
        server: Any = self._controller.server
        port: int = server.sockets[0].getsockname()[1]
        return port

    def as_set(self, user: str = "", sender: str = "Ada <ada@example.org>", host: str = "localhost") -> MailServer:
        """As a person sets it."""
        return MailServer(host, self.port, self.security, user or (USER if self.password else ""), sender)

    async def at(self, step: str, session: Session, server: SMTP) -> None:
        """Fall silent or cut the line."""
        if self.silent_at == step:
            with suppress(asyncio.CancelledError):
                await asyncio.Event().wait()
        if self.cut_at == step:
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()

    def _login(self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: Any) -> AuthResult:
        self.logins += 1
        assert isinstance(given, LoginPassword)
        fits = given.password.decode() == self.password and given.login.decode() != self.refused_user
        said = f"535 5.7.8 {given.password.decode()} is wrong" if self.echoes and not fits else None
        return AuthResult(success=fits, handled=False, message=said, auth_data=given)

    # aiosmtpd

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        await self.at("MAIL", session, server)
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        await self.at("RCPT", session, server)
        if self.silent_to and address.startswith(self.silent_to):
            await asyncio.Event().wait()
        if address.startswith("refused"):
            return "550 5.1.1 no such user"
        if address.startswith("later"):
            return "451 4.7.1 greylisted, come back later"
        if len(envelope.rcpt_tos) >= self._most:
            return "452 4.5.3 too many recipients"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        assert isinstance(envelope.content, bytes)
        login: Any = session.auth_data
        mail = Received(
            str(envelope.mail_from),
            tuple(map(str, envelope.rcpt_tos)),
            envelope.content,
            server.transport is not None and server.transport.get_extra_info("ssl_object") is not None,
            login.login.decode() if login else "",
        )
        if self.answer.startswith("250"):
            self.received.append(mail)
        self.came()
        self._came.set()
        await self.at("END", session, server)
        return self.answer


class _Controller(Controller):
    """Listens on a port that the system chooses."""

    def factory(self) -> SMTP:
        """Takes logins over any line: clients are tested here. Told so at once, aiosmtpd would warn."""
        server = SMTP(self.handler, **self.SMTP_kwargs)
        server._auth_require_tls = False
        return server

    def _trigger_server(self) -> None:
        """The original connects to the port that it was given, which is 0. On the loop's own thread: elsewhere one
        would be made for the caller, and never closed."""

        async def make() -> None:
            self._factory_invoker()

        asyncio.run_coroutine_threadsafe(make(), self.loop).result(60)

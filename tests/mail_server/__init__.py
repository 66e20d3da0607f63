"""A mail server on this computer, which takes mails or misbehaves."""

from tests.mail_server.server import MailServerOnLoopback, Received

__all__ = ["MailServerOnLoopback", "Received"]

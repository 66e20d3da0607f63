"""A mail server on this computer, a library with a digest of its own, and settings that name that server."""

from collections.abc import Iterator

import pytest

from desktop.domain.ids import OwnDigestId
from desktop.domain.listing import Listing
from desktop.domain.mails import Mail
from desktop.domain.own_digest import of_listing
from desktop.services.library import LibraryServices
from desktop.system.settings import SettingsFile
from tests.gui.conftest import OnLane
from tests.mail_server import MailServerOnLoopback

OnDb = OnLane[tuple[Mail, ...]]


@pytest.fixture
def server() -> Iterator[MailServerOnLoopback]:
    with MailServerOnLoopback() as listening:
        yield listening


@pytest.fixture
def digest(filled: LibraryServices, on_db: OnLane[OwnDigestId]) -> OwnDigestId:
    return on_db(lambda: filled.own_digests.create(of_listing(Listing(), "Reading group"))[0].id)


def name_server(settings: SettingsFile, server: MailServerOnLoopback, user: str = "") -> None:
    """As a person sets it."""
    settings.change(
        mail_server="localhost",
        mail_port=server.port,
        mail_security=server.security.value,
        mail_user=user,
        mail_from="Ada <ada@example.org>",
    )

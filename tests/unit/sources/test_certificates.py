"""Who cannot prove to be the host is not spoken to."""

import socket
import ssl
import threading
from contextlib import closing
from pathlib import Path

import pytest

from desktop.domain.errors import NetworkError, Reason
from desktop.domain.network import Network
from desktop.domain.progress import Job
from desktop.sources.arxiv_requests import asked

# Made for this test, good for nothing else: a certificate for localhost and 127.0.0.1 that vouches for itself.
CERTIFICATE = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg3ixQG3C3Ps3ok/pI
rA9ejOdFeCMymAMIolQ4fa3zBguhRANCAASids5kBEoYgdKPHJtIHuBY8dyNMU8X
2nyxpcilKaN9VgzHH4gX8Ie7n+DUtMzOQL5HmiujIJj6X+0qKlHpUC1B
-----END PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUXIYe4Ta45IaLvsKOiIKNOllzR30wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjA1MzQyNVoYDzIxMjYxMDI5
MDUzNDI1WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASids5kBEoYgdKPHJtIHuBY8dyNMU8X2nyxpcilKaN9VgzHH4gX8Ie7
n+DUtMzOQL5HmiujIJj6X+0qKlHpUC1Bo28wbTAdBgNVHQ4EFgQUMnmgAN8fQM/M
d0UnVOmXRMuAnU4wHwYDVR0jBBgwFoAUMnmgAN8fQM/Md0UnVOmXRMuAnU4wDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIhALa9oXpIGYo49dtZLWvB+mSPGHGMVira3OkbVdIqF0HyAiA0
yeLsvEHLYQy4BuxHfQazOo4m3B+tP0RyfLV0wATEUA==
-----END CERTIFICATE-----
"""


@pytest.mark.parametrize("variable", ["", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"])
def test_a_certificate_that_nobody_vouches_for_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    file = tmp_path / "certificate.pem"
    file.write_text(CERTIFICATE)
    if variable:  # the environment may not loosen it
        monkeypatch.setenv(variable, str(file))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    heard: list[bytes] = []
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        answering = threading.Thread(target=_answer, args=(listener, context, heard))
        answering.start()
        address = f"https://127.0.0.1:{listener.getsockname()[1]}/"
        with pytest.raises(NetworkError) as caught, asked(_network(tmp_path, address), address, Job()):
            pytest.fail("it was answered")
        answering.join()
    assert caught.value.reason is Reason.OFFLINE
    assert "certificate" in caught.value.detail.lower()
    assert heard == []


def _network(folder: Path, address: str) -> Network:
    return Network(folder / "pace", address, address, "none", 0.001)


def _answer(listener: socket.socket, context: ssl.SSLContext, heard: list[bytes]) -> None:
    connection = listener.accept()[0]
    with closing(connection):
        try:
            heard.append(context.wrap_socket(connection, server_side=True).recv(1))
        except (OSError, ValueError):
            return  # the client hung up

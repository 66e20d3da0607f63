"""Where arXiv is asked: usual addresses, the person's own, a server for trials."""

from pathlib import Path

import pytest

from desktop.app.network_choice import ARXIV_VARIABLE, PACE_VARIABLE, network_of
from desktop.app.paths import Paths
from desktop.domain.network import ARXIV_API, ARXIV_PDFS, PACE_S, Network
from desktop.domain.settings import Settings

PATHS = Paths(Path("data"), Path("config"), Path("state"))
PACE_FILE = Path("state") / "arxiv-pace"


@pytest.fixture(autouse=True)
def _no_server_for_trials(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in (ARXIV_VARIABLE, PACE_VARIABLE):
        monkeypatch.delenv(variable, raising=False)


def test_arxiv_itself_is_asked_usually() -> None:
    assert network_of(PATHS, Settings()) == Network(PACE_FILE, ARXIV_API, ARXIV_PDFS, "", PACE_S)


def test_a_mirror_and_a_proxy_may_be_set() -> None:
    settings = Settings(arxiv_api="https://mirror.example/q", arxiv_pdfs="https://mirror.example/pdf", proxy="none")
    network = network_of(PATHS, settings)
    assert (network.api, network.pdfs, network.proxy) == (
        "https://mirror.example/q",
        "https://mirror.example/pdf/",
        "none",
    )


def test_the_environment_puts_a_server_in_the_place_of_arxiv(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ARXIV_VARIABLE, "http://127.0.0.1:8765/")
    monkeypatch.setenv(PACE_VARIABLE, "0.05")
    network = network_of(PATHS, Settings(arxiv_api="https://mirror.example/q"))
    assert (network.api, network.pdfs) == ("http://127.0.0.1:8765/api/query", "http://127.0.0.1:8765/pdf/")
    assert network.pace_s == 0.05


@pytest.mark.parametrize("pace", ["", "soon", "0", "-1", "7", "nan", "inf"])
def test_a_pace_that_is_none_is_overlooked(monkeypatch: pytest.MonkeyPatch, pace: str) -> None:
    monkeypatch.setenv(PACE_VARIABLE, pace)
    assert network_of(PATHS, Settings()).pace_s == PACE_S

"""The settings of arXiv: sent at once, never half typed or unusable."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.container import Container
from desktop.app.held_library import services_of, take
from desktop.app.paths import Paths
from desktop.domain.settings import Settings
from desktop.system.settings import SettingsFile
from desktop.ui.actions import ActionId
from desktop.ui.preferences.arxiv_page import ArxivPage
from desktop.ui.preferences.preferences_dialog import PreferencesDialog

Sent = list[tuple[str, object]]


@pytest.fixture
def page(qtbot: QtBot) -> ArxivPage:
    page = ArxivPage(Settings(), 1_234_567)
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def sent(page: ArxivPage) -> Sent:
    found: Sent = []
    page.changed.connect(lambda name, value: found.append((name, value)))
    return found


def type_into(page: QWidget, name: str, text: str) -> None:
    field = page.findChild(QLineEdit, name)
    assert field is not None
    field.clear()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def choose(page: QWidget, name: str, value: str) -> None:
    box = page.findChild(QComboBox, name)
    assert box is not None
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def troubles(page: QWidget) -> list[str]:
    return [
        label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.property("kind") == "bad"
    ]


def test_downloads_and_their_room_are_chosen(page: ArxivPage, sent: Sent) -> None:
    choose(page, "pdf_downloads", "on-demand")
    type_into(page, "pdf_limit_mb", "20x00")
    type_into(page, "pdf_limit_mb", "")
    assert sent == [("pdf_downloads", "on-demand"), ("pdf_limit_mb", 2000), ("pdf_limit_mb", 0)]


def test_the_present_use_is_told(page: ArxivPage) -> None:
    assert any("holds 1.2 MB of PDFs" in label.text() for label in page.findChildren(QLabel))


def test_an_address_counts_once_it_is_whole(page: ArxivPage, sent: Sent) -> None:
    type_into(page, "arxiv_pdfs", "http://mirror.example.org/pdf/")
    assert sent == []
    assert len(troubles(page)) == 1
    type_into(page, "arxiv_pdfs", "https://mirror.example.org/pdf/")
    assert sent == [("arxiv_pdfs", "https://mirror.example.org/pdf/")]
    assert troubles(page) == []
    type_into(page, "arxiv_pdfs", "")
    assert sent[-1] == ("arxiv_pdfs", "")


def test_what_is_wrong_is_said_until_it_is_right(page: ArxivPage, sent: Sent) -> None:
    type_into(page, "arxiv_api", "https://169.254.169.254/latest")
    type_into(page, "arxiv_pdfs", "https://[fe80::1]/pdf/")
    assert len(troubles(page)) == 2
    type_into(page, "arxiv_pdfs", "https://mirror.example.org/pdf/")
    assert len(troubles(page)) == 1
    type_into(page, "arxiv_api", "")
    assert troubles(page) == []
    assert sent == [("arxiv_pdfs", "https://mirror.example.org/pdf/"), ("arxiv_api", "")]


def test_a_proxy_is_that_of_the_system_none_or_an_address(page: ArxivPage, sent: Sent) -> None:
    field = page.findChild(QLineEdit, "proxy_address")
    assert field is not None
    assert not field.isVisible()
    choose(page, "proxy", "other")
    assert field.isVisible()
    assert sent == []
    type_into(page, "proxy_address", "socks5://127.0.0.1:9050")
    assert sent == []
    assert len(troubles(page)) == 1
    type_into(page, "proxy_address", "http://proxy.example.org:3128")
    choose(page, "proxy", "none")
    choose(page, "proxy", "")
    assert sent == [("proxy", "http://proxy.example.org:3128"), ("proxy", "none"), ("proxy", "")]


def test_what_was_chosen_before_is_shown(qtbot: QtBot) -> None:
    page = ArxivPage(
        Settings(pdf_limit_mb=500, proxy="http://p.example.org:1", arxiv_api="https://m.example.org/q"), None
    )
    qtbot.addWidget(page)
    page.show()
    field, api = page.findChild(QLineEdit, "proxy_address"), page.findChild(QLineEdit, "arxiv_api")
    assert field is not None
    assert api is not None
    assert (field.isVisible(), field.text(), api.text()) == (True, "http://p.example.org:1", "https://m.example.org/q")


def test_what_is_set_counts_for_the_open_library_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    paths = Paths(tmp_path / "data", tmp_path / "settings", tmp_path / "state")
    settings = SettingsFile(paths.settings_file)
    settings.change(language="en")
    services = services_of(tmp_path / "library", sample=False)
    container = Container(paths, settings, services)
    container.window.show()
    with qtbot.waitSignal(container.library_opened, timeout=20_000):
        container.open(services, take(services.folder))
    container.window.contents.commands[ActionId.PREFERENCES].trigger()
    dialog = container.window.contents.dialogs.shown("preferences")
    assert isinstance(dialog, PreferencesDialog)
    type_into(dialog, "arxiv_pdfs", "https://mirror.example.org/pdf/")
    choose(dialog, "proxy", "none")
    assert (services.network.pdfs, services.network.proxy) == ("https://mirror.example.org/pdf/", "none")
    container.window.close()
    container.stop()

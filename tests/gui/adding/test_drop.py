"""What can be dropped and pasted, by what the data holds."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from pytestqt.qtbot import QtBot

from desktop.ui.adding.add_text_field import LONGEST, AddTextField
from desktop.ui.adding.drop import Dropped, dropped


def mime(fill: Callable[[QMimeData], object]) -> QMimeData:
    data = QMimeData()
    fill(data)
    return data


def test_files_and_folders_are_taken(tmp_path: Path) -> None:
    def fill(data: QMimeData) -> None:
        data.setUrls([QUrl.fromLocalFile(str(tmp_path)), QUrl.fromLocalFile(str(tmp_path / "2401.00001.pdf"))])
        data.setText(f"{tmp_path}\n{tmp_path}/2401.00001.pdf")  # as file managers do

    assert dropped(mime(fill)) == Dropped((tmp_path, tmp_path / "2401.00001.pdf"))


def test_a_link_from_a_browser_is_text_that_names_a_paper() -> None:
    link = "https://arxiv.org/abs/2401.00001v2"
    assert dropped(mime(lambda data: data.setUrls([QUrl(link)]))) == Dropped(text=link)


@pytest.mark.parametrize("link", ["https://example.org/2401.00001", "https://arxiv.org/list/cs.CL/recent"])
def test_a_link_to_elsewhere_is_not_taken(link: str) -> None:
    assert not dropped(mime(lambda data: data.setUrls([QUrl(link)])))


@pytest.mark.parametrize(
    ("text", "taken"),
    [("see arXiv:2401.00001 and others", True), ("two words", False), ("a price of 2401.00", False), ("", False)],
)
def test_text_is_taken_if_it_names_a_paper(text: str, taken: bool) -> None:
    assert dropped(mime(lambda data: data.setText(text))) == Dropped(text=text if taken else "")


def test_the_text_of_a_digest_is_a_digest_even_if_it_names_papers() -> None:
    text = "# 摘要\n\n[^1]: 标题 https://arxiv.org/abs/2401.00001"
    ((name, data),) = dropped(mime(lambda data: data.setText(text))).digests
    assert name.endswith(".md")
    assert data == text.encode()


def test_links_behind_words_come_with_the_text_of_a_page() -> None:
    def fill(data: QMimeData) -> None:
        data.setText("One paper, another one, arXiv:2401.00003")
        data.setHtml(
            '<a class="x" href="https://arxiv.org/abs/2401.00001">One paper</a>, '
            "<a href=/abs/2401.00002>another one</a>, <a href='https://arxiv.org/abs/2401.00003'>arXiv:2401.00003</a>"
            '<a href="https://example.org/">elsewhere</a>'
        )

    text = dropped(mime(fill)).text
    assert text == "One paper, another one, arXiv:2401.00003\narXiv:2401.00001\narXiv:2401.00002"


def test_a_long_page_is_taken_with_its_links_and_not_looked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(data: QMimeData) -> None:
        data.setText("words " * 8000)
        data.setHtml('<a href="https://arxiv.org/abs/2401.00001">One</a><a href="https://example.org/">elsewhere</a>')

    monkeypatch.delattr("desktop.domain.arxiv_scan.scan")
    text = dropped(mime(fill)).text
    assert text == "words " * 8000 + "\nhttps://arxiv.org/abs/2401.00001"


def test_the_field_takes_plain_text_alone(qtbot: QtBot) -> None:
    field = AddTextField()
    qtbot.addWidget(field)
    field.insertFromMimeData(mime(lambda data: data.setHtml("<b>no text</b>")))
    field.insertFromMimeData(mime(lambda data: data.setText("2401.00001")))
    assert field.toPlainText() == "2401.00001"


def test_pasted_files_and_endless_texts_do_not_fill_the_field(qtbot: QtBot, tmp_path: Path) -> None:
    field = AddTextField()
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.files_pasted) as files:
        field.insertFromMimeData(mime(lambda data: data.setUrls([QUrl.fromLocalFile(str(tmp_path))])))
    assert files.args == [(tmp_path,)]
    endless = "2401.00001 " * (LONGEST // 11 + 1)
    with qtbot.waitSignal(field.long_text_pasted) as long:
        field.insertFromMimeData(mime(lambda data: data.setText(endless)))
    assert long.args == [endless]
    assert field.toPlainText() == ""


def test_text_that_is_added_stands_on_a_line_of_its_own_and_can_be_taken_back(qtbot: QtBot) -> None:
    field = AddTextField()
    qtbot.addWidget(field)
    field.insertPlainText("2401.00001")
    field.add_text("2401.00002\n")
    assert field.toPlainText() == "2401.00001\n2401.00002"
    field.undo()
    assert field.toPlainText() == "2401.00001"

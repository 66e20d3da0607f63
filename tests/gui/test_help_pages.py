"""The help is readable in both languages and can do nothing but be read."""

from pathlib import Path

import pytest

from desktop.domain.errors import FileError
from desktop.ui.help import help_pages
from desktop.ui.help.help_pages import help_contents, help_html

LANGUAGES = ("en", "zh_CN")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_contents_list_every_page(language: str) -> None:
    listed = {page.name for page in help_contents(language)}
    stored = {path.name for path in help_pages.help_folder(language).glob("*.md")} - {help_pages.INDEX}
    assert listed == stored


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_becomes_html(language: str) -> None:
    for page in help_contents(language):
        assert help_html(language, page.name).startswith("<h1>")


def test_a_language_without_help_gets_english() -> None:
    assert help_html("xx", "keys.md") == help_html("en", "keys.md")


def test_markup_and_foreign_links_are_taken_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "# Page\n\n<script>x</script> <img src=http://a/b> [a](javascript:x) [b](file:///etc) [c](https://arxiv.org)"
    (tmp_path / "page.md").write_text(text + " ![d](https://a/b.png)", encoding="utf-8")
    monkeypatch.setattr(help_pages, "help_folder", lambda language: tmp_path)
    html = help_html("en", "page.md")
    assert "<script" not in html
    assert "<img" not in html
    assert "javascript:" not in html.replace("[a](javascript:x)", "")
    assert 'href="https://arxiv.org"' in html
    assert html.count("href") == 1


def test_a_missing_page_is_a_failure_in_words() -> None:
    with pytest.raises(FileError):
        help_html("en", "no-such-page.md")

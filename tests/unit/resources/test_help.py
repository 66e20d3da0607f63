"""The help pages: the same in both languages, without dead ends, and true to the tables of the program."""

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from desktop.app.exit_codes import ExitCode
from desktop.domain.query import EVERYTHING, FIELDS
from desktop.domain.query_parser import parse
from desktop.ui.actions import ACTIONS, Menu
from desktop.ui.downloads.downloads_page import KEYS

HELP = Path(__file__).resolve().parents[3] / "resources" / "help"
LANGUAGES = ("en", "zh_CN")
BY_MENU = [action for menu in Menu for action in ACTIONS if action.menu is menu and action.shortcuts]
PAGES = sorted(HELP.glob("*/*.md"))
GUIDE = sorted((HELP.parents[1] / "packaging" / "guide").glob("*.md"))
PAGE_IDS = [f"{page.parent.name}/{page.stem}" for page in PAGES]


def text_of(language: str, page: str) -> str:
    return (HELP / language / f"{page}.md").read_text(encoding="utf-8")


def table_rows(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return [line.strip("| ").split(" | ") for line in lines if not line.startswith("| ---")]


def shape(text: str) -> list[str]:
    """What a page is built of: headings, list items, table rows, paragraphs."""
    kinds = {"#": "heading", "-": "item", "|": "row"}
    return [kinds.get(line[0], "item" if line[0].isdigit() else "text") for line in text.splitlines() if line]


def test_both_languages_have_the_same_pages() -> None:
    english, chinese = (sorted(path.name for path in (HELP / language).iterdir()) for language in LANGUAGES)
    assert english == chinese
    assert english


@pytest.mark.parametrize("page", sorted(path.stem for path in (HELP / "en").glob("*.md")))
def test_a_page_is_built_alike_in_both_languages(page: str) -> None:
    assert shape(text_of("en", page)) == shape(text_of("zh_CN", page))


@pytest.mark.parametrize("page", PAGES, ids=PAGE_IDS)
def test_every_link_leads_to_a_page_of_the_same_language(page: Path) -> None:
    links = re.findall(r"\]\(([^)]*)\)", page.read_text(encoding="utf-8"))
    assert [
        link for link in links if not re.fullmatch(r"[a-z-]+\.md", link) or not (page.parent / link).is_file()
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_names_every_other_page(language: str) -> None:
    named = re.findall(r"\((\S+)\.md\)", text_of(language, "index"))
    assert sorted([*named, "index"]) == sorted(path.stem for path in (HELP / language).glob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=PAGE_IDS)
def test_chinese_pages_are_in_chinese_and_english_pages_in_english(page: Path) -> None:
    heading = page.read_text(encoding="utf-8").splitlines()[0]
    assert heading.startswith("# ")
    assert bool(re.search("[\u4e00-\u9fff]", heading)) == (page.parent.name == "zh_CN")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_fields_are_those_of_the_program(language: str) -> None:
    rows = [row for row in table_rows(text_of(language, "searching")) if row[0].endswith(":`") and len(row) == 4]
    told = [(row[0].strip("`:"), row[1].strip("`:"), row[3].strip("`")) for row in rows]
    assert told == [(field.name, field.chinese, field.example) for field in FIELDS]
    choices = next(row[2] for row in rows if row[0] == "`has:`")
    assert tuple(re.findall("`([a-z]+)`", choices)) == next(field.choices for field in FIELDS if field.name == "has")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_of_a_search_finds_something_to_look_for(language: str) -> None:
    rows = table_rows(text_of(language, "searching"))
    examples = [row[3 if len(row) == 4 else 0].strip("`") for row in rows if row[0].startswith("`")]
    assert len(examples) > len(FIELDS)
    assert [example for example in examples if parse(example) == EVERYTHING] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keys_are_those_of_the_program(language: str) -> None:
    menus = text_of(language, "keys").split("\n## ")[1:-1]  # the last section is about fields, not about actions
    told = [tuple(re.findall(r"`([^`]+)`", row[0])) for menu in menus for row in table_rows(menu)[1:]]
    assert told == [action.shortcuts for action in BY_MENU]


def test_the_english_names_of_the_keys_are_those_of_the_menus() -> None:
    menus = text_of("en", "keys").split("\n## ")[1:-1]
    told = [row[1] for menu in menus for row in table_rows(menu)[1:]]
    assert told == [action.text.removesuffix("…") for action in BY_MENU]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_exit_codes_are_those_of_the_program(language: str) -> None:
    told = [int(row[0]) for row in table_rows(text_of(language, "command-line")) if row[0].isdigit()]
    assert told == sorted(ExitCode)


@pytest.mark.parametrize("page", PAGES + GUIDE, ids=[*PAGE_IDS, *(f"guide/{page.stem}" for page in GUIDE)])
def test_every_shortcut_in_the_text_is_one_of_the_program(page: Path) -> None:
    shortcuts = {key for action in ACTIONS for key in action.shortcuts}
    in_fields_and_shells = {"Ctrl+Enter", "Ctrl+C"}
    told = set(re.findall(r"`((?:Ctrl\+|Alt\+|F\d)[^` ]*)`", page.read_text(encoding="utf-8")))
    assert told - shortcuts - in_fields_and_shells - set(KEYS.values()) == set()


@pytest.mark.parametrize("page", PAGES + GUIDE, ids=[*PAGE_IDS, *(f"guide/{page.stem}" for page in GUIDE)])
def test_no_mark_of_markdown_is_left_over_in_the_shown_text(page: Path) -> None:
    html = MarkdownIt("commonmark").enable("table").render(page.read_text(encoding="utf-8"))
    prose = re.sub(r"<code>.*?</code>", "", html, flags=re.DOTALL)
    assert re.findall(r".{0,12}(?:\*\*|`|\]\(|\|).{0,12}", prose) == []

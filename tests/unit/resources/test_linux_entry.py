"""What a Linux desktop reads about the program: the two files agree with each other and with the program."""

import tomllib
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

from desktop.domain.own_link import SCHEME

ROOT = Path(__file__).resolve().parents[3]
ENTRY = ROOT / "packaging" / "linux" / "org.papershelf.Papershelf.desktop"
METAINFO = ENTRY.with_name("org.papershelf.Papershelf.metainfo.xml")
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def desktop_entry() -> dict[str, str]:
    parser = ConfigParser(interpolation=None, strict=True, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their case, as configparser documents
    parser.read(ENTRY, encoding="utf-8")
    return dict(parser["Desktop Entry"])


def test_the_entry_starts_the_script_that_is_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    program, argument = desktop_entry()["Exec"].split()
    assert program in project["scripts"]
    assert argument == "%u"


def test_the_desktop_gives_links_of_the_programs_own_to_it() -> None:
    assert desktop_entry()["MimeType"] == f"x-scheme-handler/{SCHEME.removesuffix(':')};"


def test_entry_and_metainfo_name_each_other_and_one_icon() -> None:
    component = ElementTree.parse(METAINFO).getroot()
    assert component.findtext("id") == ENTRY.stem
    assert component.findtext("launchable") == ENTRY.name
    assert component.findtext("icon") == desktop_entry()["Icon"] == ENTRY.stem
    assert (ROOT / "resources" / "icons" / "papershelf.svg").is_file()
    categories = [element.text for element in component.findall("categories/category")]
    assert categories == desktop_entry()["Categories"].rstrip(";").split(";")


def test_the_licence_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert ElementTree.parse(METAINFO).getroot().findtext("project_license") == project["license"]


def test_everything_is_said_in_english_and_chinese() -> None:
    component = ElementTree.parse(METAINFO).getroot()
    for path in ("summary", "description/p", "description/ul/li"):
        languages = [element.get(LANG, "en") for element in component.findall(path)]
        assert languages.count("en") == languages.count("zh-CN") > 0
    entry = desktop_entry()
    assert all(f"{key}[zh_CN]" in entry for key in ("GenericName", "Comment", "Keywords"))

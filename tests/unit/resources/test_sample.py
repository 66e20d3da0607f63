"""The digests of the sample library: ours, exact by the grammar, in both languages."""

import re
from pathlib import Path

import pytest

from desktop.domain.arxiv_id import parse_arxiv_id
from desktop.domain.derived_facts import derive
from desktop.domain.digest import Digest, Entry
from desktop.formats.source_files import read_source, write_source

SAMPLE = Path(__file__).resolve().parents[3] / "resources" / "sample"
NAMES = ("papershelf-sample.md", "papershelf-more.md")
HAN = re.compile(r"[\u4e00-\u9fff]")


def digest_of(name: str) -> Digest:
    return read_source((SAMPLE / name).read_bytes())


ENTRIES = [pytest.param(entry, id=entry.link) for name in NAMES for entry in digest_of(name).entries]


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_digest_is_exact_and_of_generation_2(name: str) -> None:
    digest = digest_of(name)
    assert digest.original is None
    assert digest.generation == 2
    assert write_source(digest) == (SAMPLE / name).read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_entries_stand_in_the_order_of_the_archive(name: str) -> None:
    links = [entry.link for entry in digest_of(name).entries]
    assert links == sorted(set(links), reverse=True)


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_entry_has_an_arxiv_id_and_all_texts_in_both_languages(entry: Entry) -> None:
    facts = derive(entry)
    assert parse_arxiv_id(facts.arxiv_id) is not None
    assert entry.link.endswith(facts.arxiv_id)
    for chinese in (entry.translated_title, entry.summary, entry.translated_abstract):
        assert HAN.search(chinese)
    for english in (entry.title, entry.summary_en, entry.abstract):
        assert english
        assert not HAN.search(english)
    assert len(entry.abstract) <= 1000


def test_the_sample_holds_eight_papers_and_the_other_digest_brings_three_new_and_one_known() -> None:
    first = set(digest_of(NAMES[0]).entries)
    second = set(digest_of(NAMES[1]).entries)
    assert (len(first), len(second), len(first & second)) == (8, 4, 1)


def test_the_sample_shows_formulas_and_the_decoration_of_both_feeds() -> None:
    entries = digest_of(NAMES[0]).entries
    assert any("$" in entry.title for entry in entries)
    assert any(re.search(r"\(arXiv:\S+v\d+ \[\S+\]", entry.title) for entry in entries)
    assert any("Announce Type: new  Abstract: " in entry.abstract for entry in entries)

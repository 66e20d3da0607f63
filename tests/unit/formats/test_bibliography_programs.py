"""Bibliographies as the programs of this world write them."""

import codecs
import json
from dataclasses import replace

import pytest

from desktop.domain.bibliography import BibliographyFormat, Fault, FileLink, Reference, ReferenceType
from desktop.domain.errors import Cancelled, InputError, Reason
from desktop.domain.person_names import Name
from desktop.formats.bibliographies import read_bibliography, write_bibliography


def only(text: str) -> Reference:
    (reference,) = read_bibliography(text.encode()).references
    return reference


def test_better_bibtex_links_by_paths_alone_and_dates_by_iso() -> None:
    told = only(
        "@inproceedings{doe2021x, title = {{{GPU}} Trees}, author = {Doe, Jane}, date = {2021-07-04},"
        " booktitle = {Proceedings of Trees}, eprint = {2107.00001}, eprinttype = {arxiv}, eprintclass = {cs.DS},"
        " langid = {english}, file = {/shelf/me/a.pdf;/shelf/me/b, c.pdf}}"
    )
    assert (told.title, told.date, told.type) == ("GPU Trees", "2021-07-04", ReferenceType.CONFERENCE)
    assert (told.arxiv_id, told.primary_class, told.language) == ("2107.00001", "cs.DS", "english")
    assert [link.path for link in told.files] == ["/shelf/me/a.pdf", "/shelf/me/b, c.pdf"]


def test_jabref_tells_groups_as_a_tree_and_escapes_paths() -> None:
    text = r"""% Encoding: UTF-8

@Article{k, title = {T}, author = {A. Author}, groups = {Vision, Later}, comment = {My thought},
  file = {desc\:ription:C\:\\Papers\\a\;b.pdf:PDF}, owner = {me}, timestamp = {2020-01-01}}

@Comment{jabref-meta: databaseType:bibtex;}

@Comment{jabref-meta: grouping:
0 AllEntriesGroup:;
1 StaticGroup:ML\;0\;1\;\;\;\;;
2 StaticGroup:Vision\;0\;1\;\;\;\;;
1 StaticGroup:Later\;0\;1\;\;\;\;;
}
"""
    told = only(text)
    assert told.collections == (("ML", "Vision"), ("Later",))
    assert told.files == (FileLink("C:\\Papers\\a;b.pdf", "desc:ription", "PDF"),)
    assert told.notes == ("My thought",)
    assert told.extra["bibtex:owner"] == "me"


def test_mendeley_writes_latex_and_its_own_paths() -> None:
    told = only(
        r"@article{M2020, abstract = {We {\textless}b{\textgreater} 5 {\%}.},"
        r" author = {M{\"{u}}ller, J. and Nu{\~{n}}ez, P},"
        r" year = {2020}, doi = {10.1000/a\_b}, file = {:shelf/me/M/a.pdf:pdf},"
        r" title = {{Braced Title}}, mendeley-tags = {x}}"
    )
    assert (told.title, told.doi, told.abstract) == ("Braced Title", "10.1000/a_b", "We <b> 5 %.")
    assert told.authors == (Name("Müller", "J."), Name("Nuñez", "P"))
    assert told.files == (FileLink("shelf/me/M/a.pdf", "", "pdf"),)


@pytest.mark.parametrize(
    "text",
    [
        "@article{v, title={T}, journal={arXiv preprint arXiv:1706.03762}, year={2017}}",  # Google Scholar
        "@article{DBLP:journals/corr/X, title = {T}, journal = {CoRR}, volume = {abs/1706.03762}, year = {2017},"
        " url = {http://arxiv.org/abs/1706.03762}, eprinttype = {arXiv}, eprint = {1706.03762}, biburl = {x}}",
        "@misc{v, title={T}, year={2017}, eprint={1706.03762}, archivePrefix={arXiv}, primaryClass={cs.CL}}",
        "@misc{v, title={T}, doi={10.48550/ARXIV.1706.03762}, publisher={arXiv}, year={2017}}",
        "TY  - UNPB\nTI  - T\nN1  - arXiv:1706.03762 [cs.CL]\nPY  - 2017\nER  - \n",
        '[{"id": "v", "type": "article", "title": "T", "issued": {"raw": "2017"}, "note": "arXiv:1706.03762 [cs]"}]',
    ],
)
def test_arxiv_ids_are_found_wherever_programs_put_them(text: str) -> None:
    told = only(text)
    assert (told.arxiv_id, told.date, told.title) == ("1706.03762", "2017", "T")


def test_acm_has_numbers_for_months_and_a_place() -> None:
    told = only(
        "@inproceedings{10.1145/1.2, author = {Roe, R.}, title = {On X}, year = {2019}, isbn = {9781450300001},"
        " publisher = {Association for X}, address = {New York, NY, USA}, url = {https://doi.org/10.1145/1.2},"
        " doi = {10.1145/1.2}, booktitle = {Proc. X}, pages = {1–10}, numpages = {10}, month = 6, location = {Here}}"
    )
    assert (told.key, told.date, told.pages) == ("10.1145/1.2", "2019-06", "1-10")
    assert (told.extra["ISBN"], told.extra["publisher-place"]) == ("9781450300001", "New York, NY, USA")
    assert told.extra["bibtex:numpages"] == "10"


def test_macros_are_resolved_joined_and_bounded() -> None:
    doubled = "".join(f"@string{{s{n} = s{n - 1} # s{n - 1}}}\n" for n in range(1, 40))
    text = f'@string{{s0 = "ab"}}\n{doubled}@article{{a, title = "T", journal = s1 # {{ x}}, note = s39, month = mar}}'
    told = only(text)
    assert told.venue == "abab x"
    assert len(told.extra["note"]) <= 100_000


def test_a_child_inherits_from_its_parent() -> None:
    text = "@inproceedings{c, title={C}, crossref={p}}\n@proceedings{p, title={The Book}, year=2001, publisher={P}}"
    child, parent = read_bibliography(text.encode()).references
    assert (child.venue, child.date, child.publisher, child.title) == ("The Book", "2001", "P", "C")
    assert parent.title == "The Book"


@pytest.mark.parametrize(
    ("encoding", "bom"),
    [("utf-8", codecs.BOM_UTF8), ("cp1252", b""), ("utf-16", b""), ("latin-1", b"% Encoding: ISO8859_1\r\n")],
)
def test_encodings_of_the_west_are_told_apart(encoding: str, bom: bytes) -> None:
    text = "@article{a,\r\n title = {Größe und Maß},\r\n author = {Müller, Jörg}}"
    (told,) = read_bibliography(bom + text.encode(encoding)).references
    assert (told.title, told.authors) == ("Größe und Maß", (Name("Müller", "Jörg"),))


def test_chinese_bytes_are_read_as_such() -> None:
    (told,) = read_bibliography("@article{a, title={深度学习}, author={张三 and 李四}}".encode("gbk")).references
    assert (told.title, [name.shown for name in told.authors]) == ("深度学习", ["张三", "李四"])


def test_ris_of_zotero_with_notes_in_html_and_lines_that_go_on() -> None:
    told = only(
        "TY  - JOUR\r\nTI  - A title\r\nAU  - Doe, Jane\r\nAU  - The Group\r\nT2  - J of X\r\n"
        "PY  - 2020\r\nDA  - 2020/05/17/\r\n"
        "SP  - 1\r\nEP  - 9\r\nKW  - one\r\nKW  - two\r\nN1  - <p>A <b>note</b> &amp; more</p><p>Second</p>\r\n"
        "AB  - First line\r\nsecond line\r\nL1  - /shelf/me/x.pdf\r\nC1  - kept\r\nER  - \r\n"
    )
    assert (told.date, told.pages, told.keywords) == ("2020-05-17", "1-9", ("one", "two"))
    assert told.notes == ("A **note** & more\nSecond",)
    assert told.abstract == "First line\nsecond line"
    assert told.extra["ris:C1"] == "kept"


def test_notes_in_html_become_markdown_without_loss() -> None:
    told = only(
        'TY  - JOUR\nTI  - T\nN1  - <div data-schema-version="8"><h1>Title</h1> <p>See <a href="https://a.example/x?y=1&amp;z"'
        ' rel="nofollow">the <em>page</em></a>, 2 &lt; 3</p> <ul><li>one</li><li>two</li></ul></div>\nER  - \n'
    )
    assert told.notes == ("# Title\n See [the *page*](https://a.example/x?y=1&z), 2 < 3\n - one\n- two",)


def test_ris_tells_the_whole_name_of_a_journal_and_keeps_second_values() -> None:
    text = (
        "TY  - JOUR\nTI  - T\nJO  - J. Walls\nJF  - Journal of Walls\nUR  - https://a.example\nUR  - https://b.example\n"
        "SN  - 1234-5678\nSN  - 8765-4321\nDO  - 10.1/x\nER  - \n"
    )
    told = only(text)
    assert (told.venue, told.url, told.extra["ISSN"]) == ("Journal of Walls", "https://a.example", "1234-5678")
    assert {told.extra[f"ris:{tag}"] for tag in ("JO", "UR", "SN")} == {"J. Walls", "https://b.example", "8765-4321"}
    again = b"".join(write_bibliography(BibliographyFormat.RIS, [told])).decode()
    assert only(again) == told


def test_ranges_and_seasons_stay_in_csl_json() -> None:
    issued = '{"date-parts": [[2020, 1], [2021, 3]]}'
    told = only(f'[{{"id": "a", "type": "book", "title": "T", "issued": {issued}}}]')
    assert told.date == "2020-01"
    again = b"".join(write_bibliography(BibliographyFormat.CSL_JSON, [told]))
    assert json.loads(again)[0]["issued"] == json.loads(issued)
    later = b"".join(write_bibliography(BibliographyFormat.CSL_JSON, [replace(told, date="1999")]))
    assert json.loads(later)[0]["issued"] == {"date-parts": [[1999]]}


def test_particles_and_paths_are_read_as_they_are_meant() -> None:
    told = only(
        "@book{a, title={T}, author={van der Berg and von Neumann, John and Ludwig van Beethoven and {World Org}"
        " and others},"
        r" file = {:home/me/a{\_}b.pdf:pdf;Full Text:D\:\\papers\\c d.pdf:application/pdf}}"
    )
    assert told.authors == (
        Name("van der Berg"),
        Name("von Neumann", "John"),
        Name("van Beethoven", "Ludwig"),
        Name("World Org"),
    )
    assert [link.path for link in told.files] == ["home/me/a_b.pdf", "D:\\papers\\c d.pdf"]
    assert "and others" in b"".join(write_bibliography(BibliographyFormat.BIBTEX, [told])).decode()


def test_broken_records_of_ris_are_listed() -> None:
    text = "TI  - lost\nER  - \nTY  - JOUR\nTI  - No end\nTY  - JOUR\nTI  - Good\nER  - \nTY  - JOUR\nER  - \n"
    found = read_bibliography(text.encode())
    assert [one.title for one in found.references] == ["No end", "Good"]
    assert [(one.line, one.fault) for one in found.broken] == [
        (1, Fault.NOT_AN_ENTRY),
        (3, Fault.NO_END),
        (8, Fault.NOTHING_KNOWN),
    ]


def test_csl_json_keeps_what_is_not_understood_and_lists_what_is_no_entry() -> None:
    text = (
        '[{"id": "http://zotero.org/users/1/items/X", "type": "webpage", "title": "T",'
        ' "accessed": {"date-parts": [[2020, 1]]},'
        ' "note": "Citation Key: doe2020\\nExtra words", "author": [{"family": "Berg", "given": "Jan",'
        ' "non-dropping-particle": "van der"}, {"literal": "A Group"}]}, 7]'
    )
    found = read_bibliography(text.encode())
    (told,) = found.references
    assert (told.key, told.extra["note"]) == ("doe2020", "Extra words")
    assert told.authors == (Name("van der Berg", "Jan"), Name("A Group"))
    assert [(one.line, one.fault) for one in found.broken] == [(2, Fault.NOT_AN_ENTRY)]
    again = b"".join(write_bibliography(BibliographyFormat.CSL_JSON, found.references)).decode()
    assert '"accessed": {' in again


def test_titles_of_csl_and_ris_lose_their_tags_and_keep_what_is_raised() -> None:
    title = (
        "CO<sub>2</sub> of <i>E. <b>coli</b></i> at 10<sup>-3</sup>, x<sup>q</sup>, <span style='a'>pH</span>, a < b"
    )
    told = only(f'[{{"type": "article-journal", "title": "{title}"}}]')
    assert told.title == "CO₂ of E. coli at 10⁻³, xq, pH, a < b"
    assert only("TY  - JOUR\nTI  - On <i>Drosophila</i> <3\nER  - \n").title == "On Drosophila <3"


def test_mendeley_tells_folders_and_notes_in_html() -> None:
    told = only(
        "@article{a, title={T}, mendeley-groups={Mine/Sub,Other}, annote={{\\textless}p{\\textgreater}One{\\textless}/p"
        "{\\textgreater}}}"
    )
    assert told.collections == (("Mine", "Sub"), ("Other",))
    assert told.notes == ("One",)


def test_of_a_field_that_occurs_twice_nothing_is_lost() -> None:
    told = only(
        "@article{a, title={T}, url={https://a.example}, url={https://b.example}, url={https://a.example},"
        " annote={One}, annote={Two}, keywords={x}, keywords={y}}"
    )
    assert (told.url, told.extra["bibtex:url-2"]) == ("https://a.example", "https://b.example")
    assert (told.notes, told.keywords) == (("One", "Two"), ("x", "y"))
    again = b"".join(write_bibliography(BibliographyFormat.BIBTEX, [told])).decode()
    assert "url-2 = {https://b.example}" in again
    assert only(again).notes == ("One\n\nTwo",)


def test_broken_entries_are_told_by_their_lines_and_spoil_no_other() -> None:
    text = (
        "A comment\n@article{a, title={A}}\n\n@article{no end\n\n  @article(b, title={B @ home}\n)"
        ' @misc{c, title={C}}\n@article{d, title={D\n@string{x = "y"}\n@misc{e, title = x}\n@misc{f, title'
    )
    found = read_bibliography(text.encode())
    assert [one.title for one in found.references] == ["A", "B @ home", "C", "y"]
    assert [(one.line, one.fault) for one in found.broken] == [
        (4, Fault.UNCLOSED),
        (8, Fault.UNCLOSED),
        (11, Fault.UNCLOSED),
    ]


@pytest.mark.parametrize("form", list(BibliographyFormat))
def test_reading_tells_how_far_it_is_and_can_be_stopped(form: BibliographyFormat) -> None:
    data = b"".join(write_bibliography(form, (Reference(key=f"k{n}", title=f"Title {n}") for n in range(1000))))
    told: list[float] = []
    assert len(read_bibliography(data, told.append).references) == 1000
    assert told == sorted(told)
    assert len(told) >= 10
    assert 0 <= told[0] < 0.2 < 0.8 < told[-1] <= 1

    def stop(share: float) -> None:
        if share > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_bibliography(data, stop)


def test_what_is_no_bibliography_is_refused() -> None:
    for data in (b"", b"words", b'{"a": 1}', b"[1, 2]", b"[" * 100_000, b'{"title": ' * 50_000):
        with pytest.raises(InputError) as refused:
            read_bibliography(data)
        assert refused.value.reason is Reason.NOT_A_BIBLIOGRAPHY

"""What stands at the beginning of reading, and where one can go from a page."""

from collections.abc import Callable

import pytest

from desktop.domain.pdf_document import OutlineItem, PageLink, PageSize, PdfFile
from desktop.services.read_pages import ReadPages
from tests.unit.pdf.made_pdfs import made_pdf

Made = Callable[[bytes], PdfFile]
Real = Callable[[str], PdfFile]


def never() -> bool:
    return False


def linked(action: str, *more: str, pages: int = 2) -> bytes:
    """A PDF whose first page has a link with this entry. More objects are numbered from 7."""
    link = f"<</Type/Annot/Subtype/Link/Rect[100 692 200 712]{action}>>"
    return made_pdf(*[""] * pages, more=[link, *more], page="/Annots[6 0 R]")


def catalogued(entries: str, *more: str, pages: int = 3) -> bytes:
    """A PDF with more entries in its catalogue. More objects are numbered from 6; pages are 6 + len(more) and on."""
    whole = made_pdf(*[""] * pages, more=more)
    return whole.replace(b"<</Type/Catalog", b"<</Type/Catalog" + entries.encode("latin-1"))


def test_a_paper_tells_its_pages_and_contents(pages: ReadPages, real: Real) -> None:
    facts = pages.facts(real("paper-qa__pasa.pdf"), never)
    assert len(facts.pages) == 15
    assert {(round(size.width), round(size.height)) for size in facts.pages} == {(595, 842)}
    assert facts.outline[0].title == "Introduction"
    assert [item.level for item in facts.outline[:5]] == [1, 1, 1, 2, 2]
    assert facts.outline[0].page == 0
    assert 300 < facts.outline[0].y < 400
    assert not facts.repaired


def test_sizes_are_those_of_the_pages_as_displayed(pages: ReadPages, real: Real, made: Made) -> None:
    assert pages.facts(real("pymupdf__4.pdf"), never).pages[0].width > 800
    boxes = "/MediaBox[0 0 1000 1000]/CropBox[100 100 400 300]/Rotate 270"
    assert pages.facts(made(made_pdf("", page=boxes)), never).pages == (PageSize(200.0, 300.0),)


def test_pages_have_their_own_names(pages: ReadPages, made: Made) -> None:
    labels = "/PageLabels<</Nums[0<</S/r>>3<</S/D/P(A-)/St 9>>5<</S/a/St 27>>6<<>>]>>"
    facts = pages.facts(made(catalogued(labels, pages=7)), never)
    assert facts.labels == ("i", "ii", "iii", "A-9", "A-10", "aa", "")
    assert pages.facts(made(made_pdf("")), never).labels == ()


def test_labels_without_measure_are_cut(pages: ReadPages, made: Made) -> None:
    labels = f"/PageLabels<</Nums[0<</S/R/St 999999999>>1<</S/A/St 900000>>2<</P({'p' * 5000})>>]>>"
    facts = pages.facts(made(catalogued(labels)), never)
    assert len(facts.labels) == 3
    assert all(len(label) <= 40 for label in facts.labels)


def test_a_broken_outline_hides_no_pages(pages: ReadPages, made: Made) -> None:
    around = "/Outlines<</First 6 0 R/Last 6 0 R>>"
    item = "<</Title(Again)/First 6 0 R/Next 6 0 R/Dest[7 0 R/Fit]>>"
    facts = pages.facts(made(catalogued(around, item)), never)
    assert len(facts.pages) == 3
    assert len(facts.outline) <= 1
    assert len(pages.facts(made(catalogued("/Outlines 6 0 R/PageLabels 6 0 R", "(no dictionary)")), never).pages) == 3


def test_an_outline_may_lead_nowhere(pages: ReadPages, made: Made) -> None:
    around = "/Outlines<</First 6 0 R/Last 7 0 R>>"
    items = ["<</Title(Nowhere)/Next 7 0 R>>", "<</Title(Page\n3)/Dest[12 0 R/XYZ 0 492 null]>>"]
    facts = pages.facts(made(catalogued(around, *items)), never)
    assert facts.outline == (OutlineItem(1, "Nowhere", -1), OutlineItem(1, "Page 3", 2, 300.0))


def test_a_thousand_pages_are_told(pages: ReadPages, made: Made) -> None:
    facts = pages.facts(made(made_pdf(*[""] * 1000)), never)
    assert facts.pages == (PageSize(612.0, 792.0),) * 1000


def test_citations_lead_to_their_place_and_addresses_are_shown(pages: ReadPages, real: Real) -> None:
    links = pages.links(real("paper-qa__pasa.pdf"), 0, never)
    assert {link.uri for link in links if link.uri} >= {"https://pasa-agent.ai", "https://github.com/bytedance/pasa"}
    inner = [link for link in links if link.page >= 0]
    assert len(inner) > 10
    assert all(link.page < 15 and link.target[1] > 0 and not link.uri for link in inner)


@pytest.mark.parametrize(
    "action",
    ["/Dest[10 0 R/XYZ 50 492 null]", "/A<</S/GoTo/D[10 0 R/XYZ 50 492 null]>>", "/Dest(chapter)", "/Dest/chapter"],
)
def test_links_within_the_document_are_followed_by_place_and_by_name(pages: ReadPages, made: Made, action: str) -> None:
    names = "/Names<</Dests<</Names[(chapter)[10 0 R/XYZ 50 492 null]]>>>>/Dests<</chapter[10 0 R/XYZ 50 492 null]>>"
    content = linked(action, "()").replace(b"<</Type/Catalog", b"<</Type/Catalog" + names.encode())
    (link,) = pages.links(made(content), 0, never)
    assert link == PageLink((100.0, 80.0, 200.0, 100.0), 1, (50.0, 300.0))


@pytest.mark.parametrize(
    "action",
    [
        "/A<</S/Launch/F(calc.exe)>>",
        "/A<</S/Launch/F(/bin/sh)>>",
        "/A<</S/GoToR/F(other.pdf)/D[0/Fit]>>",
        "/A<</S/JavaScript/JS(app.alert\\(1\\))>>",
        "/A<</S/URI/URI(file:///etc/passwd)>>",
        "/A<</S/URI/URI(javascript:alert\\(1\\))>>",
        "/A<</S/URI/URI(smb://server/share)>>",
        "/A<</S/SubmitForm/F(http://example.org)>>",
        "/Dest(no such place)",
    ],
)
def test_what_would_start_something_or_leads_nowhere_is_no_link(pages: ReadPages, made: Made, action: str) -> None:
    assert pages.links(made(linked(action)), 0, never) == ()


def test_an_address_is_shown_whole_but_not_without_end(pages: ReadPages, made: Made) -> None:
    (link,) = pages.links(made(linked("/A<</S/URI/URI(HTTPS://arXiv.org/abs/2403.02774#a b)>>")), 0, never)
    assert link.uri == "HTTPS://arXiv.org/abs/2403.02774#a b"
    (link,) = pages.links(made(linked(f"/A<</S/URI/URI(http://{'x' * 60_000})>>")), 0, never)
    assert len(link.uri) == 2000


def test_a_link_without_measure_does_no_harm(pages: ReadPages, made: Made) -> None:
    file = made(linked("/A<</S/URI/URI(https://a.org)>>").replace(b"[100 692 200 712]", b"[0 0 9e29 712   ]"))
    assert [link.uri for link in pages.links(file, 0, never)] == ["https://a.org"]

"""The guide that comes with the sample library: made from packaging/guide by packaging/make_guide.py."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QGuiApplication

import make_guide

ROOT = Path(__file__).resolve().parents[3]
GUIDE = ROOT / "resources" / "sample" / "guide.pdf"


def test_the_guide_is_a_small_pdf_of_six_pages_with_its_fonts_inside() -> None:
    data = GUIDE.read_bytes()
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")
    assert len(data) < 400_000
    assert len(re.findall(rb"/Type /Page\b", data)) == 6
    assert len(re.findall(rb"/FontFile2 ", data)) == 2


def test_the_guide_does_not_tell_when_or_where_it_was_made() -> None:
    data = GUIDE.read_bytes()
    assert set(re.findall(rb"\(D:(\d+)", data)) == {make_guide.MADE_AT.encode()}
    assert set(re.findall(rb'Date="(\d{4}-\d\d-\d\d)', data)) == {b"2025-01-01"}


def test_the_text_of_both_languages_fits_its_pages(qapp: QGuiApplication) -> None:
    if make_guide.FONT not in QFontDatabase.families():
        pytest.skip(f"the font of the guide, {make_guide.FONT}, is not installed")
    assert len(re.findall(rb"/Type /Page\b", make_guide.guide_pdf())) == 6


def test_a_page_with_too_much_text_is_refused_instead_of_cut(
    qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    if make_guide.FONT not in QFontDatabase.families():
        pytest.skip(f"the font of the guide, {make_guide.FONT}, is not installed")
    monkeypatch.setattr(make_guide, "BOTTOM", 500.0)
    with pytest.raises(ValueError, match="the text ends at"):
        make_guide.guide_pdf()

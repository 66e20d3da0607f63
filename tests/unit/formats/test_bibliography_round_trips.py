"""What is written is read back with equal values, whatever the values hold."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.bibliography import BibliographyFormat, FileLink, Reference, ReferenceType
from desktop.domain.errors import AppError
from desktop.domain.person_names import Name
from desktop.formats.bibliographies import read_bibliography, write_bibliography

ALL = tuple(BibliographyFormat)
_SIGNS = "aZé中 \\{}$&%#_~^\"'`-=,;:@()<>[]|!?/*\u00a0\u2028"
_ODD = st.text(st.sampled_from(_SIGNS), max_size=30) | st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), max_size=30
)
_LINE = _ODD.map(lambda text: " ".join(text.split()))
_LINES = st.lists(_ODD.map(lambda line: " ".join(line.split())), max_size=3).map(lambda lines: "\n".join(lines).strip())
_WORD = _LINE.filter(lambda text: text and not set(text) & set(",;>") and text.lower() != "others")
_NAMES = st.lists(st.builds(Name, _WORD, st.just("") | _WORD), max_size=3).map(tuple)
_PATHS = st.text(st.sampled_from("ab \\{}:;/é_%#.")).map(str.strip).filter(lambda path: bool(path.strip(" ")))
_DATES = st.sampled_from(["", "2024", "2024-03", "2024-12-31"])
_REFERENCES = st.builds(
    Reference,
    type=st.sampled_from([ReferenceType.JOURNAL, ReferenceType.CONFERENCE, ReferenceType.BOOK]),
    key=st.from_regex(r"[A-Za-z][A-Za-z0-9:+.-]{0,10}", fullmatch=True),
    title=_LINE.filter(bool),
    authors=_NAMES,
    editors=_NAMES,
    date=_DATES,
    venue=_LINE.filter(lambda text: "arxiv" not in text.lower()),
    publisher=_LINE,
    volume=_LINE,
    doi=st.sampled_from(["", "10.1000/a_b%c{d}", "10.1/x"]),
    arxiv_id=st.sampled_from(["", "2403.02774", "2403.02774v2", "hep-th/9901001"]),
    url=st.sampled_from(["", "https://example.org/a_b?c=%20&d={e}#f~g"]),
    abstract=_LINES,
    keywords=st.lists(_WORD, max_size=3, unique=True).map(tuple),
    notes=st.lists(_LINES.filter(lambda text: bool(text) and "arxiv" not in text.lower()), max_size=1).map(tuple),
    collections=st.lists(st.lists(_WORD, min_size=1, max_size=2).map(tuple), max_size=2, unique=True).map(tuple),
    files=st.lists(st.builds(FileLink, _PATHS), max_size=2).map(tuple),
)


def written(form: BibliographyFormat, *references: Reference) -> bytes:
    return b"".join(write_bibliography(form, references))


@pytest.mark.parametrize("form", ALL)
@given(reference=_REFERENCES)
def test_values_are_equal_after_reading_back(form: BibliographyFormat, reference: Reference) -> None:
    found = read_bibliography(written(form, reference, Reference(title="The next one", key="next")))
    assert not found.broken
    assert [one.title for one in found.references] == [reference.title, "The next one"]
    told = replace(found.references[0], extra={})
    assert comparable(told) == comparable(reference)


def comparable(reference: Reference) -> Any:
    """Without what a format cannot tell: an empty given name may be guessed."""
    return replace(reference, authors=(), editors=(), extra={}), [
        (name.family, name.given, name.suffix) for name in (*reference.authors, *reference.editors)
    ]


@pytest.mark.parametrize("form", ALL)
@given(reference=_REFERENCES)
def test_writing_what_was_read_writes_the_same(form: BibliographyFormat, reference: Reference) -> None:
    once = written(form, reference)
    assert written(form, *read_bibliography(once).references) == once


@pytest.mark.parametrize("head", [b"@article{a, ", b"TY  - JOUR\n", b'[{"title": "x", "type": ', b"@string{a = "])
@given(data=st.binary(max_size=200) | st.text(st.sampled_from('@{}()",=#\\\n %aTYER-[]:0')).map(str.encode))
def test_readers_of_foreign_bytes_only_refuse(head: bytes, data: bytes) -> None:
    try:
        found = read_bibliography(head + data)
    except AppError:
        return
    for form in ALL:
        written(form, *found.references)

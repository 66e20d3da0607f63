"""What the two processes say to each other; neither trusts what it hears."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import Reason
from desktop.domain.pdf_facts import PdfFacts
from desktop.pdf.messages import Failed, Inspect, Message, Ready, decode, encode


@pytest.mark.parametrize(
    "message",
    [
        Ready(),
        Inspect("/papers/注意力 \udcff.pdf"),
        PdfFacts(3, "text\n", "title", "metadata", needs_password=True, repaired=True),
        Failed(Reason.PDF_EMPTY, "why"),
    ],
)
def test_a_message_is_read_as_it_was_written(message: Message) -> None:
    assert decode(encode(message)) == message


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b'"Ready"',
        b"\xff",
        b"[" * 100_000,
        b'{"kind": "Error"}',
        b'{"kind": ["Ready"]}',
        b'{"kind": "Inspect"}',
        b'{"kind": "Ready", "more": 1}',
        b'{"kind": "Inspect", "path": 3}',
        b'{"kind": "Failed", "reason": "no such reason"}',
        b'{"kind": "PdfFacts", "pages": "3"}',
        b'{"kind": "PdfFacts", "pages": true}',
        b'{"kind": "PdfFacts", "pages": 3, "title": null}',
    ],
)
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode(data)


@given(st.binary() | st.text().map(str.encode))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode(data)

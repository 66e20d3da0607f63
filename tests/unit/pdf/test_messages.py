"""What the two processes say to each other; neither trusts what it hears."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import Reason
from desktop.domain.pdf_document import (
    DocumentFacts,
    OutlineItem,
    PageLink,
    PageSize,
    PageText,
    RenderRequest,
    TextLine,
)
from desktop.domain.pdf_facts import PdfFacts
from desktop.pdf.messages import (
    Data,
    Failed,
    Inspect,
    Links,
    Message,
    More,
    Ready,
    Render,
    TakePicture,
    decode,
    encode,
)


@pytest.mark.parametrize(
    "message",
    [
        Ready(),
        Inspect("/papers/注意力 \udcff.pdf"),
        PdfFacts(3, "text\n", "title", "metadata", needs_password=True, repaired=True),
        Failed(Reason.PDF_EMPTY, "why"),
        Failed(Reason.PDF_FAILED, worn=True),
        Render("/a.pdf", "hôtel", 3, RenderRequest(3, 1.5, 90, (0, 0, 256, 256), dark=True)),
        Render("/a.pdf", "", 3, RenderRequest(3, 1.5)),
        TakePicture("/a.pdf", "", 0, (0.0, 1.0, 2.0, 3.0)),
        DocumentFacts((PageSize(1.0, 2.0),) * 1000, ("i", "ii"), (OutlineItem(1, "One\nTwo", 3),), repaired=True),
        PageText((TextLine("论文 \n", (0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5), (0.0, 0.25, 0.5, 1.0), 2),) * 99),
        PageText(()),
        Links((PageLink((0.0, 0.0, 1.0, 1.0), uri="https://arxiv.org"),)),
        Data(3, 4),
        More(),
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
        b'{"kind": "PageText", "lines": 3}',
        b'{"kind": "PageText", "lines": [3]}',
        b'{"kind": "PageText", "lines": [["a"]]}',
        b'{"kind": "PageText", "lines": [["a", [0, 0, 0, 0, 0, 0, 0], [0.0, 1.0], 0]]}',
        b'{"kind": "PageText", "lines": [["a", [0, 0, 0, 0, 0, 0, 0, NaN], [0.0, 1.0], 0]]}',
        b'{"kind": "PageText", "lines": [["a", [0, 0, 0, 0, 0, 0, 0, 0], [0.0, Infinity], 0]]}',
        b'{"kind": "PageText", "lines": [["a", [0, 0, 0, 0, 0, 0, 0, 0], ["0", 1.0], 0]]}',
        b'{"kind": "PageText", "lines": []}\n{"lines": 3}',
        b'{"kind": "PageText", "lines": []}\n{"lines": [], "more": []}',
        b'{"kind": "PageText", "lines": []}\n{"more": []}',
        b'{"kind": "PageText", "lines": []}\n',
        b'{"kind": "DocumentFacts", "pages": [[1e999, 1.0]]}',
        b'{"kind": "DocumentFacts", "pages": [[' + b"9" * 400 + b", 1.0]]}",
    ],
)
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode(data)


@given(st.binary() | st.text().map(str.encode))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode(data)

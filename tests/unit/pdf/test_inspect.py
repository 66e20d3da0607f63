"""What a PDF tells of itself, and what is none."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.domain.errors import FileError, PdfError, Reason
from desktop.domain.pdf_facts import PdfFacts
from desktop.domain.pdf_identity import identify
from desktop.pdf.engine import PdfEngine
from tests.unit.pdf.made_pdfs import made_pdf, text

Write = Callable[[str, bytes], Path]

ARXIV_PAPERS = {
    "grobid__1001._0908.0054.pdf": ("0908.0054", 1, "Ultra light bosonic dark matter and CMB"),
    "paper-qa__pasa.pdf": ("2501.10120", 1, "PaSa: An LLM Agent for Comprehensive Academic Paper Search"),
    "unstructured__multi-column.pdf": (
        "2004.04906",
        3,
        "Dense Passage Retrieval for Open-Domain Question Answering",
    ),
    "mineru__demo3.pdf": ("2203.00274", 2, "TABLEFORMER: Robust Transformer Modeling for Table-Text Encoding"),
    "zotero__recognizePDF_test_arXiv.pdf": (
        "1412.6206",
        1,
        "Scaling study of an improved fermion action on quenched lattices",
    ),
    "papers-we-love__shors_algorithm.pdf": (
        "quant-ph/9508027",
        2,
        "Polynomial-Time Algorithms for Prime Factorization and Discrete Logarithms on a Quantum Computer",
    ),
    "papers-we-love__ts-asap.pdf": (
        "1703.00983",
        1,
        "ASAP: Automatic Smoothing for Attention Prioritization in Streaming Time Series Visualization",
    ),
    "pymupdf__test_4751.pdf": ("2407.10671", 4, "QWEN2 TECHNICAL REPORT"),
    "papers-we-love__tilings.pdf": ("math/0501170", 3, "Tilings"),
    "pdfplumber__issue-982-example.pdf": ("1601.03642", 1, "Creativity in Machine Learning"),
}
OTHER_PAPERS = {
    "pdf.js__tracemonkey.pdf": "Trace-based Just-in-Time Type Specialization for Dynamic Languages",
    "science-parse__proto06.pdf": "Prototype-Driven Learning for Sequence Models",
    "papers-we-love__scatteralloc-massively-parallel-dynamic-memory-allocation-for-the-gpu..pdf": (
        "ScatterAlloc: Massively Parallel Dynamic Memory Allocation for the GPU"
    ),
}

REFUSED = {
    "pdf.js__poppler-67295-0.pdf": Reason.PDF_FAILED,
    "pdfium__bug_216.pdf": Reason.PDF_FAILED,
    "pocs__text-wsFF.pdf": Reason.PDF_FAILED,
    "pocs__js-eval.pdf": Reason.PDF_EMPTY,
    "qpdf__out.pdf": Reason.PDF_EMPTY,
    "pocs__firefox-tiny.pdf": Reason.NOT_A_PDF,
    "qpdf__440747125.fuzz.pdf": Reason.NOT_A_PDF,
    "qpdf__4876793183272960.fuzz.pdf": Reason.NOT_A_PDF,
    "qpdf__69977b.fuzz.pdf": Reason.NOT_A_PDF,
    "qpdf__issue-141a.pdf": Reason.NOT_A_PDF,
}


@pytest.mark.parametrize(("name", "paper"), ARXIV_PAPERS.items())
def test_a_paper_of_arxiv_is_recognised_by_its_stamp(
    engine: PdfEngine, shared: Path, name: str, paper: tuple[str, int, str]
) -> None:
    identity = identify(engine.inspect(shared / "data" / "pdf" / name))
    assert (identity.arxiv_id, identity.version, identity.title) == paper


@pytest.mark.parametrize(("name", "title"), OTHER_PAPERS.items())
def test_another_paper_is_recognised_by_its_title(engine: PdfEngine, shared: Path, name: str, title: str) -> None:
    identity = identify(engine.inspect(shared / "data" / "pdf" / name))
    assert (identity.arxiv_id, identity.doi, identity.title) == ("", "", title)


def answer(engine: PdfEngine, file: Path) -> PdfFacts | PdfError:
    try:
        return engine.inspect(file)
    except PdfError as error:
        return error


def test_every_file_ends_in_facts_or_an_explanation(engine: PdfEngine, shared: Path) -> None:
    files = sorted((shared / "data" / "pdf").glob("*.pdf"))
    answers = {file.name: answer(engine, file) for file in files}
    explained = {name: found.reason for name, found in answers.items() if isinstance(found, PdfError) and found.detail}
    facts = {name: found for name, found in answers.items() if isinstance(found, PdfFacts)}
    assert len(files) == 61
    assert explained == REFUSED
    assert len(facts) == 61 - len(explained)
    assert all(found.pages > 0 or found.needs_password for found in facts.values())


def test_a_page_tells_its_text_and_its_title(engine: PdfEngine, write: Write) -> None:
    content = (
        text("Large Language Models as Self-", 18, 72, 700, "B")
        + text("Supervised Readers of Papers", 18, 72, 678, "B")
        + text("Ada Lovelace", 12, 72, 640)
        + text("We read papers, and then we read them again, and so on.", 10, 72, 600)
        + text("LARGE LABEL", 30, 300, 420)
        + text("arXiv:2403.02774v1  [cs.CL]  5 Mar 2024", 20, 30, 200, upwards=True)
    )
    facts = engine.inspect(write("paper.pdf", made_pdf(content, "", title="untitled")))
    assert facts == PdfFacts(
        pages=2,
        first_text=(
            "Large Language Models as Self-\nSupervised Readers of Papers\nAda Lovelace\n"
            "We read papers, and then we read them again, and so on.\nLARGE LABEL\n"
            "arXiv:2403.02774v1  [cs.CL]  5 Mar 2024\n"
        ),
        title="Large Language Models as Self-Supervised Readers of Papers",
        metadata_title="untitled",
    )


def test_text_and_titles_without_end_are_cut(engine: PdfEngine, write: Write) -> None:
    lines = "".join(text("word " * 100, 1, 10, 790 - line) for line in range(100))
    facts = engine.inspect(write("long.pdf", made_pdf(lines, title="a" * 5000)))
    assert len(facts.first_text) == 20_000
    assert len(facts.metadata_title) == 1000
    assert facts.title == ""


def test_a_password_is_said_to_be_needed(engine: PdfEngine, shared: Path) -> None:
    for name in ("pdfium__encrypted_hello_world_r6.pdf", "qpdf__pages-copy-encryption.pdf"):
        assert engine.inspect(shared / "data" / "pdf" / name) == PdfFacts(pages=0, needs_password=True)


def test_a_file_that_was_cut_off_is_told(engine: PdfEngine, write: Write) -> None:
    whole = made_pdf(text("Hello", 10, 72, 700))
    assert not engine.inspect(write("whole.pdf", whole)).repaired
    assert engine.inspect(write("cut.pdf", whole[: whole.index(b"xref")])).repaired


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.NOT_A_PDF),
        (b"<html><body>Are you a robot?</body></html>", Reason.NOT_A_PDF),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", Reason.NOT_A_PDF),
        (b" " * 1024 + made_pdf(""), Reason.NOT_A_PDF),
        (b"<html>%PDF-1.7</html>", Reason.NOT_A_PDF),
        (b"%PDF-1.7 and nothing more", Reason.PDF_FAILED),
        (made_pdf(), Reason.PDF_EMPTY),
    ],
)
def test_what_is_no_pdf_of_pages_is_refused(engine: PdfEngine, write: Write, content: bytes, reason: Reason) -> None:
    path = write("named.pdf", content)
    with pytest.raises(PdfError) as caught:
        engine.inspect(path)
    assert (caught.value.reason, caught.value.about) == (reason, str(path))


def test_only_regular_files_are_opened(engine: PdfEngine, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    for path in (tmp_path / "pipe.pdf", tmp_path, tmp_path / "missing.pdf", Path("/dev/zero"), Path("a\0b")):
        with pytest.raises(FileError) as caught:
            engine.inspect(path)
        assert caught.value.reason is Reason.UNREADABLE


def test_a_file_may_have_any_name(engine: PdfEngine, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("注意力.pdf", "no suffix", os.fsdecode(b"\xff.pdf"), "#?%20.pdf"):
        path = write(name, made_pdf(""))
        monkeypatch.chdir(path.parent)
        assert engine.inspect(Path(name)).pages == 1

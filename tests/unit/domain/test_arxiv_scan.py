"""Which papers a text names: the table of promise 17, one line a form."""

import re
from datetime import date

import pytest

from desktop.domain.arxiv_id import ArxivId
from desktop.domain.arxiv_scan import scan

TODAY = date(2026, 11, 22)
NEW = "2403.02774"


def named(text: str) -> list[str]:
    return [found.value + (f"v{found.version}" if found.version else "") for found in scan(text, TODAY).found]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        # the forms of an id
        ("2403.02774", ["2403.02774"]),
        ("2403.02774v2", ["2403.02774v2"]),
        ("2403.02774v12", ["2403.02774v12"]),
        ("0704.0001", ["0704.0001"]),
        ("1412.6980v9", ["1412.6980v9"]),
        ("1501.00001", ["1501.00001"]),
        ("hep-th/9901001", ["hep-th/9901001"]),
        ("hep-th/9107001", ["hep-th/9107001"]),
        ("quant-ph/0703234v3", ["quant-ph/0703234v3"]),
        ("math.GT/0309136", ["math/0309136"]),
        ("math-ph/0601001", ["math-ph/0601001"]),
        ("physics/0601001", ["physics/0601001"]),
        ("cs.AI/0112017v1", ["cs/0112017v1"]),
        # said to be one
        ("arXiv:2403.02774", [NEW]),
        ("ArXiv: 2403.02774v1 [cs.CL] 5 Mar 2024", ["2403.02774v1"]),
        ("arXiv:hep-th/9901001v2", ["hep-th/9901001v2"]),
        ("arXiv preprint arXiv:2403.02774, 2024", [NEW]),
        ("arXiv preprint 2403.02774", [NEW]),
        ("see the arXiv version 2403.02774", [NEW]),
        ("arXiv-2403.02774v1.tar.gz", ["2403.02774v1"]),
        ("CoRR, abs/2403.02774", [NEW]),
        ("volume = {abs/2403.02774},", [NEW]),
        # links
        ("https://arxiv.org/abs/2403.02774", [NEW]),
        ("http://arxiv.org/abs/2403.02774v3", ["2403.02774v3"]),
        ("arxiv.org/abs/math.GT/0309136", ["math/0309136"]),
        ("https://arxiv.org/pdf/2403.02774v2.pdf", ["2403.02774v2"]),
        ("https://arxiv.org/pdf/2403.02774#page=3", [NEW]),
        ("https://arxiv.org/html/2403.02774v1", ["2403.02774v1"]),
        ("https://arxiv.org/html/2403.02774v1/x1.png", ["2403.02774v1"]),
        ("https://arxiv.org/format/2403.02774", [NEW]),
        ("https://arxiv.org/e-print/hep-th/9901001", ["hep-th/9901001"]),
        ("https://arxiv.org/ftp/arxiv/papers/2403/2403.02774.pdf", [NEW]),
        ("https://arxiv.org/abs/2403.02774?context=cs.LG", [NEW]),
        ("https://arxiv.org/abs/2403.02774/", [NEW]),
        ("https://export.arxiv.org/abs/2403.02774", [NEW]),
        ("https://www.arxiv.org/pdf/2403.02774", [NEW]),
        ("https://browse.arxiv.org/pdf/2403.02774.pdf", [NEW]),
        ("http://cn.arxiv.org/abs/2403.02774", [NEW]),
        ("http://xxx.lanl.gov/abs/hep-th/9901001", ["hep-th/9901001"]),
        ("https://ARXIV.org/abs/2403.02774", [NEW]),
        ("https://arxiv.org:443/abs/2403.02774", [NEW]),
        ("https://ar5iv.labs.arxiv.org/html/2403.02774", [NEW]),
        ("https://ar5iv.org/abs/2403.02774", [NEW]),
        ("https://www.alphaxiv.org/abs/2403.02774v1", ["2403.02774v1"]),
        ("https://alphaxiv.org/overview/2403.02774", [NEW]),
        ("https://www.alphaxiv.org/zh/overview/2403.02774", [NEW]),
        ("https://huggingface.co/papers/2403.02774", [NEW]),
        ("https://hf.co/papers/2403.02774#community", [NEW]),
        ("https://huggingface.co/datasets?other=arxiv:2403.02774", [NEW]),
        ("https://export.arxiv.org/api/query?id_list=2403.02774,hep-th/9901001v2", [NEW, "hep-th/9901001v2"]),
        ("https://web.archive.org/web/2024/https://arxiv.org/abs/2403.02774", [NEW]),
        ("https://www.google.com/url?q=https%3A%2F%2Farxiv.org%2Fabs%2F2403.02774&sa=D", [NEW]),
        ("https%3A%2F%2Farxiv.org%2Fabs%2Fhep-th%2F9901001v1", ["hep-th/9901001v1"]),
        ("https%253A%252F%252Farxiv.org%252Fpdf%252F2403%252E02774", [NEW]),
        # DOIs
        ("10.48550/arXiv.2403.02774", [NEW]),
        ("https://doi.org/10.48550/arXiv.2403.02774", [NEW]),
        ("http://dx.doi.org/10.48550/ARXIV.2403.02774", [NEW]),
        ("doi: 10.48550/arXiv.hep-th/9901001", ["hep-th/9901001"]),
        ("10.48550/ARXIV.HEP-TH/9901001", ["hep-th/9901001"]),
        ("https://doi.org/10.48550/ARXIV.MATH.GT/0309136", ["math/0309136"]),
        # marked-up text
        ("[Walls](https://arxiv.org/abs/2403.02774)", [NEW]),
        ("| [2403.02774](https://arxiv.org/abs/2403.02774v2) | x |", ["2403.02774v2"]),
        ('<a href="https://arxiv.org/abs/2403.02774">Walls</a>', [NEW]),
        ('<a href ="/abs/2403.02774" title="Abstract">', [NEW]),
        ("<a href='/papers/2403.02774'>", [NEW]),
        ("**2403.02774**, `2403.02775`", [NEW, "2403.02775"]),
        ('{"arxiv_id": "2403.02774"}', [NEW]),
        ('{"url": "https:\\/\\/arxiv.org\\/abs\\/2403.02774v2"}', ["2403.02774v2"]),
        (r"\href{https://arxiv.org/abs/2403.02774}{Walls}, \eprint{2403.02775}", [NEW, "2403.02775"]),
        ("papershelf://add?arxiv=2403.02774", [NEW]),
        ("https://search.example.org/?q=arxiv+2403.02774", [NEW]),
        ("https://search.example.org/?q=arxiv%202403.02774", [NEW]),
        ("https://www.semanticscholar.org/arXiv:2403.02774", [NEW]),
        ("<identifier>oai:arXiv.org:2403.02774</identifier>", [NEW]),
        ("@misc{a, eprint = {2403.02774}, archivePrefix = {arXiv}, primaryClass = {cs.CL}}", [NEW]),
        ('eprint = "hep-th/9901001",', ["hep-th/9901001"]),
        ("eprint={math/0309136v2}", ["math/0309136v2"]),
        ("eprint=2403.02774,", [NEW]),
        ("@misc{a, eprint={0501170}, archivePrefix={arXiv}, primaryClass={math}}", ["math/0501170"]),
        ("@misc{a,\n primaryClass = {math.GT},\n eprint = {0309136v2}\n}", ["math/0309136v2"]),
        ("eprint=9901001, archivePrefix=hep-th", ["hep-th/9901001"]),
        ("eprint=9901001, archivePrefix=hep-th\neprint=0501170, primaryClass=math", ["hep-th/9901001", "math/0501170"]),
        # running text and lists
        ("as shown in 2403.02774.", [NEW]),
        ("(2403.02774)", [NEW]),
        ("2403.02774, 2403.02775; 2403.02776", [NEW, "2403.02775", "2403.02776"]),
        ("2403.02774,2403.02775", [NEW, "2403.02775"]),
        ("12 2403.02774 Walls", [NEW]),
        ("• 2403.02774", [NEW]),
        ("1.\t2403.02774\n2.\t2403.02775", [NEW, "2403.02775"]),
        ("arXiv:\n2403.02774", [NEW]),
        # Chinese text around it
        ("论文2403.02774提出了", [NEW]),
        ("①2403.02774 ②2403.02775", [NEW, "2403.02775"]),
        ("【2403.02774】", [NEW]),
        ("（arXiv：2403.02774）", [NEW]),
        ("见https://arxiv.org/abs/2403.02774，作者", [NEW]),
        ("《墙》arXiv:2403.02774。", [NEW]),
        # invisible characters, as pages put them into what is copied
        ("2403\u200b.02774", [NEW]),
        ("\ufeff2403.02774\u200e", [NEW]),
        ("https://arxiv.org/\u00adabs/\u200b2403.02774", [NEW]),
        # names of files
        ("2403.02774v2.pdf", ["2403.02774v2"]),
        ("2403.02774 (1).pdf", [NEW]),
        ("2403.02774v2_final.pdf", ["2403.02774v2"]),
        ("papers/2403.02774.pdf", [NEW]),
        ("/papers/2403.02774v2.pdf", ["2403.02774v2"]),
        ("C:\\papers\\2403.02774.pdf", [NEW]),
        ("file:///papers/hep-th/9901001.pdf", ["hep-th/9901001"]),
    ],
)
def test_every_form_of_an_id_is_recognised(text: str, ids: list[str]) -> None:
    assert named(text) == ids


NO_IDS = """\
arXiv  arXiv:  https://arxiv.org/  https://arxiv.org/abs/

prices, measures, other numbers
$1234.5678  $2403.02774  € 0704.0001  USD 1203.4567  ￥2403.02774  2403.02774€  2403.02774%  1,234.5678  3.14159
x = 2403.02774  x=2403.02774  -2403.02774  ±2403.02774  3*2403.02774  ~2403.02774  § 12.3.4
0.1234.56789  1.2403.02774  2403.02774.1  12403.02774  2403.027745  2403.02774-1  2403.02774:80  12:2403.02774
192.168.1203.4567  1203.4567.10.1  v2403.02774  version 1909.18363  Build 1909.18363  2024-03-05  5.3.2024
+49 2403.02774  +1 (555) 2403.02774  Tel. 0711.1234  2024.12345  2011.1105  12/2403

months and numbers that arXiv never gave
2413.12345  2400.12345  0703.0001  0001.0001  9108.0001  9912.12345  2801.00001  1412.69801  1501.0001  2403.0277
2403.00000  0704.0000  2403.02774v0  2403.02774v1234567890
hep-th/9913001  hep-th/9106001  hep-th/0704001  hep-th/9901000  hep-th/0801001  stat/0703001

parts of longer words
x2403.02774  2403.02774x  2403.02774V2  2403.02774v  2403.02774v2x  2403.02774_a  _2403.02774  é2403.02774
a@2403.02774  2403.02774@example.org  2403.02774-based  2403.02774é  foo/2403.02774  2403.02774/1  foo/hep-th/9901001
xhep-th/9901001  basics/0601001  and/1234567  hep-th/990100  hep-th/99010012  Hep-th/9901001  math.gt/0309136
math.GTX/0309136  hep-th/9901001.2  2403.02774_final  2403.02774v2_final.exe  10.1000/ARXIV.HEP-TH/9901001
eprint={9901001}  eprint={9901001}, archivePrefix={arXiv}  @a{b, primaryClass={math}} @c{d, eprint={0309136}}

other digits
２４０３.02774  2403.0277٤  ٤2403.02774  2403．02774  𝟐403.02774

links to elsewhere, and ways out of a folder
https://arxiv.org.example.org/abs/2403.02774  https://arxiv.org@example.org/abs/2403.02774
https://user@arxiv.org/abs/2403.02774  https://myarxiv.org/abs/2403.02774  https://example.org/2403.02774
https://example.org/arxiv.org/abs/2403.02774  https://example.org/2403.02774v2.pdf  www.example.org/2403.02774.pdf
https://huggingface.co/2403.02774  https://doi.org/10.1000/arXiv.2403.02774  https://arxiv.org/list/cs.CV/2403
https://arxiv.org/abs/2403.02774.exe  https://arxiv.org/abs/2403.02774x  https://arxiv.org/abs/../2403.02774
https://arxiv.org/abs/2403.02774/../x  https://arxiv.org/abs/%2e%2e%2f2403.02774  ../2403.02774  ../2403.02774.pdf
arXiv:../2403.02774  arXiv:2403.02774/../x
"""


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00", "\ud800", *re.split(r"  |\n", NO_IDS)])
def test_nothing_else_is_taken_for_an_id(text: str) -> None:
    assert named(text) == []


def test_each_paper_comes_once_in_order_with_the_highest_version_named() -> None:
    text = (
        "2403.02775 2403.02774v1 arXiv:2403.02774v3 https://arxiv.org/abs/2403.02774v2 math.GT/0309136 math/0309136v1"
    )
    assert scan(text, TODAY).found == (
        ArxivId("2403.02775"),
        ArxivId("2403.02774", 3),
        ArxivId("math/0309136", 1),
    )


def test_a_clock_that_was_never_set_hides_no_paper() -> None:
    assert scan("2403.02774", date(1970, 1, 1)).found
    assert not scan("2403.02774 and 2801.00001", TODAY).found[1:]
    assert scan("2801.00001", date(2027, 1, 1)).found

"""A million texts: every planted id is found, everything found is an id that stands in the text, and time is linear."""

import random
import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.adding import Scan
from desktop.domain.arxiv_id import ArxivId
from desktop.domain.arxiv_scan import scan

TODAY = date(2026, 11, 22)
LEGAL = re.compile(r"[0-9]{4}\.[0-9]{4,5}|[a-z-]+/[0-9]{7}")
ARCHIVES = (
    *("hep-th", "astro-ph", "quant-ph", "math", "math-ph", "math.GT", "cs", "cs.AI", "cond-mat", "physics", "nlin.CD"),
    *("q-bio", "alg-geom", "cmp-lg", "gr-qc", "solv-int"),
)
FORMS = (
    *("{}", "arXiv:{}", "arXiv: {}", "https://arxiv.org/abs/{}", "http://export.arxiv.org/pdf/{}.pdf", "{}.pdf"),
    *("https://www.alphaxiv.org/abs/{}", "https://huggingface.co/papers/{}", "https://doi.org/10.48550/arXiv.{}"),
    *("eprint = {{{}}}", "[x](https://arxiv.org/abs/{})", '<a href="/abs/{}">', "https://ar5iv.org/html/{}"),
    *(
        "（arXiv：{}）",
        "【{}】",
        "论文{}，",
        "https%3A%2F%2Farxiv.org%2Fhtml%2F{}",
        "see {}.",
        "abs/{}",
        "\u200b{}\ufeff",
    ),
)
NOISE = (
    *(
        "walls",
        "注意力",
        "12.5",
        "2024-03-05",
        "$1234.5678",
        "192.168.1.1",
        "https://example.org/a?b=c",
        "arXiv",
        "cs.CL",
    ),
    *("1203", "§ 3.1", "v2", "hep-th", "/", "()", "{", "]", "—", "，", "\ufeff", "title = {Walls},", "50%", "@misc{a,"),
    *(
        "a@b.example",
        "“x”",
        "...",
        "\\\\",
        "10.1000/182",
        "٣",
        "é",
        "\ud800",
        "10%",
        "%2F",
        "2413.12345",
        "0.1203.4567",
    ),
)
GAPS = (" ", "\n", "\t", "  ", "\r\n", "\u3000")


def some_id(chance: random.Random) -> tuple[str, ArxivId]:
    """An id as a text spells it, and which one it is."""
    if chance.random() < 0.3:
        archive = chance.choice(ARCHIVES)
        year = chance.choice((*range(92, 100), *range(7)))
        behind = f"/{year:02}{chance.randint(1, 12):02}{chance.randint(1, 999):03}"
        spelled, value = archive + behind, archive.partition(".")[0] + behind
    else:
        year = chance.randint(8, 26)
        digits = 4 if year < 15 else 5
        number = chance.randint(1, 10**digits - 1)
        spelled = value = f"{year:02}{chance.randint(1, 12):02}.{number:0{digits}}"
    version = chance.choice((None, None, chance.randint(1, 20)))
    return spelled + (f"v{version}" if version else ""), ArxivId(value, version)


def sound(text: str, found: Scan) -> bool:
    """Whether everything found is legal and stands in the text, not inside a longer number."""
    bare = re.sub("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]", "", text)
    for one in found.found:
        archive, slash, number = one.value.rpartition("/")
        version = f"v0*{one.version}" if one.version else ""
        inside = rf"(?<![0-9]){re.escape(archive)}(?:\.[A-Z]{{2}})?{slash}{re.escape(number)}{version}(?![0-9])"
        month = int(number[2:4])
        if not (LEGAL.fullmatch(one.value) and 1 <= month <= 12 and (re.search(inside, bare) or "%" in bare)):
            return False
    return len({one.value for one in found.found}) == len(found.found)


def test_planted_ids_are_found_and_nothing_else(full_run: bool) -> None:
    chance = random.Random(17)
    for _ in range(700_000 if full_run else 70_000):
        words: list[str] = []
        planted: dict[str, ArxivId] = {}
        for _ in range(chance.randint(1, 6)):
            if chance.random() < 0.4:
                spelled, one = some_id(chance)
                words.append(chance.choice(FORMS).format(spelled))
                known = planted.setdefault(one.value, one)
                if (one.version or 0) > (known.version or 0):
                    planted[one.value] = one
            else:
                words.append(chance.choice(NOISE))
        text = "".join(word + chance.choice(GAPS) for word in words)
        assert scan(text, TODAY).found == tuple(planted.values()), repr(text)


def test_spoiled_ids_are_not_found(full_run: bool) -> None:
    chance = random.Random(18)
    spoilers = (
        *("x{}", "{}x", "{}_", "9{}", "{}9x", "$1{}", "1.{}", "{}.1", "a@{}", "{}@a", "-{}", "{}-1", "..{}", "/{}"),
        *("https://example.org/{}", "https://arxiv.org.example.org/abs/{}", "https://arxiv.org/abs/{}/../x", "{}é"),
        *("https://a@arxiv.org/abs/{}", "https://arxiv.org/abs/../{}", "../{}.pdf", "{}٣", "٣{}", "x = {}", "+49 {}"),
    )
    for _ in range(150_000 if full_run else 15_000):
        spelled, _one = some_id(chance)
        text = chance.choice(spoilers).format(spelled)
        assert scan(text, TODAY).found == (), repr(text)


def test_whatever_is_found_in_noise_is_legal_and_stands_there(full_run: bool) -> None:
    chance = random.Random(19)
    pieces = (
        *"0123456789..//::vvv--%(){}[] \n",
        "arxiv",
        "arXiv:",
        "hep-th/",
        "2403.",
        "02774",
        "abs/",
        ".pdf",
        "https://",
        "9901",
        "math.GT",
        "版",
        "\u200b",
    )
    for _ in range(150_000 if full_run else 15_000):
        text = "".join(chance.choices(pieces, k=chance.randint(1, 30)))
        assert sound(text, scan(text, TODAY)), repr(text)


def test_no_text_is_too_odd(full_run: bool) -> None:
    @settings(max_examples=20_000 if full_run else 500, deadline=None, database=None)
    @given(st.lists(st.sampled_from((*FORMS, *NOISE)) | st.text(max_size=4), max_size=20).map("".join))
    def is_read(text: str) -> None:
        found = scan(text, TODAY)
        assert sound(text, found)
        assert all(0 < len(line) <= 200 for line in found.not_understood)

    is_read()


HOSTILE = (
    *(
        "0",
        "/",
        "-",
        "a",
        "%2F",
        "%25",
        "@a{",
        "@a{x\n",
        "arxiv:1",
        "arXiv:",
        "arxiv.org/abs/",
        "2403.02774",
        "+1 ",
        "[",
    ),
    *(
        "2413.02774v1 ",
        "https://e.org/2403.02774 ",
        "x/2403.02774",
        "hep-th/9901001",
        "number =  ",
        "\u200b",
        "\n",
        "- \n",
    ),
    *("eprint=0501170 ", "eprint={", "2413.02774 ", "２３０８．０００１２"),
    *(
        "arXiv:2413.02774",
        "arXiv:2413.02774\n",
        "2403.02774,",
        "2403.02774/",
        "https://arxiv.org/abs/2403.02774\n",
        "版",
    ),
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_scanning_takes_time_in_proportion(piece: str, full_run: bool) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        times = []
        for _ in range(3):
            began = time.process_time()
            scan(text, TODAY)
            times.append(time.process_time() - began)
        return min(times)

    size = 1_000_000 if full_run else 160_000
    # Eight times the text; a quadratic reader takes sixty-four times as long.
    assert seconds(size) < 24 * seconds(size // 8) + 0.05
    assert not full_run or seconds(size) < 1

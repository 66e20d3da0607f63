"""Where a text names papers of arXiv: identifiers in links, BibTeX, file names, lists, running text.

The two forms of an identifier are searched for, and then what stands before and behind each decides: a link to a paper,
a word such as `arXiv:` that says what it is, or nothing that would make it part of something else (a price, a longer
number, a link to elsewhere). Every look around is bounded, so the time is proportional to the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop.domain.arxiv_id import ArxivId, month_of, plain_id
from desktop.domain.search_words import CJK

_CORE = re.compile(r"[0-9/](?:(?<=/)[0-9]{7}|(?<=[0-9])[0-9]{3}(?<![0-9]{5})\.[0-9]{4,5})(?![0-9])")
"""The number of an old identifier with its slash, or a whole new one; begins with one character, so it is quick."""
_ARCHIVE_NAME = (
    r"(?:acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga"
    r"|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph"
    r"|q-alg|q-bio|quant-ph|solv-int|supr-con)(?:\.[A-Z]{2})?"
)
"""The archives of the old scheme, which got its last papers in March 2007, perhaps with a subject class."""
_ARCHIVE = re.compile(rf"(?:{_ARCHIVE_NAME}|(?i:(?<=10\.48550/arxiv\.){_ARCHIVE_NAME}))\Z")
"""DOIs do not heed case."""
_LONGEST_ARCHIVE = 11

_FIRST_MONTH, _LAST_OLD_MONTH, _FIRST_NEW_MONTH, _FIRST_LONG_MONTH = "1991-07", "2007-03", "2007-04", "2015-01"
_TOLERATED_YEARS = 2
"""So many calendar years, the present one among them, may an identifier be of."""
_CLOCK_IS_WRONG_BEFORE = 2026
"""No computer runs this in an earlier year: a clock that shows one was never set."""

_WORD = rf"[^\W{CJK}\u2460-\u24ff\u3200-\u33ff]"
"""What a number stands in one word with. Chinese, Japanese and Korean are written without spaces, and so
are numbers in circles before what they count."""
_HOST = (
    r"(?:(?:[a-z0-9-]+\.){0,3}arxiv\.org|xxx\.(?:lanl\.gov|itp\.ac\.cn))(?::[0-9]+)?"
    r"/(?:abs|pdf|html|format|ps|e-print|src|bibtex|tb|ftp/[a-z-]+/papers/[0-9]{4})"
    r"|(?:www\.)?ar5iv\.org(?:/(?:abs|html|pdf|papers))?"
    r"|(?:www\.)?alphaxiv\.org(?:/[a-z]{2}(?:-[a-z]{2,4})?)?/(?:abs|pdf|html|overview|resources|audio)"
    r"|(?:www\.)?(?:huggingface\.co|hf\.co|hf-mirror\.com)/papers"
)
_BEFORE = re.compile(
    rf"(?P<link>(?:(?<![a-z0-9])https?://|(?<!{_WORD})(?<![.@/-]))(?:{_HOST})/"
    r"|(?<![0-9.])10\.48550/arxiv\."
    r"|(?<![^\s\"'(=])/(?:abs|pdf|html|format|papers)/)\Z"
    rf"|(?P<said>(?<!{_WORD})arxiv(?:\s(?:preprint|e-?print|version|paper|id|number|no\.?))?\s?[:：/#_~+-]?\s?\Z"
    r"|(?<![\w./-])abs/\Z"
    r"|\b(?:eprint|arxiv(?:[_-]?id)?|id_list|number)\s{0,9}=\s?[{\"]?\Z)"
    r"|(?P<other>\b(?:version|build|release|tel|phone|fax|mobile|usd|eur|gbp|cny|rmb)[.:：]?\s?\Z"
    r"|\+[0-9][0-9 ()/.-]{0,20}\Z"
    rf"|(?:{_WORD}|[0-9][*:]|[.@$€£¥₹￥＄%^\\/&#~+=±×÷≈≤≥−-]|[=±×÷≈≤≥−+$€£¥₹￥＄]\s)\Z)",
    re.IGNORECASE,
)
"""What stands before an identifier. `other` makes the number part of something else; nothing is as good as a space."""
_LINK_LENGTH, _WORD_LENGTH = 60, 26
"""So many characters before an identifier are looked at: where a slash ends them, and where something else does."""
_NOTHING_BEFORE = frozenset("\n\r\t([<>,;|`'（【《「，。；、》」")
"""Characters after which an identifier stands for itself, whatever is before them."""
_BEHIND = re.compile(
    r"(?:v(?P<version>0*[1-9][0-9]{0,8}))?"
    r"(?P<file>(?:[_-][A-Za-z0-9_-]{1,60})?\.(?:pdf|ps|html?|txt|md|tex|bib|tar\.gz|gz|zip)(?![A-Za-z0-9]))?"
    rf"(?!{_WORD}|[@$€£¥%°]|[.+=-][A-Za-z0-9]|:[0-9])"
    r"(?P<slash>/)?"
)
_REST_OF_LINK = re.compile(r"[^\s\"'<>)\]}|]{0,300}")
_OLD_EPRINT = re.compile(r"(\beprint\s{0,9}=\s?[{\"]?)(?=[0-9]{7}(?![0-9]))", re.IGNORECASE)
_ARCHIVE_FIELD = re.compile(
    rf"\b(?i:primaryClass|eprintClass|archivePrefix|eprintType)\s{{0,9}}=\s?[{{\"]?({_ARCHIVE_NAME})(?![\w.-])"
)
_ENTRY_LENGTH = 300
"""So far on either side of an old number its archive is looked for."""
_FILE_PATH = re.compile(r"(?:(?:file://|[A-Za-z]:|~)?[/\\])?(?:[^\s/\\:?#&=]+[/\\])*\Z")


@dataclass(frozen=True, slots=True)
class Mention:
    """An identifier at text[start:end], with its version; `id` is None if arXiv cannot have given it, or if it is part
    of a link to elsewhere."""

    start: int
    end: int
    id: ArxivId | None
    perhaps_other: bool = False
    """Nothing but its form says that it was meant for an identifier."""


def with_archives(text: str) -> str:
    """The text with an archive before each old number that BibTeX gives apart from it: `eprint = {math/0501170}` for
    `eprint = {0501170}, primaryClass = {math}`."""

    gap, *pieces = _OLD_EPRINT.split(text)
    told = [gap]
    for eprint, behind in zip(pieces[::2], pieces[1::2], strict=True):
        entry = behind[:_ENTRY_LENGTH].partition("@")[0], gap[-_ENTRY_LENGTH:].rpartition("@")[2]
        archive = next(filter(None, map(_ARCHIVE_FIELD.search, entry)), None)
        told += (eprint, f"{archive[1]}/" if archive else "", behind)
        gap = behind
    return "".join(told)


def mentions(text: str, today: date) -> Iterator[Mention]:
    """The identifiers that stand in `text`, in order, and what looks like one and is none."""
    since = 0
    for core in _CORE.finditer(text):
        start, end = core.span()
        if text[start] == "/":
            archive = _ARCHIVE.search(text, max(since, start - _LONGEST_ARCHIVE), start)
            if archive is None:
                continue
            start = archive.start()
        mention = _judged(text, since, start, end, today)
        since = end
        if mention is not None:
            since = mention.end
            yield mention


def _judged(text: str, since: int, start: int, end: int, today: date) -> Mention | None:
    """What text[start:end] is; None for a number like any other."""
    kind = _kind(text, since, start)
    behind = _BEHIND.match(text, end)
    named = kind in ("link", "said")
    if behind is None:
        return Mention(start, end, None) if named else None
    version = behind["version"]
    arxiv_id = plain_id(text[start:end].lower())
    if not may_exist(arxiv_id, today):
        sure = named or bool(version)
        return Mention(start, end, None, perhaps_other=not sure) if sure or kind == "bare" else None
    if kind == "other" and not (behind["file"] and _in_path(text, since, start)):
        return Mention(start, end, None) if version or text[start - 1] == "/" else None
    if behind["slash"] and not _ends_well(text, behind.end(), link=kind == "link"):
        return Mention(start, end, None)
    return Mention(start, behind.end(), ArxivId(arxiv_id, int(version) if version else None))


def _kind(text: str, since: int, start: int) -> str:
    """What stands before: "link", "said", "other", or "bare"."""
    if start == 0 or text[start - 1] in _NOTHING_BEFORE:
        return "bare"
    reach = _LINK_LENGTH if text[start - 1] == "/" else _WORD_LENGTH
    before = _BEFORE.search(text, max(since, start - reach), start)
    return str(before.lastgroup) if before else "bare"


def _in_path(text: str, since: int, start: int) -> bool:
    """Whether what stands before is a path of folders, and not a link to elsewhere."""
    if text[start - 1] not in "/\\":
        return False
    run = re.split(r"[\s\"'<>|()]", text[max(since, start - 300) : start])[-1]
    return ".." not in run and _FILE_PATH.match(run) is not None and not re.match(r"(?:[\w-]+\.)+[A-Za-z]{2,}/", run)


def _ends_well(text: str, position: int, *, link: bool) -> bool:
    """Whether what follows the slash behind an identifier leaves it what it is."""
    rest = _REST_OF_LINK.match(text, position)
    tail = rest[0] if rest else ""
    return ".." not in tail and (link or not tail[:1].isalnum())


def may_exist(arxiv_id: str, today: date) -> bool:
    """Whether arXiv can have given this identifier (of a legal form, without version and subject class) to a paper.

    https://info.arxiv.org/help/arxiv_identifier.html: the months of each scheme, and how many digits a number had in
    them; numbers begin with 1.
    """
    month = month_of(arxiv_id)
    if "/" in arxiv_id:
        return _FIRST_MONTH <= month <= _LAST_OLD_MONTH and not arxiv_id.endswith("000")
    digits = arxiv_id[5:]
    return (
        _FIRST_NEW_MONTH <= month < str(max(today.year, _CLOCK_IS_WRONG_BEFORE) + _TOLERATED_YEARS)
        and len(digits) == (5 if month >= _FIRST_LONG_MONTH else 4)
        and digits.strip("0") != ""
    )

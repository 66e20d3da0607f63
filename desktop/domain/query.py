"""What a person looks for, as a tree.

`query_parser` makes it of text, `db.search_query` makes SQL of it, `search_marks` finds its words in texts.

`FIELDS` is the one table of the fields: parser, help and completion are made from it.
"""

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.reading_list import Priority, Status


class FieldKind(StrEnum):
    """How the value of a field is read."""

    TEXT = "text"
    """Words, looked for in that part of a paper only; takes phrases and brackets too. Marks and the pages of PDFs have
    indexes of their own: they are looked into only where their field is named."""
    DATES = "dates"
    """2024, 2024-03, 2020-2024, >=2023, and words such as today, week, 7d."""
    ID = "id"
    """The beginning of an arXiv id, or of a DOI."""
    PART = "part"
    """Any part of a name."""
    CHOICE = "choice"
    """One of a few words."""
    NAME = "name"
    """The name of a feed, a tag, a collection or a saved search. What is special in it is said by quotes around it; a
    quote inside is doubled."""


@dataclass(frozen=True, slots=True)
class SearchField:
    """A name that stands before a colon."""

    name: str
    kind: FieldKind
    chinese: str
    """The name in Chinese, understood too."""
    example: str
    choices: tuple[str, ...] = ()


PRIORITIES = {priority.name.lower(): priority for priority in reversed(Priority)}

FIELDS = (
    SearchField("title", FieldKind.TEXT, "标题", "title:attention"),
    SearchField("author", FieldKind.TEXT, "作者", 'author:"Yann LeCun"'),
    SearchField("abstract", FieldKind.TEXT, "摘要", "abstract:(fourier OR wavelet)"),
    SearchField("summary", FieldKind.TEXT, "概述", "summary:注意力"),
    SearchField("note", FieldKind.TEXT, "笔记", "note:todo"),
    SearchField("mark", FieldKind.TEXT, "标注", "mark:claim"),
    SearchField("pdf", FieldKind.TEXT, "全文", 'pdf:"gradient descent"'),
    SearchField("id", FieldKind.ID, "编号", "id:2401"),
    SearchField("year", FieldKind.DATES, "年份", "year:2020-2024"),
    SearchField("in", FieldKind.PART, "来自", "in:cs.CV"),
    SearchField("feed", FieldKind.NAME, "订阅源", "feed:cs.CV"),
    SearchField("tag", FieldKind.NAME, "标签", "tag:ml/vision"),
    SearchField("collection", FieldKind.NAME, "收藏夹", 'collection:"My thesis"'),
    SearchField("search", FieldKind.NAME, "搜索", 'search:"To read soon"'),
    SearchField("status", FieldKind.CHOICE, "状态", "status:unread", choices=(*map(str, Status), "unread")),
    SearchField("is", FieldKind.CHOICE, "为", "is:starred", choices=("starred", "due", "overdue")),
    SearchField("priority", FieldKind.CHOICE, "优先级", "priority:high", choices=tuple(PRIORITIES)),
    SearchField("due", FieldKind.DATES, "截止", "due:week"),
    SearchField("added", FieldKind.DATES, "添加", "added:7d"),
    SearchField("read", FieldKind.DATES, "读完", "read:2026-03"),
    SearchField(
        "has",
        FieldKind.CHOICE,
        "含有",
        "has:pdf",
        choices=(
            *("pdf", "note", "marks", "summary", "translation", "abstract", "update"),
            *("tags", "collections", "due"),
        ),
    ),
)

FIELDS_BY_NAME = {name: field for field in FIELDS for name in (field.name, field.chinese)}


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase: its tokens (`search_words`) one after the other."""

    text: str
    field: str = ""
    """Name of the text field it must stand in; empty for any."""
    prefix: bool = False
    """The last token may go on."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A field other than a text field, and the value asked for."""

    field: str
    value: str
    prefix: bool = False
    """The name may go on."""


@dataclass(frozen=True, slots=True)
class DateRange:
    """since <= date < before, compared as text, so that 2024 < 2024-03 < 2025."""

    field: str
    since: str
    before: str


@dataclass(frozen=True, slots=True)
class Not:
    """What the part does not find."""

    part: "Query"


@dataclass(frozen=True, slots=True)
class And:
    """What all parts find. No parts: everything."""

    parts: tuple["Query", ...] = ()


@dataclass(frozen=True, slots=True)
class Or:
    """What at least one part finds."""

    parts: tuple["Query", ...]


Query = Term | Filter | DateRange | Not | And | Or

EVERYTHING = And()

"""Annotations of a PDF as marks: those of other programs as near as they come, our own exactly."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID, uuid5

from desktop.domain.annotation import Annotation
from desktop.domain.ids import PaperId
from desktop.domain.mark import TEXT_KINDS, Mark, MarkKind
from desktop.domain.mark_colors import nearest
from desktop.domain.mark_geometry import NOTE_SIDE, bounds, points_box, quad_box
from desktop.domain.mark_text import from_text
from desktop.domain.pdf_document import PageText, Point, Quad, Rect
from desktop.domain.quoted_text import quoted

KINDS: Mapping[str, MarkKind] = {
    "Highlight": MarkKind.HIGHLIGHT,
    "Underline": MarkKind.UNDERLINE,
    "Squiggly": MarkKind.UNDERLINE,
    "StrikeOut": MarkKind.STRIKE_OUT,
    "Text": MarkKind.NOTE,
    "FreeText": MarkKind.TEXT,
    "Square": MarkKind.AREA,
    "Circle": MarkKind.AREA,
    "Line": MarkKind.INK,
    "PolyLine": MarkKind.INK,
    "Polygon": MarkKind.INK,
    "Ink": MarkKind.INK,
}
"""Which mark stands for which subtype of annotation."""

SAME_PLACE = 0.5
"""Points by which a corner may be off and still be the same: PDF programs round."""
_WITH_CORNERS = frozenset({"PolyLine", "Polygon"})
_MOST_CORNERS = 5000
"""In a line with more of them none is seen."""
_NAMES = UUID("5b1f9bb3-0f3c-4c3e-9a52-8a5a4b0d5e11")
"""What ids of marks that were taken over are made from."""
_TAKEN_OVER = "5"
"""The version of those ids, their fifteenth character; a person's own marks have version 4."""


def marks_of(annotations: Sequence[Annotation], paper: PaperId, sha256: str, me: str = "") -> list[Mark]:
    """These annotations as marks, still without quotes but for our own. Replies go into the comment of what they
    reply to; what was written by `me` has no author."""
    return list(marks_by_place(annotations, paper, sha256, me).values())


def marks_by_place(annotations: Sequence[Annotation], paper: PaperId, sha256: str, me: str = "") -> dict[int, Mark]:
    """As `marks_of`, by the place of each annotation in the sequence."""
    replies: dict[int, list[Annotation]] = {}
    for annotation in annotations:
        if annotation.answers >= 0:
            replies.setdefault(annotation.answers, []).append(annotation)
    marks = {}
    for number, annotation in enumerate(annotations):
        if annotation.answers < 0 and annotation.kind in KINDS:
            comment = "\n\n".join([annotation.contents, *_replies(number, replies)]).strip("\n")
            marks[number] = _mark(replace(annotation, contents=comment), paper, sha256, me)
    return marks


def _replies(number: int, replies: Mapping[int, Iterable[Annotation]]) -> list[str]:
    return [
        f"{reply.author}: {reply.contents}" if reply.author else reply.contents
        for reply in replies.get(number, ())
        if reply.contents.strip()
    ]


def _mark(annotation: Annotation, paper: PaperId, sha256: str, me: str) -> Mark:
    found = _told_by_file(annotation, paper, sha256, me)
    try:
        kept = from_text(annotation.kept, paper, sha256)
    except ValueError:
        return found
    if kept.kind is not found.kind or kept.page != found.page or not same_place(kept, found):
        return replace(found, tags=kept.tags)  # moved by another program: its quote is to be read anew
    changed = max(kept.changed_at_ms, found.changed_at_ms) if _seconds(kept) != _seconds(found) else kept.changed_at_ms
    return replace(
        kept,
        color=found.color if annotation.color else kept.color,
        comment=found.comment if found.comment != one_kind_of_line_end(kept.comment) else kept.comment,
        author=found.author,
        changed_at_ms=changed,
    )


def _seconds(mark: Mark) -> int:
    return mark.changed_at_ms // 1000


def one_kind_of_line_end(text: str) -> str:
    """The text as PDF keeps it: every line ends in a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _told_by_file(annotation: Annotation, paper: PaperId, sha256: str, me: str) -> Mark:
    kind = KINDS[annotation.kind]
    quads = tuple(upright(quad) for quad in annotation.quads) if kind in TEXT_KINDS else ()
    if kind in TEXT_KINDS and not quads:
        left, top, right, bottom = annotation.rect
        quads = ((left, top, right, top, left, bottom, right, bottom),)
    strokes = annotation.strokes if kind is MarkKind.INK else ()
    if annotation.kind in _WITH_CORNERS and sum(map(len, strokes)) <= _MOST_CORNERS:
        strokes = tuple(map(_with_corners, strokes))
    return Mark(
        id=str(uuid5(_NAMES, f"{sha256} {annotation.page} {annotation.name or _place_name(annotation)}")),
        paper=paper,
        sha256=sha256,
        page=annotation.page,
        kind=kind,
        color=_color(annotation.color),
        quads=quads,
        box=_box(annotation, kind),
        strokes=strokes,
        comment=one_kind_of_line_end(annotation.contents),
        author="" if annotation.author == me else annotation.author,
        created_at_ms=annotation.created_at_ms or annotation.changed_at_ms,
        changed_at_ms=annotation.changed_at_ms or annotation.created_at_ms,
    )


def _with_corners(stroke: tuple[Point, ...]) -> tuple[Point, ...]:
    """The stroke with its bends twice: ink is drawn smooth, but goes straight to a place that it is led to twice."""
    return (*stroke[:1], *(point for point in stroke[1:-1] for _ in range(2)), *stroke[1:][-1:])


def _place_name(annotation: Annotation) -> str:
    return f"{annotation.kind} {annotation.rect} {annotation.contents}"


def _color(color: tuple[float, ...]) -> int:
    return nearest((color[0], color[1], color[2])) if len(color) == 3 else 1


def _box(annotation: Annotation, kind: MarkKind) -> Rect | None:
    if kind in TEXT_KINDS:
        return None
    if kind is MarkKind.NOTE:
        left, top, _, _ = annotation.rect
        return left, top, left + NOTE_SIDE, top + NOTE_SIDE
    if kind is MarkKind.INK:
        points = [point for stroke in annotation.strokes for point in stroke]
        return points_box(points) if points else annotation.rect
    return annotation.rect


def upright(quad: Quad) -> Quad:
    """The quad with its corners in our order, whichever of the usual orders its program wrote them in: PDF's standard
    goes around, Acrobat goes in Z, and some begin below."""
    one, two, three, four = (quad[0], quad[1]), (quad[2], quad[3]), (quad[4], quad[5]), (quad[6], quad[7])
    if _dot(one, two, three, four) < 0:  # around: the lower edge leads back
        three, four = four, three
    if _cross(one, two, three) < 0:  # it began with the lower edge; y leads downwards
        one, two, three, four = three, four, one, two
    return *one, *two, *three, *four


def _dot(
    one: tuple[float, float], two: tuple[float, float], three: tuple[float, float], four: tuple[float, float]
) -> float:
    return (two[0] - one[0]) * (four[0] - three[0]) + (two[1] - one[1]) * (four[1] - three[1])


def _cross(one: tuple[float, float], two: tuple[float, float], three: tuple[float, float]) -> float:
    return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])


def same_place(one: Mark, other: Mark, tolerance: float = SAME_PLACE) -> bool:
    """Whether two marks of the same kind lie at the same place of the same page."""
    if one.page != other.page or one.kind is not other.kind:
        return False
    if len(one.quads) != len(other.quads) or len(one.strokes) != len(other.strokes):
        return False
    pairs = [*zip(one.quads, other.quads, strict=True)]
    if one.kind is MarkKind.NOTE:  # programs draw its sign in sizes of their own
        return math.dist(bounds(one)[:2], bounds(other)[:2]) <= tolerance
    return all(_near(quad_box(a), quad_box(b), tolerance) for a, b in pairs) and _near(
        bounds(one), bounds(other), tolerance
    )


def _near(one: Rect, other: Rect, tolerance: float) -> bool:
    return all(abs(a - b) <= tolerance for a, b in zip(one, other, strict=True))


def with_quote(mark: Mark, page: PageText) -> Mark:
    """The mark with the text under its quads, if it is one over text and has no quote yet."""
    if mark.kind not in TEXT_KINDS or mark.quote:
        return mark
    found = quoted(page, mark.quads)
    return replace(mark, quote=found.quote, before=found.before, after=found.after)


def new_among(found: Iterable[Mark], there: Iterable[Mark]) -> list[Mark]:
    """Of the marks found in a file those that are not among the marks `there` yet, with ids of marks that were taken
    over. The same file gives the same ids again."""
    there = list(there)
    ids = {mark.id for mark in there}
    new = []
    for mark in found:
        own = taken_over_id(mark)
        same_file = [other for other in there if other.sha256 == mark.sha256]
        if own not in ids and not any(_is_same(mark, other) for other in same_file):
            new.append(replace(mark, id=own))
    return new


def taken_over_id(found: Mark) -> str:
    """The id that a mark found in a file has in the library, once it was taken over."""
    return found.id if was_taken_over(found) else str(uuid5(_NAMES, f"{found.sha256} {found.id}"))


def _is_same(one: Mark, other: Mark) -> bool:
    return one.id == other.id or (one.comment == other.comment and same_place(one, other))


def was_taken_over(mark: Mark) -> bool:
    """Whether the mark was an annotation of its file, which the file still shows by itself."""
    return mark.id[14:15] == _TAKEN_OVER

"""PDFs made for a test, object by object."""

from collections.abc import Sequence

PAGE_SIZE = "612 792"
_DEEP = 12
"""Levels of forms that each show the next one ten times: more work than any computer does in a lifetime."""


def made_pdf(*contents: str, title: str = "", more: Sequence[str] = (), page: str = "") -> bytes:
    """A PDF of one page for each of `contents` (operators of PDF; fonts `/R` and `/B` are there).

    `more` are further objects, numbered from 6; `page` is put into each page's dictionary.
    """
    first_page = 6 + len(more)
    numbers = [first_page + 2 * index for index in range(len(contents))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(contents)}/Kids[{kids}]/MediaBox[0 0 {PAGE_SIZE}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>",
        f"<</Title({title})>>",
        *more,
    ]
    for number, content in zip(numbers, contents, strict=True):
        resources = "/Resources<</Font<</R 3 0 R/B 4 0 R>>/XObject<</X 6 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R{resources}/Contents {number + 1} 0 R{page}>>")
        objects.append(stream(content))
    return _file(objects)


def stream(content: str, dictionary: str = "") -> str:
    """A stream object."""
    return f"<<{dictionary}/Length {len(content)}>>stream\n{content}\nendstream"


def endless_pdf(operators: str, *others: str) -> bytes:
    """A page that does `operators` without end, and further pages that do not."""
    box = "/Type/XObject/Subtype/Form/BBox[0 0 612 792]"
    forms = [stream("/X Do " * 10, f"{box}/Resources<</XObject<</X {6 + level + 1} 0 R>>>>") for level in range(_DEEP)]
    innermost = stream(operators, f"{box}/Resources<</Font<</R 3 0 R>>>>")
    return made_pdf("/X Do", *others, more=[*forms, innermost])


def text(words: str, size: float, x: float, y: float, font: str = "R", *, upwards: bool = False) -> str:
    """Operators that show words at a place, counted from the lower left corner."""
    turn = "0 1 -1 0" if upwards else "1 0 0 1"
    return f"BT /{font} {size} Tf {turn} {x} {y} Tm ({words}) Tj ET\n"


def _file(objects: Sequence[str]) -> bytes:
    data = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    end = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer<</Size {count}/Root 1 0 R/Info 5 0 R>>\n"
    return data + f"{end}startxref\n{len(data)}\n%%EOF\n".encode("latin-1")

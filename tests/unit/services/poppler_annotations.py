"""Lists the annotations of a PDF with poppler, as JSON. Runs in the system's own Python, which has its bindings.

Debian: gir1.2-poppler-0.18 and python3-gi.
"""

import json
import sys
from pathlib import Path

import gi  # type: ignore[import-not-found]

gi.require_version("Poppler", "0.18")
from gi.repository import Poppler  # type: ignore[import-not-found]  # noqa: E402


def main() -> None:
    """Print them: name, page, kind, contents, author, and left, top, right, bottom from the upper left corner."""
    document = Poppler.Document.new_from_file(Path(sys.argv[1]).resolve().as_uri(), None)
    found = []
    for number in range(document.get_n_pages()):
        page = document.get_page(number)
        height = page.get_size()[1]
        for mapping in page.get_annot_mapping():
            annotation, area = mapping.annot, mapping.area
            label = annotation.get_label() if hasattr(annotation, "get_label") else ""
            box = (area.x1, height - area.y2, area.x2, height - area.y1)
            kind = annotation.get_annot_type().value_nick
            found.append((annotation.get_name(), number, kind, annotation.get_contents() or "", label, box))
    print(json.dumps(found))


if __name__ == "__main__":
    main()

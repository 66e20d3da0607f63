"""The words of `papershelf digest` are those that the program knows."""

import subprocess
import sys

from desktop.app.arguments import parse
from desktop.app.digest_arguments import FORMATS, TEMPLATES
from desktop.domain.own_digest import Template
from tests.conftest import REPOSITORY


def test_all_templates_and_formats_can_be_chosen() -> None:
    assert set(TEMPLATES) == {template.value for template in Template}
    assert parse(["digest", "--feed", "cs.CV", "--to", "x"]).formats == FORMATS
    assert parse(["digest", "--feed", "cs.CV", "--to", "x", "--formats", "rss, md"]).formats == ("md", "rss")


def test_no_start_reads_what_digests_are() -> None:
    code = "import sys, desktop.app.arguments; print('desktop.domain.own_digest' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True)
    assert done.stdout == "False\n"

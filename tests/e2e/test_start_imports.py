"""The window stands before anything is imported that its first rows do not need."""

import subprocess
import sys
from pathlib import Path

from tests.e2e.digests import numbered
from tests.e2e.papershelf import REPOSITORY, environment, papershelf

WINDOW_CHILD = REPOSITORY / "tests" / "benchmarks" / "window_child.py"
LATER = frozenset(
    {
        *("openai", "httpx2", "pydantic", "keyring", "cryptography", "feedparser", "jinja2", "smtplib"),
        *("arxiv", "requests", "urllib3", "lxml", "pymupdf", "bibtexparser", "rispy", "markdown_it", "nh3"),
        *("sqlalchemy", "alembic"),
    }
)


def test_the_first_rows_need_no_library_of_networks_formats_and_keys(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(numbered(1, 20))
    library = tmp_path / "library"
    assert papershelf("import", tmp_path / "a.md", "--library", library).code == 0
    env = environment({"PYTHONPROFILEIMPORTTIME": "1", "QT_QPA_PLATFORM": "offscreen"})
    command = [sys.executable, str(WINDOW_CHILD), "papershelf", "--library", str(library)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=100, check=True)
    assert '"rows"' in done.stdout
    loaded = {line.rsplit("|", 1)[-1].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "PySide6" in loaded
    assert loaded.isdisjoint(LATER), loaded & LATER

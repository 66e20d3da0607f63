"""The import contracts of pyproject.toml hold for a tidy tree, and each of them notices an offence."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.tree import REPOSITORY

TIDY = {
    "desktop/__main__.py": "import desktop.app.container",
    "desktop/app/container.py": "import db.papers, desktop.ui.window, PySide6",
    "desktop/ui/window.py": "import desktop.services.import_digest, PySide6.QtWidgets",
    "desktop/services/import_digest.py": "import db.papers, desktop.formats.bibtex, desktop.sources.arxiv_api",
    "desktop/formats/bibtex.py": "import desktop.domain.paper",
    "desktop/sources/arxiv_api.py": "import arxiv",
    "desktop/sources/arxiv_feeds.py": "import feedparser",
    "desktop/sources/language_model.py": "import openai, httpx2, desktop.sources.model_transport",
    "desktop/sources/model_transport.py": "import httpx2",
    "desktop/sources/mail.py": "import smtplib",
    "desktop/formats/digest_page.py": "import jinja2",
    "desktop/pdf/worker/rendering.py": "import pymupdf",
    "desktop/system/secrets.py": "import keyring",
    "desktop/domain/paper.py": "",
    "db/papers.py": "import sqlalchemy, sqlite3, desktop.domain.paper",
    "db/migrations/v0001_first.py": "import alembic, sqlalchemy",
}
# contract -> module and the import it must not have
OFFENCES = {
    "rooms": [
        ("desktop/services/import_digest.py", "desktop.ui.window"),
        ("desktop/formats/bibtex.py", "db.papers"),
        ("db/papers.py", "desktop.system.secrets"),
    ],
    "declared": [("desktop/cellar/wine.py", "json")],
    "window": [
        ("desktop/ui/window.py", "db.papers"),
        ("desktop/ui/window.py", "desktop.formats.bibtex"),
        ("desktop/__main__.py", "desktop.sources.arxiv_api"),
    ],
    "qt": [("desktop/services/import_digest.py", "PySide6.QtCore"), ("db/papers.py", "PySide6.QtCore")],
    "sql": [("desktop/services/import_digest.py", "sqlalchemy.orm"), ("desktop/app/container.py", "alembic.config")],
    "pymupdf": [("desktop/pdf/engine.py", "pymupdf")],
    "arxiv": [("desktop/sources/feeds.py", "arxiv")],
    "bibliographies": [("desktop/formats/source_files.py", "rispy")],
    "language-model": [("desktop/services/summarise_papers.py", "openai"), ("desktop/sources/mail.py", "httpx2")],
    "feeds": [("desktop/sources/arxiv_api.py", "feedparser")],
    "mail": [("desktop/services/send_mails.py", "smtplib")],
    "pages": [("desktop/services/write_digests.py", "jinja2")],
    "keyring": [("desktop/system/settings.py", "keyring")],
    "cycles": [
        ("desktop/domain/paper.py", "desktop.domain.digest"),
        ("desktop/domain/digest.py", "desktop.domain.paper"),
    ],
    "migrations": [("db/migrations/v0001_first.py", "db.papers"), ("db/migrations/env.py", "desktop.domain.paper")],
}


def broken_contracts(folder: Path, sources: dict[str, str]) -> set[str]:
    """Write a tree of modules, return the ids of the contracts of this repository that it breaks."""
    shutil.copy(REPOSITORY / "pyproject.toml", folder)
    for name, text in sources.items():
        module = folder / name
        module.parent.mkdir(parents=True, exist_ok=True)
        module.write_text(text + "\n", encoding="utf-8")
        for package in [*module.relative_to(folder).parents][:-1]:
            (folder / package / "__init__.py").touch()
    code = "from importlinter.cli import lint_imports_command as main; main()"
    command = [sys.executable, "-c", code, "--no-cache", "--no-logo"]
    report = subprocess.run(command, cwd=folder, capture_output=True, text=True).stdout
    contracts = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    assert all(
        f"{contract['name']} KEPT" in report or f"{contract['name']} BROKEN" in report for contract in contracts
    ), report
    return {contract["id"] for contract in contracts if f"{contract['name']} BROKEN" in report}


def test_a_tidy_tree_breaks_no_contract(tmp_path: Path) -> None:
    assert broken_contracts(tmp_path, TIDY) == set()


@pytest.mark.parametrize(
    ("contract", "module", "imported"), [(c, *offence) for c, pairs in OFFENCES.items() for offence in pairs]
)
def test_an_offending_import_breaks_its_contract(tmp_path: Path, contract: str, module: str, imported: str) -> None:
    sources = dict(TIDY)
    if contract == "cycles":  # it takes both halves
        sources |= {name: f"import {target}" for name, target in OFFENCES["cycles"]}
    sources[module] = f"{sources.get(module, '')}\nimport {imported}"
    assert contract in broken_contracts(tmp_path, sources)


def test_every_contract_has_an_offence_here() -> None:
    configuration = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    assert {contract["id"] for contract in configuration["tool"]["importlinter"]["contracts"]} == OFFENCES.keys()

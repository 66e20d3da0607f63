"""Notes leave the library as Markdown, and come again into a file without harm to what a person wrote there."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from desktop.domain.errors import FileError, InputError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.mark import Mark, MarkKind
from desktop.domain.notes import NotesChoice, PaperNotes
from desktop.domain.own_link import LinkedPlace, linked_place
from desktop.domain.paper import TextKind
from desktop.domain.progress import Job
from desktop.services.export_notes import template_in, write_folder, write_notes
from desktop.services.library import LibraryServices
from tests.conftest import REPOSITORY
from tests.unit.services.conftest import ImportEntries, entry, papers_in
from tests.unit.services.marked_papers import Held, added, hold, mark_on
from tests.unit.services.pdf_files import Give, given

__all__ = ["given"]

TEMPLATES = REPOSITORY / "resources" / "templates"
TEMPLATE = template_in(TEMPLATES / "notes.en.md")
CHOICE = NotesChoice(TEMPLATE)
PNG = b"\x89PNG\r\n\x1a\nnot really"
Export = Callable[..., Path]


@pytest.fixture
def held(library: LibraryServices, given: Give) -> Held:
    found = hold(library, given)
    library.editing.edit_text(found.paper, TextKind.NOTE, "", "# My *own*\nthought <b>here</b>")
    library.marking.apply(added(*marks(found)), {area(found).id: PNG})
    return found


def marks(held: Held) -> tuple[Mark, ...]:
    return (
        mark_on(held.paper, held.sha256, comment="An [idea]\nsecond line", tags=("method", "看"), color=2),
        area(held),
    )


def area(held: Held) -> Mark:
    id = "00000000-0000-4000-8000-0000000000aa"
    return mark_on(
        held.paper, held.sha256, id=id, kind=MarkKind.AREA, quads=(), box=(60.0, 300.0, 90.0, 400.0), quote=""
    )


@pytest.fixture
def export(library: LibraryServices, tmp_path: Path) -> Export:
    """Write notes of papers to one file."""

    def write(papers: list[PaperId], name: str = "notes (all).md", choice: NotesChoice = CHOICE) -> Path:
        path = tmp_path / "out" / name
        path.parent.mkdir(exist_ok=True)
        write_notes(gathered(library, papers), choice, path, Job())
        return path

    return write


def gathered(library: LibraryServices, papers: list[PaperId]) -> tuple[PaperNotes, ...]:
    return library.notes.labelled(library.notes.gather(papers), Job())


def read(path: Path) -> list[Token]:
    found: list[Token] = []
    for token in MarkdownIt("commonmark").parse(path.read_text("utf-8")):
        found += [token, *(token.children or ())]
    return found


def links(path: Path, attribute: str = "href") -> list[str]:
    return [str(token.attrs[attribute]) for token in read(path) if attribute in token.attrs]


def shown(path: Path) -> str:
    """What a reader of Markdown sees, a blank where a line ends."""
    return "".join(token.content if token.type in ("text", "text_special") else " " for token in read(path))


def test_notes_tell_what_the_library_holds(held: Held, export: Export) -> None:
    path = export([held.paper])
    text = shown(path)
    for told in ("On Walls", "My *own*", "thought <b>here</b>", "We walk through walls", "An [idea] second line"):
        assert told in text
    assert "Tags: method, 看" in text
    assert "Page 1: green" in text
    assert not [token for token in read(path) if token.type.startswith("html") and "papershelf" not in token.content]


def test_links_lead_to_the_mark_and_to_the_page_of_the_pdf(
    held: Held, export: Export, library: LibraryServices
) -> None:
    path = export([held.paper])
    first = marks(held)[0]
    places = [linked_place(link) for link in links(path) if link.startswith("papershelf:")]
    assert LinkedPlace(held.paper) in places
    assert {place.page for place in places if place and place.mark} == {0}
    assert len({place.mark for place in places if place and place.mark}) == 2
    pdfs = [link for link in links(path) if link.endswith("#page=1")]
    assert len(pdfs) == 2
    target = (path.parent / unquote(pdfs[0].removesuffix("#page=1"))).resolve()
    assert target.is_relative_to(library.folder.resolve() / "papers")
    assert target.read_bytes().startswith(b"%PDF")
    assert first.paper == held.paper


def test_the_link_to_the_paper_leads_to_its_newest_pdf(library: LibraryServices, held: Held, tmp_path: Path) -> None:
    (notes,) = gathered(library, [held.paper])
    files = tuple(replace(notes.files[0], path=str(tmp_path / f"v{v}.pdf"), version=v, sha256=str(v)) for v in (1, 2))
    path = tmp_path / "notes.md"
    write_notes([replace(notes, files=files)], CHOICE, path, Job())
    assert [link for link in links(path) if link.endswith(".pdf")] == ["v2.pdf"]


def test_the_picture_of_an_area_stands_beside(held: Held, export: Export) -> None:
    path = export([held.paper])
    (source,) = links(path, "src")
    assert (path.parent / unquote(source)).read_bytes() == PNG
    other = export([held.paper], "plain.md", NotesChoice(TEMPLATE, pictures=False))
    assert links(other, "src") == []


def test_marks_stand_in_reading_order(library: LibraryServices, held: Held, export: Export) -> None:
    lower = mark_on(held.paper, held.sha256, page=1, quote="On page two")
    upper = mark_on(
        held.paper, held.sha256, quads=((60.0, 10.0, 90.0, 10.0, 60.0, 20.0, 90.0, 20.0),), quote="At the top"
    )
    library.marking.apply(added(lower, upper))
    text = shown(export([held.paper]))
    assert text.index("At the top") < text.index("We walk") < text.index("On page two")


def test_a_mark_that_was_carried_to_another_version_counts_once(
    library: LibraryServices, held: Held, export: Export
) -> None:
    old = next(mark for mark in library.marking.marks(held.paper) if mark.quote)
    library.marking.apply(added(mark_on(held.paper, "0" * 64, carried_from=old.id, quote="Carried on")))
    text = shown(export([held.paper]))
    assert "Carried on" in text
    assert "We walk" not in text
    details = library.browse.details(held.paper)
    assert details
    assert len(details.marks) == details.row.marks == 2


def test_exporting_again_keeps_what_a_person_wrote_outside(
    library: LibraryServices, held: Held, export: Export
) -> None:
    path = export([held.paper])
    path.write_bytes(b"\xef\xbb\xbfMine above\r\n" + path.read_bytes() + b"Mine below, without an end")
    library.editing.edit_text(held.paper, TextKind.NOTE, "", "A new note")
    export([held.paper])
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfMine above\r\n<!--")
    assert content.endswith(b"-->\r\nMine below, without an end")
    assert b"A new note" in content
    assert len(list(path.parent.glob("*.md"))) == 1


def test_what_a_person_wrote_within_is_kept_in_a_copy(library: LibraryServices, held: Held, tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    notes = gathered(library, [held.paper])
    write_notes(notes, CHOICE, path, Job())
    mine = path.read_bytes().replace(b"# On Walls", b"# On Walls, as I see it")
    path.write_bytes(mine)
    written = write_notes(notes, CHOICE, path, Job())
    (kept,) = written.kept
    assert Path(kept).read_bytes() == mine
    assert Path(kept).parent == path.parent
    assert b"as I see it" not in path.read_bytes()


def test_a_file_with_a_damaged_region_is_left_alone(held: Held, export: Export) -> None:
    path = export([held.paper])
    damaged = path.read_bytes().replace(b"papershelf:end", b"papershelf end")
    path.write_bytes(damaged)
    with pytest.raises(FileError) as caught:
        export([held.paper])
    assert caught.value.reason is Reason.NOTES_DAMAGED
    assert path.read_bytes() == damaged


def test_each_paper_gets_a_file_with_a_name_of_its_own(
    library: LibraryServices, import_entries: ImportEntries, tmp_path: Path
) -> None:
    title = "墙" * 100
    import_entries("2025-01-15.md", entry(1), entry(2, title=title), entry(3, title=title))
    folder = tmp_path / "out"
    folder.mkdir()
    written = write_folder(gathered(library, papers_in(library)), CHOICE, folder, Job())
    names = sorted(os.listdir(folder))
    assert (written.files, written.papers, len(names)) == (3, 3, 3)
    assert all(len(os.fsencode(name)) <= 150 and name.endswith(".md") for name in names)


def test_one_file_holds_several_papers(library: LibraryServices, import_entries: ImportEntries, export: Export) -> None:
    import_entries("2025-01-15.md", entry(1), entry(2))
    text = shown(export(papers_in(library)))
    for number in (1, 2):
        assert f"A study of subject {number}" in text
        assert f"关于课题{number}的研究" in text
        assert f"本文研究了课题{number}。" in text


def test_nothing_is_written_for_papers_that_are_gone(library: LibraryServices) -> None:
    with pytest.raises(InputError) as caught:
        library.notes.gather([PaperId(7)])
    assert caught.value.reason is Reason.NOTHING_TO_EXPORT


@pytest.mark.parametrize("name", ["notes.en.md", "notes.zh.md"])
def test_our_templates_are_templates(name: str, held: Held, export: Export) -> None:
    path = export([held.paper], choice=NotesChoice(template_in(TEMPLATES / name)))
    assert "On Walls" in shown(path)
    assert "%%" not in path.read_text("utf-8")
    assert "${" not in path.read_text("utf-8")


def test_a_mark_of_any_name_has_its_picture_in_the_folder(library: LibraryServices, held: Held, export: Export) -> None:
    odd = replace(area(held), id="../../outside")
    library.marking.apply(added(odd), {odd.id: PNG})
    path = export([held.paper], "notes.md")
    written = {found for found in path.parent.parent.rglob("*.png")}
    assert {found.parent for found in written} == {path.parent / "notes-pictures"}
    assert len(written) == 2


def test_what_a_person_writes_while_pictures_are_written_stays(
    held: Held, export: Export, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = export([held.paper], "notes.md")
    thought = b"\na thought\n"

    def write_slowly(target: Path, data: bytes) -> None:
        if target.suffix == ".png":
            path.write_bytes(path.read_bytes() + thought)
        target.write_bytes(data)

    monkeypatch.setattr("desktop.services.export_notes.hand_on", write_slowly)
    export([held.paper], "notes.md", NotesChoice("# Another ${title}"))
    assert b"# Another" in path.read_bytes()
    assert path.read_bytes().endswith(thought)

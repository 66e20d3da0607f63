"""The command line as it is understood."""

import pytest

from desktop.app.arguments import parse
from desktop.app.exit_codes import ExitCode
from desktop.app.failure_words import words
from desktop.app.window_arguments import WindowArguments, window_arguments
from desktop.domain.errors import AppError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.own_link import LinkedPlace

LINK = "papershelf://add?arxiv=2403.02774"


def test_a_link_of_the_programs_own_opens_the_window_with_what_it_names() -> None:
    for argv in ([LINK], ["--sample", LINK], ["--library", "l", LINK]):
        args = parse(argv)
        assert (args.command, args.to_add) == ("", "2403.02774")


def test_a_link_to_a_place_opens_the_window_there() -> None:
    assert parse(["papershelf://paper/12?page=3"]).to_show == LinkedPlace(PaperId(12), 2)
    assert parse([LINK]).to_show is None


@pytest.mark.parametrize(
    "link",
    ["papershelf:", "papershelf://delete?x=1", "PAPERSHELF://[", "papershelf:--tour", "papershelf://add?text=%00%00"],
)
def test_a_link_that_names_nothing_is_refused(link: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        parse([link])
    assert stop.value.code == ExitCode.USAGE
    assert f"this link names nothing to add or to show: {link}" in capsys.readouterr().err


@pytest.mark.parametrize("link", ["papershelf://add?text=--tour", "papershelf://add?arxiv=x&library=/etc"])
def test_a_link_is_never_an_option(link: str) -> None:
    args = parse([link])
    assert (args.command, args.tour, args.library, args.sample) == ("", None, "", False)


def test_behind_a_command_a_link_is_one_of_its_words() -> None:
    args = parse(["add", LINK])
    assert (args.command, args.what, args.to_add) == ("add", [LINK], "")


def test_adding_takes_words_and_standard_input() -> None:
    args = parse(["add", "2403.02774", "-", "--no-download", "--later", "--json"])
    assert (args.what, args.download, args.later, args.json) == (["2403.02774", "-"], False, True, True)
    assert parse(["add", "-"]).download is None
    assert parse(["add", "--download", "x"]).download is True


@pytest.mark.parametrize("argv", [["add"], ["add", "--download", "--nothing", "x"], ["versions", "x"], ["fetch", "x"]])
def test_misuse_is_refused(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(argv)
    assert capsys.readouterr().err.startswith("usage: papershelf")


@pytest.mark.parametrize("reason", Reason)
def test_every_failure_has_words(reason: Reason) -> None:
    assert words(AppError(reason, "name")).startswith("name: ")


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["--sample"],
        ["--library", "papers"],
        ["papershelf://add?arxiv=2403.02774"],
        ["--library", "papers", "papershelf://paper/12?page=3"],
    ],
)
def test_a_window_is_asked_for_in_the_same_words_without_the_parser(argv: list[str]) -> None:
    asked, args = window_arguments(argv), parse(argv)
    assert asked == WindowArguments(args.library, args.sample, args.to_add, args.to_show)


@pytest.mark.parametrize(
    "argv",
    [
        ["list"],
        ["--version"],
        ["--library"],
        ["--library", ""],
        ["--library", "--sample"],
        ["--sample", "--library", "x"],
        ["papershelf://nothing"],
        ["add", "papershelf://add?arxiv=2403.02774"],
    ],
)
def test_what_is_no_plain_window_is_left_to_the_parser(argv: list[str]) -> None:
    assert window_arguments(argv) is None

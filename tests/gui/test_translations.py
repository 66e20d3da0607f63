"""The Chinese of the translation file: complete, up to date, one word for one thing, nothing shown past it."""

import ast
import re
import string
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import translations

TS = translations.FOLDER / "papershelf_zh_CN.ts"
WINDOW = [*sorted((translations.SOURCES / "ui").rglob("*.py")), *sorted((translations.SOURCES / "app").rglob("*.py"))]
SHOWN_BY = {
    "QAction",
    "QCheckBox",
    "QGroupBox",
    "QLabel",
    "QPushButton",
    "QRadioButton",
    "QToolButton",
    "addAction",
    "addButton",
    "addItem",
    "addMenu",
    "addRow",
    "addTab",
    "getExistingDirectory",
    "getOpenFileNames",
    "getSaveFileName",
    "setAccessibleDescription",
    "setAccessibleName",
    "setHeaderLabels",
    "setInformativeText",
    "setPlaceholderText",
    "setPrefix",
    "setStatusTip",
    "setSuffix",
    "setText",
    "setTitle",
    "setToolTip",
    "setWhatsThis",
    "setWindowTitle",
    "show_failure",
    "show_message",
    "show_text",
    "tell",
}
"""Calls whose texts a person sees."""
NOT_TRANSLATED = {
    "Papershelf",
    "English",
    "简体中文",
    "no-selection",
    "no-work",
    "nothing-found",
    "empty-trash",
    "no-papers",
    "no-mail",
    "http://proxy.example.org:3128",
    "https://api.example.com/v1",
    "ada@example.org, Bob <bob@example.org>",
    "cs.CV",
    'cat:cs.CV AND abs:"point cloud"',
}
"""Proper names, languages in their own words, names of drawings, and examples of addresses, categories, searches."""


Message = tuple[str, str, str]
"""Context, text in the code, Chinese."""


def messages() -> Iterator[Message]:
    for context in ElementTree.parse(TS).iter("context"):
        for message in context.iter("message"):
            yield (
                context.findtext("name") or "",
                message.findtext("source") or "",
                message.findtext("translation") or "",
            )


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call with the last part of the name of what is called."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node.func.attr, node
            elif isinstance(node.func, ast.Name):
                yield node.func.id, node


def literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def words_in(node: ast.expr) -> Iterator[str]:
    """Literal texts that come out of an expression as they are, f-strings included."""
    if isinstance(node, ast.JoinedStr):
        for part in node.values:
            yield from words_in(part)
    elif isinstance(node, ast.IfExp):
        yield from words_in(node.body)
        yield from words_in(node.orelse)
    elif isinstance(node, ast.BinOp):
        yield from words_in(node.left)
        yield from words_in(node.right)
    elif isinstance(node, ast.List | ast.Tuple):
        for element in node.elts:
            yield from words_in(element)
    elif (text := literal(node)) is not None and re.search(r"[A-Za-z\u4e00-\u9fff]{2}", text):
        yield text


def test_the_files_are_up_to_date_and_nothing_is_left_untranslated() -> None:
    assert translations.differences(TS) == []


def test_a_text_that_is_missing_and_a_stale_program_file_are_told(tmp_path: Path) -> None:
    whole = TS.read_text(encoding="utf-8")
    shorn = tmp_path / TS.name
    shorn.write_text(re.sub(r"    <message>\n.*?</message>\n", "", whole, count=1, flags=re.DOTALL), encoding="utf-8")
    shorn.with_suffix(".qm").write_bytes(TS.with_suffix(".qm").read_bytes())
    told = translations.differences(shorn)
    assert told[:2] == [f"{TS.name} does not hold the texts of the code", f"{TS.stem}.qm is not made from {TS.name}"]
    assert any("not translated" in fault for fault in told[2:])


def marked(path: Path) -> Iterator[tuple[str, str | None, ast.Call]]:
    """What asks for a translation: context ("" for that of the class), text (None if it is no literal), the call."""
    for name, call in calls(path):
        if name == "tr":
            yield "", literal(call.args[0]), call
        elif name in ("translate", "QT_TRANSLATE_NOOP") and len(call.args) > 1:
            from_table = isinstance(call.args[1], ast.Name | ast.Attribute | ast.Subscript)  # marked where it stands
            if name != "translate" or not from_table:
                yield literal(call.args[0]) or "?", literal(call.args[1]), call


def test_every_text_marked_in_the_code_is_found_by_the_tool() -> None:
    """An f-string, an alias of `translate` or a text put together before would be missed in silence."""
    found = {(context, text) for context, text, _ in messages()} | {("", text) for _, text, _ in messages()}
    missed = [
        f"{path.name}:{call.lineno}: {ast.unparse(call)}"
        for path in WINDOW
        for context, text, call in marked(path)
        if (context, text) not in found
    ]
    assert missed == []
    assert [text for context, text, _ in messages() if not context] == []  # `tr` as another name for `translate`


def test_no_function_hides_texts_from_the_tool() -> None:
    """`translate(context, text)` with a text that came as an argument: the literal stands where the tool cannot see."""
    hidden = [
        f"{path.name}:{function.name}"
        for path in WINDOW
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef)
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("translate") and len(call.args) > 1
        if ast.unparse(call.args[1]) in {argument.arg for argument in function.args.args}
    ]
    assert hidden == []


def test_no_text_is_shown_past_the_translation() -> None:
    told = [
        f"{path.name}:{call.lineno}: {text}"
        for path in WINDOW
        for name, call in calls(path)
        if name in SHOWN_BY
        for argument in call.args
        for text in words_in(argument)
        if text.strip(" –") not in NOT_TRANSLATED
    ]
    assert told == []


def test_placeholders_are_the_same_in_both_languages() -> None:
    def places(text: str) -> Counter[str]:
        fields = (field for _, field, _, _ in string.Formatter().parse(text) if field is not None)
        return Counter([*fields, *re.findall(r"%n|%L?\d", text)])

    assert [text for _, text, chinese in messages() if places(text) != places(chinese)] == []


def test_numbers_need_no_english_plural_file() -> None:
    """`%n` would need one; words with numbers say 1 and many themselves."""
    numerus = [
        message.findtext("source") for message in ElementTree.parse(TS).iter("message") if message.get("numerus")
    ]
    assert numerus == []


def test_ellipses_and_ends_of_sentences_are_kept() -> None:
    ends = {"…": "…", ".": "。", "?": "？", ":": "："}
    wrong = [
        (text, chinese)
        for _, text, chinese in messages()
        for end, expected in ends.items()
        if text.endswith(end) and not chinese.endswith(expected)
    ]
    assert wrong == []


def test_chinese_is_written_with_chinese_punctuation() -> None:
    beside = re.compile(r"[\u4e00-\u9fff][,;:?!()]|[,;:?!(][\u4e00-\u9fff]|\.\.\.")
    filters = re.compile(r" \(\*[^)]*\)(;;)?|\(&.\)")
    assert [chinese for _, _, chinese in messages() if beside.search(filters.sub("", chinese))] == []


def test_words_of_one_kind_are_translated_alike() -> None:
    """摘要 alone is the abstract; the digest is 摘要集."""
    digests = [
        (text, chinese)
        for _, text, chinese in messages()
        if re.search(r"\bdigests?\b", text, re.IGNORECASE) and "摘要集" not in chinese and "{digests}" not in text
    ]
    assert digests == []
    strays = [(text, chinese) for _, text, chinese in messages() if re.search("摘要(?!集)", chinese)]
    assert [pair for pair in strays if "bstract" not in pair[0]] == []

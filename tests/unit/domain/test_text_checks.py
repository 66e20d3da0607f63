"""What a model wrote is taken or refused with a reason."""

import json
import lzma
from itertools import islice
from pathlib import Path

import pytest

from desktop.domain.derived_facts import derive
from desktop.domain.digest import Entry
from desktop.domain.errors import Reason
from desktop.domain.ids import PaperId
from desktop.domain.merging import TextField
from desktop.domain.model_texts import TextRequest
from desktop.domain.paper import TextKind
from desktop.domain.text_checks import refusal
from desktop.domain.text_language import in_language

TITLE, ABSTRACT, SUMMARY = (TextField(kind, "zh") for kind in (TextKind.TITLE, TextKind.ABSTRACT, TextKind.SUMMARY))
SUMMARY_EN = TextField(TextKind.SUMMARY, "en")
ORIGINAL_TITLE = "FedDef: Defense Against Gradient Leakage in Federated Learning"
ORIGINAL_ABSTRACT = (
    "Deep learning methods leak gradients. We propose FedDef, a theoretical defense with a strong privacy guarantee. "
    "Experiments on four datasets show that accuracy drops by 2% only. See https://github.com/feddef for code."
)
REQUEST = TextRequest(PaperId(1), "zh", (TITLE, ABSTRACT, SUMMARY, SUMMARY_EN), ORIGINAL_TITLE, ORIGINAL_ABSTRACT)
CUT_AT = 995
"""Characters: the archive cut both, abstracts and translations, at about 1,000."""
GOOD_ABSTRACT = (
    "深度学习方法会泄露梯度。我们提出FedDef，一种具有强隐私保证的理论防御方法。"
    "在四个数据集上的实验表明，准确率仅下降2%。代码见https://github.com/feddef。"
)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (TITLE, "FedDef：联邦学习中的梯度泄露防御"),
        (ABSTRACT, GOOD_ABSTRACT),
        (SUMMARY, "FedDef是一种针对联邦学习中梯度泄露的防御方法，准确率仅下降2%。"),
        (SUMMARY_EN, "FedDef defends federated learning against gradient leakage at a cost of 2% of accuracy."),
    ],
)
def test_what_a_person_would_keep_is_taken(field: TextField, value: str) -> None:
    assert refusal(REQUEST, field, value) is None


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        (TITLE, "", Reason.TEXT_EMPTY),
        (SUMMARY, "待翻译", Reason.TEXT_PLACEHOLDER),
        (SUMMARY, "[summary]", Reason.TEXT_PLACEHOLDER),
        (TITLE, "N/A", Reason.TEXT_PLACEHOLDER),
        (SUMMARY, "抱歉，我无法完成这个任务，因为我只是一个语言模型。", Reason.TEXT_REFUSED),
        (SUMMARY_EN, "I'm sorry, but I cannot help with that request at all.", Reason.TEXT_REFUSED),
        (TITLE, ORIGINAL_TITLE, Reason.TEXT_COPIED),
        (ABSTRACT, ORIGINAL_ABSTRACT, Reason.TEXT_COPIED),
        (ABSTRACT, GOOD_ABSTRACT.replace("feddef", "evil"), Reason.TEXT_MARKUP),
        (TITLE, "<b>FedDef</b>：联邦学习中的梯度泄露防御", Reason.TEXT_MARKUP),
        (SUMMARY, "FedDef是一种防御方法，见[这里](javascript:alert(1))。", Reason.TEXT_MARKUP),
        (TITLE, "FedDef：聯邦學習中的梯度洩露防禦與實驗", Reason.TEXT_LANGUAGE),
        (
            SUMMARY_EN,
            "FedDef是一种针对联邦学习中梯度泄露的防御方法，准确率仅下降2%，值得一读。",
            Reason.TEXT_LANGUAGE,
        ),
        (SUMMARY, "FedDef defends federated learning against gradient leakage.", Reason.TEXT_LANGUAGE),
        (ABSTRACT, "深度学习方法会泄露梯度。", Reason.TEXT_SHORT),
        (TITLE, "联邦学习" * 40, Reason.TEXT_LONG),
        (ABSTRACT, GOOD_ABSTRACT[:-1] + "，并且", Reason.TEXT_CUT),
        (SUMMARY, "FedDef是一种针对联邦学习中梯度泄露的防御方法，", Reason.TEXT_CUT),
    ],
)
def test_what_nobody_would_keep_is_refused_with_its_reason(field: TextField, value: str, reason: Reason) -> None:
    found = refusal(REQUEST, field, value)
    assert found is not None
    assert found.reason is reason


def test_a_title_that_is_a_name_stays_as_it_is() -> None:
    request = TextRequest(PaperId(1), "zh", (TITLE,), "DINOv2", "")
    assert refusal(request, TITLE, "DINOv2") is None


@pytest.mark.parametrize(
    ("original", "value"),
    [
        (
            "Mnemosyne: Learning to Train Transformers with Transformers",
            "Mnemosyne: 使用Transformers来训练Transformers",
        ),
        (
            "Two Counterexamples to Tokenization and the Noiseless Channel",
            "《Tokenization and the Noiseless Channel》的两个反例",
        ),
        (
            "RAGged Edges: The Double-Edged Sword of Retrieval-Augmented Chatbots",
            "RAGged Edges: Retrieval-Augmented Chatbots的双刃剑",
        ),
        ("Media of Langue", "《Media of Langue》的媒体"),
    ],
)
def test_a_title_may_be_little_more_than_names(original: str, value: str) -> None:
    assert refusal(TextRequest(PaperId(1), "zh", (TITLE,), original, ""), TITLE, value) is None


def test_a_title_with_the_whole_original_in_it_is_none() -> None:
    found = refusal(REQUEST, TITLE, f"{ORIGINAL_TITLE}（联邦学习中的梯度泄露防御）")
    assert found is not None
    assert found.reason is Reason.TEXT_COPIED


def test_a_summary_is_no_translation_of_an_abstract_however_short_that_is() -> None:
    found = refusal(REQUEST, ABSTRACT, "FedDef是一种针对联邦学习中梯度泄露的防御方法，具有强隐私保证，准确率仅下降2%。")
    assert found is not None
    assert found.reason is Reason.TEXT_SHORT


def test_an_abstract_may_end_with_an_address_that_the_source_broke() -> None:
    original = ORIGINAL_ABSTRACT.replace("/feddef for code.", "/ feddef.")
    request = TextRequest(PaperId(1), "zh", (ABSTRACT,), ORIGINAL_TITLE, original)
    assert refusal(request, ABSTRACT, GOOD_ABSTRACT[:-1]) is None


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", [" ", "](", "。", "<a", ". ", "$", "\\", "www.!", "a_", "”"])
def test_no_text_however_long_takes_long_to_check(piece: str) -> None:
    value = piece * (40_000 // len(piece)) + "好"
    for field in (TITLE, ABSTRACT, SUMMARY):
        assert refusal(REQUEST, field, value) is not None


def test_a_translation_ends_where_an_original_that_was_cut_does() -> None:
    request = TextRequest(PaperId(1), "zh", (ABSTRACT,), "Title", "We propose a method that learns from pairs and")
    assert refusal(request, ABSTRACT, "我们提出一种从成对数据中学习并且") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("这是一个关于大语言模型的方法，在六个基准上优于现有方法。", "zh"),
        ("這是一個關於大型語言模型的方法，在六個基準上優於現有方法。", "zh-Hant"),
        ("大規模言語モデルのための新しい手法を提案し、六つのベンチマークで評価する。", "ja"),
        ("대규모 언어 모델을 위한 새로운 방법을 제안하고 여섯 개의 벤치마크에서 평가한다.", "ko"),
        ("Предлагается новый метод для больших языковых моделей и проверяется на шести задачах.", "ru"),
        ("Wir stellen ein Verfahren für große Sprachmodelle vor und prüfen es auf sechs Aufgaben mit dem Ziel.", "de"),
        (
            "Nous proposons une méthode pour les grands modèles de langue et la comparons sur six tâches.",
            "fr",
        ),
        (
            "Proponemos un método para los grandes modelos de lenguaje y lo comparamos en seis tareas.",
            "es",
        ),
        ("Propomos um método para os grandes modelos de linguagem e o comparamos em seis tarefas com as demais.", "pt"),
        ("Proponiamo un metodo per i grandi modelli linguistici e lo confrontiamo in sei compiti con gli altri.", "it"),
        ("We propose a method for large language models and compare it with others in six of the tasks.", "en"),
    ],
)
def test_languages_are_told_apart(text: str, code: str) -> None:
    assert in_language(text, code)
    others = {"zh": "zh-Hant", "zh-Hant": "zh", "ja": "zh", "ko": "ja", "ru": "de", "en": "de"}
    assert not in_language(text, others.get(code, "en"))


def test_of_real_translations_almost_none_is_refused(shared: Path, full_run: bool) -> None:
    with lzma.open(shared / "data" / "papers.jsonl.xz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, None if full_run else 6_500)]
    counts = {field: [0, 0] for field in (TITLE, ABSTRACT, SUMMARY, SUMMARY_EN)}
    for row in rows:
        facts = derive(Entry(row["title"], abstract=row.get("abstract") or ""))
        request = TextRequest(PaperId(1), "zh", tuple(counts), facts.title, facts.abstract)
        translated = row.get("translated_abstract") or ""
        whole = facts.abstract and max(len(row["abstract"]), len(translated)) < CUT_AT
        told = (
            *(row.get("translated_title"), translated if whole else ""),
            *(row.get("tldr"), row.get("en_tldr") or row.get("en_tdlr")),
        )
        for field, value in zip(counts, told, strict=True):
            if value:
                counts[field][0] += 1
                counts[field][1] += refusal(request, field, value) is not None
    for field, (all_of_them, refused) in counts.items():
        assert refused <= all_of_them / 200, (field, refused, all_of_them)

"""What the model of our own writes: made up, plausible to every check, and the same each time, so that a test knows
which paper an answer was for."""

import hashlib

_SIMPLIFIED = (
    "数据学习网络图像识别语言视频检测优化训练推理结构特征表示对齐迁移增强压缩采样生成关系时间维度线索动态验证实现类别"
)
_TRADITIONAL = (
    "數據學習網絡圖像識別語言視頻檢測優化訓練推理結構特徵表示對齊遷移增強壓縮採樣生成關係時間維度線索動態驗證實現類別"
)
_JAPANESE = "学習のための画像データからモデルをつくる手法についての研究である"
_KOREAN = "데이터학습을위한영상모델연구방법론에대한제안과검증결과분석"
_WORDS = {
    "de": "das Modell und die Daten für eine neue Methode von der Schätzung mit dem Verfahren",
    "fr": "le modèle et les données pour une nouvelle méthode dans la recherche avec des résultats",
    "es": "el modelo y los datos para una nueva técnica en la investigación con resultados",
    "pt": "o modelo e os dados para uma nova técnica na pesquisa com resultados não vistos",
    "it": "il modello e i dati per una nuova tecnica nella ricerca con risultati della prova",
    "ru": "модель и данные для нового метода в исследовании с хорошими результатами проверки",
}
_FRAMES = {  # before and after a title; how a sentence ends
    "zh": ("面向", "的方法", "。"),
    "zh-Hant": ("面向", "的方法與實驗", "。"),
    "ja": ("新しい", "のための方法", "。"),
    "ko": ("새로운 ", "에 관한 연구", "."),
    "ru": ("Новый ", " и метод для данных", "."),
}


def written(name: str, language: str, title: str, abstract: str) -> str:
    """What is answered under that key (`translated_title`, `translated_abstract`, `summary`, `summary_en`)."""
    if name == "summary_en" or language == "en":
        subject = title.rstrip(".")[:60].strip()
        return f"The paper presents a method for {subject} and shows that it works (no. {_mark(title)})."
    before, after, end = _FRAMES.get(language, ("", "", "."))
    subject = _run(title, language, 8)
    if name == "translated_title":
        return f"{before}{subject}{after}"
    if name == "summary":
        return f"{before}{subject}{after}{_run(f'{title} summary', language, 30)}{end}"
    sentences = 1 + len(abstract) // 120
    told = (_run(f"{title} {number}", language, 34) for number in range(sentences))
    return "".join(f"{subject}{_SPACE.get(language, ' ')}{sentence}{end}" for sentence in told)


_SPACE = {"zh": "，", "zh-Hant": "，", "ja": "、"}


def _run(seed: str, language: str, length: int) -> str:
    """A run of the language that follows from the seed: so many characters, or about as much in words."""
    signs = {"zh": _SIMPLIFIED, "zh-Hant": _TRADITIONAL, "ja": _JAPANESE, "ko": _KOREAN}.get(language)
    digest = hashlib.shake_256(seed.encode()).digest(length)
    if signs is not None:
        return "".join(signs[byte % len(signs)] for byte in digest)
    words = _WORDS.get(language, _WORDS["de"]).split()
    return " ".join(words[byte % len(words)] for byte in digest[: max(4, length // 4)])


def _mark(title: str) -> str:
    return hashlib.sha256(title.encode()).hexdigest()[:6]

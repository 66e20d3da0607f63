"""Numbers and days in words, in the language of the window. Steps are in `step_words`."""

import math
from collections.abc import Iterable
from functools import reduce

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt


def number(value: int) -> str:
    """The number with the separators of the language: 65,538."""
    return QLocale().toString(value)


def listed(parts: Iterable[str]) -> str:
    """Things beside each other: 5 papers, 1 digest."""
    return QCoreApplication.translate("Wording", ", ").join(parts)


def sentences(parts: Iterable[str]) -> str:
    """Sentences after each other. Chinese puts no space between them."""
    two = QCoreApplication.translate("Wording", "{sentence} {next}")
    return reduce(lambda before, then: two.format(sentence=before, next=then), parts, "").strip()


def papers(count: int) -> str:
    """1 paper, 65,538 papers."""
    if count == 1:
        return QCoreApplication.translate("Wording", "1 paper")
    return QCoreApplication.translate("Wording", "{count} papers").format(count=number(count))


def digests(count: int) -> str:
    """1 digest, 124 digests."""
    if count == 1:
        return QCoreApplication.translate("Wording", "1 digest")
    return QCoreApplication.translate("Wording", "{count} digests").format(count=number(count))


def marks(count: int) -> str:
    """1 mark, 12 marks."""
    if count == 1:
        return QCoreApplication.translate("Wording", "1 mark")
    return QCoreApplication.translate("Wording", "{count} marks").format(count=number(count))


def pdfs(count: int) -> str:
    """1 PDF, 12 PDFs."""
    if count == 1:
        return QCoreApplication.translate("Wording", "1 PDF")
    return QCoreApplication.translate("Wording", "{count} PDFs").format(count=number(count))


def day(text: str) -> str:
    """A day as the language of the window writes it, from YYYY-MM-DD; what is no day comes back as it is."""
    date = QDate.fromString(text, Qt.DateFormat.ISODate)
    return QLocale().toString(date, QLocale.FormatType.ShortFormat) if date.isValid() else text


def size(count: int) -> str:
    """So many bytes: 1.2 MB."""
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def duration(seconds: float) -> str:
    """A time to wait, rounded up: 40 s, 3 min, 1 h 6 min. It is not broken into two lines."""
    whole = max(math.ceil(seconds), 1)
    hours, minutes = divmod(math.ceil(whole / 60), 60)
    if whole < 60:
        text = QCoreApplication.translate("Wording", "{seconds} s")
    elif not hours:
        text = QCoreApplication.translate("Wording", "{minutes} min")
    else:
        text = QCoreApplication.translate("Wording", "{hours} h {minutes} min")
    return text.format(seconds=whole, minutes=minutes, hours=number(hours)).replace(" ", "\N{NO-BREAK SPACE}")

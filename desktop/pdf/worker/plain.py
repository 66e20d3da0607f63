"""Values as they may leave the PDF process."""

from desktop.pdf.plausible import FARTHEST


def clean(text: str) -> str:
    """Text that can be stored: bytes that were no characters become question marks, zeros go."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")


def finite(number: float) -> float:
    """The number; 0.0 where it is none, or too large for any place."""
    return float(number) if abs(number) <= FARTHEST else 0.0

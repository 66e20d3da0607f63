"""Names of people, apart into what they are sorted by and the rest, and together again."""

import re
from dataclasses import dataclass

_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af\U00020000-\U0003ffff·]+")
_WORDS = "von vom zu zum zur van ver ter ten den der de del della delle di da das do dos du la le el al bin ibn af av"
_PARTICLES = frozenset(_WORDS.split())


@dataclass(frozen=True, slots=True)
class Name:
    """A person, or a group whose whole name is `family`."""

    family: str
    """With its particle: "van der Berg"."""
    given: str = ""
    suffix: str = ""
    """Such as Jr."""

    @property
    def shown(self) -> str:
        """The name as it is read: "Jan van der Berg", "张三"."""
        if self.given and _EAST_ASIAN.fullmatch(self.family) and _EAST_ASIAN.fullmatch(self.given):
            return self.family + self.given
        plain = f"{self.given} {self.family}".strip()
        return f"{plain}, {self.suffix}" if self.suffix else plain

    @property
    def alike(self) -> str:
        """What spellings of the name have in common: the family name without its particles, which some leave out, or in
        East Asian script all of it, since a name as it is read does not tell there where the family name ends."""
        shown = self.shown
        if _EAST_ASIAN.fullmatch(shown):
            return shown
        words = self.family.split()
        start = next((number for number, word in enumerate(words) if word.lower() not in _PARTICLES), 0)
        return " ".join(words[start:])


def name_of(shown: str) -> Name:
    """The likeliest parts of a name as it is read or as lists write it ("Berg, Jan van der").

    A name of one word, or in East Asian script, stays whole.
    """
    parts = [" ".join(part.split()) for part in shown.split(",")]
    if len(parts) > 2:
        return Name(parts[0], ", ".join(parts[2:]), parts[1])
    if len(parts) == 2 and parts[1].rstrip(".").lower() in ("jr", "sr", "ii", "iii", "iv"):
        plain = name_of(parts[0])
        return Name(plain.family, plain.given, parts[1])
    if len(parts) == 2:
        return Name(*parts) if parts[0] else Name(parts[1])
    words = parts[0].split(" ")
    start = len(words) - 1
    for number, word in enumerate(words[:-1]):
        if word in _PARTICLES:
            start = number
            break
    return Name(" ".join(words[start:]), " ".join(words[:start]))


def initials(given: str) -> str:
    """The initials of given names, with the hyphens of the names: "J.-P. M."."""
    words = ["-".join(f"{part[0]}." for part in word.split("-") if part) for word in given.split()]
    return " ".join(filter(None, words))

"""Digests made for tests, in the format's second generation."""

from collections.abc import Sequence


def digest(papers: Sequence[tuple[str, str]]) -> bytes:
    """A digest of papers with these arXiv ids and titles."""
    rows = "\n".join(
        f"| [^{n}] | [{title}](https://arxiv.org/abs/{paper}) | 摘要 {n} |"
        for n, (paper, title) in enumerate(papers, 1)
    )
    details = "\n".join(
        f"[^{n}]: 译名 {n}\n\n    {title}\n\n    [https://arxiv.org/abs/{paper}](https://arxiv.org/abs/{paper})\n\n"
        f"    摘要 {n}\n\n    Summary {n}\n\n    译文 {n}\n\n    Abstract {n} of {title}\n    "
        for n, (paper, title) in enumerate(papers, 1)
    )
    head = "# 摘要\n\n| Ref | Title | Summary |\n| --- | --- | --- |\n"
    return f"{head}{rows}\n\n# 详细\n\n{details}\n\n".encode()


def numbered(first: int, count: int) -> bytes:
    """A digest of `count` papers, numbered from `first`."""
    return digest([(f"{2401 + n // 90000}.{n % 90000:05}", f"Paper {n}") for n in range(first, first + count)])

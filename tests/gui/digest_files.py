"""Digest files that tests write."""

from collections.abc import Sequence

Paper = tuple[str, str, str]
"""arXiv id (may be empty), title, translated title."""


def digest_bytes(papers: Sequence[Paper]) -> bytes:
    """An exact digest of generation 2."""
    rows, details = [], []
    for number, (arxiv_id, title, translated) in enumerate(papers, 1):
        link = f"https://arxiv.org/abs/{arxiv_id}" if arxiv_id else ""
        summary = f"一句话：{translated}。"
        rows.append(f"| [^{number}] | [{title}]({link}) | {summary} |")
        texts = (title, f"[{link}]({link})", summary, "", f"摘要 {translated}", f"Abstract of {title}.")
        details.append(f"[^{number}]: {translated}" + "".join(f"\n\n    {text}" for text in texts) + "\n    ")
    head = "# 摘要\n\n| Ref | Title | Summary |\n| --- | --- | --- |\n"
    return f"{head}{chr(10).join(rows)}\n\n# 详细\n\n{chr(10).join(details)}\n\n".encode()


DAILY_PAPERS = """Daily Papers

Dec 31

A first paper about nothing in particular

Its abstract is long enough to be told from the furniture of a page, which is what this sentence is for and no more.

  • 3 authors
·
Oct 7

A second paper about something else

Its abstract too is long enough to be told from the furniture of a page, and that is all that it has to say here.

  • 1 author
·
Jan 11, 2023""".encode()

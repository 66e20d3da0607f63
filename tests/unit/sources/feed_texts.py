"""Feeds of arXiv with one thing wrong in each."""

ENTRY = """<entry><id>oai:arXiv.org:2411.00001v2</id><title>A &lt;b&gt;Title&lt;/b&gt; with $a&lt;b$</title>
<link href="https://arxiv.org/abs/2411.00001" rel="alternate" type="text/html"/>
<summary>arXiv:2411.00001v2 Announce Type: replace-cross&#32;
Abstract: We  study
it. </summary><category term="cs.CV"/><category term="math.CO"/><category term="68T45"/>
<published>2024-11-01T00:00:00-04:00</published><arxiv:announce_type>replace-cross</arxiv:announce_type>
<dc:creator>Ada Lovelace (1 and 2), Sammy Davis, Jr., Björn (Uppsala, (Sweden)) Ångström</dc:creator></entry>"""


def feed(*entries: str, name: str = "cs.CV", updated: str = "2024-11-01T04:00:12.965013+00:00") -> bytes:
    """A feed of the day in arXiv's form."""
    return f"""<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns="http://www.w3.org/2005/Atom" xml:lang="en-us"><id>http://rss.arxiv.org/atom/{name}</id>
<title>{name} updates on arXiv.org</title><updated>{updated}</updated>{"".join(entries)}</feed>""".encode()


HOSTILE = {
    "cut": feed(ENTRY)[:-40],
    "no feed": b"<rss version='2.0'><channel/></rss>",
    "a bomb": feed(ENTRY).replace(b"<feed", b'<!DOCTYPE feed [<!ENTITY a "aaaa">]><feed', 1),
    "other category": feed(ENTRY, name="cs.LG"),
    "other papers": feed(ENTRY.replace("cs.CV", "hep-th")),
    "no id": feed(ENTRY.replace("oai:arXiv.org:2411.00001v2", "oai:arXiv.org:../../etc/passwd")),
    "no version": feed(ENTRY.replace("oai:arXiv.org:2411.00001v2", "oai:arXiv.org:2411.00001")),
    "link elsewhere": feed(ENTRY.replace("https://arxiv.org/abs/2411.00001", "https://evil.example/abs/2411.00001")),
    "link to another": feed(ENTRY.replace("abs/2411.00001", "abs/2411.00002")),
    "no title": feed(ENTRY.replace("A &lt;b&gt;Title&lt;/b&gt; with $a&lt;b$", "\u200b")),
    "title of a book": feed(ENTRY.replace("Title", "T" * 5000)),
    "abstract of another": feed(ENTRY.replace("<summary>arXiv:2411.00001v2", "<summary>arXiv:2411.00009v2")),
    "announced as nonsense": feed(ENTRY.replace("replace-cross", "paid")),
    "announced in two ways": feed(ENTRY.replace("_type>replace-cross", "_type>new")),
    "no day": feed(ENTRY.replace("2024-11-01T00", "yesterday")),
    "empty, of no day": feed(updated="soon"),
}

"""Which links may be followed."""


def web_link(link: str) -> str:
    """`link` if it is an address of the web, else nothing: what a digest or a file calls a link may be any text."""
    return link if link.startswith(("https://", "http://")) and len(link.split()) == 1 else ""

"""Start Papershelf."""


def main() -> int:
    """Start."""
    return 0

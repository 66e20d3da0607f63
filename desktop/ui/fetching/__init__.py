"""What comes from arXiv: fetching it, how far that is, and words for it."""

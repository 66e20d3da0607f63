"""The help pages and the list of keys."""

"""How long things stay in the Trash."""

DAYS_IN_TRASH = 30
"""After so many days papers and digests are emptied out of the Trash, and what was emptied is deleted."""
DAY_MS = 86_400_000

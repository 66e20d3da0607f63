"""Text formats and the domain's classes: each reader has a writer that gives the same bytes back."""

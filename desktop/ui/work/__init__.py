"""Long work: one line in the status bar, and the list of all of it."""

"""Papers out of the window as bibliographies. What comes in stands in `adding/`."""

"""The parts of the table of actions, by menu."""

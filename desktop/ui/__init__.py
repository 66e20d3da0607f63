"""The window. Each folder is a place on the screen."""

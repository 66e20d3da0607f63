"""One open library in the window: the actions of the window bound to its list and its open papers."""

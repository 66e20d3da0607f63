"""The places of the library at the left of the window."""

"""The tabs above the middle of the window."""
